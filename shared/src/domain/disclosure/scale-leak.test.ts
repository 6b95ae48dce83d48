import { describe, expect, it } from '@jest/globals';

import { roundOf } from '../../testing/example-rounds.ts';
import { discloseScale } from './scale.ts';

type Sheet = readonly number[];

function* sheetsOf(n: number, points: number): Generator<Sheet> {
  if (points === 1) yield [n];
  else
    for (let count = 0; count <= n; count += 1)
      for (const rest of sheetsOf(n - count, points - 1)) yield [count, ...rest];
}

/** Every answer sheet that `n` people can hand in, by what it looks like. */
function sheetsByDisplay(points: number, n: number) {
  const question = { id: 'q', kind: 'rating', text: '', low: 1, high: points } as const;
  const displays = new Map<string, Sheet[]>();
  for (const counts of sheetsOf(n, points)) {
    const tally = { kind: 'scale', low: 1, high: points, counts, cannotSay: 0 } as const;
    const result = discloseScale({ question, round: roundOf(n, { q: tally }), minimumGroup: 5 });
    if (result.status === 'held') throw new Error('held');
    const display = JSON.stringify(result);
    const alike = displays.get(display);
    if (alike) alike.push(counts);
    else displays.set(display, [counts]);
  }
  return [...displays.values()];
}

/** Share of answer sheets whose display tells for certain a point that exactly one person gave. */
function pointingShare(displays: readonly (readonly Sheet[])[]): number {
  const steps = [...(displays[0]?.[0] ?? []).keys()];
  const pointing = displays.filter((sheets) => steps.some((step) => sheets.every((sheet) => sheet[step] === 1)));
  return size(pointing) / size(displays);
}

const size = (displays: readonly (readonly Sheet[])[]) => displays.reduce((sum, sheets) => sum + sheets.length, 0);

describe('PV4 a display cannot be solved for one answer', () => {
  it('5 people on 7 points: two answer sheets or more behind all displays but six', () => {
    const displays = sheetsByDisplay(7, 5);
    expect(size(displays)).toBe(462);
    const solved = displays.filter((sheets) => sheets.length === 1).map(([sheet]) => sheet?.join(' '));
    // Four people at one end and one far off, or two groups: the three-level band itself tells them.
    expect(solved.sort()).toEqual([
      '0 0 0 1 0 0 4',
      '0 2 0 0 0 0 3',
      '0 2 0 0 0 1 2',
      '2 1 0 0 0 2 0',
      '3 0 0 0 0 2 0',
      '4 0 0 1 0 0 0',
    ]);
  });

  it('7 people on 7 points: three answer sheets or more behind every display', () => {
    const displays = sheetsByDisplay(7, 7);
    expect(Math.min(...displays.map((sheets) => sheets.length))).toBe(3);
  });

  it.each([
    { points: 7, n: 5, share: 0.01 },
    { points: 7, n: 6, share: 0.005 },
    { points: 7, n: 7, share: 0 },
    { points: 7, n: 8, share: 0.01 },
    { points: 7, n: 10, share: 0.01 },
    { points: 7, n: 12, share: 0.02 },
    { points: 5, n: 5, share: 0.065 },
    { points: 5, n: 8, share: 0.065 },
    { points: 5, n: 12, share: 0.02 },
    { points: 5, n: 20, share: 0.005 },
    { points: 2, n: 5, share: 0 },
    { points: 2, n: 9, share: 0 },
    { points: 2, n: 14, share: 0 },
  ])('$n people on $points points: at most $share of answer sheets point at one person', ({ points, n, share }) => {
    expect(pointingShare(sheetsByDisplay(points, n))).toBeLessThanOrEqual(share);
  });

  it('everybody at one end cannot be told from all but one there', () => {
    for (const n of [5, 8, 12]) {
      const behind = sheetsByDisplay(7, n).find((sheets) => sheets.some((sheet) => sheet[6] === n));
      expect(behind).toContainEqual([0, 0, 0, 0, 0, 1, n - 1]);
    }
  });
});
