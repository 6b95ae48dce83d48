import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { shuffled } from '../../kernel/random.ts';
import { agreementQuestion, frequencyQuestion } from '../../testing/example-rounds.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { countBallots, mergeTallies } from './count-ballots.ts';
import type { PartialTally } from './partial-tally.ts';
import { finishTally, tallyRound } from './tally-round.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const options = IDS.map((id) => ({ id, text: id }));
const questions: readonly Question[] = [
  ...['q1', 'q2', 'q3', 'q4'].map(agreementQuestion),
  frequencyQuestion('often'),
  { id: 'rank', kind: 'ranking', text: '', options, most: 5 },
  { id: 'points', kind: 'allocation', text: '', options, total: 100 },
  { id: 'pairs', kind: 'pairwise', text: '', options: options.slice(0, 4) },
  { id: 'dots', kind: 'dots', text: '', options, dots: 3 },
];

const onScale = (low: number, high: number) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('scale' as const), value: fc.integer({ min: low, max: high }) }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'cannot-say' as const }) },
  );
const pointsOf100 = fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }).map((cuts) => {
  const ends = [0, ...cuts.sort((a, b) => a - b), 100];
  return Object.fromEntries(IDS.map((id, place) => [id, (ends[place + 1] ?? 0) - (ends[place] ?? 0)]));
});
const pairs = ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'];
const choicesOf = fc.tuple(fc.nat(63), fc.oneof(fc.constant(63), fc.nat(63))).map(([turned, decided]) =>
  pairs.flatMap(([one = '', other = ''], place) => {
    if ((decided & (1 << place)) === 0) return [];
    return [(turned & (1 << place)) === 0 ? { preferred: one, over: other } : { preferred: other, over: one }];
  }),
);
const anyBallot: fc.Arbitrary<Answers> = fc.record(
  {
    ...Object.fromEntries(['q1', 'q2', 'q3', 'q4'].map((id) => [id, onScale(1, 7)])),
    often: onScale(0, 4),
    rank: fc.record({ kind: fc.constant('ranking' as const), order: fc.shuffledSubarray(IDS) }),
    points: fc.record({ kind: fc.constant('allocation' as const), points: fc.oneof(pointsOf100, fc.constant({})) }),
    pairs: fc.record({ kind: fc.constant('pairwise' as const), choices: choicesOf }),
    dots: fc.record({ kind: fc.constant('dots' as const), on: fc.subarray(IDS, { maxLength: 3 }) }),
  },
  { requiredKeys: [] },
);

const asked = { questions, invited: 100, smallestSide: 5 };

/** What a store does to it between two readings. */
function stored(partial: PartialTally): PartialTally {
  return JSON.parse(JSON.stringify(partial)) as PartialTally;
}

function drawsFrom(seed: number) {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Counts shard by shard and page by page, everything in an order of its own. */
function countInParts(ballots: readonly Answers[], { shards, page, seed }: Division): PartialTally {
  const random = drawsFrom(seed);
  const inShards = Array.from({ length: shards }, (): Answers[] => []);
  for (const ballot of shuffled(ballots, random)) inShards[Math.floor(random() * shards)]?.push(ballot);
  const partials = inShards.map((own) => {
    let partial = countBallots(questions, []);
    for (let from = 0; from < own.length; from += page) {
      partial = mergeTallies([partial, countBallots(questions, own.slice(from, from + page))]);
    }
    return stored(partial);
  });
  return mergeTallies(shuffled(partials, random));
}

interface Division {
  readonly shards: number;
  readonly page: number;
  readonly seed: number;
}

const division = fc.record({
  shards: fc.integer({ min: 1, max: 8 }),
  page: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(),
});

describe('RS2 any way of counting ballots in parts gives the same tally, to the last bit', () => {
  it('property: shards and pages in any order, kept and read between', () => {
    fc.assert(
      fc.property(fc.array(anyBallot, { maxLength: 40 }), division, (ballots, divided) => {
        const inParts = countInParts(ballots, divided);
        expect(JSON.stringify(inParts)).toBe(JSON.stringify(countBallots(questions, ballots)));
        expect(JSON.stringify(finishTally({ ...asked, partial: inParts }))).toBe(
          JSON.stringify(tallyRound({ ...asked, ballots })),
        );
      }),
    );
  });

  it('also where two camps are found', () => {
    const ballots = Array.from({ length: 24 }, (_, person): Answers => {
      const sheet = person % 2 === 0 ? [7, 1, 6, 2] : [1, 6, 2, 7];
      return Object.fromEntries(
        sheet.map((value, item) => [
          `q${item + 1}`,
          { kind: 'scale' as const, value: value === 6 && person > 12 ? 5 : value },
        ]),
      );
    });
    const whole = tallyRound({ ...asked, ballots });
    expect(whole.camps?.sizes).toEqual([12, 12]);
    expect(finishTally({ ...asked, partial: countInParts(ballots, { shards: 5, page: 2, seed: 3 }) })).toEqual(whole);
  });

  it('a part of another round is a bug', () => {
    const other = countBallots([agreementQuestion('other')], []);
    expect(() => mergeTallies([countBallots(questions, []), other])).toThrow('have the same questions');
    const turned = countBallots(questions.toReversed(), []);
    expect(() => finishTally({ ...asked, partial: turned })).toThrow('counted in its place');
  });
});

describe('RS23 no camps are looked for among more than 60 people', () => {
  it('and then no sheet is kept, however the ballots were divided', () => {
    const ballot: Answers = { q1: { kind: 'scale', value: 4 } };
    const many = (count: number) => countBallots(questions, Array<Answers>(count).fill(ballot));
    expect(many(60).sheets).toHaveLength(60);
    expect(many(61).sheets).toBeNull();
    expect(mergeTallies([many(30), many(30)]).sheets).toHaveLength(60);
    expect(mergeTallies([many(30), many(30), many(1)]).sheets).toBeNull();
    expect(mergeTallies([many(61), many(0)]).sheets).toBeNull();
  });
});
