import { afterEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../../application/company.ts';
import { everythingIn } from '../../application/everything-kept.ts';

/*
 * Two worlds that differ in one person's answer alone. What others are given, or what is kept, tells nothing about the
 * answer where it is the same in both, to the letter: whatever is compared with whatever.
 */

const Q = 'al.roles.1';
/** The person whose answer others want to know. */
const SOMEBODY = 7;
const OTHERS = [2, 3, 3, 5, 6, 6];
const WORLDS = [1, 7] as const;

const companies: Company[] = [];
afterEach(async () => {
  for (const company of companies.splice(0)) await company.leave();
});

interface World {
  readonly company: Company;
  readonly team: TeamId;
  readonly meeting: MeetingId;
  readonly rating: RoundId;
}

function agree(value: number): Answers {
  return { [Q]: { kind: 'scale', value } };
}

/** Seven leaders, an analyst and a sponsor; six have answered. */
async function begin(): Promise<World> {
  const company = new Company();
  companies.push(company);
  const team = await company.team(SOMEBODY, ['analyst', 'sponsor']);
  const meeting = await company.meeting(team);
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: Q, values: OTHERS });
  return { company, team, meeting, rating: round.id };
}

async function answer({ company, meeting }: World, round: RoundId, value: number): Promise<void> {
  const cast = await company.cast(meeting, round, { by: SOMEBODY, answers: agree(value) });
  if (!cast.ok) throw new Error(cast.error.kind);
}

async function deleteMine({ company }: World): Promise<void> {
  await company.get('deleteMine', company.person(SOMEBODY), { params: {}, input: { confirmed: true } });
}

/** Everything that everybody else can fetch: their exports, the log, results and all pages. */
async function seenByOthers({ company, team, meeting }: World): Promise<readonly string[]> {
  const calls = [0, 1, 2, 3, 4, 5, 6, 8, 9]
    .map((number) => company.person(number))
    .map((actor) => async () => [
      await company.call('viewMeeting', actor, { params: { meeting }, input: null }),
      await company.call('viewResults', actor, { params: { meeting }, input: null }),
      await company.call('viewMine', actor, { params: { meeting }, input: null }),
      await company.call('viewTeam', actor, { params: { team }, input: null }),
      await company.call('viewAudit', actor, { params: { team, page: 'first' }, input: null }),
      await company.call('viewHome', actor, { params: {}, input: null }),
      await company.call('exportMine', actor, { params: {}, input: null }),
    ]);
  const seen: string[] = [];
  for (const call of calls) seen.push(...(await call()).map(withoutEtags));
  return seen;
}

/** What is kept of everybody: ballots as a set, for their ids and etags are random. */
async function kept({ company }: World): Promise<readonly string[]> {
  const all = await everythingIn(company.store);
  return all.map(({ place, document }) => `${place.partition} ${JSON.stringify(document.body)}`).sort();
}

/** The revisions of one's own ballots are random. */
function withoutEtags(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"revision":"[\w-]{16}"/g, '"revision":"random"');
}

/** What both worlds come to. */
async function both<T>(live: (value: number) => Promise<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for (const value of WORLDS) seen.push(await live(value));
  return seen;
}

describe('two worlds that differ in one answer', () => {
  it('PV1 PV3 are the same to everybody else while the round is open, whatever they fetch and compare', async () => {
    const [one, other] = await both(async (value) => {
      const world = await begin();
      await answer(world, world.rating, value);
      return seenByOthers(world);
    });
    expect(one).toHaveLength(63);
    expect(other).toEqual(one);
  });

  it('DL4 are the same for good once that person has deleted what is theirs, before and after the meeting is closed', async () => {
    const [one, other] = await both(async (value) => {
      const world = await begin();
      const { company, meeting, rating } = world;
      await answer(world, rating, value);
      await deleteMine(world);
      const seen = [...(await seenByOthers(world))];
      await keepHouse(company.ports);
      seen.push(...(await seenByOthers(world)), ...(await kept(world)));
      await company.moveTo(meeting, 'revealing');
      seen.push(...(await seenByOthers(world)));
      await company.direct(meeting, { type: 'close' });
      await keepHouse(company.ports);
      return [...seen, ...(await seenByOthers(world)), ...(await kept(world))];
    });
    expect(other).toEqual(one);
  });

  it('would not be the same if the ballot stayed, as it does when somebody only leaves the team', async () => {
    const [one, other] = await both(async (value) => {
      const world = await begin();
      const { company, team, meeting, rating } = world;
      await answer(world, rating, value);
      const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
      const params = { team, person: company.person(SOMEBODY).person };
      await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
      await company.direct(meeting, { type: 'close' });
      return seenByOthers(world);
    });
    expect(other).not.toEqual(one);
  });

  it('PV3 DL4 show the same re-vote when that person took a new answer back by deleting what is theirs', async () => {
    const [one, other] = await both(async (value) => {
      const world = await begin();
      const { company, meeting, rating } = world;
      await answer(world, rating, 4);
      await company.moveTo(meeting, 'discussing');
      const question = (await company.view(meeting)).topics[0]?.question ?? '';
      await company.direct(meeting, { type: 'topic-step', question, to: 'talking' });
      await company.direct(meeting, { type: 'topic-step', question, to: 're-voting' });
      const revote = await company.round(meeting, 're-vote');
      const asked = revote.questions[0]?.id ?? '';
      for (const by of [1, 2, 3, SOMEBODY]) {
        const answers: Answers = { [asked]: { kind: 'scale', value: by === SOMEBODY ? value : 5 } };
        expect((await company.cast(meeting, revote.id, { by, answers })).ok).toBe(true);
      }
      await deleteMine(world);
      await company.direct(meeting, { type: 'topic-step', question, to: 'comparing' });
      const seen = await seenByOthers(world);
      await company.direct(meeting, { type: 'close' });
      await keepHouse(company.ports);
      return [...seen, ...(await seenByOthers(world)), ...(await kept(world))];
    });
    expect(other).toEqual(one);
  });
});
