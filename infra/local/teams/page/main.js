/** @import { Me, Route } from '../types.ts' */
/** @import { Client } from './client.js' */
/** @import { TabFrame } from './host/frame.js' */
import { createClient } from './client.js';
import { createDrawer } from './drawer.js';
import { THEMES } from './route.js';
import { createShell } from './shell.js';
import { readPageConfig } from './tenant.js';
import { calendarView } from './views/calendar.js';
import { channelView } from './views/channel.js';
import { chatView } from './views/chat.js';
import { chatsView } from './views/chats.js';
import { meetingView } from './views/meeting.js';
import { personalView } from './views/personal.js';
import { roomView } from './views/room.js';
import { welcomeView } from './views/welcome.js';

/**
 * @typedef {object} OpenView
 * @property {HTMLElement} element
 * @property {readonly TabFrame[]} frames
 * @property {(() => void) | undefined} [onTenant]
 * @property {(() => void) | undefined} [onRoute] the theme or the faults changed, and the place did not
 * @property {(() => void) | undefined} [dispose]
 * @property {(() => void) | undefined} [opened] called once the view is in the page
 */

/**
 * The personal app needs no list of teams, and opens without waiting for one.
 *
 * @type {Me}
 */
const NOT_ASKED = { status: 'known', teams: [] };

/** @type {OpenView | undefined} */
let open;
let openKey = '';

const client = createClient(await readPageConfig(), {
  onRoute: () => void show(),
  onTenant: () => {
    open?.onTenant?.();
  },
  say: (sentence) => {
    shell.say(sentence);
  },
});
const drawer = createDrawer(client);
const shell = createShell({ client, drawer, goBack });

document.body.append(shell.element);
window.addEventListener('message', (event) => {
  if (event.source !== window.parent || window.parent === window || event.origin !== location.origin) return;
  const theme = THEMES.find((known) => known === readTheme(event.data));
  if (theme !== undefined) client.setTheme(theme);
});
await client.tenant.refresh();
await show();

/**
 * Shows the place that the address names. A change of theme or faults alone leaves the open app as it is; another language
 * loads it again, as in Teams.
 */
async function show() {
  const route = client.route();
  shell.update(route);
  passThemeOn(route);
  const key = keyOf(route);
  if (key === openKey) {
    open?.onRoute?.();
    return;
  }
  openKey = key;
  const me = route.view === 'welcome' || route.view === 'personal' ? NOT_ASKED : await client.readMe();
  // Somebody who clicked on while the product was asked for its teams wants the later place.
  if (openKey !== key) return;
  closeOpen();
  open = buildView(client.route(), { me, retry });
  for (const frame of open.frames) client.frames.add(frame);
  shell.place(open.element);
  open.opened?.();
}

/** @param {Route} route */
function keyOf(route) {
  const { as, view, team, meeting, chat, page, sub, language, seats } = route;
  // The config page is a dialog over the channel, and closing it must not load the channel again.
  return JSON.stringify([as, view === 'config' ? 'team' : view, team, meeting, chat, page, sub, language, seats]);
}

/**
 * @param {Route} route
 * @param {{ me: Me; retry: () => void }} of
 * @returns {OpenView}
 */
function buildView(route, of) {
  switch (route.view) {
    case 'welcome':
      return { element: welcomeView(client), frames: [] };
    case 'personal':
      return personalView(client);
    case 'calendar':
      return calendarView(client, of);
    case 'team':
    case 'config':
      return channelView(client, of);
    case 'meeting':
      return meetingView(client, { ...of, show: 'both' });
    case 'panel':
      return meetingView(client, { ...of, show: 'panel' });
    case 'stage':
      return meetingView(client, { ...of, show: 'stage' });
    case 'room':
      return roomView(client, of);
    case 'chat':
      return chatView(client, of);
    case 'chats':
      return chatsView(client);
  }
}

function retry() {
  openKey = '';
  void show();
}

function closeOpen() {
  open?.dispose?.();
  for (const frame of client.frames) frame.dispose();
  client.frames.clear();
}

/** The back button belongs to the app first, as in Teams. */
function goBack() {
  const [frame] = open?.frames ?? [];
  const taken = frame === undefined ? false : frame.pressBack();
  if (!taken) history.back();
}

/** @param {Route} route */
function passThemeOn(route) {
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.closest('.room-view, .chats-view') === null) continue;
    frame.contentWindow?.postMessage({ localTeamsTheme: route.theme }, location.origin);
  }
}

/**
 * @param {unknown} data a message of the window around this one, in the room view
 * @returns {unknown}
 */
function readTheme(data) {
  return typeof data === 'object' && data !== null && 'localTeamsTheme' in data ? data.localTeamsTheme : undefined;
}
