import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';
import { everythingIn, placesOf } from '../everything-kept.ts';

const DAY = 86_400_000;
const GOAL = { sentence: 'We decide once.', dimension: 'decision-making', evidence: 'The list.' };

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(5, ['sponsor', 'coach']);
  const [coach, params] = [company.person(0), { team }];
  const input = { sponsor: company.person(6).person, purpose: 'Decide.', occasion: 'none' } as const;
  await company.get('beginEngagement', coach, { params, input });
  await company.get('setGoals', coach, { params, input: { goals: [GOAL] }, ifMatch: '1' });
  const terms = { outcomes: ['One account of what was decided.'], sponsorSees: 'nothing' } as const;
  await company.get('draftContract', coach, { params, input: terms, ifMatch: '2' });
  for (const by of [0, 1, 6])
    await company.get('acceptContract', company.person(by), { params, input: { version: 1 } });
});
afterEach(() => company.leave());

async function exported(by: number) {
  return (await company.get('exportMine', company.person(by), { params: {}, input: null })).engagements;
}

async function tryToEnd(by = 1) {
  const look = { params: { team }, input: null };
  const { revision } = await company.get('viewEngagement', company.person(by), look);
  return company.call('endEngagement', company.person(by), { ...look, ifMatch: String(revision) });
}

async function end(by = 1): Promise<void> {
  const ended = await tryToEnd(by);
  if (!ended.ok) throw new Error(JSON.stringify(ended.error));
}

async function keepHouseAfter(days: number): Promise<void> {
  company.now += days * DAY;
  await keepHouse(company.ports);
}

/** What a sponsor finds on the team's page, beside what is their own. */
async function openToSponsors(): Promise<readonly string[]> {
  const look = { params: { team }, input: null };
  const { meetings, commitments } = await company.get('viewTeam', company.person(6), look);
  return [...meetings, ...commitments].map(({ id }) => id);
}

/** Where the team's engagement is, and where its age is looked at. */
async function kept(): Promise<readonly string[]> {
  const all = await everythingIn(company.store);
  return all
    .filter(({ place, document }) => document.id === 'engagement' || place.partition === 'aging-engagements')
    .map(({ place, document }) => (document.id === 'engagement' ? document.id : place.partition));
}

describe('an engagement', () => {
  it('CO10 DL1 is in the copies of its parties, the words in its coach’s alone', async () => {
    const base = { team, occasion: 'none', begunAt: company.now, endedAt: null };
    const accepted = { version: 1, at: company.now };
    const [coach] = await exported(0);
    expect(coach).toMatchObject({ ...base, as: 'coach', purpose: 'Decide.', accepted });
    expect(coach?.wrote).toMatchObject({
      contract: { version: 1, outcomes: ['One account of what was decided.'] },
      goals: [GOAL],
    });
    expect(await exported(1)).toEqual([{ ...base, as: 'leader', purpose: null, accepted, wrote: null }]);
    expect(await exported(2)).toEqual([{ ...base, as: 'leader', purpose: null, accepted: null, wrote: null }]);
    expect(await exported(6)).toEqual([{ ...base, as: 'sponsor', purpose: null, accepted, wrote: null }]);
    expect(await exported(7)).toEqual([]);
  });

  it('CO10 DL2 DL3 keeps nobody’s name or id after they deleted what is theirs, and what it promised', async () => {
    for (const by of [0, 6, 1]) {
      const reply = await company.call('deleteMine', company.person(by), {
        params: {},
        input: { confirmed: true },
      });
      expect(reply.ok).toBe(true);
      const { person, name } = company.person(by);
      expect([...(await placesOf(company.store, person)), ...(await placesOf(company.store, name))]).toEqual([]);
    }
    const look = { params: { team }, input: null };
    const view = await company.get('viewEngagement', company.person(2), look);
    expect(view).toMatchObject({ coach: { name: '' }, sponsor: { name: '' }, sponsorSees: 'nothing' });
    expect(view.contract?.parties.map(({ name }) => name)).toEqual(['Person 2', 'Person 3', 'Person 4', 'Person 5']);
    await end(2);
    expect((await company.get('viewEngagement', company.person(2), look)).endedAt).toBe(company.now);
  });

  it('CO10 DL7 goes with its team', async () => {
    await end();
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name: 'Team' } });
    expect(await kept()).toEqual([]);
  });

  it('CO10 DL8 goes once it ended long ago, after the meetings that were held under it', async () => {
    company.keptMonths = 12;
    const meeting = await company.meeting(team);
    await end();
    await company.direct(meeting, { type: 'close' });
    company.now += 200 * DAY;
    await keepHouse(company.ports);
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
    company.now += 200 * DAY;
    await keepHouse(company.ports);
    company.now += 2 * DAY;
    await keepHouse(company.ports);
    expect(await kept()).toEqual([]);
    const page = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
    expect(page.meetings).toEqual([]);
  });

  it('CO10 DL8 stays while it goes on, and while a meeting that was held under it is kept', async () => {
    company.keptMonths = 12;
    await company.meeting(team, company.now + 500 * DAY);
    await end();
    for (let months = 0; months < 3; months += 1) {
      company.now += 150 * DAY;
      await keepHouse(company.ports);
    }
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
  });

  it('CO4 CO10 stays while a meeting that opened after its end is kept, which its promise still covers', async () => {
    company.keptMonths = 12;
    await end();
    await keepHouseAfter(300);
    const meeting = await company.meeting(team);
    await company.direct(meeting, { type: 'close' });
    await keepHouseAfter(100);
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
    expect(await openToSponsors()).toEqual([]);
    await keepHouseAfter(300);
    await keepHouseAfter(2);
    expect(await kept()).toEqual([]);
  });

  it('CO4 CO10 stays while there is still to be done what such a meeting promised', async () => {
    company.keptMonths = 12;
    const meeting = await company.meeting(team);
    await company.moveTo(meeting, 'committing');
    const owner = company.person(1).person;
    const promise = {
      sentence: 'Write it down.',
      owner,
      due: '2030-01-01',
      evidence: 'The list.',
      displaces: '',
      question: null,
    };
    await company.get('proposeCommitment', company.person(1), { params: { meeting }, input: promise });
    await company.direct(meeting, { type: 'close' });
    await end();
    await keepHouseAfter(400);
    await keepHouseAfter(2);
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
    expect(await openToSponsors()).toEqual([]);
  });

  it('CO10 goes with the meetings that were held under it where it holds nothing back from sponsors', async () => {
    company.keptMonths = 12;
    team = await company.team(5, ['coach']);
    const params = { team };
    const input = { sponsor: null, purpose: 'Decide.', occasion: 'none' } as const;
    await company.get('beginEngagement', company.person(0), { params, input });
    await end();
    await keepHouseAfter(300);
    await company.meeting(team, company.now + 500 * DAY);
    await keepHouseAfter(100);
    const look = await company.call('viewEngagement', company.person(1), { params, input: null });
    expect(look).toEqual({ ok: false, error: { kind: 'engagement.none' } });
  });

  it('CO10 that has ended is not ended again, and is looked at no more often', async () => {
    await end();
    company.now += DAY;
    expect(await tryToEnd()).toEqual({ ok: false, error: { kind: 'engagement.ended' } });
    expect(await kept()).toEqual(['engagement', 'aging-engagements']);
  });
});
