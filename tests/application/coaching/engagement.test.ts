import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EngagementView } from '@plumbline/shared/contract/coaching-views';
import type { Operations } from '@plumbline/shared/contract/operations';
import type { Call } from '@plumbline/shared/application/use-case';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';

/** Persons 0 and 9 coach, 1 to 6 lead, 7 is a sponsor, 8 the analyst, 10 another sponsor. */
const [COACH, SPONSOR, ANALYST, OTHER_COACH, OTHER_SPONSOR] = [0, 7, 8, 9, 10];
const PARTIES = [COACH, SPONSOR, 1, 2, 3, 4, 5, 6];

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['sponsor', 'analyst', 'coach', 'sponsor']);
});
afterEach(() => company.leave());

function begin(by = COACH, sponsor: number | null = SPONSOR, key?: string) {
  const input = {
    sponsor: sponsor === null ? null : company.person(sponsor).person,
    purpose: 'Decide once.',
    occasion: 'starting-up',
  } as const;
  return company.call('beginEngagement', company.person(by), {
    params: { team },
    input,
    ...(key === undefined ? {} : { key }),
  });
}

function view(by = COACH): Promise<EngagementView> {
  return company.get('viewEngagement', company.person(by), { params: { team }, input: null });
}

/** What a change of the engagement as it is now is sent with. */
async function seen() {
  return { params: { team }, ifMatch: String((await view()).revision) };
}

async function draft(by: number, input: Call<Operations['draftContract']>['input'] = {}) {
  return company.call('draftContract', company.person(by), { ...(await seen()), input });
}

async function setGoals(by: number, goals: Call<Operations['setGoals']>['input']['goals'] = []) {
  return company.call('setGoals', company.person(by), { ...(await seen()), input: { goals } });
}

async function end(by: number) {
  return company.call('endEngagement', company.person(by), { ...(await seen()), input: null });
}

function accept(by: number, version = 1) {
  return company.call('acceptContract', company.person(by), { params: { team }, input: { version } });
}

function refusal(reply: { readonly ok: boolean; readonly error?: { readonly kind: string } }): string {
  return reply.error?.kind ?? 'done';
}

describe('an engagement', () => {
  it('CO1 has a coach, a sponsor or none, a purpose and an occasion, one at a time', async () => {
    expect(refusal(await company.call('viewEngagement', company.person(1), { params: { team }, input: null }))).toBe(
      'engagement.none',
    );
    expect((await begin()).ok).toBe(true);
    expect(await view(1)).toMatchObject({
      coach: { name: 'Person 0' },
      sponsor: { name: 'Person 7' },
      purpose: 'Decide once.',
      occasion: 'starting-up',
      begunAt: company.now,
      endedAt: null,
      contract: null,
      goals: [],
      me: { party: 'leader', abilities: { draft: false, accept: false, setGoals: false, end: true } },
    });
    expect(refusal(await begin(OTHER_COACH))).toBe('engagement.under-way');
    expect(refusal(await end(3))).toBe('done');
    expect(refusal(await begin(OTHER_COACH, 1))).toBe('engagement.sponsor-unknown');
    expect((await view(1)).endedAt).toBe(company.now);
    expect(refusal(await begin(OTHER_COACH, null))).toBe('done');
    expect((await view(1)).coach.name).toBe('Person 9');
  });

  it('CO1 HT3 begun twice with one key is begun once, and the key takes nothing else', async () => {
    const first = await begin(COACH, SPONSOR, 'k');
    expect(await begin(COACH, SPONSOR, 'k')).toEqual(first);
    expect(refusal(await begin(COACH, null, 'k'))).toBe('idempotency.reused');
  });

  it('CO3 is drafted and given goals by its own coach alone, and ended by leaders and coaches', async () => {
    await begin();
    for (const by of [1, SPONSOR, ANALYST, OTHER_COACH]) {
      expect([refusal(await draft(by)), refusal(await setGoals(by))]).toEqual(['access.denied', 'access.denied']);
    }
    for (const by of [SPONSOR, ANALYST]) expect(refusal(await end(by))).toBe('access.denied');
    expect(refusal(await end(OTHER_COACH))).toBe('done');
    const late = [await draft(COACH), await setGoals(COACH), await end(COACH), await accept(1)];
    expect(late.map(refusal)).toEqual(new Array(4).fill('engagement.ended'));
  });

  it('CO3 HT4 a change that was decided on an older state is refused', async () => {
    await begin();
    await draft(COACH);
    const late = { params: { team }, input: {}, ifMatch: '1' };
    expect(refusal(await company.call('draftContract', company.person(COACH), late))).toBe('revision.stale');
  });
});

