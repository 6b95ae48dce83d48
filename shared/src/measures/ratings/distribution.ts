import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/**
 * How often each point of a scale was given; position 0 is the lowest point. Figures below are in steps from that
 * point. Counts are whole, so every sum here is exact and no order of answers can change it.
 */
export type Counts = readonly number[];

/** Number of answers. */
export function sizeOf(counts: Counts): number {
  let size = 0;
  for (const count of counts) size += count;
  return size;
}

/** Sum of all answers, in steps from the lowest point. */
export function stepsIn(counts: Counts): number {
  let sum = 0;
  for (const [step, count] of counts.entries()) sum += count * step;
  return sum;
}

/** Arithmetic mean, in steps from the lowest point. */
export function meanOf(counts: Counts): Measured {
  const n = sizeOf(counts);
  return n === 0 ? unmeasured('no-answers') : measured(stepsIn(counts) / n);
}

/** Sample variance (divisor n - 1), in squared steps. */
export function varianceOf(counts: Counts): Measured {
  const n = sizeOf(counts);
  if (n < 2) return unmeasured('too-few-answers');
  return measured(spreadOf(counts) / (n * (n - 1)));
}

/** n times the sum of squares minus the square of the sum: the sample variance times n(n - 1), a whole number. */
export function spreadOf(counts: Counts): number {
  let squares = 0;
  for (const [step, count] of counts.entries()) squares += count * step * step;
  return sizeOf(counts) * squares - stepsIn(counts) ** 2;
}
