import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';
import { chiSquareTail, fTail } from '../tails.ts';
import { centredRanks } from './ranks.ts';
import type { FullRows } from './rows.ts';

/** Agreement of raters about the order of items. Shares and correlations have no unit; ranks count from 1. */
export interface Concordance {
  readonly raters: number;
  readonly items: number;
  /** Raters who tied every item; they say nothing about the order. */
  readonly ratersWithoutOrder: number;
  /** Sum of midranks of each item, the smallest value having rank 1. */
  readonly rankSums: readonly number[];
  /** W, 0 to 1, corrected for ties; of blind answers about 1 / raters, so never a percentage of agreement. */
  readonly w: Measured;
  /** W as if nobody had tied anything: too small where they did. */
  readonly uncorrected: Measured;
  /** (mW - 1) / (m - 1): 0 for blind answers, 1 for one order; below 0 where raters oppose each other. */
  readonly chanceCorrected: Measured;
  /** Friedman's test: m (J - 1) W with J - 1 degrees of freedom; rough for few raters. */
  readonly chiSquare: { readonly value: Measured; readonly df: number; readonly p: Measured };
  /** Legendre's test: (m - 1) W / (1 - W), which is infinite (undefined) where all agree. */
  readonly f: { readonly value: Measured; readonly df1: number; readonly df2: number; readonly p: Measured };
  /** Mean Spearman correlation over pairs of raters who told items apart. */
  readonly meanSpearman: Measured;
  /** Mean Kendall tau-b over pairs of raters who told items apart. */
  readonly meanTauB: Measured;
}

/** Above this many raters x pairs of items the mean tau-b is left out. */
const MOST_SIGNS = 2e9;

/**
 * Kendall's coefficient of concordance W with ties, its tests and the mean correlations (Kendall & Babington Smith 1939,
 * Ann Math Stat 10: 275-287; Kendall & Gibbons 1990, ch. 6; F of Legendre 2005, J Agric Biol Environ Stat 10: 226-245).
 * Rows are raters and values ranks or ratings. With centred ranks d, W = |sum of d|^2 / (m sum of |d|^2): whole numbers,
 * so any order of the raters gives the same to the last bit. Linear in raters; all but tau-b nearly so in items.
 */
export function concordance(rows: FullRows): Concordance {
  const items = rows[0]?.length ?? 0;
  const raters = rows.length;
  const sums = new Float64Array(items);
  const unitSums = new Float64Array(items);
  const signs = new SignSums(raters * items * items > MOST_SIGNS ? 0 : items);
  let squares = 0;
  let ordering = 0;
  for (const row of rows) {
    const ranks = centredRanks(row);
    let square = 0;
    for (const rank of ranks) square += rank * rank;
    if (square === 0) continue;
    squares += square;
    ordering += 1;
    const length = Math.sqrt(square);
    for (let item = 0; item < items; item += 1) {
      const rank = ranks[item] ?? 0;
      sums[item] = (sums[item] ?? 0) + rank;
      unitSums[item] = (unitSums[item] ?? 0) + rank / length;
    }
    signs.add(ranks);
  }
  const size = { raters, items };
  const tests = testsOf({ ...size, spread: squareOf(sums), squares });
  const pairs = (square: number) => meanOverPairs({ square, raters: ordering });
  return {
    ...size,
    ...tests,
    ratersWithoutOrder: raters - ordering,
    rankSums: Array.from(sums, (sum) => (sum + raters * (items + 1)) / 2),
    meanSpearman: pairs(squareOf(unitSums)),
    meanTauB: signs.items < items ? unmeasured('too-much-work') : pairs(squareOf(signs.sums)),
  };
}

interface Spread {
  readonly raters: number;
  readonly items: number;
  /** Squared length of the sum of centred ranks, and the sum of their squared lengths. */
  readonly spread: number;
  readonly squares: number;
}

type Tests = Pick<Concordance, 'w' | 'uncorrected' | 'chanceCorrected' | 'chiSquare' | 'f'>;

function testsOf(given: Spread): Tests {
  const { raters, items, spread, squares } = given;
  const df = Math.max(0, items - 1);
  const df1 = Math.max(0, df - 2 / Math.max(1, raters));
  const df2 = df1 * (raters - 1);
  const fault = faultOf(given);
  if (fault !== null) {
    const none = unmeasured(fault);
    const chiSquare = { value: none, df, p: none };
    return { w: none, uncorrected: none, chanceCorrected: none, chiSquare, f: { value: none, df1, df2, p: none } };
  }
  const most = raters * squares;
  const w = spread / most;
  const chi = raters * df * w;
  const f = ((raters - 1) * spread) / (most - spread);
  return {
    w: measured(w),
    uncorrected: measured((3 * spread) / (raters * raters * (items ** 3 - items))),
    chanceCorrected: measured((raters * w - 1) / (raters - 1)),
    chiSquare: { value: measured(chi), df, p: measured(chiSquareTail(chi, df)) },
    f: {
      value: most === spread ? unmeasured('no-variation') : measured(f),
      df1,
      df2,
      p: df1 > 0 ? measured(fTail(f, { df1, df2 })) : unmeasured('too-few-items'),
    },
  };
}

function faultOf({ raters, items, squares }: Spread): Reason | null {
  if (raters < 2) return 'too-few-answers';
  if (items < 2) return 'too-few-items';
  return squares === 0 ? 'no-order' : null;
}

/** Mean product over pairs of vectors of length 1, from the squared length of their sum. */
function meanOverPairs({ square, raters }: { readonly square: number; readonly raters: number }): Measured {
  if (raters < 2) return unmeasured('no-order');
  return measured(Math.min(1, (square - raters) / (raters * (raters - 1))));
}

function squareOf(sums: Float64Array): number {
  let square = 0;
  for (const sum of sums) square += sum * sum;
  return square;
}

/** Sums over raters of the signs of all pairs of items, each rater's signs scaled to length 1: tau-b is their product. */
class SignSums {
  readonly items: number;
  readonly sums: Float64Array;
  readonly #signs: Int8Array;

  constructor(items: number) {
    this.items = items;
    this.sums = new Float64Array((items * (items - 1)) / 2);
    this.#signs = new Int8Array(this.sums.length);
  }

  add(ranks: Int32Array): void {
    let pair = 0;
    let apart = 0;
    for (let low = 1; low < this.items; low += 1) {
      const rank = ranks[low] ?? 0;
      for (let high = 0; high < low; high += 1) {
        const sign = Math.sign(rank - (ranks[high] ?? 0));
        this.#signs[pair] = sign;
        apart += sign * sign;
        pair += 1;
      }
    }
    const length = Math.sqrt(apart);
    for (let at = 0; at < pair; at += 1) this.sums[at] = (this.sums[at] ?? 0) + (this.#signs[at] ?? 0) / length;
  }
}
