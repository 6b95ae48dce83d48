import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answersOf } from './answers.ts';
import { averageDeviation } from './average-deviation.ts';
import { chanceOfDeviation, chanceOfRwg, criticalDeviation, criticalRwg } from './chance.ts';
import { sizeOf, varianceOf } from './distribution.ts';
import { nullShares, uniformShares, varianceOfShares } from './null-distribution.ts';

const uniform = uniformShares(5);
const heavy = nullShares('heavy_skew', 5).value ?? [];

interface Sheet {
  readonly chance: number;
  readonly rwg: number;
  readonly deviation: number;
}

/** Every way in which n blind answers can be given, one by one. */
function everySheet(shares: readonly number[], n: number): readonly Sheet[] {
  const points = shares.length;
  return Array.from({ length: points ** n }, (_, sheet) => {
    const counts = Array.from({ length: points }, () => 0);
    let chance = 1;
    for (let rest = sheet, answer = 0; answer < n; answer += 1, rest = Math.floor(rest / points)) {
      counts[rest % points] = (counts[rest % points] ?? 0) + 1;
      chance *= shares[rest % points] ?? 0;
    }
    const rwg = 1 - (varianceOf(counts).value ?? Number.NaN) / varianceOfShares(shares);
    return { chance, rwg, deviation: averageDeviation(answersOf(counts)).value?.fromMean ?? Number.NaN };
  });
}

const chanceThat = (sheets: readonly Sheet[], holds: (sheet: Sheet) => boolean) =>
  sheets.filter(holds).reduce((sum, { chance }) => sum + chance, 0);

describe('MS2 a chance that cannot be counted is null with a reason', () => {
  it('of fewer than two answers, and on one point', () => {
    for (const chanceOf of [chanceOfRwg, chanceOfDeviation]) {
      expect(chanceOf({ counts: [0, 0, 0, 0, 0], shares: uniform })).toEqual({ value: null, reason: 'no-answers' });
      expect(chanceOf({ counts: [0, 1, 0, 0, 0], shares: uniform })).toEqual({
        value: null,
        reason: 'too-few-answers',
      });
      expect(chanceOf({ counts: [3], shares: [1] })).toEqual({ value: null, reason: 'short-scale' });
    }
  });

  it('where full agreement is likely by chance', () => {
    const reason = 'chance-too-likely';
    for (const criticalOf of [criticalRwg, criticalDeviation]) {
      expect(criticalOf({ n: 2, shares: uniform })).toEqual({ value: null, reason });
      expect(criticalOf({ n: 5, shares: uniformShares(2) })).toEqual({ value: null, reason });
      expect(criticalOf({ n: 3, shares: uniform, alpha: 0.039 })).toEqual({ value: null, reason });
    }
    expect(criticalRwg({ n: 6, shares: uniformShares(2) })).toEqual({ value: 1 });
  });

  it('where blind answers are all the same', () => {
    expect(criticalRwg({ n: 6, shares: [0, 1, 0] })).toEqual({ value: null, reason: 'no-variation' });
  });

  it.each([
    [5, 100_000],
    [11, 2000],
    [101, 50],
    [1000, 3],
  ])('on %i points of %i answers', (points, n) => {
    const shares = uniformShares(points);
    const counts = shares.map((_, step) => (step === 0 ? n : 0));
    expect([
      chanceOfRwg({ counts, shares }),
      chanceOfDeviation({ counts, shares }),
      criticalRwg({ n, shares }),
      criticalDeviation({ n, shares }),
    ]).toEqual(Array.from({ length: 4 }, () => ({ value: null, reason: 'too-much-work' })));
  });
});

