import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Value of the coefficient for an even spread; above it, two peaks are likelier than one. */
export const BIMODALITY_THRESHOLD = 5 / 9;

/** Shape of a sample. */
export interface Bimodality {
  /** G1, adjusted for the sample's size as SAS does; negative with a tail to the left. */
  readonly skewness: number;
  /** G2, adjusted likewise; 0 for a normal distribution. */
  readonly excessKurtosis: number;
  /** (G1^2 + 1) / (G2 + 3 (n - 1)^2 / ((n - 2)(n - 3))), above 0. */
  readonly coefficient: number;
}

/**
 * The bimodality coefficient of SAS, from four values on (Pfister, Schwarz, Janczyk, Dale & Freeman 2013, Front Psychol
 * 4: 700). One outlier among seven answers scores above the threshold too: it proves no camps.
 */
export function bimodality(values: readonly number[]): Measured<Bimodality> {
  const n = values.length;
  if (!values.every(Number.isFinite)) return unmeasured('not-a-number');
  if (n === 0) return unmeasured('no-answers');
  if (n < 4) return unmeasured('too-few-answers');
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const range = most - least;
  if (range === 0) return unmeasured('no-variation');
  if (range === Number.POSITIVE_INFINITY) return unmeasured('off-the-scale');
  // Places between 0 and 1: powers of large values cannot overflow, nor those of small ones vanish.
  const mean = values.reduce((sum, value) => sum + (value - least) / range, 0) / n;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (const value of values) {
    const distance = (value - least) / range - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  const variance = second / n;
  const g1 = third / n / variance ** 1.5;
  const g2 = fourth / n / (variance * variance) - 3;
  const skewness = (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
  const excessKurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  const coefficient = (skewness ** 2 + 1) / (excessKurtosis + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
  return measured({ skewness, excessKurtosis, coefficient });
}
