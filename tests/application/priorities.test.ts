import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { Answer } from '@plumbline/shared/domain/ballot/ballot';
import { MOST_IN_PAIRS, PRIORITIES_AS, type PrioritiesAs } from '@plumbline/shared/domain/meeting/meeting';
import { askingWords } from '@plumbline/shared/i18n/asking-words';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { RunningMeeting } from '../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { COMPOSITION, Office } from '../security/office.ts';

const service = new RunningService({ entry: TWO_TENANTS });
let office: Office;
let team: TeamId;

beforeAll(async () => {
  await service.start();
  office = new Office(service.origin);
  team = (await office.team('a', { 1: 'leader', 2: 'leader', 3: 'leader', 4: 'leader', 5: 'leader', 6: 'leader' })).id;
});
afterAll(() => service.remove());

const PRIORITIES = ['Delivery', 'Route', 'People'];
const [delivery, route, people] = PRIORITIES.map((text, i) => ({ option: `p${String(i + 1)}`, text }));

/** Everybody puts delivery first but for two, and people last but for one. */
const ORDERS = ['p1 p2 p3', 'p1 p2 p3', 'p2 p1 p3', 'p1 p3 p2', 'p2 p1 p3', 'p1 p2 p3'].map((order) =>
  order.split(' '),
);
const POINTS = [
  [60, 30, 10],
  [50, 30, 20],
  [40, 45, 15],
  [50, 20, 30],
  [35, 45, 20],
  [55, 30, 15],
];

function answerOf(way: PrioritiesAs, leader: number): Answer {
  const order = ORDERS[leader] ?? [];
  switch (way) {
    case 'ranking':
      return { kind: 'ranking', order };
    case 'allocation':
      return {
        kind: 'allocation',
        points: Object.fromEntries((POINTS[leader] ?? []).map((points, i) => [`p${String(i + 1)}`, points])),
      };
    case 'pairwise':
      return {
        kind: 'pairwise',
        choices: order.flatMap((preferred, place) => order.slice(place + 1).map((over) => ({ preferred, over }))),
      };
  }
}

/** A meeting that asks in one way. */
async function opened(way: PrioritiesAs): Promise<RunningMeeting> {
  const coach = await office.person('a0');
  const composition = { ...COMPOSITION, priorities: PRIORITIES, prioritiesAs: way };
  const { id, revision } = await coach.do('composeMeeting', {
    params: { team },
    input: { format: 'meeting', composition },
  });
  await coach.do('openMeeting', { params: { meeting: id }, input: { closesAt: null }, ifMatch: String(revision) });
  return new RunningMeeting(id, coach);
}

/** What came of one that all six answered, and what a wrong answer was told on the way. */
async function held(way: PrioritiesAs, wrong: Answer) {
  const meeting = await opened(way);
  await meeting.moveTo('rating');
  const round = await meeting.round('rating');
  const cast = async (leader: number, priorities: Answer) =>
    (await office.person(`a${String(leader)}`)).try('castBallot', {
      params: { meeting: meeting.id, round: round.id },
      input: { basedOn: null, answers: { priorities } },
    });
  const refused = await cast(1, wrong);
  for (const leader of ORDERS.keys()) {
    const reply = await cast(leader + 1, answerOf(way, leader));
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  }
  await meeting.moveTo('revealing');
  const results = await (await office.person('a1')).do('viewResults', { params: { meeting: meeting.id } });
  return {
    kind: round.questions.at(-1)?.kind,
    refused: refused.ok ? null : refused.error.errors.map(({ message }) => message),
    shown: preferences(results),
  };
}

function preferences(results: ResultsView | null | undefined) {
  if (!results?.rating) throw new Error('There are no results');
  const { rankings, allocations, pairwise } = results.rating;
  return { rankings, allocations, pairwise };
}

describe('MT13 priorities, over HTTP', () => {
  const nothing = { rankings: [], allocations: [], pairwise: [] };
  const words = askingWords('en').priorities;

  it('RS16 in order: mean places in halves, never first or last', async () => {
    const asked = await held('ranking', { kind: 'ranking', order: ['p1', 'p1'] });
    const result = {
      status: 'shown',
      order: [
        { ...delivery, place: 1, meanRank: 1.5 },
        { ...route, place: 2, meanRank: 2 },
        { ...people, place: 3, meanRank: 2.5 },
      ],
      orders: null,
      concordance: null,
      agreement: 0.3,
    };
    expect(asked).toEqual({
      kind: 'ranking',
      refused: ['names an option twice'],
      shown: { ...nothing, rankings: [{ question: 'priorities', text: words.ranking, result }] },
    });
  });

  it('BL2 RS21 with points: all of them or none, shown as the middles of the fifths that their means lie in', async () => {
    const asked = await held('allocation', { kind: 'allocation', points: { p1: 60, p2: 30 } });
    // The means are 48.3, 33.3 and 18.3.
    const result = {
      status: 'shown',
      grain: 'coarse',
      options: [
        { ...delivery, mean: 50, median: null },
        { ...route, mean: 30, median: null },
        { ...people, mean: 10, median: null },
      ],
      inCommon: 67,
      againstChance: null,
    };
    expect(asked).toEqual({
      kind: 'allocation',
      refused: ['takes 100 points in all, or none'],
      shown: { ...nothing, allocations: [{ question: 'priorities', text: words.allocation, total: 100, result }] },
    });
  });

  it('RS22 two at a time: how likely each is to be preferred, in tenths', async () => {
    const asked = await held('pairwise', { kind: 'pairwise', choices: [{ preferred: 'p1', over: 'p1' }] });
    const result = {
      status: 'shown',
      grain: 'coarse',
      order: [
        { ...delivery, place: 1, strength: 0.8 },
        { ...route, place: 2, strength: 0.6 },
        { ...people, place: 3, strength: 0.1 },
      ],
      agreement: 0.4,
      consistency: null,
    };
    expect(asked).toEqual({
      kind: 'pairwise',
      refused: ['decides a pair twice, or an option against itself'],
      shown: { ...nothing, pairwise: [{ question: 'priorities', text: words.pairwise, result }] },
    });
  });

  it('in pairs at most six, or the plan is refused', async () => {
    const coach = await office.person('a0');
    const plan = (count: number) => {
      const priorities = Array.from({ length: count }, (_, i) => `Priority ${String(i + 1)}`);
      const composition = { ...COMPOSITION, priorities, prioritiesAs: 'pairwise' as const };
      return coach.try('composeMeeting', { params: { team }, input: { format: 'meeting', composition } });
    };
    expect((await plan(MOST_IN_PAIRS)).ok).toBe(true);
    const refused = await plan(MOST_IN_PAIRS + 1);
    expect(refused.ok ? null : refused.error.errors).toEqual([
      { pointer: '/composition/priorities', message: 'takes at most 6 in pairs' },
    ]);
  });

  it.each(PRIORITIES_AS)('PV7 %s is shown on sample data before anybody answers', async (way) => {
    const meeting = await opened(way);
    const { views } = await (await office.person('a1')).do('viewSample', { params: { meeting: meeting.id } });
    const { rankings, allocations, pairwise } = preferences(views.find(({ role }) => role === 'leader')?.results);
    const results = { ranking: rankings[0], allocation: allocations[0], pairwise: pairwise[0] };
    expect(Object.entries(results).map(([kind, result]) => [kind, result?.result.status ?? 'not asked'])).toEqual(
      PRIORITIES_AS.map((kind) => [kind, kind === way ? 'shown' : 'not asked']),
    );
  });
});
