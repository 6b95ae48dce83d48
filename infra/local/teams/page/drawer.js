/** @import { Faults, HostLanguage, LogEntry, Route } from '../types.ts' */
/** @import { Client } from './client.js' */
import { button, h, icon } from './dom.js';
import { FAULT_CHOICES, parseFaults } from './host/faults.js';
import { LANGUAGES } from './route.js';

/** @typedef {ReturnType<typeof createDrawer>} Drawer */

/** @type {Readonly<Record<LogEntry['outcome'], string>>} */
const OUTCOMES = {
  answered: '',
  noted: 'noted',
  event: 'event',
  unsupported: 'not supported',
  withheld: 'left unanswered',
};

/** @type {Readonly<Record<HostLanguage, string>>} */
const LANGUAGE_NAMES = { '': 'the browser’s', 'en-gb': 'English', 'de-de': 'Deutsch' };

/**
 * The developer's drawer: the host's language, what it refuses, and every message between the apps and the host.
 *
 * @param {Client} client
 */
export function createDrawer(client) {
  let unsupported = 0;
  const badge = h('span', { class: 'badge', hidden: true });
  const list = h('ol', { class: 'log', 'aria-label': 'Messages, newest first', tabindex: '0' });
  const selects = Object.entries(FAULT_CHOICES).map(([area, { label, options }]) =>
    faultSelect({ area, label, options }),
  );

  const language = h(
    'select',
    { id: 'language' },
    LANGUAGES.map((value) => h('option', { value }, [LANGUAGE_NAMES[value]])),
  );
  language.addEventListener('change', () => {
    client.adjust({ language: LANGUAGES.find((known) => known === language.value) ?? '' });
  });

  const element = h('aside', { class: 'drawer', id: 'drawer', 'aria-label': 'Developer', hidden: true }, [
    h('div', { class: 'drawer-head' }, [
      h('h2', {}, ['Developer']),
      h('span', { class: 'spacer' }),
      button({ class: 'button-icon', 'aria-label': 'Close the developer drawer' }, [icon('close')], () => {
        setOpen(false);
        toggle.focus();
      }),
    ]),
    h('section', { 'aria-label': 'The host' }, [
      h('h3', {}, ['The host']),
      h('div', { class: 'drawer-row' }, [h('label', { for: 'language' }, ['Language']), language]),
      ...selects.map(({ row }) => row),
      button({ class: 'button' }, ['Reload the app'], () => {
        for (const frame of client.frames) frame.reload();
      }),
    ]),
    h('section', { class: 'log-section', 'aria-label': 'Messages' }, [
      h('div', { class: 'drawer-row' }, [
        h('h3', {}, ['Messages']),
        h('span', { class: 'spacer' }),
        button({ class: 'button' }, ['Clear'], () => {
          client.log.clear();
          list.replaceChildren();
          unsupported = 0;
          showBadge();
        }),
      ]),
      list,
    ]),
  ]);

  const toggle = button(
    {
      class: 'button-icon drawer-toggle',
      'aria-controls': 'drawer',
      'aria-expanded': 'false',
      'data-focus': 'after',
      title: 'Developer',
    },
    [icon('developer'), badge],
    () => {
      setOpen(element.hidden !== false);
    },
  );

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    element.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) list.replaceChildren(...client.log.entries().toReversed().map(logLine));
  }

  function showBadge() {
    badge.hidden = unsupported === 0;
    badge.textContent = String(unsupported);
    const extra = unsupported === 0 ? '' : `, calls not supported: ${unsupported}`;
    toggle.setAttribute('aria-label', `Developer drawer${extra}`);
  }

  /** @param {{ area: string; label: string; options: Readonly<Record<string, string>> }} of */
  function faultSelect({ area, label, options }) {
    const select = h(
      'select',
      { id: `fault-${area}` },
      Object.entries(options).map(([value, text]) => h('option', { value }, [text])),
    );
    select.addEventListener('change', () => {
      client.adjust({ faults: parseFaults(selects.map((other) => `${other.area}:${other.select.value}`).join(',')) });
    });
    const row = h('div', { class: 'drawer-row' }, [h('label', { for: `fault-${area}` }, [label]), select]);
    return { area, select, row };
  }

  client.log.onEntry((entry) => {
    if (entry.outcome === 'unsupported' && entry.direction === 'app') {
      unsupported += 1;
      showBadge();
    }
    if (element.hidden === false) list.prepend(logLine(entry));
  });
  showBadge();

  return {
    element,
    toggle,
    /** @param {Route} route */
    update(route) {
      /** @type {ReadonlyMap<string, Faults[keyof Faults]>} */
      const current = new Map(Object.entries(route.faults));
      language.value = route.language;
      for (const { area, select } of selects) select.value = current.get(area) ?? 'ok';
      element.classList.toggle(
        'faulty',
        [...current.values()].some((value) => value !== 'ok'),
      );
      toggle.classList.toggle(
        'faulty',
        [...current.values()].some((value) => value !== 'ok'),
      );
    },
  };
}

/** @param {LogEntry} entry */
function logLine({ at, place, direction, func, args, outcome }) {
  const time = new Date(at).toISOString().slice(11, 23);
  return h('li', { class: `log-line ${outcome}` }, [
    h('span', { class: 'log-head' }, [
      h('time', {}, [time]),
      h('span', {}, [`${place} ${direction === 'app' ? '→ host' : '← host'}`]),
      OUTCOMES[outcome] !== '' && h('em', {}, [OUTCOMES[outcome]]),
    ]),
    h('code', {}, [func]),
    args.length > 0 && h('code', { class: 'log-args' }, [JSON.stringify(args).slice(0, 400)]),
  ]);
}
