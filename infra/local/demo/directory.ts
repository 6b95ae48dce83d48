import type { GraphTeam } from '../entra/graph.ts';
import type { Persona } from '../entra/persona.ts';
import { DEMO_LEADERS, DEMO_PERSONAS, person } from './people.ts';
import { WIDER_LEADERS } from './wider-team.ts';

/** Advises the company, from an organisation of his own. */
const GUEST: Persona = {
  ...person(90, { id: 'arne', name: 'Arne Solberg', title: 'Port adviser', role: 'leader' }),
  home: '6d1f2c80-5b1e-4c5e-9a57-1f0d8c2a7e99',
};

const WIDER = WIDER_LEADERS.map(({ person: leader }) => leader);

/** Everybody of the fictional company's directory; most of them nobody can be here. */
export const DIRECTORY_PEOPLE: readonly Persona[] = [
  ...DEMO_PERSONAS,
  ...WIDER.filter(({ id }) => !DEMO_PERSONAS.some((known) => known.id === id)),
  GUEST,
];

/** The teams of Microsoft Teams that the company has. */
export const DIRECTORY_TEAMS: readonly GraphTeam[] = [
  team(1, 'Baltic route', ['maya', 'ngozi', 'ruth', 'piotr-zieliński', 'elena-petrova', 'arne']),
  team(2, 'Executive team', [...DEMO_LEADERS.map(({ id }) => id), 'ruth', 'sofia']),
  team(3, 'Wider leadership', [...WIDER.map(({ id }) => id), 'ingrid', 'maya', 'ruth']),
];

function team(number: number, displayName: string, who: readonly string[]): GraphTeam {
  const people = DIRECTORY_PEOPLE.filter(({ id }) => who.includes(id)).map(({ oid }) => oid);
  return { id: `5d0f3a61-7c42-4b8e-9a15-${String(number).padStart(12, '0')}`, displayName, people };
}
