// Follows the decisions as they are made: new ones stand on top of the list, for as long as the button is pressed.
(() => {
  'use strict';

  const MOST = 200;
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

  const element = (name, text, classes) => {
    const made = document.createElement(name);
    made.textContent = text ?? '';
    made.className = classes ?? '';
    return made;
  };

  const cell = (label, ...children) => {
    const made = document.createElement('td');
    made.dataset.label = label;
    made.append(...children);
    return made;
  };

  const row = (record) => {
    const made = document.createElement('tr');
    const link = element('a', format.format(new Date(record.at)));
    link.href = `/console/decisions/${encodeURIComponent(record.id)}`;
    link.title = record.at;
    made.append(
      cell('When', link),
      cell('Decision', element('span', record.decision, `badge badge-${record.decision}`)),
      cell('Who', element('span', record.subject.id, 'id')),
      cell('What', element('span', record.action, 'name'), ` ${record.resource.type} `, element('span', record.resource.id, 'mono muted id')),
      cell('Why', element('span', record.reasons[0]?.detail ?? '', 'small')),
    );
    return made;
  };

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-live][data-stream]');
    const list = button && document.querySelector(button.dataset.live);
    if (!button || !list) {
      button?.setAttribute('hidden', '');
      return;
    }
    let source = null;
    button.addEventListener('click', () => {
      if (source) {
        source.close();
        source = null;
      } else {
        source = new EventSource(button.dataset.stream);
        const shown = (event) => {
          const record = JSON.parse(event.data);
          if (record.decision) {
            list.prepend(row(record));
            while (list.rows.length > MOST) {
              list.rows[list.rows.length - 1].remove();
            }
          }
        };
        source.onmessage = shown;
        source.addEventListener('decision', shown);
      }
      button.setAttribute('aria-pressed', String(source !== null));
      button.textContent = source ? 'Stop following' : 'Follow live';
    });
  });
})();
