import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SponsorView } from '@plumbline/shared/contract/coaching-views';
import type { SponsorTier } from '@plumbline/shared/domain/coaching/contract';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';

/** Person 0 coaches, 1 to 6 lead, 7 is the sponsor of the engagement, 8 another one, 9 the analyst. */
const PARTIES = [0, 7, 1, 2, 3, 4, 5, 6];
const LEADERS = [1, 2, 3, 4, 5, 6];

let company: Company;
let team: TeamId;
let meeting: MeetingId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['sponsor', 'sponsor', 'analyst']);
  meeting = await company.meeting(team);
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: 'al.roles.1', values: [1, 2, 3, 5, 6, 7] });
  await company.moveTo(meeting, 'committing');
  for (const owner of [1, 7]) {
    const promise = { sentence: `By ${owner}.`, due: '2026-12-01', evidence: 'Done.', displaces: '', question: null };
    await company.get('proposeCommitment', company.person(0), {
      params: { meeting },
      input: { ...promise, owner: company.person(owner).person },
    });
  }
  await company.direct(meeting, { type: 'close' });
});
afterEach(() => company.leave());

async function begin(): Promise<void> {
  const input = { sponsor: company.person(7).person, purpose: 'Decide.', occasion: 'none' } as const;
  await company.get('beginEngagement', company.person(0), { params: { team }, input });
  const goal = { sentence: 'We decide once.', dimension: 'decision-making', evidence: 'The list.' };
  await company.get('setGoals', company.person(0), { params: { team }, input: { goals: [goal] }, ifMatch: '1' });
}

async function draft(sponsorSees: SponsorTier): Promise<number> {
  const { revision } = await company.get('viewEngagement', company.person(0), { params: { team }, input: null });
  const ifMatch = String(revision);
  const input = { sponsorSees };
  const view = await company.get('draftContract', company.person(0), { params: { team }, input, ifMatch });
  return view.contract?.version ?? 0;
}

async function agree(sponsorSees: SponsorTier): Promise<void> {
  const version = await draft(sponsorSees);
  for (const by of PARTIES) {
    await company.get('acceptContract', company.person(by), { params: { team }, input: { version } });
  }
}

function asSponsor(by: number): Promise<SponsorView> {
  return company.get('viewAsSponsor', company.person(by), { params: { team }, input: null });
}

/** What a sponsor gets through every door that shows something of meetings. */
async function doors(by: number) {
  const sponsor = company.person(by);
  const page = await company.get('viewTeam', sponsor, { params: { team }, input: null });
  const home = await company.get('viewHome', sponsor, { params: {}, input: null });
  const results = await company.call('viewResults', sponsor, { params: { meeting }, input: null });
  const held = await company.call('viewMeeting', sponsor, { params: { meeting }, input: null });
  const sample = await company.call('viewSample', sponsor, { params: { meeting }, input: null });
  return {
    page,
    home: home.teams[0]?.meetings.length,
    withheld: [page.withheld, home.teams[0]?.withheld],
    trend: page.trend.length,
    results: results.ok ? results.value.output.depth : results.error.kind,
    meeting: held.ok ? 'shown' : held.error.kind,
    sample: sample.ok ? 'shown' : sample.error.kind,
  };
}

const OPEN = { home: 1, withheld: [false, false], trend: 1, results: 'dimensions', meeting: 'shown', sample: 'shown' };
const SHUT = {
  home: 0,
  withheld: [true, true],
  trend: 0,
  results: 'access.denied',
  meeting: 'access.denied',
  sample: 'access.denied',
};

