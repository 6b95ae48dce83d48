import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Pairs of numbers by place; each side from 0 to 1, which no correlation minds. */
export interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The pairs of which neither side is missing. */
export function pairsOf(x: readonly (number | null)[], y: readonly (number | null)[]): Measured<Pairs> {
  if (x.length !== y.length) return unmeasured('ragged-rows');
  const kept: { readonly x: number[]; readonly y: number[] } = { x: [], y: [] };
  for (const [place, left] of x.entries()) {
    const right = y[place] ?? null;
    if (left === null || right === null) continue;
    if (!Number.isFinite(left) || !Number.isFinite(right)) return unmeasured('not-a-number');
    kept.x.push(left);
    kept.y.push(right);
  }
  if (kept.x.length === 0) return unmeasured('no-answers');
  return measured({ x: rescaled(kept.x), y: rescaled(kept.y) });
}

/**
 * Pearson's correlation of some of the pairs, -1 to 1; undefined where a side is constant (Pearson 1895, Proc R Soc
 * Lond 58: 240-242).
 */
export function pearson({ x, y }: Pairs, cases: ArrayLike<number>): Measured {
  const n = cases.length;
  if (n < 2) return unmeasured('too-few-answers');
  let meanX = 0;
  let meanY = 0;
  for (let place = 0; place < n; place += 1) {
    meanX += (x[cases[place] ?? 0] ?? 0) / n;
    meanY += (y[cases[place] ?? 0] ?? 0) / n;
  }
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  for (let place = 0; place < n; place += 1) {
    const offX = (x[cases[place] ?? 0] ?? 0) - meanX;
    const offY = (y[cases[place] ?? 0] ?? 0) - meanY;
    squaresX += offX * offX;
    squaresY += offY * offY;
    products += offX * offY;
  }
  if (isRounding(squaresX, n) || isRounding(squaresY, n)) return unmeasured('no-variation');
  return measured(Math.max(-1, Math.min(1, products / Math.sqrt(squaresX) / Math.sqrt(squaresY))));
}

/** Squares of nothing but rounding errors of numbers from 0 to 1. */
function isRounding(squares: number, n: number): boolean {
  return squares <= n * (n * Number.EPSILON) ** 2;
}

function rescaled(values: readonly number[]): Float64Array {
  const half = values.map((value) => value / 2);
  const low = half.reduce((least, value) => Math.min(least, value));
  const span = half.reduce((most, value) => Math.max(most, value)) - low;
  return Float64Array.from(half, (value) => (span > 0 ? (value - low) / span : 0));
}
