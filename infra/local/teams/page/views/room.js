/** @import { Me, Persona } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { h } from '../dom.js';
import { findMeeting, likelyMeeting } from '../meetings.js';
import { formatRoute } from '../route.js';
import { findPersona } from '../tenant.js';
import { emptyView } from './empty.js';

const SEATS = 4;

/**
 * A whole meeting in one window: the stage, and the side panels of four people, each a window of its own inside.
 *
 * @param {Client} client
 * @param {{ me: Me; retry: () => void }} of
 */
export function roomView(client, { me, retry }) {
  const id = client.route().meeting === '' ? likelyMeeting(me) : client.route().meeting;
  if (id === '') {
    const element = h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
      emptyView({ me, what: 'meeting', retry }),
    ]);
    return { element, frames: [] };
  }
  const seated = seatsOf(client);
  const { meeting } = findMeeting(me, id);
  const stage = h('iframe', {
    class: 'room-stage',
    title: 'The stage',
    src: inside(client, { as: client.persona().id, view: 'stage', id }),
  });
  const seats = seated.map((persona, index) => seat(client, { persona, index, id, seated }));
  const element = h('main', { class: 'room-view', id: 'main', tabindex: '-1' }, [
    h('h1', { class: 'room-title' }, [meeting.title]),
    stage,
    ...seats,
  ]);
  return { element, frames: [] };
}

/**
 * @param {Client} client
 * @returns {readonly Persona[]}
 */
function seatsOf(client) {
  const { personas } = client.config;
  const named = client.route().seats.flatMap((id) => findPersona(personas, id) ?? []);
  if (named.length > 0) return named.slice(0, SEATS);
  const self = client.persona();
  return [self, ...personas.filter(({ id, role }) => id !== self.id && role === 'leader')].slice(0, SEATS);
}

/**
 * @param {Client} client
 * @param {{ persona: Persona; index: number; id: string; seated: readonly Persona[] }} of
 */
function seat(client, { persona, index, id, seated }) {
  const choice = h(
    'select',
    { 'aria-label': `Who sits at place ${index + 1}` },
    client.config.personas.map((candidate) =>
      h('option', { value: candidate.id, selected: candidate.id === persona.id }, [
        `${candidate.name}, ${candidate.title}`,
      ]),
    ),
  );
  choice.addEventListener('change', () => {
    client.adjust({ seats: seated.map((sitting, place) => (place === index ? choice.value : sitting.id)) });
  });
  return h('section', { class: 'room-seat', 'aria-label': `Place ${index + 1}` }, [
    choice,
    h('iframe', { title: `Side panel of ${persona.name}`, src: inside(client, { as: persona.id, view: 'panel', id }) }),
  ]);
}

/**
 * @param {Client} client
 * @param {{ as: string; view: 'stage' | 'panel'; id: string }} of
 */
function inside(client, { as, view, id }) {
  return formatRoute({ ...client.route(), as, view, meeting: id, bare: true, seats: [], team: '', page: '', sub: '' });
}
