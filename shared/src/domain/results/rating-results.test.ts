import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementQuestion, frequencyQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import { discloseDimension, discloseImportance } from '../disclosure/disclosure.ts';
import { ratingResults } from './rating-results.ts';
import type { RankingTally } from './tally.ts';

const ids = ['a1', 'a2', 'b1', 'b2'] as const;
const questions = ids.map((id) => agreementQuestion(id));
const dimensions = [
  { id: 'a', title: 'First', questions: ['a1', 'a2'] },
  { id: 'b', title: 'Second', questions: ['b1', 'b2'] },
];

function importance(ballots: number, firstThree: readonly number[]): RankingTally {
  const nothing = firstThree.map(() => 0);
  const options = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, firstThree.length);
  const rest = { midranks: nothing, standardised: nothing, varying: 0, wins: null };
  return { kind: 'ranking', options, ballots, firstThree, ...rest };
}

describe('RS13 a dimension is made of what its questions show', () => {
  const both = [agreementQuestion('a1'), agreementQuestion('a2')];
  const disclose = (a1: readonly number[], a2: readonly number[], ballots = a1.length) =>
    discloseDimension({
      questions: both,
      round: roundOf(ballots, { a1: scaleTally(a1), a2: scaleTally(a2) }),
      minimumGroup: 5,
    });

  it('level from shown levels, band from r*wg(J), gap from both', () => {
    // Shown levels 5.5 and 6.25 of 7 are .75 and .875 of the way; r_wg .925 and .95.
    expect(disclose([5, 5, 6, 6, 5], [6, 6, 6, 6, 7])).toEqual({
      status: 'shown',
      grain: 'coarse',
      level: 0.8,
      band: 'aligned',
      together: 5 / 6,
      shape: 'aligned-high',
      gap: 0.19,
    });
  });

  it('mixed where one question is far apart', () => {
    expect(disclose([5, 5, 6, 6, 5], [1, 3, 5, 7, 7])).toMatchObject({ band: 'mixed', shape: 'spread' });
  });

  it('at the grain of the question with the fewest answers', () => {
    const [many, few] = [Array.from({ length: 12 }, () => 4), Array.from({ length: 9 }, () => 4)];
    expect(disclose(many, few, 12)).toMatchObject({ grain: 'medium', together: 0.9 });
    expect(disclose(many, many)).toMatchObject({ grain: 'fine', together: 0.9, level: 0.5, gap: 0.5 });
  });

  it('leaves out what too few could say, and is held or unknown when that is all', () => {
    const a1 = scaleTally([6, 6, 6, 6, 6]);
    const round = (a2: ReturnType<typeof scaleTally>, first = a1) => roundOf(6, { a1: first, a2 });
    const of = (a2: ReturnType<typeof scaleTally>, first = a1) =>
      discloseDimension({ questions: both, round: round(a2, first), minimumGroup: 5 });
    expect(of(scaleTally([1]))).toMatchObject({ status: 'shown', level: 0.85, shape: 'aligned-high' });
    expect(of(scaleTally([1]), scaleTally([1, 2]))).toEqual({ status: 'held', needed: 1 });
    expect(of(scaleTally([1], { cannotSay: 5 }), scaleTally([1, 2]))).toMatchObject({
      shape: 'unknown',
      level: null,
      gap: null,
    });
  });

  it('PV2 is held with the round', () => {
    expect(disclose([6, 6, 6], [6, 6, 6])).toEqual({ status: 'held', needed: 2 });
  });
});

