import { sizeOf } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';

/**
 * What an answer sheet says about one person, as bits by point of the scale: `lone` where exactly one person answered,
 * `all` where everybody did. Over a set of sheets, only what all of them say is known: `and` of their bits.
 */
export interface Exposure {
  readonly lone: number;
  readonly all: number;
}

/** What one sheet says. Scales have at most 31 points. */
export function exposureOf(counts: Counts): Exposure {
  const n = sizeOf(counts);
  let [lone, all] = [0, 0];
  for (const [step, count] of counts.entries()) {
    if (count === 1) lone |= 1 << step;
    if (count === n) all |= 1 << step;
  }
  return { lone, all };
}

/** Whether nothing about one person is known: somebody who looks the same may have answered otherwise. */
export function isSafe({ lone, all }: Exposure): boolean {
  return lone === 0 && all === 0;
}

/** What is known when either set of sheets may be behind what is shown; `null` is the empty set. */
export function eitherOf(a: Exposure | null, b: Exposure | null): Exposure | null {
  if (a === null || b === null) return a ?? b;
  return { lone: a.lone & b.lone, all: a.all & b.all };
}
