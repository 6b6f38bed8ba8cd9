// Draws what stands in a table: <canvas data-chart="id of the table"> takes its numbers from there, so a reader without scripts has them too.
(() => {
  'use strict';

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = (canvas) => {
    const table = document.getElementById(canvas.dataset.chart);
    if (!table || typeof Chart === 'undefined') {
      return;
    }
    Chart.getChart(canvas)?.destroy();
    const names = [...table.querySelectorAll('thead th')].slice(1);
    const rows = [...table.querySelectorAll('tbody tr')];
    const at = (row) => Date.parse(row?.cells[0].querySelector('time')?.dateTime ?? '');
    const hours = rows.length > 1 ? (at(rows[rows.length - 1]) - at(rows[0])) / 3_600_000 : 0;
    const shortest = { hour: '2-digit', minute: '2-digit' };
    const clock = new Intl.DateTimeFormat(undefined,
      hours > 96 ? { dateStyle: 'short' } : hours > 24 ? { day: 'numeric', month: 'short', ...shortest } : shortest);
    const label = (row) => {
      const time = row.cells[0].querySelector('time');
      return time ? clock.format(new Date(time.dateTime)) : row.cells[0].textContent.trim();
    };
    new Chart(canvas, {
      type: canvas.dataset.kind || 'bar',
      data: {
        labels: rows.map(label),
        datasets: names.map((name, n) => ({
          label: name.textContent.trim(),
          data: rows.map((row) => Number(row.cells[n + 1].textContent.trim())),
          backgroundColor: token(name.dataset.color || '--accent'),
          borderRadius: 3,
          maxBarThickness: 26,
        })),
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, indexAxis: canvas.dataset.axis || 'x',
        plugins: { legend: { display: names.length > 1, labels: { color: token('--ink-2'), boxWidth: 12 } } },
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { color: token('--ink-2'), maxRotation: 0, autoSkipPadding: 14, precision: 0 } },
          y: { stacked: true, beginAtZero: true, grid: { color: token('--line') }, ticks: { color: token('--ink-2'), precision: 0 } },
        },
      },
    });
  };

  document.addEventListener('console:shown', (shown) => shown.detail.querySelectorAll('canvas[data-chart]').forEach(draw));
})();
