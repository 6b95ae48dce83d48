/** @import { Client } from '../client.js' */
import { h } from '../dom.js';
import { formatRoute } from '../route.js';
import { findPersona } from '../tenant.js';

const SEATS = 4;

/**
 * Several people's chats side by side, each a window of its own inside.
 *
 * @param {Client} client
 */
export function chatsView(client) {
  const { personas } = client.config;
  const named = client.route().seats.flatMap((id) => findPersona(personas, id) ?? []);
  const seated = (
    named.length > 0 ? named : [client.persona(), ...personas.filter(({ id }) => id !== client.persona().id)]
  ).slice(0, named.length > 0 ? SEATS : 2);
  const element = h('main', { class: 'chats-view', id: 'main', tabindex: '-1' }, [
    h('h1', { class: 'sr-only' }, ['Chats side by side']),
    ...seated.map((persona) =>
      h('section', { class: 'chats-seat', 'aria-label': persona.name }, [
        h('h2', {}, [persona.name]),
        h('iframe', {
          title: `Chat of ${persona.name}`,
          src: formatRoute({ ...client.route(), as: persona.id, view: 'chat', bare: true, seats: [] }),
        }),
      ]),
    ),
  ]);
  return { element, frames: [] };
}
