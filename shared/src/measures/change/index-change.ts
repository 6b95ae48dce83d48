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
const MOST_EXACT = 1e8;
const MOST_DRAWN = 1e9;
/** Changes that differ by less than this share of the largest possible are the same: the rest is rounding. */
const SAME = 1e-10;

/**
 * Change of two agreement indices between two occasions, tested by exchanging each rater's two sheets as wholes, so that
 * what a rater answered stays together (Edgington & Onghena 2007, Randomization Tests, ch. 6). An answer counts where the
 * same rater answered the item both times. Exact while 2^(raters - 1) times the answers is below 10^8: 14 raters to 800
 * items, 19 to 20; else (b + 1) / (B + 1) of `draws`; p is `too-much-work` where those would visit 10^9 answers.
 */
export function indexChange(question: IndexQuestion): Measured<IndexChange> {
  const fault = faultOf(question);
  if (fault !== null) return unmeasured(fault);
  const { before, scale, nullVariance } = question;
  const pairs = pairsOf(question);
  if (pairs.items.length === 0) return unmeasured('too-few-items');
  if (pairs.items.every((item) => item.raters.length === 0)) return unmeasured('no-answers');
  if (pairs.items.some((item) => item.raters.length < 2)) return unmeasured('too-few-answers');

  const width = scale[1] - scale[0];
  const seen = spreadsOf(pairs.items, new Uint8Array(before.length));
  const exact = pairs.raters.length <= 31 && 2 ** (pairs.raters.length - 1) * pairs.answers <= MOST_EXACT;
  const tallies: Tallies = {
    variance: { seen: seen.variance.before - seen.variance.after, slack: SAME * width ** 2, reached: 0 },
    deviation: { seen: seen.deviation.before - seen.deviation.after, slack: SAME * width, reached: 0 },
  };
  const arrangements = exact ? countAll(question, pairs, tallies) : countDrawn(question, pairs, tallies);
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

/** An item's answers of those who gave both. */
interface Item {
  readonly raters: Uint32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

interface Pairs {
  readonly items: readonly Item[];
  /** Raters who answered some item both times. */
  readonly raters: readonly number[];
  /** Number of pairs of answers. */
  readonly answers: number;
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
  const items = (before[0] ?? []).map((_, item) => {
    const both = [...before.entries()].flatMap(([rater, row]) => {
      const first = row[item] ?? null;
      const second = after[rater]?.[item] ?? null;
      return first === null || second === null ? [] : [{ rater, first, second }];
    });
    return {
      raters: Uint32Array.from(both, (it) => it.rater),
      before: Float64Array.from(both, (it) => it.first),
      after: Float64Array.from(both, (it) => it.second),
    };
  });
  const raters = [...new Set(items.flatMap((item) => [...item.raters]))];
  return { items, raters, answers: items.reduce((sum, item) => sum + item.raters.length, 0) };
}

/** Spreads when the sheets of raters marked 1 are exchanged. */
function spreadsOf(items: readonly Item[], swapped: Uint8Array): Spreads {
  const variance = { before: 0, after: 0 };
  const deviation = { before: 0, after: 0 };
  for (const { raters, before, after } of items) {
    const n = raters.length;
    let sumBefore = 0;
    let sumAfter = 0;
    for (let place = 0; place < n; place += 1) {
      const turned = swapped[raters[place] ?? 0] === 1;
      sumBefore += (turned ? after[place] : before[place]) ?? 0;
      sumAfter += (turned ? before[place] : after[place]) ?? 0;
    }
    for (let place = 0; place < n; place += 1) {
      const turned = swapped[raters[place] ?? 0] === 1;
      const first = ((turned ? after[place] : before[place]) ?? 0) - sumBefore / n;
      const second = ((turned ? before[place] : after[place]) ?? 0) - sumAfter / n;
      variance.before += (first * first) / (n - 1) / items.length;
      variance.after += (second * second) / (n - 1) / items.length;
      deviation.before += Math.abs(first) / n / items.length;
      deviation.after += Math.abs(second) / n / items.length;
    }
  }
  return { variance, deviation };
}

/** Tries every arrangement. One and its opposite differ by sign only, so the first rater's sheets stay. */
function countAll({ before, direction }: IndexQuestion, { items, raters }: Pairs, tallies: Tallies): number {
  const half = 2 ** (raters.length - 1);
  const swapped = new Uint8Array(before.length);
  for (let arrangement = 0; arrangement < half; arrangement += 1) {
    for (const [place, rater] of raters.entries()) swapped[rater] = ((arrangement * 2) >>> place) & 1;
    const spreads = spreadsOf(items, swapped);
    for (const measure of ['variance', 'deviation'] as const) {
      const fall = spreads[measure].before - spreads[measure].after;
      tallyFall(tallies[measure], fall, direction);
      tallyFall(tallies[measure], -fall, direction);
    }
  }
  return 2 * half;
}

/** Draws arrangements, and counts the one that was seen as one of them; 0 where that is too much work. */
function countDrawn(question: IndexQuestion, { items, raters, answers }: Pairs, tallies: Tallies): number {
  const { before, direction, draws, seed } = question;
  if (answers * draws > MOST_DRAWN) return 0;
  const random = xoroshiro128plus(seed);
  const swapped = new Uint8Array(before.length);
  tallies.variance.reached = 1;
  tallies.deviation.reached = 1;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const rater of raters) swapped[rater] = random.next() < 0 ? 1 : 0;
    const spreads = spreadsOf(items, swapped);
    tallyFall(tallies.variance, spreads.variance.before - spreads.variance.after, direction);
    tallyFall(tallies.deviation, spreads.deviation.before - spreads.deviation.after, direction);
  }
  return draws + 1;
}

function tallyFall(tally: Tally, fall: number, direction: IndexQuestion['direction']): void {
  const [reached, seen] = direction === 'either' ? [Math.abs(fall), Math.abs(tally.seen)] : [fall, tally.seen];
  if (reached >= seen - tally.slack) tally.reached += 1;
}
