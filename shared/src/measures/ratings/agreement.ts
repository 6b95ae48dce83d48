import { meanOf, sizeOf, spreadOf, varianceOf } from './distribution.ts';
import type { Counts } from './distribution.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** A size of scale and a number of answers, all that a chance distribution depends on. */
export interface Chance {
  /** Points of the scale. */
  readonly points: number;
  /** Number of answers. */
  readonly n: number;
}

/** Variance of answers given blindly, every point equally likely: (A^2 - 1) / 12. */
export function uniformVariance(points: number): number {
  return (points * points - 1) / 12;
}

/**
 * Within-group agreement against the uniform null, 1 - s2 / sigma2 (James, Demaree & Wolf 1984, J Appl Psychol 69).
 * 1 when all agree, 0 as far apart as blind answers, below 0 further apart than that; not truncated.
 */
export function rwg(counts: Counts): Measured {
  if (counts.length < 2) return unmeasured('short-scale');
  const variance = varianceOf(counts);
  if (variance.value === null) return unmeasured('too-few-answers');
  return measured(1 - variance.value / uniformVariance(counts.length));
}

/**
 * Agreement over several items, r*wg(J) = 1 - mean(s2 / sigma2) (Lindell, Brandt & Whitney 1999, Appl Psychol Meas 23).
 * Does not grow with the number of items, as r_wg(J) does. Items may have scales of different length.
 */
export function rwgStar(items: readonly Counts[]): Measured {
  if (items.length === 0) return unmeasured('too-few-items');
  let sum = 0;
  for (const item of items) {
    const agreement = rwg(item);
    if (agreement.value === null) return agreement;
    sum += agreement.value;
  }
  return measured(sum / items.length);
}

/**
 * Exact probability that blind answers agree at least as much as these, by r_wg under the uniform null. Replaces the
 * simulated tables of Dunlap, Burke & Smith-Crowe (2003, J Appl Psychol 88). The work grows with n^4: for small teams.
 */
export function chanceOfRwg(counts: Counts): Measured {
  const n = sizeOf(counts);
  if (n < 2) return unmeasured('too-few-answers');
  const observed = spreadOf(counts);
  let ways = 0;
  for (const outcome of chanceOutcomes({ points: counts.length, n })) {
    if (outcome.spread > observed) break;
    ways += outcome.ways;
  }
  return measured(ways / counts.length ** n);
}

/**
 * The smallest r_wg that blind answers reach with a probability of at most 5%, exact under the uniform null. Undefined
 * where even full agreement is likelier than that. The work grows with n^4: for small teams.
 */
export function criticalRwg(chance: Chance): Measured {
  const { points, n } = chance;
  if (n < 2) return unmeasured('too-few-answers');
  const allowed = 0.05 * points ** n;
  let critical: number | null = null;
  let ways = 0;
  for (const outcome of chanceOutcomes(chance)) {
    ways += outcome.ways;
    if (ways > allowed) break;
    critical = outcome.spread;
  }
  if (critical === null) return unmeasured('chance-too-likely');
  return measured(1 - critical / (n * (n - 1) * uniformVariance(points)));
}

/**
 * Consensus Cns, 0 to 1 (Tastle & Wierman 2007, Int J Approx Reasoning 45: 531-545):
 * 1 + sum of p log2(1 - |x - mean| / width).
 */
export function consensus(counts: Counts): Measured {
  if (counts.length < 2) return unmeasured('short-scale');
  const mean = meanOf(counts);
  if (mean.value === null) return mean;
  const n = sizeOf(counts);
  const width = counts.length - 1;
  let total = 1;
  for (const [step, count] of counts.entries()) {
    if (count > 0) total += (count / n) * Math.log2(1 - Math.abs(step - mean.value) / width);
  }
  return measured(total);
}

/**
 * Agreement A, -1 (two camps at the ends) over 0 (evenly spread) to 1 (van der Eijk 2001, Quality & Quantity 35:
 * 325-341). The counts are cut into layers of equal height; each layer is a pattern of filled and empty points.
 */
export function agreementA(counts: Counts): Measured {
  if (counts.length < 3) return unmeasured('short-scale');
  const n = sizeOf(counts);
  if (n === 0) return unmeasured('no-answers');
  let left = counts;
  let total = 0;
  for (;;) {
    const filled = left.filter((count) => count > 0);
    if (filled.length === 0) return measured(total);
    const height = Math.min(...filled);
    total += ((filled.length * height) / n) * patternAgreement(left.map((count) => count > 0));
    left = left.map((count) => Math.max(0, count - height));
  }
}

function patternAgreement(pattern: readonly boolean[]): number {
  const points = pattern.length;
  const filled = pattern.filter(Boolean).length;
  let conforming = 0;
  let deviating = 0;
  for (let low = 0; low < points - 2; low += 1) {
    for (let middle = low + 1; middle < points - 1; middle += 1) {
      for (let high = middle + 1; high < points; high += 1) {
        if (pattern[middle] === true && pattern[low] !== pattern[high]) conforming += 1;
        if (pattern[middle] === false && pattern[low] === true && pattern[high] === true) deviating += 1;
      }
    }
  }
  const room = points - filled;
  const triples = conforming + deviating;
  if (triples === 0) return room / (points - 1);
  const unimodality = (points - 2) * conforming - (points - 1) * deviating;
  return (unimodality * room) / ((points - 2) * triples * (points - 1));
}

interface Outcome {
  readonly spread: number;
  readonly ways: number;
}

/**
 * Every spread that n blind answers can have, least first, with the number of answer sheets that have it. Sheets are
 * counted by their sum and sum of squares, which decide the spread, instead of one by one.
 */
function chanceOutcomes({ points, n }: Chance): readonly Outcome[] {
  const base = n * (points - 1) + 1;
  let sheets = new Map<number, number>([[0, 1]]);
  for (let answers = 0; answers < n; answers += 1) {
    const longer = new Map<number, number>();
    for (const [key, ways] of sheets) {
      for (let step = 0; step < points; step += 1) {
        const next = key + step * step * base + step;
        longer.set(next, (longer.get(next) ?? 0) + ways);
      }
    }
    sheets = longer;
  }
  const bySpread = new Map<number, number>();
  for (const [key, ways] of sheets) {
    const sum = key % base;
    const spread = ((key - sum) / base) * n - sum * sum;
    bySpread.set(spread, (bySpread.get(spread) ?? 0) + ways);
  }
  return [...bySpread].map(([spread, ways]) => ({ spread, ways })).sort((a, b) => a.spread - b.spread);
}
