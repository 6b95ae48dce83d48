import { describe, expect, it } from '@jest/globals';

import { uniformVariance } from '../../measures/ratings/null-distribution.ts';
import { scaleTally } from '../../testing/example-rounds.ts';
import { closenessOf, fiveSteps, requiredAgreement, shapeOf } from './bands.ts';

const band = (answers: readonly number[], high = 7) => closenessOf([scaleTally(answers, { high }).counts])?.band;
const required = (points: number, sizes: readonly number[]) =>
  sizes.map((n) => Number(requiredAgreement({ points, n }).toFixed(3)));

/** Chance that `n` blind answers have an r_wg of .70 or more, by their sum and sum of squares, far ones left out. */
function chanceOfEnough(points: number, sizes: number): readonly number[] {
  const variance = uniformVariance(points);
  const base = sizes * (points - 1) + 1;
  let sheets = new Map<number, number>([[0, 1]]);
  return Array.from({ length: sizes }, (_, before) => {
    const n = before + 1;
    const longer = new Map<number, number>();
    for (const [key, chance] of sheets) {
      for (let step = 0; step < points; step += 1) {
        const next = key + step * step * base + step;
        const sum = next % base;
        // The within sum of squares only grows: what is too far apart for all sizes can't come back.
        if ((next - sum) / base - (sum * sum) / n > 0.3 * variance * (sizes - 1) + 1e-9) continue;
        longer.set(next, (longer.get(next) ?? 0) + chance / points);
      }
    }
    sheets = longer;
    let reached = 0;
    for (const [key, chance] of sheets) {
      const sum = key % base;
      if ((key - sum) / base - (sum * sum) / n <= 0.3 * variance * (n - 1) + 1e-9) reached += chance;
    }
    return reached;
  });
}

describe('RS3 aligned is r_wg of .70, or the exact 5% critical value where that is more', () => {
  it('on five points', () => {
    expect(required(5, [3, 4, 5, 6, 7, 8, 9])).toEqual([1, 1, 0.85, 0.717, 0.7, 0.7, 0.7]);
  });

  it('on seven points', () => {
    expect(required(7, [3, 4, 5, 6, 7, 8, 100_000])).toEqual([1, 0.917, 0.8, 0.7, 0.7, 0.7, 0.7]);
  });

  it('never by chance: two people, or five on two points', () => {
    expect([requiredAgreement({ points: 7, n: 2 }), requiredAgreement({ points: 2, n: 5 })]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it.each([2, 3, 4, 5, 6, 7])('.70 alone stands out on %i points from 9 to 33 answers, counted exactly', (points) => {
    const chances = chanceOfEnough(points, 33).slice(8);
    expect(chances).toHaveLength(25);
    expect(Math.max(...chances)).toBeLessThanOrEqual(0.05);
  });

  it.each([8, 9, 10, 11])('.70 alone stands out on %i points from 9 to 20 answers, counted exactly', (points) => {
    expect(Math.max(...chanceOfEnough(points, 20).slice(8))).toBeLessThanOrEqual(0.05);
  });

  it('beyond, by the inequality of Cantelli', () => {
    const bound = (n: number) => {
      const variance = (1.8 - (n - 3) / (n - 1)) / n;
      return variance / (variance + 0.49);
    };
    expect(bound(33)).toBeGreaterThan(0.05);
    for (const n of [34, 35, 50, 1000, 100_000]) expect(bound(n)).toBeLessThanOrEqual(0.05);
  });

  it('at the critical value itself, and not below it', () => {
    expect([band([4, 4, 4, 5, 5]), band([4, 4, 4, 5, 6])]).toEqual(['aligned', 'aligned']);
    expect([band([4, 4, 4, 4, 6]), band([4, 4, 4, 4, 7])]).toEqual(['aligned', 'mixed']);
    expect([band([3, 4, 4, 4, 5], 5), band([4, 4, 4, 4, 5], 5)]).toEqual(['mixed', 'aligned']);
  });

  it('undefined for fewer than two answers', () => {
    expect([closenessOf([]), closenessOf([[0, 1, 0]])]).toEqual([null, null]);
  });
});

describe('RS4 split is r_wg below -.3 and agreement A below -.2; what is neither is mixed', () => {
  it('apart by A but not by r_wg stays mixed', () => {
    expect(band([3, 3, 3, 3, 7, 7, 7, 7])).toBe('mixed');
  });

  it('two camps split, a scale full of answers does not', () => {
    expect(band([1, 1, 1, 1, 7, 7, 7, 7])).toBe('split');
    expect(band([1, 2, 3, 4, 5, 6, 7, 1])).toBe('mixed');
  });

  it('far apart with a filled middle stays mixed though r_wg is below -.3', () => {
    const answers = [2, 2, 3, 6, 7, 7, 7, 7];
    expect(closenessOf([scaleTally(answers).counts])?.agreement).toBeLessThan(-0.3);
    expect(band(answers)).toBe('mixed');
  });
});

describe('RS5 shapes come from the band and the shown level', () => {
  it('thirds of the way to the favourable end', () => {
    expect([0, 1 / 3, 0.34, 0.66, 2 / 3, 1].map((favour) => shapeOf({ band: 'aligned', favour }))).toEqual([
      'aligned-low',
      'aligned-low',
      'lukewarm',
      'lukewarm',
      'aligned-high',
      'aligned-high',
    ]);
  });

  it('apart at any level', () => {
    expect([0, 1].map((favour) => shapeOf({ band: 'split', favour }))).toEqual(['camps', 'camps']);
    expect([0, 1].map((favour) => shapeOf({ band: 'mixed', favour }))).toEqual(['spread', 'spread']);
  });
});

describe('RS8 five steps follow the categories of LeBreton and Senter, the upper two only where aligned', () => {
  it('each category', () => {
    const mixed = [-1, 0.3, 0.31, 0.5, 0.51, 0.95].map((agreement) => fiveSteps({ agreement, band: 'mixed' }));
    expect(mixed).toEqual([0.1, 0.1, 0.3, 0.3, 0.5, 0.5]);
    const aligned = [0.7, 0.9, 0.91, 1].map((agreement) => fiveSteps({ agreement, band: 'aligned' }));
    expect(aligned).toEqual([0.7, 0.7, 0.9, 0.9]);
    expect(fiveSteps({ agreement: -0.5, band: 'split' })).toBe(0.1);
  });
});
