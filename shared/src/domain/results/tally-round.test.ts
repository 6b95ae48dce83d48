import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { tallyRound } from './tally-round.ts';

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id }));
const questions: readonly Question[] = [
  { id: 'agree', kind: 'agreement', text: '' },
  { id: 'often', kind: 'frequency', text: '' },
  { id: 'rank', kind: 'ranking', text: '', options, most: 5 },
  { id: 'dots', kind: 'dots', text: '', options, dots: 3 },
];

/** Mean over pairs of sum |p - q| / 2J over all places of the shares 50 50 0, 50 30 20 and 50 50 0, by hand. */
const CHANCE_DISTANCE = 0.333333333333;

const anyBallot: fc.Arbitrary<Answers> = fc.record(
  {
    agree: fc.oneof(
      fc.record({ kind: fc.constant('scale' as const), value: fc.integer({ min: 1, max: 7 }) }),
      fc.constant({ kind: 'cannot-say' as const }),
    ),
    often: fc.record({ kind: fc.constant('scale' as const), value: fc.nat({ max: 4 }) }),
    rank: fc.record({ kind: fc.constant('ranking' as const), order: fc.shuffledSubarray(options.map((it) => it.id)) }),
    dots: fc.record({
      kind: fc.constant('dots' as const),
      on: fc.subarray(
        options.map((it) => it.id),
        { maxLength: 3 },
      ),
    }),
  },
  { requiredKeys: [] },
);

