import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Polarisation of a distribution. */
export interface EstebanRay {
  /** In units of the values: the sum over all pairs of p_i^(1 + alpha) p_j |y_i - y_j|. */
  readonly raw: number;
  /** Times 2^(1 + alpha) / range: 1 for two equal camps at the ends of the scale. */
  readonly normalised: number;
}

/**
 * Polarisation of Esteban & Ray (1994, Econometrica 62: 819-851). `counts` says how often each of `values` was given;
 * `values` is the whole scale, in any order. `alpha`, how much a camp's own size counts, lies above 0 and up to 1.6 in
 * their axioms; 0 makes it a measure of inequality.
 */
export function estebanRay({
  counts,
  values,
  alpha,
}: {
  readonly counts: readonly number[];
  readonly values: readonly number[];
  readonly alpha: number;
}): Measured<EstebanRay> {
  if (counts.length !== values.length) return unmeasured('ragged-rows');
  if (![...counts, ...values, alpha].every(Number.isFinite)) return unmeasured('not-a-number');
  if (alpha < 0 || counts.some((count) => count < 0)) return unmeasured('off-the-scale');
  if (new Set(values).size < 2) return unmeasured('short-scale');
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return unmeasured('no-answers');
  const points = values
    .map((value, place) => ({ value, share: (counts[place] ?? 0) / n }))
    .sort((a, b) => a.value - b.value);
  const lowest = points[0]?.value ?? 0;
  const range = (points.at(-1)?.value ?? 0) - lowest;
  const mean = points.reduce((sum, { value, share }) => sum + share * (value - lowest), 0);
  // With what lies below added up, the distances of one point to all others take one step.
  let raw = 0;
  let shareBelow = 0;
  let sumBelow = 0;
  for (const { value, share } of points) {
    const place = value - lowest;
    const distances = place * shareBelow - sumBelow + (mean - sumBelow) - place * (1 - shareBelow);
    raw += share ** (1 + alpha) * Math.max(0, distances);
    shareBelow += share;
    sumBelow += share * place;
  }
  const normalised = (raw * 2 ** (1 + alpha)) / range;
  return Number.isFinite(normalised) ? measured({ raw, normalised }) : unmeasured('off-the-scale');
}
