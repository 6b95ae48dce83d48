import type { TeamId } from '@plumbline/shared/kernel/ids';
import { persona, type Person } from '../../running/person.ts';

const LEADERS = ['maya', 'tomas', 'ngozi', 'daniel', 'omar'] as const;

/** A team of five leaders, its coach, and somebody who is in no team at all. */
export interface AskingTeam {
  readonly id: TeamId;
  readonly coach: Person;
  readonly leaders: readonly Person[];
  readonly outsider: Person;
}

export async function foundTeam(origin: string): Promise<AskingTeam> {
  const coach = await persona(origin, 'ruth');
  const outsider = await persona(origin, 'sofia');
  await leaveAll(outsider, coach);
  const input = {
    name: 'Terminal leads',
    organisation: 'Calder Marine Logistics',
    scope: 'team',
    intact: true,
    myTitle: 'Coach',
    myRole: 'coach',
  } as const;
  const { id } = await coach.do('foundTeam', { params: {}, input, key: 'terminal' });
  const leaders = await Promise.all(LEADERS.map((leader) => persona(origin, leader)));
  for (const leader of leaders) {
    const member = { ...(await idOf(leader)), title: '', role: 'leader' } as const;
    await coach.do('addMember', { params: { team: id }, input: member, key: `add-${leader.name}` });
  }
  return { id, coach, leaders, outsider };
}

/** A list of so many people, one of them the outsider; one stands in it twice, and one leader stands in it. */
export async function crowdWith({ leaders, outsider }: AskingTeam, people: number): Promise<string> {
  const [leader] = leaders;
  if (!leader) throw new Error('The team has no leaders');
  const others = Array.from({ length: people - 1 }, (_, place) => `7d11c3aa-5e0f-4b7e-9c55-${hex(place)}`);
  const named = [(await idOf(outsider)).person, (await idOf(leader)).person];
  return [...others, ...named, ...others.slice(0, 1)].join('\n');
}

async function idOf(person: Person) {
  const { person: found } = await person.do('viewHome', { params: {} });
  return found;
}

async function leaveAll(person: Person, coach: Person): Promise<void> {
  const { teams } = await person.do('viewHome', { params: {} });
  const { person: leaving } = await idOf(person);
  for (const { id: team } of teams) {
    const { revision } = await coach.do('viewTeam', { params: { team } });
    await coach.do('removeMember', { params: { team, person: leaving }, ifMatch: String(revision) });
  }
}

function hex(place: number): string {
  return place.toString(16).padStart(12, '0');
}
