// Follows the decisions as they are made: new ones stand on top of the list, for as long as the button is pressed.
(() => {
  'use strict';

  const MOST = 200;
  const AGAIN_AFTER = 3000;
  // A record comes as the row that the server makes of it; what is lost comes as none.
  const rowOf = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.querySelector('tr');
  };

  class Follower {
    constructor(button) {
      this.button = button;
      this.box = document.querySelector(button.dataset.live);
      this.state = document.getElementById('live-state');
      this.last = button.dataset.since;
      this.count = 0;
      button.addEventListener('click', () => (this.following ? this.stop() : this.start()));
    }

    start() {
      this.following = true;
      this.open();
      this.show('Following the journal.');
    }

    stop() {
      this.following = false;
      this.source?.close();
      clearTimeout(this.again);
      this.show('');
    }

    // The browser comes again by itself, with the last id that it saw; where the server has refused, it is asked anew from there.
    open() {
      const from = new URL(this.button.dataset.stream, location.href);
      if (this.last !== '0') {
        from.searchParams.set('since', this.last);
      }
      this.source = new EventSource(from);
      this.source.onopen = () => this.show(this.told());
      this.source.onmessage = (event) => this.take(event);
      this.source.onerror = () => {
        this.show('The connection is lost; trying again. Nothing will be missing.');
        if (this.source.readyState === EventSource.CLOSED && this.following) {
          this.again = setTimeout(() => this.open(), AGAIN_AFTER);
        }
      };
    }

    take(event) {
      const row = rowOf(event.data);
      this.last = event.lastEventId;
      if (!row) {
        return;
      }
      this.box.querySelector('[data-empty]')?.remove();
      this.box.querySelector('[data-rows]').hidden = false;
      const list = this.box.querySelector('tbody');
      list.prepend(row);
      document.dispatchEvent(new CustomEvent('console:arrived', { detail: row }));
      while (list.rows.length > MOST) {
        list.rows[list.rows.length - 1].remove();
      }
      this.count += 1;
      this.show(this.told());
    }

    told() {
      return this.count === 0 ? 'Following the journal.' : `Following the journal: ${this.count} new.`;
    }

    show(text) {
      this.button.setAttribute('aria-pressed', String(this.following));
      this.button.textContent = this.following ? 'Stop following' : 'Follow live';
      this.state.textContent = text;
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-live][data-stream]').forEach((button) => new Follower(button));
  });
})();
