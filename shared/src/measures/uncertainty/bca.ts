import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { chiSquareTail, normalPoint } from '../tails.ts';

/** What the accelerated interval corrects for. */
export interface Correction {
  /** Bias of the median, in normal deviations: the point below which the replicates under the estimate lie. */
  readonly z0: number;
  readonly acceleration: number;
  readonly confidence: number;
}

/** The shares of replicates below the two ends of a BCa interval (Efron 1987, J Am Stat Assoc 82: 171-185). */
export function bcaShares({ z0, acceleration, confidence }: Correction): Measured<readonly [number, number]> {
  const share = (z: number) => {
    const rest = 1 - acceleration * (z0 + z);
    return rest > 0 ? normalShare(z0 + (z0 + z) / rest) : Number.NaN;
  };
  const low = share(normalPoint((1 - confidence) / 2));
  const high = share(normalPoint((1 + confidence) / 2));
  return Number.isNaN(low) || Number.isNaN(high) ? unmeasured('too-few-answers') : measured([low, high]);
}

/** z0 from the share of replicates below the estimate; undefined when all are, or none. */
export function biasOf(shareBelow: number): Measured {
  return shareBelow > 0 && shareBelow < 1 ? measured(normalPoint(shareBelow)) : unmeasured('no-variation');
}

/**
 * Acceleration, sum d^3 / (6 (sum d^2)^1.5), d the influence of each case as it differs from the mean influence (Efron &
 * Tibshirani 1993, 14.15). Only the sign and proportions matter: what the figure loses without a case is as good.
 */
export function accelerationOf(influences: Float64Array): Measured {
  const n = influences.length;
  const mean = influences.reduce((sum, influence) => sum + influence / n, 0);
  const widest = influences.reduce((most, influence) => Math.max(most, Math.abs(influence - mean)), 0);
  // Influences that differ by no more than rounding do not differ.
  if (!(widest > Math.abs(mean) * n * Number.EPSILON)) return unmeasured('no-variation');
  const parts = influences.map((influence) => (influence - mean) / widest);
  const squares = parts.reduce((sum, part) => sum + part * part, 0);
  return measured(parts.reduce((sum, part) => sum + part ** 3, 0) / (6 * squares ** 1.5));
}

function normalShare(z: number): number {
  const tail = chiSquareTail(z * z, 1) / 2;
  return z > 0 ? 1 - tail : tail;
}