describe('RS14 furthest apart comes first, by shown figures alone', () => {
  const order = (round: Parameters<typeof ratingResults>[0]['tally']) =>
    ratingResults({ tally: round, questions, dimensions, minimumGroup: 5 }).questions.map((it) => it.question);

  it('split, mixed, aligned, unknown, held', () => {
    const round = roundOf(8, {
      a1: scaleTally([6, 6, 6, 6, 6, 6, 6, 6]),
      a2: scaleTally([1, 1, 1, 1, 7, 7, 7, 7]),
      b1: scaleTally([1, 2, 3], { cannotSay: 5 }),
      b2: scaleTally([1, 2, 3, 4, 5, 6, 7, 4]),
    });
    expect(order(round)).toEqual(['a2', 'b2', 'a1', 'b1']);
    const results = ratingResults({ tally: round, questions, dimensions, minimumGroup: 5 });
    expect(results.dimensions.map(({ result }) => result)).toMatchObject([{ gap: 0.9 }, { gap: 0.9 }]);
    expect(results.dimensions.map((it) => it.dimension)).toEqual(['a', 'b']);
    expect(results).toMatchObject({ invited: 8, ballots: 8, minimumGroup: 5, rankings: [] });
  });

  it('the further place first, also over grains', () => {
    const round = roundOf(8, {
      a1: scaleTally([1, 1, 1, 1, 7, 7, 7], { cannotSay: 1 }),
      a2: scaleTally([1, 2, 2, 3, 5, 6, 6, 7]),
      b1: scaleTally([6, 6, 6, 6, 6, 6, 6, 6]),
      b2: scaleTally([1, 1, 1, 1, 7, 7, 7, 7]),
    });
    const results = ratingResults({ tally: round, questions, dimensions, minimumGroup: 5 });
    const places = results.questions.map(({ result }) => (result.status === 'shown' ? result.together : null));
    expect(places).toEqual(places.toSorted((a, b) => (a ?? 1) - (b ?? 1)));
    expect(new Set(places).size).toBeGreaterThan(2);
  });

  it('the lower of two aligned questions first, then the order of the instrument', () => {
    const round = roundOf(5, {
      a1: scaleTally([6, 6, 6, 6, 6]),
      a2: scaleTally([3, 3, 3, 3, 3]),
      // Another sheet with the same shown figures as a1: nothing may put it before.
      b1: scaleTally([5, 6, 6, 6, 7]),
      b2: scaleTally([2, 2, 2, 2, 2]),
    });
    expect(order(round)).toEqual(['b2', 'a2', 'a1', 'b1']);
  });

  it('property: questions that look alike keep the order of the instrument', () => {
    const sheet = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 4, maxLength: 4 }), (sheets) => {
        const tallies = Object.fromEntries(ids.map((id, place) => [id, scaleTally(sheets[place] ?? [])]));
        const results = ratingResults({ tally: roundOf(9, tallies), questions, dimensions, minimumGroup: 5 }).questions;
        for (const [place, later] of results.entries()) {
          for (const earlier of results.slice(0, place)) {
            if (JSON.stringify(earlier.result) !== JSON.stringify(later.result)) continue;
            expect(ids.indexOf(earlier.question as 'a1')).toBeLessThan(ids.indexOf(later.question as 'a1'));
          }
        }
      }),
    );
  });

  it('PV2 under the group nothing is told, not even how many answered', () => {
    const round = roundOf(4, Object.fromEntries(ids.map((id) => [id, scaleTally([1, 1, 7, 7])])));
    const results = ratingResults({ tally: { ...round, invited: 9 }, questions, dimensions, minimumGroup: 5 });
    const held = { status: 'held', needed: 1 };
    expect(results).toEqual({
      invited: 9,
      ballots: null,
      groups: [],
      minimumGroup: 5,
      dimensions: [
        { dimension: 'a', title: 'First', result: held, importance: null },
        { dimension: 'b', title: 'Second', result: held, importance: null },
      ],
      questions: ids.map((id) => ({
        question: id,
        dimension: id.startsWith('a') ? 'a' : 'b',
        text: `Text of ${id}`,
        low: 1,
        high: 7,
        result: held,
      })),
      rankings: [],
      allocations: [],
      pairwise: [],
      camps: null,
    });
  });

  it('symptoms come apart the other way round', () => {
    const symptoms = [frequencyQuestion('a1'), frequencyQuestion('a2')];
    const tally = roundOf(5, {
      a1: scaleTally([0, 0, 0, 0, 0], { low: 0, high: 4 }),
      a2: scaleTally([4, 4, 4, 4, 4], { low: 0, high: 4 }),
    });
    const results = ratingResults({ tally, questions: symptoms, dimensions: [], minimumGroup: 5 }).questions;
    expect(results.map(({ question, result }) => [question, result.status === 'shown' && result.shape])).toEqual([
      ['a2', 'aligned-low'],
      ['a1', 'aligned-high'],
    ]);
  });
});

describe('RS15 importance is the share that names a dimension among its first three', () => {
  const shares = (ballots: number, firstThree: readonly number[]) => {
    const tally = importance(ballots, firstThree);
    const round = roundOf(ballots, { importance: tally });
    return tally.options.map((dimension) => discloseImportance({ dimension, round, minimumGroup: 5 }));
  };

  it('to a tenth', () => {
    expect(shares(12, [2, 5, 6, 9, 10])).toEqual([0.2, 0.4, 0.5, 0.8, 0.8]);
  });

  it('PV4 one person looks like nobody, all but one like everybody', () => {
    expect(shares(8, [0, 1, 2, 6, 7, 8])).toEqual([0, 0, 0.3, 0.8, 1, 1]);
  });

  it('PV2 is null under the group, and when it was not asked', () => {
    expect(shares(4, [2, 2])).toEqual([null, null]);
    expect(discloseImportance({ dimension: 'a', round: roundOf(9, {}), minimumGroup: 5 })).toBeNull();
    expect(
      discloseImportance({ dimension: 'z', round: roundOf(9, { importance: importance(9, [3]) }), minimumGroup: 5 }),
    ).toBeNull();
  });
});
