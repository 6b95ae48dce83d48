import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/**
 * How often each point of a scale was given; position 0 is the lowest point. Figures below are in steps from that
 * point. Counts are whole, so every sum here is exact and no order of answers can change it.
 */
export type Counts = readonly number[];

/** Number of answers. */
export function sizeOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Sum of all answers, in steps from the lowest point. */
export function stepsIn(counts: Counts): number {
  return counts.reduce((sum, count, step) => sum + count * step, 0);
}

/** Arithmetic mean, in steps from the lowest point. */
export function meanOf(counts: Counts): Measured {
  const n = sizeOf(counts);
  return n === 0 ? unmeasured('no-answers') : measured(stepsIn(counts) / n);
}

/** Median, in steps from the lowest point; halfway between the two middle answers of an even number. */
export function medianOf(counts: Counts): Measured {
  const n = sizeOf(counts);
  if (n === 0) return unmeasured('no-answers');
  return measured((answerAt(counts, Math.floor((n - 1) / 2)) + answerAt(counts, Math.floor(n / 2))) / 2);
}

/** Sample variance (divisor n - 1), in squared steps. */
export function varianceOf(counts: Counts): Measured {
  const n = sizeOf(counts);
  if (n < 2) return unmeasured('too-few-answers');
  return measured(spreadOf(counts) / (n * (n - 1)));
}

/** n times the sum of squares minus the square of the sum: the sample variance times n(n - 1), a whole number. */
export function spreadOf(counts: Counts): number {
  const squares = counts.reduce((sum, count, step) => sum + count * step * step, 0);
  return sizeOf(counts) * squares - stepsIn(counts) ** 2;
}

function answerAt(counts: Counts, position: number): number {
  let passed = 0;
  for (const [step, count] of counts.entries()) {
    passed += count;
    if (passed > position) return step;
  }
  return counts.length - 1;
}
