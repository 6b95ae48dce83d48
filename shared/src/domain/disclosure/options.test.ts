import { describe, expect, it } from '@jest/globals';

import { roundOf } from '../../testing/example-rounds.ts';
import type { Answer } from '../ballot/ballot.ts';
import { countAllocation, finishAllocation } from '../results/tally-allocation.ts';
import { countPairs, finishPairs } from '../results/tally-pairs.ts';
import { discloseAllocation, discloseCamps, disclosePairwise } from './disclosure.ts';

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: `Option ${id}` }));
const points = { id: 'q', kind: 'allocation', text: '', options, total: 100 } as const;
const pairs = { id: 'q', kind: 'pairwise', text: '', options } as const;

function given(...rows: readonly (readonly number[])[]): readonly Answer[] {
  return rows.map((row) => ({
    kind: 'allocation',
    points: Object.fromEntries(row.map((value, place) => [options[place]?.id ?? '', value])),
  }));
}

/** Each person prefers by an order of all options, written as a word. */
function preferring(...orders: readonly string[]): readonly Answer[] {
  return orders.map((order) => ({
    kind: 'pairwise',
    choices: order.split('').flatMap((preferred, place) =>
      order
        .slice(place + 1)
        .split('')
        .map((over) => ({ preferred, over })),
    ),
  }));
}

const pointsOf = (answers: readonly Answer[], mode: 'anonymous' | 'named' = 'anonymous') =>
  discloseAllocation({
    question: points,
    round: roundOf(answers.length, { q: finishAllocation(points, countAllocation(points, answers)) }),
    minimumGroup: 5,
    mode,
  });
const choicesOf = (answers: readonly Answer[], mode: 'anonymous' | 'named' = 'anonymous') =>
  disclosePairwise({
    question: pairs,
    round: roundOf(answers.length, { q: finishPairs(pairs, countPairs(pairs, answers)) }),
    minimumGroup: 5,
    mode,
  });

const FIVE = given(
  [40, 30, 20, 10, 0],
  [35, 25, 20, 10, 10],
  [50, 20, 10, 10, 10],
  [30, 30, 20, 20, 0],
  [45, 15, 20, 5, 15],
);

describe('RS21 points are shown as means in steps, and what people have in common', () => {
  it('five people: the middle of a seventh, in common in thirds', () => {
    expect(pointsOf(FIVE)).toEqual({
      status: 'shown',
      grain: 'coarse',
      options: [
        { option: 'a', text: 'Option a', mean: 36, median: null },
        { option: 'b', text: 'Option b', mean: 21, median: null },
        { option: 'c', text: 'Option c', mean: 21, median: null },
        { option: 'd', text: 'Option d', mean: 7, median: null },
        { option: 'e', text: 'Option e', mean: 7, median: null },
      ],
      inCommon: 67,
      againstChance: null,
    });
  });

  it('twelve people: of an eleventh, in common in quarters, neither medians nor against chance', () => {
    const twelve = [...FIVE, ...FIVE, ...FIVE.slice(0, 2)];
    expect(pointsOf(twelve)).toMatchObject({
      grain: 'fine',
      options: [
        { option: 'a', mean: 41, median: null },
        { option: 'b', mean: 23, median: null },
        { option: 'c', mean: 23, median: null },
        { option: 'd', mean: 14, median: null },
        { option: 'e', mean: 5, median: null },
      ],
      inCommon: 75,
      againstChance: null,
    });
  });

  it('what one person alone gave looks like what nobody gave', () => {
    const shared = Array.from({ length: 4 }, () => [60, 40, 0, 0, 0]);
    const lone = pointsOf(given(...shared, [60, 35, 5, 0, 0]));
    expect(lone).toMatchObject({ status: 'shown' });
    expect(lone).toEqual(pointsOf(given(...shared, [60, 40, 0, 0, 0])));
  });

  it('points that all spread evenly look like those that nearly all do', () => {
    const even = [20, 20, 20, 20, 20];
    for (const people of [5, 8, 12]) {
      const others = Array.from({ length: people - 2 }, () => even);
      const all = pointsOf(given(even, even, ...others));
      expect(all).toMatchObject({ status: 'shown', againstChance: null });
      expect(all).toEqual(pointsOf(given([20, 20, 20, 20, 20], [20, 20, 25, 20, 15], ...others)));
    }
  });

  it('fewer than the minimum group are held, whether they stayed away or gave no points', () => {
    expect(pointsOf(FIVE.slice(1))).toEqual({ status: 'held', needed: 1 });
    const silent: Answer = { kind: 'allocation', points: {} };
    expect(pointsOf([...FIVE.slice(1), silent, silent])).toEqual({ status: 'held', needed: 1 });
  });

  it('a named round shows them as they were given', () => {
    expect(pointsOf(given([70, 30, 0, 0, 0], [50, 25, 25, 0, 0]), 'named')).toMatchObject({
      grain: 'exact',
      options: [
        { option: 'a', mean: 60, median: 60 },
        { option: 'b', mean: 27.5, median: 27.5 },
        { option: 'c', mean: 12.5, median: 12.5 },
        { option: 'd', mean: 0 },
        { option: 'e', mean: 0 },
      ],
      inCommon: 75,
    });
  });
});

