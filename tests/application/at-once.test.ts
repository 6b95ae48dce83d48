import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personPlace } from '@plumbline/shared/application/places';
import { Company } from './company.ts';

let company: Company;
/** What somebody else does just before the next write of such a document. */
let meanwhile: { readonly before: string; readonly act: () => Promise<unknown> } | null = null;

beforeEach(() => {
  company = new Company((store) => ({
    ...store,
    put: async (place, document) => (await come(document.id), store.put(place, document)),
    batch: async (place, operations) => {
      const [first] = operations;
      await come(first?.type === 'create' || first?.type === 'replace' ? first.document.id : '');
      return store.batch(place, operations);
    },
  }));
});
afterEach(async () => {
  expect(meanwhile).toBeNull();
  await company.leave();
});

async function come(id: string): Promise<void> {
  const act = meanwhile && id.startsWith(meanwhile.before) ? meanwhile.act : null;
  if (act) meanwhile = null;
  await act?.();
}

const FOUNDING = {
  name: 'Team',
  organisation: 'Org',
  scope: 'team',
  intact: true,
  myTitle: '',
  myRole: 'coach',
} as const;

function member(number: number) {
  const { person, name } = company.person(number);
  return { person, name, title: '', role: 'leader', group: '' } as const;
}

describe('a creation that is sent again while the first try is still under way', () => {
  it('HT3 adds a member once, and answers both alike', async () => {
    const team = await company.team(2);
    const sent = { params: { team }, input: member(10), key: 'the same' };
    const add = () => company.call('addMember', company.person(0), sent);
    let first: Awaited<ReturnType<typeof add>> | null = null;
    meanwhile = { before: 'team', act: async () => (first = await add()) };
    const again = await add();
    expect(again).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(again.ok && again.value.output.members).toHaveLength(4);
  });

  it('HT3 begins an engagement once, and answers both alike', async () => {
    const team = await company.team(2);
    const input = { sponsor: null, purpose: 'Decide once.', occasion: 'none' } as const;
    const begin = () =>
      company.call('beginEngagement', company.person(0), { params: { team }, input, key: 'the same' });
    let first: Awaited<ReturnType<typeof begin>> | null = null;
    meanwhile = { before: 'engagement', act: async () => (first = await begin()) };
    const again = await begin();
    expect(again).toMatchObject({ ok: true });
    expect(again).toEqual(first);
  });
});

describe('two who lead a team', () => {
  it('can add two people at the same moment', async () => {
    const team = await company.team(2);
    const add = (by: number, number: number) =>
      company.call('addMember', company.person(by), { params: { team }, input: member(number) });
    meanwhile = { before: 'team', act: () => add(1, 11) };
    const added = await add(0, 10);
    expect(added.ok && added.value.output.members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Person 10', 'Person 11']),
    );
  });

  it('lose nobody who is taken out by one and added by the other at the same moment', async () => {
    const team = await company.team(2);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const add = { params: { team }, input: member(2) };
    meanwhile = { before: 'past|', act: () => company.get('addMember', company.person(1), add) };
    const params = { team, person: company.person(2).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    const { teams } = await company.get('viewHome', company.person(2), { params: {}, input: null });
    expect(teams.map(({ id }) => id)).toEqual([team]);
  });
});

describe('founding a team', () => {
  it('HT3 that is sent again by whoever has left it finds nothing, and leaves nothing', async () => {
    const coach = company.person(0);
    const sent = { params: {}, input: FOUNDING, key: 'the same' };
    const { id: team } = await company.get('foundTeam', coach, sent);
    const added = await company.get('addMember', coach, { params: { team }, input: member(1) });
    const params = { team, person: coach.person };
    const ifMatch = String(added.revision);
    await company.get('removeMember', coach, { params, input: null, ifMatch });
    expect(await company.call('foundTeam', coach, sent)).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
    expect(await company.store.read(personPlace('tenant-1', coach.person), `team|${team}`)).toBeNull();
  });
});
