// What the pages gain where scripts run: local times, questions before what cannot be undone, and kept state. Without it all works.
(() => {
  'use strict';

  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

  const localTimes = (root) => {
    for (const time of root.querySelectorAll('time.time:not([data-local])')) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.textContent = format.format(at);
        time.dataset.local = '';
      }
    }
  };

  // A dialog asks before a form is sent; where there is none, the form leads to a page that asks.
  const dialogs = (root) => {
    for (const opener of root.querySelectorAll('[data-dialog]:not([data-live])')) {
      opener.dataset.live = '';
      const dialog = document.getElementById(opener.dataset.dialog);
      if (dialog && typeof dialog.showModal === 'function') {
        opener.addEventListener('click', (click) => {
          click.preventDefault();
          dialog.showModal();
        });
      }
    }
  };

  // A form that follows its fields: changing one sends it.
  const followers = (root) => {
    for (const form of root.querySelectorAll('form[data-follow]:not([data-live])')) {
      form.dataset.live = '';
      form.addEventListener('change', () => form.requestSubmit());
    }
    // A slider over moments: the label tells the moment, letting go shows it.
    for (const slider of root.querySelectorAll('input[type=range][data-steps]:not([data-live])')) {
      slider.dataset.live = '';
      const links = [...document.querySelectorAll(slider.dataset.steps)];
      const label = document.getElementById(slider.dataset.label);
      slider.addEventListener('input', () => {
        const link = links[Number(slider.value)];
        if (label && link) {
          const at = link.dataset.at ? `${format.format(new Date(link.dataset.at))}: ` : '';
          label.textContent = at + link.dataset.name;
          slider.setAttribute('aria-valuetext', label.textContent);
        }
      });
      slider.addEventListener('change', () => links[Number(slider.value)]?.click());
    }
  };

  const enliven = (root) => {
    localTimes(root);
    dialogs(root);
    followers(root);
    document.dispatchEvent(new CustomEvent('console:shown', { detail: root }));
  };

  document.addEventListener('DOMContentLoaded', () => enliven(document));
  // What was swapped in, and not what it replaced. The page as it came is seen to above.
  document.addEventListener('htmx:load', (load) => {
    if (load.detail.elt !== document.body) {
      enliven(load.detail.elt);
    }
  });
  document.addEventListener('console:arrived', (arrived) => enliven(arrived.detail));
  // Whom a change would reach is shown in its place and given the focus.
  document.addEventListener('htmx:afterSettle', (settled) => {
    if (settled.detail.target?.id === 'reach') {
      settled.detail.target.focus();
    }
  });
  // What is wrong with a form stands on its page: there it is sent as it would be without a script.
  const sentWhole = (look) => {
    const step = Object.assign(document.createElement('input'), { type: 'hidden', name: look.name, value: look.value });
    look.form.append(step);
    look.form.action = look.formAction;
    look.form.submit();
  };
  document.addEventListener('htmx:beforeSwap', (swap) => {
    const look = swap.detail.requestConfig.elt;
    if (look.value === 'look' && (swap.detail.isError || look.form.querySelector('[role=alert]'))) {
      swap.detail.shouldSwap = false;
      sentWhole(look);
    }
  });
  // What is drawn takes its colours from the theme: drawn anew when the system changes it.
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => enliven(document));
  document.addEventListener('keydown', (key) => {
    const box = document.getElementById('menu-open');
    if (key.key === 'Escape' && box?.checked) {
      box.checked = false;
      box.focus();
    }
  });
})();
