import { DEMO_PEOPLE, person, type DemoPerson } from './people.ts';

/** Somebody of the wider leadership team, and the function by which its results are also shown. */
export interface WiderLeader {
  readonly person: DemoPerson;
  readonly group: string;
}

export const WIDER_TEAM = 'Wider leadership';

/** Runs the pulse, and is not asked. */
export const WIDER_COACH = known('ingrid');

export const WIDER_PULSE = {
  title: 'Pulse after the summer peak',
  purpose: 'See whether what the executive team agreed has arrived one level down.',
  daysAgo: 60,
  days: 6,
};

/** Seventeen leaders: two functions are large enough to be shown, two are not. Most of them have no client here. */
export const WIDER_LEADERS: readonly WiderLeader[] = [
  ...inGroup('Operations', 20, [
    'ngozi',
    'Anneke Visser',
    'Piotr Zieliński',
    'Samuel Boateng',
    'Lucía Ortega',
    'Jonas Rask',
  ]),
  ...inGroup('Commercial', 30, [
    'priya',
    'Hanna Koskinen',
    'Matteo Bianchi',
    'Aisha Rahman',
    'Clara Nyström',
    'David Mbeki',
  ]),
  ...inGroup('Technology', 40, ['Yuki Tanaka', 'Elena Petrova', 'Rui Carvalho']),
  ...inGroup('Finance', 50, ['Marta Kowalska', 'Ben Whitfield']),
];

/** What each function's people answer, by dimension, in turn; the scale goes from 1 to 7. */
const STANDS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  Operations: {
    vision: [5, 6, 6, 5, 6, 5],
    goals: [6, 5, 6, 5, 5, 6],
    priorities: [3, 2, 3, 2, 2, 3],
    strategy: [4, 3, 5, 4, 3, 4],
    roles: [5, 6, 5, 5, 6, 6],
    responsibilities: [5, 5, 6, 6, 5, 5],
    expectations: [3, 5, 2, 6, 3, 4],
    'across-functions': [2, 3, 2, 3, 3, 2],
    own: [2, 6, 3, 5, 2, 4],
  },
  Commercial: {
    vision: [6, 5, 6, 6, 5, 5],
    goals: [5, 6, 5, 6, 5, 6],
    priorities: [6, 5, 6, 5, 6, 5],
    strategy: [6, 5, 6, 5, 6, 5],
    roles: [2, 6, 4, 7, 3, 5],
    responsibilities: [5, 4, 5, 4, 5, 4],
    expectations: [4, 2, 6, 3, 5, 2],
    'across-functions': [3, 2, 3, 3, 2, 4],
    own: [6, 3, 5, 2, 6, 4],
  },
};

/** What the others answer: in between. */
const IN_BETWEEN: readonly number[] = [4, 5, 3, 5, 4, 6];

/** The answer of one of them to a question of a dimension. */
export function widerAnswer({ group }: WiderLeader, dimension: string, place: number): number {
  const stand = STANDS[group]?.[dimension] ?? IN_BETWEEN;
  return stand[place % stand.length] ?? 4;
}

function inGroup(group: string, from: number, people: readonly string[]): readonly WiderLeader[] {
  return people.map((name, place) => ({ person: personas(name) ?? newcomer(name, group, from + place), group }));
}

function newcomer(name: string, group: string, number: number): DemoPerson {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return person(number, { id, name, title: `Head in ${group}`, role: 'leader' });
}

function personas(id: string): DemoPerson | undefined {
  return DEMO_PEOPLE.find((one) => one.id === id);
}

function known(id: string): DemoPerson {
  const found = personas(id);
  if (!found) throw new Error(`Nobody in the demo company is called ${id}`);
  return found;
}