describe('RS22 forced choices are shown as an order with strengths in steps', () => {
  const SIX = preferring('abcde', 'abced', 'bacde', 'acbde', 'abdce', 'bacde');

  it('six people: options too close to tell apart share a place, agreement in fifths', () => {
    expect(choicesOf(SIX)).toEqual({
      status: 'shown',
      grain: 'coarse',
      order: [
        { option: 'a', text: 'Option a', place: 1, strength: 0.8 },
        { option: 'b', text: 'Option b', place: 2, strength: 0.7 },
        { option: 'c', text: 'Option c', place: 3, strength: 0.5 },
        { option: 'd', text: 'Option d', place: 4, strength: 0.3 },
        { option: 'e', text: 'Option e', place: 5, strength: 0.1 },
      ],
      agreement: 0.6,
      consistency: null,
    });
  });

  it.each([5, 6, 8, 12])('preferences that all of %i people share look like those that nearly all share', (people) => {
    const others = Array.from({ length: people - 1 }, () => 'abcde');
    const all = choicesOf(preferring(...others, 'abcde'));
    expect(all).toMatchObject({ status: 'shown', agreement: people === 12 ? 0.8 : 0.6 });
    for (const dissenter of ['edcba', 'bacde', 'eabcd']) {
      expect(choicesOf(preferring(...others, dissenter))).toEqual(all);
    }
    expect(choicesOf(preferring(...others.slice(2), 'edcba', 'edcba', 'edcba'))).not.toEqual(all);
  });

  it('a pair that fewer than the minimum group decided counts for nothing', () => {
    const without = preferring(...Array.from({ length: 6 }, () => 'abc'), ...Array.from({ length: 3 }, () => 'bc'));
    const few = preferring('cd', 'cd', 'cd', 'cd');
    expect(choicesOf([...without, ...few])).toEqual({ status: 'held', needed: 1 });
    expect(choicesOf([...without, ...few, ...preferring('cd')])).toMatchObject({ status: 'held' });
  });

  it('twelve people: nothing of how seldom each goes round in circles, which a named round tells', () => {
    expect(choicesOf([...SIX, ...SIX])).toMatchObject({ grain: 'fine', consistency: null });
    expect(choicesOf(SIX.slice(2))).toEqual({ status: 'held', needed: 1 });
    expect(choicesOf(SIX.slice(0, 3), 'named')).toMatchObject({ grain: 'exact', consistency: 1 });
  });
});

describe('PV10 the grain of points and forced choices does not tell that exactly one person gave none', () => {
  const grainsOf = (answered: number, ballots: number, minimumGroup: number) => {
    const gave = given(...Array.from({ length: answered }, () => [40, 30, 20, 10, 0]));
    const chose = preferring(...Array.from({ length: answered }, () => 'abcde'));
    return [
      discloseAllocation({
        question: points,
        round: roundOf(ballots, { q: finishAllocation(points, countAllocation(points, gave)) }),
        minimumGroup,
      }),
      disclosePairwise({
        question: pairs,
        round: roundOf(ballots, { q: finishPairs(pairs, countPairs(pairs, chose)) }),
        minimumGroup,
      }),
    ].map((result) => (result.status === 'shown' ? result.grain : result.status));
  };

  it.each([
    [8, 7, 'coarse'],
    [12, 11, 'medium'],
  ] as const)('of %i people with a minimum group of %i', (ballots, minimumGroup, grain) => {
    expect(grainsOf(ballots, ballots, minimumGroup)).toEqual([grain, grain]);
    expect(grainsOf(ballots - 1, ballots, minimumGroup)).toEqual([grain, grain]);
    expect(grainsOf(ballots - 2, ballots, minimumGroup)).toEqual(['held', 'held']);
  });

  it('costs nothing where two may be silent', () => {
    expect(grainsOf(8, 8, 5)).toEqual(['medium', 'medium']);
  });
});

describe('RS23 two groups are told of where both are a minimum group', () => {
  const camps = { sizes: [5, 6], p: 0.001, silhouette: 0.4321, questions: ['a', 'b', 'c'] } as const;

  it('with their sizes, what sets them apart, how clear they are in tenths, and chance in hundredths', () => {
    const round = { ...roundOf(11, {}), camps };
    const chanceOf = (p: number) => discloseCamps({ round: { ...round, camps: { ...camps, p } }, minimumGroup: 5 })?.p;
    expect(discloseCamps({ round, minimumGroup: 5 })).toEqual({ ...camps, p: 0, silhouette: 0.4 });
    expect([0.013, 0.028, 0.049].map(chanceOf)).toEqual([0.01, 0.03, 0.04]);
    expect(discloseCamps({ round, minimumGroup: 6 })).toBeNull();
    expect(discloseCamps({ round: { ...round, ballots: 4 }, minimumGroup: 5 })).toBeNull();
    expect(discloseCamps({ round, minimumGroup: 5, mode: 'named' })).toEqual({ ...camps, silhouette: 0.43 });
  });
});
