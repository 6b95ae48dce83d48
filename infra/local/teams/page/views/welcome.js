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
    firstSteps(client),
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

/**
 * What a newcomer can do to see the point in a minute.
 *
 * @param {Client} client
 */
function firstSteps(client) {
  const { personas } = client.config;
  const leader = personas.find(({ role }) => role === 'leader');
  const coach = personas.find(({ role }) => role === 'coach');
  if (leader === undefined || coach === undefined) return undefined;
  /** @param {string} as @param {'personal' | 'room'} view */
  const to = (as, view) => formatRoute({ ...client.route(), as, view });
  return h('section', { class: 'welcome-more', 'aria-labelledby': 'first-steps' }, [
    h('h2', { id: 'first-steps' }, ['New here? A few minutes']),
    h('ol', {}, [
      h('li', {}, [
        h('a', { href: to(leader.id, 'personal') }, [`Be ${leader.name}`]),
        ' and open the team: where it is together, where it is apart, and what it promised.',
      ]),
      h('li', {}, [
        h('a', { href: to(coach.id, 'personal') }, [`Be ${coach.name}`]),
        ', who coaches the team: go on planning its next meeting, and open it for answers.',
      ]),
      h('li', {}, [
        h('a', { href: to(coach.id, 'room') }, ['Sit in the room']),
        ': the stage and four people’s panels in one window. Time can run faster, above.',
      ]),
      h('li', {}, [
        h(
          'a',
          { href: formatRoute({ ...client.route(), as: leader.id, view: 'personal', language: 'de-de' }), lang: 'de' },
          ['Auf Deutsch'],
        ),
        ': Teams in German, and the app with it. The developer drawer sets it back.',
      ]),
      h('li', {}, [
        'Take results along as native charts and tables: open ',
        h('a', { href: '/local/office?program=powerpoint' }, ['PowerPoint']),
        ' or ',
        h('a', { href: '/local/office?program=word' }, ['Word']),
        ' with the add-in beside a file of yours.',
      ]),
    ]),
  ]);
}