describe('RS1 a tally counts what was answered', () => {
  it('by scale point, with "can\'t say" apart and missing answers nowhere', () => {
    const ballots: readonly Answers[] = [
      { agree: { kind: 'scale', value: 7 }, often: { kind: 'scale', value: 0 } },
      { agree: { kind: 'cannot-say' }, rank: { kind: 'ranking', order: ['b', 'a'] } },
      { agree: { kind: 'scale', value: 7 }, rank: { kind: 'ranking', order: [] } },
      { agree: { kind: 'scale', value: 2 }, dots: { kind: 'dots', on: ['c', 'e'] } },
      { rank: { kind: 'ranking', order: ['a', 'b', 'c', 'd', 'e'] }, dots: { kind: 'dots', on: ['c'] } },
    ];
    // b, a, then three tied on rank 4: centred -1, -2, 1, 1, 1 of length sqrt 8; the full ranking has length sqrt 10.
    const [short, long] = [Math.sqrt(8), Math.sqrt(10)];
    const tally = tallyRound({ questions, ballots, invited: 8, smallestSide: 5 });
    expect(tally).toEqual({
      invited: 8,
      ballots: 5,
      questions: {
        agree: { kind: 'scale', low: 1, high: 7, counts: [0, 1, 0, 0, 0, 0, 2], cannotSay: 1 },
        often: { kind: 'scale', low: 0, high: 4, counts: [1, 0, 0, 0, 0], cannotSay: 0 },
        rank: {
          kind: 'ranking',
          options: ['a', 'b', 'c', 'd', 'e'],
          ballots: 2,
          firstThree: [2, 2, 1, 0, 0],
          midranks: [3, 3, 7, 8, 9],
          standardised: [
            -1 / short - 2 / long,
            -2 / short - 1 / long,
            1 / short,
            1 / short + 1 / long,
            1 / short + 2 / long,
          ].map((sum): unknown => expect.closeTo(sum, 12)),
          varying: 2,
          wins: [
            [0, 1, 2, 2, 2],
            [1, 0, 2, 2, 2],
            [0, 0, 0, 1, 1],
            [0, 0, 0, 0, 1],
            [0, 0, 0, 0, 0],
          ],
        },
        dots: { kind: 'dots', ballots: 2, options: ['a', 'b', 'c', 'd', 'e'], dots: [0, 0, 2, 0, 1] },
      },
      camps: null,
    });
  });

  it('an option that everybody leaves out ties last, and a full tie tells nothing apart', () => {
    const one: Question = { id: 'one', kind: 'ranking', text: '', options: options.slice(0, 1), most: 1 };
    expect(
      tallyRound({
        questions: [one],
        ballots: [{ one: { kind: 'ranking', order: ['a'] } }],
        invited: 1,
        smallestSide: 5,
      }).questions,
    ).toEqual({
      one: {
        kind: 'ranking',
        options: ['a'],
        ballots: 1,
        firstThree: [1],
        midranks: [1],
        standardised: [0],
        varying: 0,
        wins: [[0]],
      },
    });
  });

  it('points, with what people have in common', () => {
    const points: Question = { id: 'points', kind: 'allocation', text: '', options: options.slice(0, 3), total: 100 };
    const given = (a: number, b: number, c: number): Answers => ({
      points: { kind: 'allocation', points: { a, b, c } },
    });
    const ballots = [
      given(50, 50, 0),
      given(50, 30, 20),
      given(50, 50, 0),
      { points: { kind: 'allocation', points: {} } },
    ] as const;
    expect(tallyRound({ questions: [points], ballots, invited: 4, smallestSide: 5 }).questions['points']).toEqual({
      kind: 'allocation',
      options: ['a', 'b', 'c'],
      total: 100,
      ballots: 3,
      points: [150, 130, 20],
      medians: [50, 50, 0],
      overlap: expect.closeTo((0.8 + 1 + 0.8) / 3, 12),
      overlapAgainstChance: expect.closeTo(1 - 0.4 / 3 / CHANCE_DISTANCE, 12),
    });
  });

  it('choices, with how consistent those were who decided every pair', () => {
    const pairs: Question = { id: 'pairs', kind: 'pairwise', text: '', options: options.slice(0, 3) };
    const choose = (...choices: readonly string[]): Answers => ({
      pairs: { kind: 'pairwise', choices: choices.map(([preferred = '', over = '']) => ({ preferred, over })) },
    });
    const ballots = [choose('ab', 'bc', 'ac'), choose('ab', 'bc', 'ca'), choose('ba'), choose()];
    expect(tallyRound({ questions: [pairs], ballots, invited: 4, smallestSide: 5 }).questions['pairs']).toEqual({
      kind: 'pairwise',
      options: ['a', 'b', 'c'],
      ballots: 3,
      wins: [
        [0, 2, 1],
        [1, 0, 2],
        [1, 0, 0],
      ],
      whole: 2,
      zeta: 0.5,
    });
  });

  it('a question named like a built-in property is a question like any other', () => {
    const odd: Question = { id: 'constructor', kind: 'agreement', text: '' };
    expect(tallyRound({ questions: [odd], ballots: [{}, {}], invited: 2, smallestSide: 5 }).questions).toEqual({
      constructor: { kind: 'scale', low: 1, high: 7, counts: [0, 0, 0, 0, 0, 0, 0], cannotSay: 0 },
    });
  });

  it('an answer that does not fit its question is a bug', () => {
    const count = (answers: Answers) => () =>
      tallyRound({ questions, ballots: [answers], invited: 1, smallestSide: 5 });
    expect(count({ agree: { kind: 'scale', value: 8 } })).toThrow('on its scale');
    expect(count({ agree: { kind: 'dots', on: [] } })).toThrow('of its own kind');
    expect(count({ rank: { kind: 'ranking', order: ['z'] } })).toThrow('z is among the options');
    expect(count({ dots: { kind: 'cannot-say' } })).toThrow('got dots');
  });
});

describe('RS2 any order of the ballots gives the same tally, to the last bit', () => {
  it('property', () => {
    const shuffledBallots = fc
      .array(anyBallot, { maxLength: 25 })
      .chain((ballots) => fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })));
    fc.assert(
      fc.property(shuffledBallots, ([ballots, shuffled]) => {
        const count = (some: readonly Answers[]) =>
          tallyRound({ questions, ballots: some, invited: 30, smallestSide: 5 });
        expect(JSON.stringify(count(shuffled))).toBe(JSON.stringify(count(ballots)));
      }),
    );
  });
});
