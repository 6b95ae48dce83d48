import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';

/** Answers of the same raters (rows) in the same order to the same items (columns); `null` is missing. */
type Sheet = readonly (readonly (number | null)[])[];

/** What is asked. */
export interface IndexQuestion {
  readonly before: Sheet;
  readonly after: Sheet;
  /** Lowest and highest point of the scale. */
  readonly scale: readonly [number, number];
  /** Variance of blind answers, in squared points. */
  readonly nullVariance: number;
  /** Which changes count as at least as large: of either sign, or towards agreement only. */
  readonly direction: 'either' | 'closer';
  /** Number of draws where the exact p is out of reach, 1 or more. */
  readonly draws: number;
  readonly seed: number;
}

/** A figure before and after. */
export interface Moved {
  readonly before: number;
  readonly after: number;
  /** After minus before. */
  readonly change: number;
  /** Probability of a change at least as large if each rater's two sheets had as well been the other way round. */
  readonly p: Measured;
}

/** How agreement over several items moved. */
export interface IndexChange {
  /** Raters who answered some item both times. */
  readonly raters: number;
  readonly method: 'exact' | 'draws';
  /** r*wg(J) = 1 - mean variance / null variance (Lindell, Brandt & Whitney 1999); 1 is full agreement. */
  readonly rwgStar: Moved;
  /** AD_M, mean absolute deviation from the item's mean, averaged over items (Burke, Finkelstein & Dusig 1999), in points. */
  readonly deviation: Moved;
}

/** Visits to answers that trying every arrangement, or drawing some, may take. */
const MOST_EXACT = 2e7;
const MOST_DRAWN = 2e8;
/** Changes that differ by less than this share of the largest possible are the same: the rest is rounding. */
const SAME = 1e-10;

/**
 * Change of two agreement indices between two occasions, tested by exchanging each rater's two sheets as wholes, so that
 * what a rater answered stays together (Edgington & Onghena 2007, Randomization Tests, ch. 6). An answer counts where the
 * same rater answered the item both times. Exact while 2^(raters - 1) times the answers is below 2 10^7: 14 raters to 170
 * items, 16 to 38; else (b + 1) / (B + 1) of `draws`; p is `too-much-work` where those would visit 2 10^8 answers.
 */
export function indexChange(question: IndexQuestion): Measured<IndexChange> {
  const fault = faultOf(question);
  if (fault !== null) return unmeasured(fault);
  const { scale, nullVariance } = question;
  const pairs = pairsOf(question);
  if (pairs.ends.length === 0) return unmeasured('too-few-items');
  if (pairs.raters.length === 0) return unmeasured('no-answers');
  if (pairs.ends.some((end, item) => end - (pairs.ends[item - 1] ?? 0) < 2)) return unmeasured('too-few-answers');

  const width = scale[1] - scale[0];
  const seen = spreadsOf(pairs);
  const exact = pairs.raters.length <= 31 && 2 ** (pairs.raters.length - 1) * pairs.before.length <= MOST_EXACT;
  const tallies: Tallies = {
    variance: { seen: seen.variance.before - seen.variance.after, slack: SAME * width ** 2, reached: 0 },
    deviation: { seen: seen.deviation.before - seen.deviation.after, slack: SAME * width, reached: 0 },
  };
  const arrangements = exact ? countAll(question.direction, pairs, tallies) : countDrawn(question, pairs, tallies);
  const p = ({ reached }: Tally): Measured =>
    arrangements === 0 ? unmeasured('too-much-work') : measured(reached / arrangements);
  return measured({
    raters: pairs.raters.length,
    method: exact ? 'exact' : 'draws',
    rwgStar: {
      before: 1 - seen.variance.before / nullVariance,
      after: 1 - seen.variance.after / nullVariance,
      change: (seen.variance.before - seen.variance.after) / nullVariance,
      p: p(tallies.variance),
    },
    deviation: {
      ...seen.deviation,
      change: seen.deviation.after - seen.deviation.before,
      p: p(tallies.deviation),
    },
  });
}

/** Pairs of answers, item after item. Exchanging a rater's two sheets changes `before` and `after`. */
interface Pairs {
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Where each item's pairs end. */
  readonly ends: readonly number[];
  /** Where the pairs of each rater are, for those who have any. */
  readonly raters: readonly (readonly number[])[];
}

/** Means over items, before and after. */
interface Spreads {
  readonly variance: { readonly before: number; readonly after: number };
  readonly deviation: { readonly before: number; readonly after: number };
}

/** How often arrangements reach the fall of a spread that was seen. */
interface Tally {
  readonly seen: number;
  readonly slack: number;
  reached: number;
}

interface Tallies {
  readonly variance: Tally;
  readonly deviation: Tally;
}

