import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/**
 * How blind answers may be spread. `uniform`, `triangular_jdw`: James, Demaree & Wolf (1984, J Appl Psychol 69: 85-98);
 * `max_dissensus`: half at each end; the others: LeBreton & Senter (2008, Org Res Methods 11: 815-852, table 2).
 */
export type NullName =
  | 'uniform'
  | 'max_dissensus'
  | 'triangular_jdw'
  | 'triangular_ls'
  | 'slight_skew'
  | 'moderate_skew'
  | 'heavy_skew'
  | 'normal_ls';

type TableName = Exclude<NullName, 'uniform' | 'max_dissensus' | 'triangular_jdw'>;

/** Variances of LeBreton & Senter's table 2, for scales of 5 to 11 points. */
const PUBLISHED: Readonly<Record<TableName, readonly number[]>> = {
  slight_skew: [1.34, 1.85, 2.9, 3.47, 5.66, 6.3, 7.31],
  moderate_skew: [0.9, 1.26, 2.14, 2.79, 4.73, 5.09, 6.32],
  heavy_skew: [0.44, 0.69, 1.39, 2.35, 3.16, 3.46, 4.02],
  triangular_ls: [1.32, 1.45, 2.1, 2.81, 3, 2.89, 3.32],
  normal_ls: [1.04, 1.25, 1.4, 1.73, 1.58, 1.45, 1.4],
};
const SHORTEST_PUBLISHED = 5;

/** Shares of the same table on five points, lowest point first; their variances are those above. */
const PUBLISHED_ON_FIVE: Readonly<Record<TableName, readonly number[]>> = {
  slight_skew: [0.05, 0.15, 0.2, 0.35, 0.25],
  moderate_skew: [0, 0.1, 0.15, 0.4, 0.35],
  heavy_skew: [0, 0, 0.1, 0.4, 0.5],
  triangular_ls: [0.11, 0.22, 0.34, 0.22, 0.11],
  normal_ls: [0.07, 0.24, 0.38, 0.24, 0.07],
};

/** More points than anybody counts chances for. */
const MOST_SHARES = 10_000;

/** Variance of answers given blindly, every point equally likely: (A^2 - 1) / 12 (James, Demaree & Wolf 1984). */
export function uniformVariance(points: number): number {
  return (points * points - 1) / 12;
}

/** Variance of blind answers on a scale of so many points, in squared steps. */
export function nullVariance(name: NullName, points: number): Measured {
  if (!Number.isInteger(points) || points < 2) return unmeasured('short-scale');
  switch (name) {
    case 'uniform':
      return measured(uniformVariance(points));
    case 'max_dissensus':
      return measured((points - 1) ** 2 / 4);
    case 'triangular_jdw':
      return measured(points % 2 === 1 ? ((points - 1) * (points + 3)) / 24 : (points * points + 2 * points - 2) / 24);
    case 'triangular_ls':
    case 'slight_skew':
    case 'moderate_skew':
    case 'heavy_skew':
    case 'normal_ls': {
      const variance = PUBLISHED[name][points - SHORTEST_PUBLISHED];
      return variance === undefined ? unmeasured('unknown-null') : measured(variance);
    }
  }
}

/** Chance of each point of the scale when answers are blind, lowest point first; adds up to 1. */
export function nullShares(name: NullName, points: number): Measured<readonly number[]> {
  if (!Number.isInteger(points) || points < 2) return unmeasured('short-scale');
  if (points > MOST_SHARES) return unmeasured('too-much-work');
  switch (name) {
    case 'uniform':
      return measured(uniformShares(points));
    case 'max_dissensus':
      return measured(shareOut(points, (step) => (step === 0 || step === points - 1 ? 1 : 0)));
    case 'triangular_jdw':
      return measured(shareOut(points, (step) => Math.min(step + 1, points - step)));
    case 'triangular_ls':
    case 'slight_skew':
    case 'moderate_skew':
    case 'heavy_skew':
    case 'normal_ls':
      return points === 5 ? measured(PUBLISHED_ON_FIVE[name]) : unmeasured('unknown-null');
  }
}

/** Variance of blind answers with these chances of the points, in squared steps. */
export function varianceOfShares(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share, step) => sum + share * step, 0);
  return shares.reduce((sum, share, step) => sum + share * (step - mean) ** 2, 0);
}

/** Every point equally likely. */
export function uniformShares(points: number): readonly number[] {
  return shareOut(points, () => 1);
}

function shareOut(points: number, weightAt: (step: number) => number): readonly number[] {
  const weights = Array.from({ length: points }, (_, step) => weightAt(step));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
