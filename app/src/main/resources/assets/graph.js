// Draws a hierarchy that stands as a list of edges: <div data-graph="id of the list" data-focus="name">.
(() => {
  'use strict';

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = (box) => {
    const list = document.getElementById(box.dataset.graph);
    if (!list || typeof cytoscape === 'undefined') {
      return;
    }
    const edges = [...list.querySelectorAll('[data-heir]')].map((item) => [item.dataset.heir, item.dataset.inherited]);
    const focus = box.dataset.focus;
    const names = [...new Set([focus, ...edges.flat()])];
    // Inherited roles stand above: the level of a node is the longest way down to it.
    const level = new Map(names.map((name) => [name, 0]));
    for (let round = 0; round < names.length; round += 1) {
      for (const [heir, inherited] of edges) {
        if (level.get(heir) <= level.get(inherited)) {
          level.set(heir, level.get(inherited) + 1);
        }
      }
    }
    const rows = new Map();
    const position = (name) => {
      const row = level.get(name);
      const place = rows.get(row) ?? 0;
      rows.set(row, place + 1);
      return [row, place];
    };
    const placed = new Map(names.map((name) => [name, position(name)]));
    box.hidden = false;
    box.replaceChildren();
    const graph = cytoscape({
      container: box,
      elements: [
        ...names.map((name) => {
          const [row, place] = placed.get(name);
          const width = rows.get(row);
          return { data: { id: name }, position: { x: (place - (width - 1) / 2) * 170, y: row * 90 }, classes: name === focus ? 'focus' : '' };
        }),
        ...edges.map(([heir, inherited]) => ({ data: { id: `${heir}>${inherited}`, source: heir, target: inherited } })),
      ],
      layout: { name: 'preset' },
      userZoomingEnabled: false,
      autoungrabify: true,
      style: [
        { selector: 'node', style: {
          label: 'data(id)', shape: 'round-rectangle', width: 140, height: 36, 'background-color': token('--surface-2'),
          'border-width': 1, 'border-color': token('--line-strong'), color: token('--ink'), 'font-size': 13, 'text-valign': 'center',
          'text-wrap': 'ellipsis', 'text-max-width': 128, 'font-family': 'system-ui, sans-serif' } },
        { selector: 'node.focus', style: { 'background-color': token('--accent'), color: token('--accent-ink'), 'border-color': token('--accent') } },
        { selector: 'edge', style: { width: 1.5, 'line-color': token('--line-strong'), 'target-arrow-color': token('--line-strong'), 'target-arrow-shape': 'triangle', 'curve-style': 'bezier' } },
      ],
    });
    graph.fit(undefined, 30);
    if (graph.zoom() > 1.1) {
      graph.zoom(1.1);
      graph.center();
    }
    graph.on('tap', 'node', (tap) => { window.location.href = `/console/roles/${encodeURIComponent(tap.target.id())}`; });
  };

  document.addEventListener('console:shown', (shown) => shown.detail.querySelectorAll('[data-graph]').forEach(draw));
})();
