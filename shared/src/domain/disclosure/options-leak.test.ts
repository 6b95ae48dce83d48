import { describe, expect, it } from '@jest/globals';

import type { Answers } from '../ballot/ballot.ts';
import { roundOf } from '../../testing/example-rounds.ts';
import { tallyAllocation } from '../results/tally-allocation.ts';
import { tallyPairs } from '../results/tally-pairs.ts';
import { discloseAllocation, disclosePairwise } from './disclosure.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const points = { id: 'q', kind: 'allocation', text: '', options, total: 100 } as const;
const pairs = { id: 'q', kind: 'pairwise', text: '', options } as const;

/** How many people answered in each of the ways there are. */
type Sheet = readonly number[];

function* sheetsOf(people: number, ways: number): Generator<Sheet> {
  if (ways === 1) yield [people];
  else
    for (let count = 0; count <= people; count += 1)
      for (const rest of sheetsOf(people - count, ways - 1)) yield [count, ...rest];
}

/** Displays behind which every sheet has the same way that one person chose, or that everybody did. */
function tellingDisplays(asked: {
  people: number;
  ways: readonly Answers[];

  show: (ballots: readonly Answers[]) => unknown;
}) {
  const behind = new Map<string, { sheets: number; alone: Sheet }>();
  for (const sheet of sheetsOf(asked.people, asked.ways.length)) {
    const ballots = sheet.flatMap((count, way) => Array.from({ length: count }, () => asked.ways[way] ?? {}));
    const display = JSON.stringify(asked.show(ballots));
    const alone = sheet.map((count) => (count === 1 || count === asked.people ? 1 : 0));
    const known = behind.get(display);
    behind.set(display, {
      sheets: (known?.sheets ?? 0) + 1,
      alone: known ? known.alone.map((before, way) => before * (alone[way] ?? 0)) : alone,
    });
  }
  return [...behind].filter(([, { alone }]) => alone.includes(1));
}

const pointWays: readonly Answers[] = [0, 1, 2, 3, 4].flatMap((a) =>
  [0, 1, 2, 3, 4].flatMap((b) =>
    a + b > 4 ? [] : [{ q: { kind: 'allocation' as const, points: { a: 25 * a, b: 25 * b, c: 100 - 25 * (a + b) } } }],
  ),
);
const choiceWays: readonly Answers[] = [0, 1, 2, 3, 4, 5, 6, 7].map((way) => ({
  q: {
    kind: 'pairwise' as const,
    choices: [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ].map(([one = '', other = ''], pair) =>
      (way >> pair) % 2 === 0 ? { preferred: one, over: other } : { preferred: other, over: one },
    ),
  },
}));

describe('PV4 points and choices cannot be solved for one answer', () => {
  it.each([5, 6])('points of %i people in quarters over three options', (people) => {
    const show = (ballots: readonly Answers[]) =>
      discloseAllocation({
        question: points,
        round: roundOf(people, {
          q: tallyAllocation(
            points,
            ballots.flatMap((ballot) => ballot['q'] ?? []),
          ),
        }),
        minimumGroup: 5,
      });
    expect(tellingDisplays({ people, ways: pointWays, show })).toEqual([]);
  });

  it.each([5, 6, 8])('choices of %i people between three options', (people) => {
    const show = (ballots: readonly Answers[]) =>
      disclosePairwise({
        question: pairs,
        round: roundOf(people, {
          q: tallyPairs(
            pairs,
            ballots.flatMap((ballot) => ballot['q'] ?? []),
          ),
        }),
        minimumGroup: 5,
      });
    expect(tellingDisplays({ people, ways: choiceWays, show })).toEqual([]);
  });
});
