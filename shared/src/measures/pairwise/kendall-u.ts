import type { Comparisons } from './comparisons.ts';
import { tiesSplit } from './comparisons.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { chiSquareTail } from '../tails.ts';

/** How far raters agree in their preferences. */
export interface KendallU {
  /** 1 when all agree on every pair, about 0 as blind. */
  readonly u: number;
  /** The least that u can be for so many raters: every pair split as evenly as can be. */
  readonly least: number;
  readonly test: Measured<KendallUTest>;
}

/** A test against raters who prefer blindly. */
export interface KendallUTest {
  /** Broken degrees of freedom. */
  readonly df: number;
  readonly chiSquare: number;
  readonly p: number;
  /** With one agreement of two raters less, since agreements are whole. */
  readonly corrected: { readonly chiSquare: number; readonly p: number };
}

/**
 * Kendall's coefficient of agreement u = 2 S / C - 1, where S counts the agreements of two raters on a pair of items and
 * C how many there could be (Kendall & Babington Smith 1940, Biometrika 31: 324-345). A tie is half a preference each
 * way, and the test then only near.
 *
 * The test fits a chi-square distribution to the first three moments of S. Each pair of items adds its own, with m raters
 * C(m, 2) / 2, C(m, 2) / 4 and C(m, 2) (m - 2) / 4, so that pairs may have been compared by unequal numbers; where all
 * have m it is that of the paper. Undefined where no pair was compared by three.
 */
export function kendallU(comparisons: Comparisons): Measured<KendallU> {
  const { pairs } = tiesSplit(comparisons);
  let agreements = 0;
  let fewest = 0;
  let possible = 0;
  let skew = 0;
  for (const { won, lost } of pairs) {
    const raters = won + lost;
    if (!Number.isInteger(raters) || !Number.isInteger(2 * won)) return unmeasured('off-the-scale');
    const couples = couplesOf(raters);
    agreements += couplesOf(won) + couplesOf(lost);
    fewest += couplesOf(Math.ceil(raters / 2)) + couplesOf(Math.floor(raters / 2));
    possible += couples;
    skew += (couples * (raters - 2)) / 4;
  }
  if (possible === 0) return unmeasured('too-few-answers');
  return measured({
    u: (2 * agreements) / possible - 1,
    least: (2 * fewest) / possible - 1,
    test: testOf({ agreements, mean: possible / 2, variance: possible / 4, skew }),
  });
}

function testOf({
  agreements,
  mean,
  variance,
  skew,
}: {
  readonly agreements: number;
  readonly mean: number;
  readonly variance: number;
  readonly skew: number;
}): Measured<KendallUTest> {
  if (skew === 0) return unmeasured('too-few-answers');
  const scale = (4 * variance) / skew;
  const df = 8 * variance * (variance / skew) ** 2;
  const at = (found: number) => {
    const chiSquare = scale * (found - mean) + df;
    return { chiSquare, p: chiSquareTail(chiSquare, df) };
  };
  return measured({ df, ...at(agreements), corrected: at(agreements - 1) });
}

function couplesOf(raters: number): number {
  return (raters * (raters - 1)) / 2;
}
