import type { Table } from './table.ts';

/** A way to put every rater of a table on one of two sides. */
export interface Splitter {
  /** Largest between-sides sum of squares that a split of this centred table reaches; 0 where there is no split. */
  readonly between: (table: Table) => number;
  /** The splits that reach it, as the side of each row; none where no split has two sides that are large enough. */
  readonly splits: (table: Table) => readonly Uint8Array[];
}

/** Splits whose sums of squares differ by less than this share are equally good: the rest is rounding. */
const SAME = 1e-10;

/**
 * Tries every way to divide up to 20 raters into two sides of `minSide` or more (Edwards & Cavalli-Sforza 1965,
 * Biometrics 21: 362-375). The rows of a centred table add up to 0, so a side S of n raters has between-sides squares
 * |sum of S|^2 n / (|S| (n - |S|)), and |sum of S|^2 is a sum over the matrix of inner products. Sums of all sides are
 * built from those without their last rater: 2^n steps a table.
 */
export function everySplit(raters: number, minSide: number): Splitter {
  const sides = 2 ** (raters - 1);
  const weights = sideWeights(raters, minSide);
  const products = new Float64Array(raters * raters);
  const squares = new Float64Array(sides);
  const gains = new Float64Array(sides);

  function between(table: Table): number {
    fillProducts(table, products);
    fillSquares({ raters, products, squares, gains });
    let best = 0;
    for (let side = 0; side < sides; side += 1) {
      const value = (squares[side] ?? 0) * (weights[side] ?? 0);
      if (value > best) best = value;
    }
    return best;
  }

  function splits(table: Table): readonly Uint8Array[] {
    const least = between(table) * (1 - SAME);
    const found: Uint8Array[] = [];
    for (const [side, weight] of weights.entries()) {
      if (weight === 0 || (squares[side] ?? 0) * weight < least) continue;
      found.push(Uint8Array.from({ length: raters }, (_, rater) => (rater === 0 ? 0 : (side >> (rater - 1)) & 1)));
    }
    return found;
  }

  return { between, splits };
}

/** n / (|S| (n - |S|)) for every side S without rater 0, as bits of the other raters; 0 where a side is too small. */
function sideWeights(raters: number, minSide: number): Float64Array {
  const sizes = new Uint8Array(2 ** (raters - 1));
  return Float64Array.from(sizes, (_, side) => {
    const size = (sizes[side >> 1] ?? 0) + (side & 1);
    sizes[side] = size;
    return Math.min(size, raters - size) < minSide ? 0 : raters / (size * (raters - size));
  });
}

function fillProducts({ raters, items, cells }: Table, products: Float64Array): void {
  for (let one = 0; one < raters; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      let sum = 0;
      for (let item = 0; item < items; item += 1) {
        sum += (cells[one * items + item] ?? 0) * (cells[other * items + item] ?? 0);
      }
      products[one * raters + other] = sum;
    }
  }
}

interface Squares {
  readonly raters: number;
  /** Inner products of rows; the lower triangle is read. */
  readonly products: Float64Array;
  /** Gets |sum of S|^2 for every side S without rater 0. */
  readonly squares: Float64Array;
  /** Room for what a rater adds to each side of earlier ones. */
  readonly gains: Float64Array;
}

function fillSquares({ raters, products, squares, gains }: Squares): void {
  squares[0] = 0;
  for (let added = 1; added < raters; added += 1) {
    gains[0] = products[added * raters + added] ?? 0;
    for (let earlier = 1; earlier < added; earlier += 1) {
      const width = 1 << (earlier - 1);
      const gain = 2 * (products[added * raters + earlier] ?? 0);
      for (let side = 0; side < width; side += 1) gains[width + side] = (gains[side] ?? 0) + gain;
    }
    const width = 1 << (added - 1);
    for (let side = 0; side < width; side += 1) squares[width + side] = (squares[side] ?? 0) + (gains[side] ?? 0);
  }
}