describe('a contract', () => {
  it('CO2 starts with what is usual, and keeps what is not changed', async () => {
    await begin();
    expect((await draft(COACH)).ok).toBe(true);
    const first = (await view(1)).contract;
    expect(first).toMatchObject({
      version: 1,
      purpose: 'Decide once.',
      sees: { sponsor: 'dimensions', leaders: 'goals' },
      coachOnly: ['observations'],
      inForce: false,
    });
    expect(first?.outcomes.length).toBeGreaterThan(0);
    expect(first?.boundaries.length).toBeGreaterThan(2);
    await draft(COACH, { sponsorSees: 'takes-place', boundaries: [] });
    expect((await view(1)).contract).toMatchObject({
      version: 2,
      outcomes: first?.outcomes,
      boundaries: [],
      sees: { sponsor: 'takes-place', leaders: 'goals' },
    });
  });

  it('CO2 is in force once every party has accepted the version that they were shown, which all can see', async () => {
    await begin();
    expect(refusal(await accept(1))).toBe('contract.none');
    await draft(COACH);
    expect(refusal(await accept(1, 2))).toBe('contract.other-version');
    for (const by of [ANALYST, OTHER_COACH, OTHER_SPONSOR]) expect(refusal(await accept(by))).toBe('access.denied');
    for (const by of PARTIES.slice(0, -1)) expect((await accept(by)).ok).toBe(true);
    expect((await accept(1)).ok).toBe(true);
    for (const by of [COACH, SPONSOR, 6]) {
      const { contract } = await view(by);
      expect(contract?.inForce).toBe(false);
      expect(contract?.parties.map(({ name, as, accepted }) => [name, as, accepted])).toEqual([
        ['Person 0', 'coach', true],
        ['Person 7', 'sponsor', true],
        ...[1, 2, 3, 4, 5].map((i) => [`Person ${i}`, 'leader', true]),
        ['Person 6', 'leader', false],
      ]);
    }
    await accept(6);
    expect((await view()).contract?.inForce).toBe(true);
    await draft(COACH, { outcomes: ['Another.'] });
    const next = (await view()).contract;
    expect([next?.version, next?.inForce, next?.parties.filter(({ accepted }) => accepted)]).toEqual([2, false, []]);
    expect(refusal(await accept(1, 1))).toBe('contract.other-version');
  });

  it('CO2 waits for a leader who joins, and no longer for one who has left', async () => {
    await begin();
    await draft(COACH);
    for (const by of PARTIES) await accept(by);
    const { person, name } = company.person(11);
    const newcomer = { person, name, title: '', role: 'leader', group: '' } as const;
    await company.get('addMember', company.person(COACH), { params: { team }, input: newcomer });
    expect((await view()).contract?.inForce).toBe(false);
    const ifMatch = String(
      (await company.get('viewTeam', company.person(0), { params: { team }, input: null })).revision,
    );
    await company.get('removeMember', company.person(COACH), { params: { team, person }, input: null, ifMatch });
    expect((await view()).contract?.inForce).toBe(true);
  });

  it('CO2 keeps every yes of people who accept in the same moment', async () => {
    await begin();
    await draft(COACH);
    const replies = await Promise.all(PARTIES.map((by) => accept(by)));
    expect(replies.map(refusal)).toEqual(PARTIES.map(() => 'done'));
    expect((await view()).contract?.inForce).toBe(true);
  });
});

describe('the goals of an engagement', () => {
  const goal = { sentence: 'We decide once.', dimension: 'decision-making', evidence: 'The list.' };

  it('CO5 name a dimension each, and are shown to leaders as the contract says', async () => {
    await begin();
    expect(refusal(await setGoals(COACH, [{ ...goal, dimension: 'charm' }]))).toBe('goal.dimension-unknown');
    expect((await setGoals(COACH, [goal])).ok).toBe(true);
    const shown = [{ ...goal, dimension: { id: 'decision-making', title: 'Decision-making' } }];
    expect((await view(1)).goals).toEqual(shown);
    expect((await view(SPONSOR)).goals).toBeNull();
    await draft(COACH, { leadersSee: 'contract' });
    expect([(await view(1)).goals, (await view(COACH)).goals]).toEqual([null, shown]);
  });

  it('CO5 CO6 are not kept from leaders and shown to sponsors, through whom leaders could look', async () => {
    await begin();
    await setGoals(COACH, [goal]);
    await draft(COACH, { leadersSee: 'contract' });
    expect(refusal(await draft(COACH, { sponsorSees: 'goals-and-themes' }))).toBe('contract.leaders-behind');
    for (const by of PARTIES) await accept(by);
    const look = { params: { team }, input: null };
    const asSponsor = await company.get('viewAsSponsor', company.person(1), look);
    expect([(await view(1)).goals, asSponsor.engagement?.goals, asSponsor.themes]).toEqual([null, null, []]);
    expect(refusal(await draft(COACH, { sponsorSees: 'goals-and-themes', leadersSee: 'goals' }))).toBe('done');
  });
});

describe('what is written down of an engagement', () => {
  it('AU1 is each change, once a day who looked at the recommendation, and no word of it', async () => {
    await begin();
    await draft(COACH, { purpose: 'A secret purpose.' });
    await accept(1);
    company.now += 60_000;
    expect(refusal(await accept(1))).toBe('done');
    await setGoals(COACH);
    const look = { params: { team }, input: null };
    await company.get('viewRecommendation', company.person(2), look);
    await company.get('viewRecommendation', company.person(2), look);
    await company.get('viewAsSponsor', company.person(2), look);
    await end(2);
    const log = await company.get('viewAudit', company.person(1), { params: { team, page: 'first' }, input: null });
    const acts = log.entries.map(({ act, by }) => `${by.name} ${act}`).filter((line) => !line.endsWith('addMember'));
    expect(acts.sort()).toEqual([
      'Person 0 beginEngagement',
      'Person 0 draftContract',
      'Person 0 foundTeam',
      'Person 0 setGoals',
      'Person 1 acceptContract',
      'Person 2 endEngagement',
      'Person 2 viewRecommendation',
    ]);
    expect(JSON.stringify(log)).not.toContain('secret');
  });
});