describe('MS3 chances are those of every answer sheet, counted one by one', () => {
  it.each([
    { name: 'three points', shares: uniformShares(3), n: 6 },
    { name: 'four points', shares: uniformShares(4), n: 5 },
    { name: 'five points', shares: uniform, n: 5 },
    { name: 'five skewed points', shares: heavy, n: 6 },
    { name: 'ends only', shares: [0.5, 0, 0, 0.5], n: 6 },
    { name: 'seven uneven points', shares: [0.3, 0.05, 0, 0.2, 0.1, 0.15, 0.2], n: 4 },
  ])('$name, $n answers', ({ shares, n }) => {
    const sheets = everySheet(shares, n);
    const atLeast = (rwg: number) => chanceThat(sheets, (it) => it.rwg >= rwg - 1e-9);
    const within = (deviation: number) => chanceThat(sheets, (it) => it.deviation <= deviation + 1e-9);
    const possible = sheets.filter(({ chance }) => chance > 0);
    const levels = [...new Set(possible.map(({ rwg }) => rwg))].map((rwg) => ({ rwg, chance: atLeast(rwg) }));
    const deviations = [...new Set(possible.map(({ deviation }) => deviation))];
    const reaches = deviations.map((deviation) => ({ deviation, chance: within(deviation) }));
    for (const alpha of [0.01, 0.05, 0.2]) {
      const passed = levels.filter(({ chance }) => chance <= alpha + 1e-9).map(({ rwg }) => rwg);
      const near = reaches.filter(({ chance }) => chance <= alpha + 1e-9).map(({ deviation }) => deviation);
      const rwg = criticalRwg({ n, shares, alpha }).value ?? Number.POSITIVE_INFINITY;
      const deviation = criticalDeviation({ n, shares, alpha }).value ?? Number.NEGATIVE_INFINITY;
      expect(rwg).toBeCloseTo(Math.min(...passed), 9);
      expect(deviation).toBeCloseTo(Math.max(...near), 9);
    }
    const table = fc.array(fc.nat({ max: shares.length - 1 }), { minLength: n, maxLength: n });
    fc.assert(
      fc.property(table, (row) => {
        const counts = shares.map((_, step) => row.filter((value) => value === step).length);
        const rwg = 1 - (varianceOf(counts).value ?? Number.NaN) / varianceOfShares(shares);
        const deviation = averageDeviation(answersOf(counts)).value?.fromMean ?? Number.NaN;
        expect(chanceOfRwg({ counts, shares }).value).toBeCloseTo(atLeast(rwg), 10);
        expect(chanceOfDeviation({ counts, shares }).value).toBeCloseTo(within(deviation), 10);
      }),
      { numRuns: 10 },
    );
  });

  it('of any team that can be counted: 1 for the farthest apart, the share of one point for full agreement', () => {
    for (const { points, n } of [
      { points: 5, n: 60 },
      { points: 7, n: 30 },
      { points: 2, n: 400 },
      { points: 11, n: 20 },
    ]) {
      const shares = uniformShares(points);
      const ends = shares.map((_, step) => (step === 0 || step === points - 1 ? n / 2 : 0));
      const together = shares.map((_, step) => (step === 1 ? n : 0));
      expect(chanceOfRwg({ counts: ends, shares }).value).toBeCloseTo(1, 10);
      expect(chanceOfDeviation({ counts: ends, shares }).value).toBeCloseTo(1, 10);
      const logOfOne = (1 - n) * Math.log(points);
      for (const { value } of [
        chanceOfRwg({ counts: together, shares }),
        chanceOfDeviation({ counts: together, shares }),
      ]) {
        expect(Math.log(value ?? Number.NaN)).toBeCloseTo(logOfOne, 8);
      }
    }
  });

  it('is the same turned round, with the shares turned too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 }).filter((counts) => sizeOf(counts) > 1),
        (counts) => {
          const turned = { counts: counts.toReversed(), shares: heavy.toReversed() };
          expect(chanceOfRwg(turned).value).toBeCloseTo(chanceOfRwg({ counts, shares: heavy }).value ?? Number.NaN, 12);
          expect(chanceOfDeviation(turned).value).toBeCloseTo(
            chanceOfDeviation({ counts, shares: heavy }).value ?? Number.NaN,
            12,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