describe('what a contract leaves to sponsors', () => {
  it.each(['nothing', 'takes-place'] as const)('CO4 is no meeting at all below dimensions: %s', async (tier) => {
    await begin();
    expect(await doors(8)).toMatchObject(OPEN);
    await agree(tier);
    for (const by of [7, 8]) expect(await doors(by)).toMatchObject(SHUT);
    const { commitments } = (await doors(7)).page;
    expect(commitments.map(({ sentence }) => sentence)).toEqual(['By 7.']);
    expect((await doors(8)).page.commitments).toEqual([]);
    const mine = await company.call('viewEngagement', company.person(8), { params: { team }, input: null });
    expect(mine.ok ? 'shown' : mine.error.kind).toBe(tier === 'nothing' ? 'engagement.none' : 'shown');
    expect(await doors(1)).toMatchObject({ meeting: 'shown', withheld: [false, false] });
    expect((await doors(9)).results).toBe('full');
  });

  it('CO4 PV8 is dimensions of closed meetings at the most', async () => {
    await begin();
    await agree('goals-and-themes');
    const seen = await doors(8);
    expect(seen).toMatchObject(OPEN);
    const results = await company.get('viewResults', company.person(8), { params: { meeting }, input: null });
    expect(results.rating?.questions).toEqual([]);
    const open = await company.meeting(team);
    const early = await company.get('viewResults', company.person(8), { params: { meeting: open }, input: null });
    expect(early.rating).toBeNull();
    expect(await asSponsor(8)).toMatchObject({
      sees: 'goals-and-themes',
      themes: [{ id: 'decision-making', title: 'Decision-making' }],
    });
  });

  it('CO4 is narrowed by a draft alone, and widened only by everybody, also after the end and in the next one', async () => {
    await begin();
    const sees = async () => (await asSponsor(1)).sees;
    expect(await sees()).toBe('dimensions');
    await draft('goals-and-themes');
    expect([await sees(), (await asSponsor(1)).engagement?.goals]).toEqual(['dimensions', null]);
    await draft('takes-place');
    expect(await sees()).toBe('takes-place');
    await draft('dimensions');
    expect(await sees()).toBe('takes-place');
    const { revision } = await company.get('viewEngagement', company.person(1), { params: { team }, input: null });
    const ifMatch = String(revision);
    await company.get('endEngagement', company.person(1), { params: { team }, input: null, ifMatch });
    expect([await sees(), (await doors(8)).results]).toEqual(['takes-place', 'access.denied']);
    await begin();
    expect([await sees(), (await doors(8)).results]).toEqual(['takes-place', 'access.denied']);
    await agree('dimensions');
    expect([await sees(), (await doors(8)).results]).toEqual(['dimensions', 'dimensions']);
  });
});

describe('looking as the sponsor', () => {
  it.each(['nothing', 'takes-place', 'dimensions', 'goals-and-themes'] as const)(
    'CO6 shows leaders and the coach, to the letter, what the sponsor gets under %s',
    async (tier) => {
      await begin();
      await agree(tier);
      const own = await asSponsor(7);
      for (const by of [0, ...LEADERS]) expect(await asSponsor(by)).toEqual(own);
      const { page } = await doors(7);
      const { meetings, commitments, trend } = page;
      expect(own).toMatchObject({ as: { name: 'Person 7' }, sees: tier, meetings, commitments, trend });
      const engagement = await company.get('viewEngagement', company.person(7), { params: { team }, input: null });
      expect(own.engagement).toEqual(engagement);
      expect(engagement.goals?.length ?? null).toBe(tier === 'goals-and-themes' ? 1 : null);
      const reply = await company.call('viewAsSponsor', company.person(9), { params: { team }, input: null });
      expect(reply.ok ? 'shown' : reply.error.kind).toBe('access.denied');
    },
  );

  it('CO6 shows what any sponsor would get, where there is no engagement and no sponsor', async () => {
    const other = await company.team(5);
    const view = await company.get('viewAsSponsor', company.person(1), { params: { team: other }, input: null });
    expect(view).toMatchObject({ as: null, sees: 'dimensions', engagement: null, trend: [], themes: [] });
    expect(view.never).toContain('observations');
  });
});
