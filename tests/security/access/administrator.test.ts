import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';
import type { Person } from '../../running/person.ts';
import { ServiceHere } from '../../running/service-here.ts';
import { personId } from '../../running/tenant-people.ts';
import { furnish } from '../furnish.ts';
import { cast, newKey, Office } from '../office.ts';
import { examplesOf, send, type Things } from '../requests.ts';

/** Words that stand in what the team said, and nowhere else. */
const NOTE = 'Quokka note';
const PROMISE = 'We decide in a week.';

let service: ServiceHere;
let office: Office;
let things: Things;
let administrator: Person;

beforeAll(async () => {
  service = await ServiceHere.start();
  office = new Office(service.origin);
  things = await furnish(office);
  administrator = await office.person('a50');
  // A meeting with results that five leaders gave, which its members can look at and take away.
  const coach = await office.person('a0');
  const meeting = await office.open(things.team, coach);
  const round = await meeting.round('rating');
  const [question] = round.questions;
  for (const seat of ['a1', 'a2', 'a3', 'a4', 'a5']) {
    const answers = { [question?.id ?? '']: { kind: 'scale', value: 6 } } as const;
    await cast(await office.person(seat), { meeting: meeting.id, round: round.id }, { answers });
  }
  const leader = await office.person('a1');
  const note = { params: { meeting: meeting.id, question: question?.id ?? '' }, input: { text: NOTE } };
  await leader.do('keepNote', note);
  await meeting.direct({ type: 'close' }, ({ sealed }) => sealed);
  things = { ...things, meeting: meeting.id, round: round.id, question: question?.id ?? '' };
});

afterAll(() => service.end());

/** About the person alone. */
const OWN: readonly OperationName[] = [
  'viewHome',
  'foundTeam',
  'viewNudgePreferences',
  'setNudgePreferences',
  'snooze',
  'exportMine',
];

function names(): readonly OperationName[] {
  return Object.keys(operations).filter((name): name is OperationName => name in operations);
}

async function answerTo(name: OperationName) {
  const { params, input } = examplesOf(things)[name];
  const route: Route = operations[name];
  return send(name, params, {
    origin: service.origin,
    token: administrator.token,
    ifMatch: route.revision === 'required' ? '"1"' : undefined,
    key: route.creates ? newKey() : undefined,
    body: input === null ? undefined : JSON.stringify(input),
  });
}

/** Everything that an administrator gets to read, whatever she asks for. */
async function harvest(): Promise<ReadonlyMap<OperationName, string>> {
  const read = new Map<OperationName, string>();
  for (const name of names().filter((one) => one !== 'deleteMine')) {
    const { status, text } = await answerTo(name);
    if (status < 400) read.set(name, text);
  }
  return read;
}

describe('an administrator of the organisation who wants to know more', () => {
  it('OA2 sees that the results are there for others', async () => {
    const { rating } = await (await office.person('a1')).do('viewResults', { params: { meeting: things.meeting } });
    expect(rating?.ballots).toBe(5);
  });

  it('OA2 gets nothing from any operation but her own pages and what is about herself', async () => {
    const got = [...(await harvest()).keys()];
    const open = names().filter(
      (name) => operations[name].path.startsWith('/api/organisation') && name !== 'appointLead',
    );
    expect(got.toSorted()).toEqual([...OWN, ...open].toSorted());
  });

  it('OA2 finds in all of it no answer, question, title, note, promise, figure or meeting', async () => {
    const own = await office.person('a1');
    const { composition, dimensions } = await own.do('viewMeeting', { params: { meeting: things.meeting } });
    const secrets = [
      NOTE,
      PROMISE,
      composition.title,
      composition.purpose,
      things.meeting,
      things.round,
      things.question,
    ];
    const titles = dimensions.map(({ title }) => title);
    // Whoever founds a team gets the built-in questions, of which every team's are copies.
    const read = [...(await harvest())].filter(([name]) => name !== 'foundTeam');
    const everything = read.map(([, text]) => text).join('\n');
    expect(everything).toContain(things.team);
    for (const secret of [...secrets, ...titles])
      expect([secret, everything.includes(`"${secret}"`)]).toEqual([secret, false]);
    expect(everything).not.toMatch(/"(?:rating|ballots|consensus|mean|shape|sentence|evidence|answers)":(?!\[\])/);
  });

  it('OA2 is told nothing on the live stream, and has no file to take away', async () => {
    const headers = { authorization: `Bearer ${administrator.token}` };
    for (const topics of [things.team, things.meeting, `${things.team},${things.meeting}`]) {
      const response = await fetch(`${service.origin}/api/live?topics=${topics}`, { headers });
      await response.text();
      expect(response.status).toBe(404);
    }
    // Decks, reports and tables are made in the browser, from these two.
    for (const name of ['viewMeeting', 'viewResults'] as const) {
      expect(await answerTo(name)).toMatchObject({ status: 404, kind: 'thing.not-found' });
    }
  });

  it('OA4 cannot take the lead, give it in a team that is led, or reach another organisation', async () => {
    const appoint = async (number: number, by = administrator) => {
      const input = { person: personId('a', number), role: 'coach' } as const;
      const reply = await by.try('appointLead', { params: { team: things.team }, input });
      return reply.ok ? 'given' : reply.error.kind;
    };
    expect(await appoint(7)).toBe('lead.is-there');
    expect(await appoint(50)).toBe('team.member-unknown');
    expect(await appoint(7, await office.person('b50'))).toBe('thing.not-found');
    const { teams } = await (await office.person('b50')).do('viewOrganisationTeams', { params: { page: 'first' } });
    expect(teams.map(({ id }) => id)).not.toContain(things.team);
  });
});
