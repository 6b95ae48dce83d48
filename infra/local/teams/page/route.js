/** @import { AppTarget, HostLanguage, Route, Theme, View } from '../types.ts' */
import { formatFaults, HEALTHY, parseFaults } from './host/faults.js';

/** @type {readonly View[]} */
const VIEWS = [
  'welcome',
  'personal',
  'team',
  'config',
  'calendar',
  'meeting',
  'panel',
  'stage',
  'room',
  'chat',
  'chats',
];

/** @type {readonly Theme[]} */
export const THEMES = ['default', 'dark', 'contrast'];

/** @type {readonly HostLanguage[]} */
export const LANGUAGES = ['', 'en-gb', 'de-de'];

/** @type {Route} */
export const START = {
  as: '',
  view: 'welcome',
  team: '',
  meeting: '',
  chat: '',
  page: '',
  sub: '',
  theme: 'default',
  language: '',
  faults: HEALTHY,
  bare: false,
  seats: [],
};

/**
 * What Teams is set to; the browser's own where nobody chose.
 *
 * @param {Route} route
 */
export function hostLocale({ language }) {
  return language === '' ? navigator.language.toLowerCase() : language;
}

/**
 * Reads an address' query. Nobody to be means the welcome page, whatever view was asked for.
 *
 * @param {string} search
 * @returns {Route}
 */
export function parseRoute(search) {
  const query = new URLSearchParams(search);
  const as = query.get('as') ?? '';
  const asked = VIEWS.find((view) => view === query.get('view')) ?? 'personal';
  return {
    as,
    view: as === '' ? 'welcome' : asked,
    team: query.get('team') ?? '',
    meeting: query.get('meeting') ?? '',
    chat: query.get('chat') ?? '',
    page: query.get('page') ?? '',
    sub: query.get('sub') ?? '',
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'default',
    language: LANGUAGES.find((language) => language === query.get('language')) ?? '',
    faults: parseFaults(query.get('fault') ?? ''),
    bare: query.get('frame') === 'bare',
    seats: (query.get('seats') ?? '').split(',').filter((seat) => seat !== ''),
  };
}

/**
 * Writes an address of the page, leaving out what is as at the start.
 *
 * @param {Route} route
 * @returns {string}
 */
export function formatRoute(route) {
  const query = new URLSearchParams();
  if (route.as !== '') query.set('as', route.as);
  if (route.view !== 'welcome') query.set('view', route.view);
  if (route.team !== '') query.set('team', route.team);
  if (route.meeting !== '') query.set('meeting', route.meeting);
  if (route.chat !== '') query.set('chat', route.chat);
  if (route.page !== '') query.set('page', route.page);
  if (route.sub !== '') query.set('sub', route.sub);
  if (route.theme !== 'default') query.set('theme', route.theme);
  if (route.language !== '') query.set('language', route.language);
  if (formatFaults(route.faults) !== '') query.set('fault', formatFaults(route.faults));
  if (route.bare) query.set('frame', 'bare');
  if (route.seats.length > 0) query.set('seats', route.seats.join(','));
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}

/**
 * Where a page of the app is shown: a meeting's page in the meeting, a team's in its channel, others in the personal app.
 *
 * @param {Route} route the address the person is at
 * @param {AppTarget} target
 * @returns {Route}
 */
export function routeTo(route, { pageId, subPageId }) {
  const bare = { ...route, team: '', meeting: '', chat: '', page: '', sub: subPageId };
  const [kind, id = ''] = splitOnce(pageId, ':');
  if (kind === 'team' && id !== '') return { ...bare, view: 'team', team: id };
  if (kind === 'meeting' && id !== '') {
    const staysInside = id === route.meeting && (route.view === 'panel' || route.view === 'stage');
    return { ...bare, view: staysInside ? route.view : 'meeting', meeting: id };
  }
  return { ...bare, view: 'personal', page: pageId === 'home' ? '' : pageId };
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {[string, string?]}
 */
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
