import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { momentsOf } from './answers.ts';
import type { Answers, Scale } from './answers.ts';

/** The lowest and highest mean at which a_wg says something. */
export interface MeanRange {
  readonly least: number;
  readonly most: number;
}

/**
 * How near the mean of n answers may come to an end of the scale: (L(n - 1) + H) / n and (H(n - 1) + L) / n (Brown &
 * Hauenstein 2005). Empty for one answer, `least` above `most`.
 */
export function interpretableMeans({ low, high }: Scale, n: number): Measured<MeanRange> {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return unmeasured('not-a-number');
  if (high <= low) return unmeasured('short-scale');
  if (n < 1) return unmeasured('no-answers');
  return measured({ least: (low * (n - 1) + high) / n, most: (high * (n - 1) + low) / n });
}

/**
 * Agreement against the most that answers with this mean could disagree, from -1 to 1 (Brown & Hauenstein 2005, Org Res
 * Methods 8: 165-184): 1 - 2 s2 / {[(H + L)M - M^2 - HL] n / (n - 1)}. 1 when all stand at one end; undefined where the
 * mean lies nearer to an end than one answer apart would bring it.
 */
export function awg(answers: Answers, scale: Scale): Measured {
  const range = interpretableMeans(scale, answers.n);
  if (range.value === null) return range;
  const moments = momentsOf(answers);
  if (moments.value === null) return moments;
  const { low, high } = scale;
  const { mean, variance } = moments.value;
  if (variance.value === null) return variance;
  if (mean === low || mean === high) return measured(1);
  // A mean of answers that are not whole may miss the edge by a rounding.
  const slack = (high - low) * 1e-12;
  if (mean < range.value.least - slack || mean > range.value.most + slack) return unmeasured('mean-near-end');
  return measured(1 - (2 * variance.value * (answers.n - 1)) / ((high - mean) * (mean - low) * answers.n));
}
