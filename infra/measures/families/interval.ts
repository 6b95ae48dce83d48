import type { Interval } from '@plumbline/shared/measures/uncertainty/interval';

/** An interval as the cases write it, or `null` where there is none. */
export function ends(interval: Interval | null | undefined): readonly [number, number] | null {
  return interval === null || interval === undefined ? null : [interval.low, interval.high];
}
