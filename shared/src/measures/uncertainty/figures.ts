import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Arithmetic mean of finite numbers; like the figures below undefined where it is no number itself. */
export function meanOf(values: Float64Array): Measured {
  const first = values[0];
  if (first === undefined) return unmeasured('no-answers');
  // Differences from the first leave equal numbers as they are.
  return finite(first + values.reduce((sum, value) => sum + (value - first), 0) / values.length);
}

/** Median; halfway between the two in the middle. */
export function medianOf(values: Float64Array): Measured {
  const sorted = values.slice().sort();
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  return low === undefined || high === undefined ? unmeasured('no-answers') : finite(low + (high - low) / 2);
}

/** Sample variance (divisor n - 1). */
export function varianceOf(values: Float64Array): Measured {
  if (values.length < 2) return unmeasured('too-few-answers');
  const mean = meanOf(values);
  if (mean.value === null) return mean;
  const centre = mean.value;
  return finite(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/** Sample standard deviation (divisor n - 1). */
export function deviationOf(values: Float64Array): Measured {
  const variance = varianceOf(values);
  return variance.value === null ? variance : measured(Math.sqrt(variance.value));
}

/** Mean absolute deviation from the mean, AD_M (Burke, Finkelstein & Dusig 1999, Organ Res Methods 2: 49-68). */
export function adMeanOf(values: Float64Array): Measured {
  const mean = meanOf(values);
  if (mean.value === null) return mean;
  const centre = mean.value;
  return finite(values.reduce((sum, value) => sum + Math.abs(value - centre), 0) / values.length);
}

function finite(figure: number): Measured {
  return Number.isFinite(figure) ? measured(figure) : unmeasured('off-the-scale');
}
