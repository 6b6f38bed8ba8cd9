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
    // A field of local time is sent as UTC: the name is on a hidden field beside it.
    for (const field of root.querySelectorAll('input[data-utc]')) {
      const sent = document.getElementById(field.dataset.utc);
      const toLocal = () => {
        const at = new Date(sent.value);
        if (sent.value && !Number.isNaN(at.getTime())) {
          field.value = new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
        }
      };
      toLocal();
      field.addEventListener('change', () => {
        sent.value = field.value ? new Date(field.value).toISOString() : '';
      });
    }
  };

  // A dialog asks before a form is sent; where there is none, the form leads to a page that asks.
  const dialogs = (root) => {
    for (const opener of root.querySelectorAll('[data-dialog]')) {
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
    for (const form of root.querySelectorAll('form[data-follow]')) {
      form.addEventListener('change', () => form.requestSubmit());
    }
    // A slider over moments: the label tells the moment, letting go shows it.
    for (const slider of root.querySelectorAll('input[type=range][data-steps]')) {
      const links = [...document.querySelectorAll(slider.dataset.steps)];
      const label = document.getElementById(slider.dataset.label);
      slider.addEventListener('input', () => {
        const link = links[Number(slider.value)];
        if (label && link) {
          label.textContent = link.dataset.name;
          slider.setAttribute('aria-valuetext', link.dataset.name);
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
  document.addEventListener('htmx:afterSwap', (swap) => enliven(swap.detail.target));
  document.addEventListener('keydown', (key) => {
    const box = document.getElementById('menu-open');
    if (key.key === 'Escape' && box?.checked) {
      box.checked = false;
      box.focus();
    }
  });
})();
