import { describe, expect, it } from '@jest/globals';

import { nullShares, nullVariance, uniformVariance, varianceOfShares } from './null-distribution.ts';

const NAMES = [
  ...['uniform', 'max_dissensus', 'triangular_jdw', 'triangular_ls'],
  ...['slight_skew', 'moderate_skew', 'heavy_skew', 'normal_ls'],
] as const;

describe('MS2 a null distribution that nobody has published is null with a reason', () => {
  it('where the table of LeBreton and Senter ends', () => {
    expect([nullVariance('slight_skew', 4), nullVariance('normal_ls', 12), nullShares('heavy_skew', 7)]).toEqual(
      Array.from({ length: 3 }, () => ({ value: null, reason: 'unknown-null' })),
    );
  });

  it('on more points than anybody counts', () => {
    expect(nullShares('uniform', 1e9)).toEqual({ value: null, reason: 'too-much-work' });
    expect(nullVariance('max_dissensus', 1e9)).toEqual({ value: (1e9 - 1) ** 2 / 4 });
  });

  it.each(NAMES)('%s on no scale', (name) => {
    for (const points of [1, 0, -3, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(nullVariance(name, points)).toEqual({ value: null, reason: 'short-scale' });
      expect(nullShares(name, points)).toEqual({ value: null, reason: 'short-scale' });
    }
  });
});

describe('MS3 null distributions have the variance that they are used with', () => {
  it.each(NAMES)('%s on five points', (name) => {
    const shares = nullShares(name, 5).value ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(varianceOfShares(shares)).toBeCloseTo(nullVariance(name, 5).value ?? Number.NaN, 12);
  });

  it.each(['uniform', 'max_dissensus', 'triangular_jdw'] as const)('%s by its formula on every scale', (name) => {
    for (let points = 2; points <= 40; points += 1) {
      const shares = nullShares(name, points).value ?? [];
      expect(varianceOfShares(shares)).toBeCloseTo(nullVariance(name, points).value ?? Number.NaN, 9);
    }
  });

  it('published ones have less variance than even answers, the more skewed the less', () => {
    for (let points = 5; points <= 11; points += 1) {
      const [slight, moderate, heavy] = (['slight_skew', 'moderate_skew', 'heavy_skew'] as const).map(
        (name) => nullVariance(name, points).value ?? Number.NaN,
      );
      expect([uniformVariance(points), slight, moderate, heavy, 0]).toEqual(
        [uniformVariance(points), slight, moderate, heavy, 0].sort((a, b) => Number(b) - Number(a)),
      );
    }
  });
});
