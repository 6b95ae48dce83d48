import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(X >= x) of a chi-square distribution; `df` may be broken. */
export function chiSquareTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** P(X >= x) of an F distribution; degrees of freedom may be broken. */
export function fTail(x: number, { df1, df2 }: { readonly df1: number; readonly df2: number }): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x <= 0 ? 1 : betainc(df2 / (df2 + df1 * x), df2 / 2, df1 / 2);
}

/** The x below which a standard normal variable lies with probability `p`. */
export function normalPoint(p: number): number {
  return normalQuantile(p, 0, 1);
}

/** The x below which a variable of Student's t distribution lies with probability `p`. */
export function tPoint(p: number, df: number): number {
  return tQuantile(p, df);
}

/** The x below which a variable of an F distribution lies with probability `p`. */
export function fPoint(p: number, { df1, df2 }: { readonly df1: number; readonly df2: number }): number {
  return fQuantile(p, df1, df2);
}
