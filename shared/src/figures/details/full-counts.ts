import type { QuestionResult } from '../../domain/results/shown.ts';
import { sizeOf, type Counts } from '../../measures/ratings/distribution.ts';
import { measured, unmeasured, type Measured } from '../../measures/measured.ts';
import { clipped, type Interval } from '../../measures/uncertainty/interval.ts';
import { jackknife } from '../../measures/uncertainty/jackknife.ts';

/** Fewer answers say too little about how sure a figure is. */
export const FEWEST_FOR_INTERVAL = 5;

/**
 * How often each point of the scale was given, where a question shows exactly that: a bar for each point. `null` where
 * it shows less. Every figure of agreement is worked out from these counts alone.
 */
export function fullCounts({ low, high, result }: Pick<QuestionResult, 'low' | 'high' | 'result'>): Counts | null {
  if (result.status === 'held' || result.distribution === null) return null;
  const points = high - low + 1;
  const bars = result.distribution;
  const full = bars.length === points && bars.every(({ from, to }, step) => from === low + step && to === from);
  return full && bars.some(({ count }) => count > 0) ? bars.map(({ count }) => count) : null;
}

/**
 * The 95% jackknife-t interval of a figure over people, within the figure's own range, with the error shrunk by what
 * part of all who were asked answered. Undefined under five answers, and where everybody answered: then there is none.
 */
export function jackknifeInterval({
  counts,
  invited,
  figure,
  within,
}: {
  readonly counts: Counts;
  readonly invited: number;
  readonly figure: (counts: Counts) => Measured;
  readonly within: Interval;
}): Measured<Interval> {
  const n = sizeOf(counts);
  if (n < FEWEST_FOR_INTERVAL || n >= invited) return unmeasured('too-few-answers');
  const estimate = figure(counts);
  if (estimate.value === null) return estimate;
  const without = new Float64Array(n);
  let place = 0;
  for (const [step, count] of counts.entries()) {
    if (count === 0) continue;
    const left = figure(counts.with(step, count - 1));
    if (left.value === null) return left;
    without.fill(left.value, place, place + count);
    place += count;
  }
  const found = jackknife({ estimate: estimate.value, without }, { population: invited });
  return found.value === null ? found : measured(clipped(found.value.interval, within));
}
