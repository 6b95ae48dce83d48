import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** What is asked. */
export interface ScorePair {
  readonly before: number;
  readonly after: number;
  /** Standard deviation of scores before, in units of the score. */
  readonly deviation: number;
  /** Reliability of the score, 0 to 1. */
  readonly reliability: number;
}

/** A change beside the error of measurement, in units of the score. */
export interface ReliableChange {
  /** Standard error of measurement, SD sqrt(1 - r). */
  readonly error: number;
  /** Standard error of a difference, sqrt 2 times `error`. */
  readonly errorOfDifference: number;
  /** Smallest change that is not error with 95% confidence. */
  readonly smallest: number;
  /** Change in standard errors; reliable beyond 1.96. Undefined where there is no error to compare with. */
  readonly index: Measured<{ readonly value: number; readonly reliable: boolean }>;
}

/** The point that Jacobson and Truax use, not the rounded quantile's further places. */
const BEYOND_ERROR = 1.96;

/** Reliable change index (Jacobson & Truax 1991, J Consult Clin Psychol 59: 12-19). For one person's paired scores. */
export function reliableChange({ before, after, deviation, reliability }: ScorePair): Measured<ReliableChange> {
  if (![before, after, deviation, reliability, after - before].every(Number.isFinite))
    return unmeasured('not-a-number');
  if (deviation < 0 || reliability < 0 || reliability > 1) return unmeasured('off-the-scale');
  const error = deviation * Math.sqrt(1 - reliability);
  const errorOfDifference = Math.SQRT2 * error;
  const value = (after - before) / errorOfDifference;
  return measured({
    error,
    errorOfDifference,
    smallest: BEYOND_ERROR * errorOfDifference,
    index: Number.isFinite(value)
      ? measured({ value, reliable: Math.abs(value) > BEYOND_ERROR })
      : unmeasured('no-variation'),
  });
}
