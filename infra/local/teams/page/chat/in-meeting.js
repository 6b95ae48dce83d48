/** @import { Client } from '../client.js' */
import { hostLocale } from '../route.js';

const BASE = '/local/teams/chats/meeting';

/**
 * Tells the stand-in that this window is in a meeting, so that its chat hears when the meeting begins and ends.
 *
 * @param {Client} client
 * @param {{ subject: string; name: string }} meeting
 * @returns {() => void} leaves the meeting
 */
export function enterMeeting(client, meeting) {
  if (client.config.botId === '') return () => undefined;
  const id = crypto.randomUUID();
  const body = { as: client.persona().id, locale: hostLocale(client.route()), window: id, ...meeting };
  void post('/enter', body);
  const leave = () => {
    removeEventListener('pagehide', leave);
    void post('/leave', { window: id });
  };
  addEventListener('pagehide', leave);
  return leave;
}

/**
 * Also from a page that is going away.
 *
 * @param {string} path
 * @param {object} body
 */
async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  const sent = fetch(BASE + path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
  // A service that is restarting has forgotten the meeting anyway.
  await sent.catch(() => undefined);
}
