/** @import { Persona } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { avatar, h } from '../dom.js';
import { formatRoute } from '../route.js';

/**
 * The first page: who do you want to be?
 *
 * @param {Client} client
 */
export function welcomeView(client) {
  return h('main', { class: 'welcome', id: 'main' }, [
    h('div', { class: 'welcome-text' }, [
      h('h1', {}, ['Who are you today?']),
      h('p', {}, [
        'This is a stand-in for Microsoft Teams on your own machine. Choose a person, then open Plumbline as they would. Open more windows to be several people at once.',
      ]),
    ]),
    h(
      'ul',
      { class: 'persona-cards' },
      client.config.personas.map((persona) => h('li', {}, [personaCard(client, persona)])),
    ),
    roomHint(client),
  ]);
}

/**
 * @param {Client} client
 * @param {Persona} persona
 */
function personaCard(client, persona) {
  const href = formatRoute({ ...client.route(), as: persona.id, view: 'personal' });
  return h('a', { class: 'persona-card', href }, [
    avatar(persona, 'avatar-large'),
    h('span', { class: 'persona-text' }, [
      h('strong', {}, [persona.name]),
      h('span', {}, [persona.title]),
      h('span', { class: `role role-${persona.role}` }, [persona.role]),
    ]),
  ]);
}

/** @param {Client} client */
function roomHint(client) {
  const first = client.config.personas[0];
  if (first === undefined) return undefined;
  const href = formatRoute({ ...client.route(), as: first.id, view: 'room' });
  return h('p', { class: 'welcome-more' }, [
    'Or see a meeting whole: ',
    h('a', { href }, ['the stage and four people’s panels in one window']),
    '.',
  ]);
}
