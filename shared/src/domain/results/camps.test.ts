import { describe, expect, it } from '@jest/globals';

import { shuffled } from '../../kernel/random.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { campsOf as campsOfSheets, sheetsOf } from './camps.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const questions: readonly Question[] = IDS.map((id) => ({ id, kind: 'agreement', text: '' }));

function campsOf({
  questions: asked,
  ballots,
  smallestSide,
}: {
  readonly questions: readonly Question[];
  readonly ballots: readonly Answers[];
  readonly smallestSide: number;
}) {
  return campsOfSheets({ questions: asked, sheets: sheetsOf(asked, ballots), smallestSide });
}

function sheet(values: readonly number[]): Answers {
  return Object.fromEntries(values.map((value, item) => [IDS[item] ?? '', { kind: 'scale' as const, value }]));
}

const ONE_SIDE = [
  [6, 2, 5, 6, 1, 4],
  [7, 2, 5, 6, 2, 4],
  [6, 1, 4, 7, 1, 4],
  [6, 2, 5, 6, 1, 5],
  [7, 1, 5, 7, 2, 4],
].map(sheet);
const OTHER_SIDE = [
  [2, 6, 4, 2, 6, 4],
  [1, 6, 5, 2, 7, 4],
  [2, 7, 5, 1, 6, 5],
  [2, 6, 4, 1, 6, 4],
  [1, 7, 5, 2, 7, 4],
].map(sheet);

describe('RS23 camps are told of where both sides are a minimum group', () => {
  it('and what sets them apart most', () => {
    const camps = campsOf({ questions, ballots: [...ONE_SIDE, ...OTHER_SIDE], smallestSide: 5 });
    expect(camps).toEqual({
      sizes: [5, 5],
      p: 0.001,
      silhouette: expect.any(Number),
      questions: ['e', 'a', 'b'],
    });
    expect(camps?.silhouette).toBeGreaterThan(0.7);
  });

  it('not where a side is smaller', () => {
    const ballots = [...ONE_SIDE, ...OTHER_SIDE.slice(1)];
    expect(campsOf({ questions, ballots, smallestSide: 5 })).toBeNull();
    expect(campsOf({ questions, ballots, smallestSide: 4 })?.sizes).toEqual([4, 5]);
  });

  it('not where some are merely milder', () => {
    const mild = [5, 3, 4, 6, 2, 4];
    const ballots = Array.from({ length: 12 }, (_, person) =>
      sheet(mild.map((value, item) => value + (person % 2) + ((person * 7 + item * 5) % 3 === 0 ? -1 : 0))),
    );
    expect(campsOf({ questions, ballots, smallestSide: 5 })).toBeNull();
  });

  it('whatever the order of the ballots, to the last bit', () => {
    const ballots = [...ONE_SIDE, ...OTHER_SIDE];
    let state = 7;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const first = JSON.stringify(campsOf({ questions, ballots, smallestSide: 5 }));
    for (let turn = 0; turn < 5; turn += 1) {
      expect(JSON.stringify(campsOf({ questions, ballots: shuffled(ballots, random), smallestSide: 5 }))).toBe(first);
    }
  });

  it('not over a few questions or for a crowd', () => {
    const ballots = [...ONE_SIDE, ...OTHER_SIDE];
    expect(campsOf({ questions: questions.slice(0, 3), ballots, smallestSide: 5 })).toBeNull();
    expect(campsOf({ questions, ballots: Array(7).fill(ballots).flat() as Answers[], smallestSide: 5 })).toBeNull();
  });
});
