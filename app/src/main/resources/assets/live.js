// Follows the decisions as they are made: new ones stand on top of the list, for as long as the button is pressed.
(() => {
  'use strict';

  const MOST = 200;
  const AGAIN_AFTER = 3000;
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

  // The rows come from the server's own template; what is not on the page is not known here, so a new name stays an id.
  const names = () => new Map([...document.querySelectorAll('[data-part=who] a')].map((link) => [link.pathname, link.textContent]));

  const filled = (record, known) => {
    const row = document.getElementById(`live-${record.decision}`).content.querySelector('tr').cloneNode(true);
    const part = (name) => row.querySelector(`[data-part=${name}]`);
    const time = row.querySelector('time');
    const at = new Date(record.at);
    part('link').href = `/console/decisions/${encodeURIComponent(record.id)}`;
    time.dateTime = record.at;
    time.title = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    time.textContent = format.format(at);
    time.dataset.local = '';
    part('action').textContent = record.action;
    part('type').textContent = record.resource.type;
    part('resource').textContent = record.resource.id;
    part('resource').title = record.resource.id;
    part('why').textContent = (record.reasons[0]?.detail ?? '').replaceAll('`', '');
    const who = part('who');
    if (record.subject.type === 'user') {
      // The template's link has an address where this visitor may open the pages of users.
      const opens = who.querySelector('a[href]') !== null;
      const link = document.createElement('a');
      link.href = `/console/users/${encodeURIComponent(record.subject.id)}`;
      link.textContent = record.username ?? known.get(link.pathname) ?? record.subject.id;
      if (!opens) {
        link.removeAttribute('href');
      }
      link.className = 'id';
      link.title = record.subject.id;
      who.replaceChildren(link);
    } else {
      who.textContent = `${record.subject.type} ${record.subject.id}`;
    }
    return row;
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
      this.known = names();
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
      const record = JSON.parse(event.data);
      this.last = event.lastEventId;
      if (!record.decision) {
        return;
      }
      this.box.querySelector('[data-empty]')?.remove();
      this.box.querySelector('[data-rows]').hidden = false;
      const list = this.box.querySelector('tbody');
      list.prepend(filled(record, this.known));
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
