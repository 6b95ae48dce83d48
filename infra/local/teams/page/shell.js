/** @import { Route, Theme, View } from '../types.ts' */
/** @import { Client } from './client.js' */
/** @import { Drawer } from './drawer.js' */
import { avatar, button, h, icon } from './dom.js';
import { formatRoute, THEMES } from './route.js';
import { readTimeRate, setTimeRate } from './tenant.js';

const RATES = [1, 5, 30];

/** How long a passing message stays. */
const TOAST_MS = 6_000;

/** @type {Readonly<Record<Theme, { label: string; icon: 'sun' | 'moon' | 'contrast' }>>} */
const THEME_LOOKS = {
  default: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
  contrast: { label: 'High contrast', icon: 'contrast' },
};

/** @type {readonly { view: View; label: string; icon: 'app' | 'chat' | 'team' | 'calendar' | 'room' }[]} */
const RAIL = [
  { view: 'personal', label: 'Plumbline', icon: 'app' },
  { view: 'chat', label: 'Chat', icon: 'chat' },
  { view: 'team', label: 'Teams', icon: 'team' },
  { view: 'calendar', label: 'Calendar', icon: 'calendar' },
  { view: 'room', label: 'Room', icon: 'room' },
];

/**
 * Everything around the open place: title bar, rail, persona menu, passing messages.
 *
 * @param {{ client: Client; drawer: Drawer; goBack: () => void }} of
 */
export function createShell({ client, drawer, goBack }) {
  const place = h('div', { class: 'place' });
  const toasts = h('div', { class: 'toasts', role: 'status' });
  const rail = h('nav', { class: 'rail', 'aria-label': 'Apps' });
  const themes = themePicker(client);
  const time = timePicker(client);
  const person = personMenu(client);
  const back = button({ class: 'button-icon', 'aria-label': 'Back', title: 'Back' }, [icon('back')], goBack);
  const bar = h('header', { class: 'title-bar' }, [
    back,
    h('span', { class: 'product' }, ['Local Teams', h('small', {}, ['for development'])]),
    h('span', { class: 'spacer' }),
    time.element,
    themes.element,
    drawer.toggle,
    person.element,
  ]);
  const element = h('div', { class: 'teams' }, [
    h('a', { class: 'skip', href: '#main' }, ['Skip to the app']),
    bar,
    rail,
    place,
    drawer.element,
    toasts,
  ]);

  /** @param {Route} route */
  function update(route) {
    const somebody = route.as !== '';
    document.documentElement.dataset['theme'] = route.theme;
    element.dataset['view'] = route.view;
    element.toggleAttribute('data-bare', route.bare);
    bar.hidden = route.bare;
    back.hidden = !somebody;
    themes.update(route.theme);
    drawer.update(route);
    rail.hidden = !somebody || route.bare || ['meeting', 'panel', 'stage', 'room', 'chats'].includes(route.view);
    const entries = RAIL.filter(({ view }) => view !== 'chat' || client.config.botId !== '');
    rail.replaceChildren(...entries.map((entry) => railLink(route, entry)));
    person.update();
    document.title = somebody ? `${client.persona().name.split(' ')[0] ?? ''} · Local Teams` : 'Local Teams';
  }

  return {
    element,
    update,
    /** @param {HTMLElement} view */
    place(view) {
      place.replaceChildren(view);
      void time.refresh();
    },
    /** @param {string} sentence */
    say(sentence) {
      const toast = h('p', { class: 'toast' }, [sentence]);
      toasts.append(toast);
      setTimeout(() => {
        toast.remove();
      }, TOAST_MS);
    },
  };
}

/**
 * @param {Route} route
 * @param {(typeof RAIL)[number]} entry
 */
function railLink(route, { view, label, icon: symbol }) {
  const current = view === route.view || (view === 'team' && route.view === 'config');
  const href = formatRoute({ ...route, view, team: '', meeting: '', chat: '', page: '', sub: '' });
  return h(
    'a',
    {
      class: 'rail-item',
      href,
      'aria-current': current ? 'page' : undefined,
      'data-focus': current ? 'before' : undefined,
    },
    [icon(symbol), h('span', {}, [label])],
  );
}

/** @param {Client} client */
function themePicker(client) {
  const choices = THEMES.map((theme) => {
    const { label, icon: symbol } = THEME_LOOKS[theme];
    const choice = button(
      { class: 'button-icon', 'aria-label': `${label} theme`, title: label, 'data-theme-choice': theme },
      [icon(symbol)],
      () => {
        client.setTheme(theme);
      },
    );
    return { theme, choice };
  });
  return {
    element: h(
      'div',
      { class: 'segment', role: 'group', 'aria-label': 'Theme' },
      choices.map(({ choice }) => choice),
    ),
    /** @param {Theme} current */
    update(current) {
      for (const { theme, choice } of choices) choice.setAttribute('aria-pressed', String(theme === current));
    },
  };
}

/** @param {Client} client */
function timePicker(client) {
  const select = h(
    'select',
    { class: 'time', 'aria-label': 'Speed of time' },
    RATES.map((rate) => h('option', { value: String(rate) }, [`time ×${rate}`])),
  );
  let shown = 1;
  /** @param {number} rate */
  function showRate(rate) {
    shown = rate;
    select.value = String(rate);
    select.classList.toggle('fast', rate !== 1);
  }
  select.addEventListener('change', () => {
    const wanted = Number(select.value);
    void setTimeRate(client.config.timePath, wanted).then((done) => {
      showRate(done ? wanted : shown);
      client.say(
        done
          ? `Time runs ×${wanted} for everybody.`
          : 'The speed of time could not be changed: the service did not agree.',
      );
    });
  });
  return {
    element: select,
    refresh: async () => {
      showRate(await readTimeRate(client.config.timePath));
    },
  };
}

/** @param {Client} client */
function personMenu(client) {
  const trigger = button({ class: 'me', popovertarget: 'people' }, [], () => undefined);
  const menu = h('div', { class: 'people', id: 'people', popover: 'auto' });
  return {
    element: h('div', { class: 'me-holder' }, [trigger, menu]),
    update() {
      const route = client.route();
      trigger.hidden = route.as === '';
      if (route.as === '') return;
      const me = client.persona();
      trigger.setAttribute('aria-label', `${me.name}, ${me.title}. Be somebody else`);
      trigger.replaceChildren(avatar(me));
      menu.hidePopover();
      menu.replaceChildren(
        h('p', { class: 'people-head' }, [h('strong', {}, [me.name]), h('span', {}, [me.title])]),
        h(
          'ul',
          {},
          client.config.personas.map((persona) => {
            const href = formatRoute({ ...route, as: persona.id, bare: false });
            return h('li', {}, [
              h('a', { class: 'people-item', href, 'aria-current': persona.id === me.id ? 'true' : undefined }, [
                avatar(persona),
                h('span', {}, [h('strong', {}, [persona.name]), h('span', {}, [persona.title])]),
              ]),
              h(
                'a',
                {
                  class: 'button-icon',
                  href,
                  target: '_blank',
                  rel: 'opener',
                  'aria-label': `Open a window as ${persona.name}`,
                  title: 'New window',
                },
                [icon('window')],
              ),
            ]);
          }),
        ),
        h('a', { class: 'people-all', href: '/?view=welcome' }, ['Everybody']),
      );
    },
  };
}
