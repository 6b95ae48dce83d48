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

/** Acceleration by the jackknife, sum d^3 / (6 (sum d^2)^1.5), d = mean - figure without one (Efron & Tibshirani 1993, 14.15). */
export function accelerationOf(without: ArrayLike<number>): Measured {
  const n = without.length;
  let mean = 0;
  for (let at = 0; at < n; at += 1) mean += (without[at] ?? 0) / n;
  let largest = 0;
  for (let at = 0; at < n; at += 1) largest = Math.max(largest, Math.abs(mean - (without[at] ?? 0)));
  // What differs by no more than rounding does not differ.
  if (!(largest > Math.abs(mean) * n * Number.EPSILON)) return unmeasured('no-variation');
  let squares = 0;
  let cubes = 0;
  for (let at = 0; at < n; at += 1) {
    const difference = (mean - (without[at] ?? 0)) / largest;
    squares += difference * difference;
    cubes += difference ** 3;
  }
  return measured(cubes / (6 * squares ** 1.5));
}

function normalShare(z: number): number {
  const tail = chiSquareTail(z * z, 1) / 2;
  return z > 0 ? 1 - tail : tail;
}
