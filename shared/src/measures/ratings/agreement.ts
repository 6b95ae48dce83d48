import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { sizeOf } from './distribution.ts';
import type { Counts } from './distribution.ts';

/**
 * Consensus Cns, 0 (half at each end) to 1 (all together) (Tastle & Wierman 2007, Int J Approx Reasoning 45: 531-545):
 * 1 + sum of p log2(1 - |x - mean| / width).
 */
export function consensus(counts: Counts): Measured {
  const size = answersIn(counts);
  if (size.value === null) return size;
  const n = size.value;
  const width = counts.length - 1;
  // The mean is counted from either end: near an end, the rest to the other one would be lost in rounding.
  let fromBottom = 0;
  let fromTop = 0;
  for (const [step, count] of counts.entries()) {
    fromBottom += (count / n) * step;
    fromTop += (count / n) * (width - step);
  }
  let total = 1;
  for (const [step, count] of counts.entries()) {
    const share = count / n;
    if (share === 0) continue;
    const room = step < fromBottom ? step + fromTop : width - step + fromBottom;
    total += share * Math.min(0, Math.log2(room / width));
  }
  return measured(Math.max(0, total));
}

/**
 * Agreement A, -1 (two camps at the ends) over 0 (evenly spread) to 1 (van der Eijk 2001, Quality & Quantity 35:
 * 325-341). The counts are cut into layers of equal height; each layer is a pattern of filled and empty points. There
 * are at most as many layers as different counts, each a look at every point.
 */
export function agreementA(counts: Counts): Measured {
  const size = answersIn(counts);
  if (size.value === null) return size;
  if (counts.length < 3) return unmeasured('short-scale');
  const levels = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  let sum = 0;
  let below = 0;
  for (const level of levels) {
    const filled = counts.map((count) => count >= level);
    sum += (level - below) * patternAgreement(filled);
    below = level;
  }
  return measured(Math.min(1, Math.max(-1, sum / size.value)));
}

/** Polarisation, (1 - A) / 2: 0 all together, .5 evenly spread, 1 two camps at the ends (van der Eijk 2001). */
export function polarisation(counts: Counts): Measured {
  const agreement = agreementA(counts);
  return agreement.value === null ? agreement : measured((1 - agreement.value) / 2);
}

/**
 * Leik's ordinal dispersion D, 0 (all together) to 1 (half at each end) (Leik 1966, Pacific Sociological Review 9:
 * 85-90): twice the mean of min(F, 1 - F) over the cumulative shares F, the last one left out.
 */
export function leikDispersion(counts: Counts): Measured {
  return overCuts(
    counts,
    (below, n) => Math.min(below, n - below) / n,
    (sum, cuts) => (2 * sum) / cuts,
  );
}

/**
 * Ordinal concentration l, 0 (half at each end) to 1 (all together) (Blair & Lacy 2000, Sociological Methods & Research
 * 28: 251-280): the distance of the cumulative shares from those of half at each end, as a part of the greatest.
 */
export function blairLacy(counts: Counts): Measured {
  return overCuts(
    counts,
    (below, n) => ((2 * below - n) / n) ** 2,
    (sum, cuts) => Math.sqrt(sum / cuts),
  );
}

/** The number of answers, if there are any on a scale. */
function answersIn(counts: Counts): Measured {
  for (const count of counts) {
    if (!Number.isFinite(count)) return unmeasured('not-a-number');
    if (count < 0) return unmeasured('off-the-scale');
  }
  if (counts.length < 2) return unmeasured('short-scale');
  const n = sizeOf(counts);
  if (n === Number.POSITIVE_INFINITY) return unmeasured('not-a-number');
  return n === 0 ? unmeasured('no-answers') : measured(n);
}

/** Takes a look at the number of answers below each cut between two points, and makes a figure of the sum. */
function overCuts(
  counts: Counts,
  look: (below: number, n: number) => number,
  figure: (sum: number, cuts: number) => number,
): Measured {
  const size = answersIn(counts);
  if (size.value === null) return size;
  let below = 0;
  let sum = 0;
  for (const count of counts.slice(0, -1)) {
    below += count;
    sum += look(below, size.value);
  }
  return measured(figure(sum, counts.length - 1));
}

/**
 * The part of a layer's agreement that each of its answers has, times how many they are. Three points in order conform
 * to one peak when the middle one and just one other are filled, and deviate when the outer two are and the middle not.
 */
function patternAgreement(filled: readonly boolean[]): number {
  const points = filled.length;
  const all = filled.filter(Boolean).length;
  let conforming = 0;
  let deviating = 0;
  let left = 0;
  for (const [middle, full] of filled.entries()) {
    const right = all - left - (full ? 1 : 0);
    if (full) conforming += left * (points - 1 - middle - right) + (middle - left) * right;
    else deviating += left * right;
    if (full) left += 1;
  }
  const room = 1 - (all - 1) / (points - 1);
  const triples = conforming + deviating;
  if (triples === 0) return all * room;
  return (all * room * ((points - 2) * conforming - (points - 1) * deviating)) / ((points - 2) * triples);
}