function faultOf({ before, after, scale, nullVariance }: IndexQuestion): Reason | null {
  const items = before[0]?.length ?? 0;
  const answers = [...before, ...after];
  if (before.length !== after.length || answers.some((row) => row.length !== items)) return 'ragged-rows';
  const [low, high] = scale;
  if (![low, high, nullVariance].every(Number.isFinite)) return 'not-a-number';
  if (high <= low) return 'short-scale';
  if (nullVariance <= 0) return 'off-the-scale';
  if (answers.some((row) => row.some((answer) => answer !== null && !Number.isFinite(answer)))) return 'not-a-number';
  const off = answers.some((row) => row.some((answer) => answer !== null && (answer < low || answer > high)));
  return off ? 'off-the-scale' : null;
}

function pairsOf({ before, after }: IndexQuestion): Pairs {
  const first: number[] = [];
  const second: number[] = [];
  const raters: number[][] = before.map(() => []);
  const ends = (before[0] ?? []).map((_, item) => {
    for (const [rater, row] of before.entries()) {
      const was = row[item] ?? null;
      const is = after[rater]?.[item] ?? null;
      if (was === null || is === null) continue;
      raters[rater]?.push(first.length);
      first.push(was);
      second.push(is);
    }
    return first.length;
  });
  return {
    before: Float64Array.from(first),
    after: Float64Array.from(second),
    ends,
    raters: raters.filter((places) => places.length > 0),
  };
}

function exchange({ before, after }: Pairs, places: readonly number[]): void {
  for (const place of places) {
    const held = before[place] ?? 0;
    before[place] = after[place] ?? 0;
    after[place] = held;
  }
}

function spreadsOf({ before, after, ends }: Pairs): Spreads {
  const variance = { before: 0, after: 0 };
  const deviation = { before: 0, after: 0 };
  let from = 0;
  for (const end of ends) {
    const n = end - from;
    let sumBefore = 0;
    let sumAfter = 0;
    for (let place = from; place < end; place += 1) {
      sumBefore += before[place] ?? 0;
      sumAfter += after[place] ?? 0;
    }
    let squaresBefore = 0;
    let squaresAfter = 0;
    let aboveBefore = 0;
    let aboveAfter = 0;
    for (let place = from; place < end; place += 1) {
      const first = (before[place] ?? 0) - sumBefore / n;
      const second = (after[place] ?? 0) - sumAfter / n;
      squaresBefore += first * first;
      squaresAfter += second * second;
      // What lies above the mean is half of what lies away from it.
      if (first > 0) aboveBefore += first;
      if (second > 0) aboveAfter += second;
    }
    variance.before += squaresBefore / (n - 1) / ends.length;
    variance.after += squaresAfter / (n - 1) / ends.length;
    deviation.before += (2 * aboveBefore) / n / ends.length;
    deviation.after += (2 * aboveAfter) / n / ends.length;
    from = end;
  }
  return { variance, deviation };
}

/**
 * Tries every arrangement, one exchange after the other (Gray code). One and its opposite differ by sign only, so the last
 * rater's sheets stay.
 */
function countAll(direction: IndexQuestion['direction'], pairs: Pairs, tallies: Tallies): number {
  const half = 2 ** (pairs.raters.length - 1);
  for (let arrangement = 1; arrangement <= half; arrangement += 1) {
    const { variance, deviation } = spreadsOf(pairs);
    tallyFall(tallies.variance, variance.before - variance.after, direction);
    tallyFall(tallies.variance, variance.after - variance.before, direction);
    tallyFall(tallies.deviation, deviation.before - deviation.after, direction);
    tallyFall(tallies.deviation, deviation.after - deviation.before, direction);
    const lowestBit = 31 - Math.clz32(arrangement & -arrangement);
    exchange(pairs, pairs.raters[lowestBit] ?? []);
  }
  return 2 * half;
}

/** Draws arrangements, and counts the one that was seen as one of them; 0 where that is too much work. */
function countDrawn({ direction, draws, seed }: IndexQuestion, pairs: Pairs, tallies: Tallies): number {
  if (pairs.before.length * draws > MOST_DRAWN) return 0;
  const random = xoroshiro128plus(seed);
  tallies.variance.reached = 1;
  tallies.deviation.reached = 1;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const places of pairs.raters) if (random.next() < 0) exchange(pairs, places);
    const { variance, deviation } = spreadsOf(pairs);
    tallyFall(tallies.variance, variance.before - variance.after, direction);
    tallyFall(tallies.deviation, deviation.before - deviation.after, direction);
  }
  return draws + 1;
}

function tallyFall(tally: Tally, fall: number, direction: IndexQuestion['direction']): void {
  const [reached, seen] = direction === 'either' ? [Math.abs(fall), Math.abs(tally.seen)] : [fall, tally.seen];
  if (reached >= seen - tally.slack) tally.reached += 1;
}
