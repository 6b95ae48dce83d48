import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import type { Answers } from './answers.ts';

/** How far answers lie from their middle on average, in units of the answers; 0 when all agree. */
export interface AverageDeviation {
  /** AD_M, from the mean. */
  readonly fromMean: number;
  /** AD_Md, from the median; never more than `fromMean`. */
  readonly fromMedian: number;
}

/**
 * The average deviation up to which a team is said to agree: a sixth of the number of points (Burke & Dunlap 2002, Org
 * Res Methods 5: 159-172). Five blind answers on five points pass it 26% of the time.
 */
export function deviationCutOff(points: number): Measured {
  return Number.isInteger(points) && points > 1 ? measured(points / 6) : unmeasured('short-scale');
}

/** Average deviation of two answers or more to one item (Burke, Finkelstein & Dusig 1999, Org Res Methods 2: 49-68). */
export function averageDeviation({ n, values, counts }: Answers): Measured<AverageDeviation> {
  if (n < 2) return unmeasured(n === 0 ? 'no-answers' : 'too-few-answers');
  const origin = values[0] ?? 0;
  const lower = Math.floor((n - 1) / 2);
  const upper = Math.floor(n / 2);
  let sum = 0;
  let passed = 0;
  let median = 0;
  for (let place = 0; place < values.length; place += 1) {
    const distance = (values[place] ?? 0) - origin;
    const count = counts[place] ?? 0;
    sum += count * distance;
    if (passed <= lower && lower < passed + count) median += distance / 2;
    if (passed <= upper && upper < passed + count) median += distance / 2;
    passed += count;
  }
  let fromMean = 0;
  let fromMedian = 0;
  for (let place = 0; place < values.length; place += 1) {
    const distance = (values[place] ?? 0) - origin;
    const count = counts[place] ?? 0;
    // n times the distance from the mean stays whole where answers are.
    fromMean += count * Math.abs(n * distance - sum);
    fromMedian += count * Math.abs(distance - median);
  }
  return measured({ fromMean: fromMean / (n * n), fromMedian: fromMedian / n });
}

/** Mean average deviation over items, AD_M(J) and AD_Md(J), each from its own middle (same source). */
export function averageDeviationOver(items: readonly Answers[]): Measured<AverageDeviation> {
  if (items.length === 0) return unmeasured('too-few-items');
  let fromMean = 0;
  let fromMedian = 0;
  for (const item of items) {
    const deviation = averageDeviation(item);
    if (deviation.value === null) return deviation;
    fromMean += deviation.value.fromMean;
    fromMedian += deviation.value.fromMedian;
  }
  return measured({ fromMean: fromMean / items.length, fromMedian: fromMedian / items.length });
}
