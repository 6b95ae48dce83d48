import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

import { standardised } from './ranks.ts';

/** Deviations from a rater's mean, scaled to length 1, so that a product of two of them is their correlation. */
export type Unit = readonly number[];

/** Axes whose lengths differ by less than this share of the longest are equally long. */
const EQUAL = 1e-9;
/** Steps of the mean over planes, good to six digits. */
const STEPS = 1000;

/** A rater's deviations, or `null` if everything has the same answer. */
export function unitOf(row: readonly number[]): Unit | null {
  const first = row[0] ?? 0;
  if (row.every((value) => value === first)) return null;
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return standardised(row.map((value) => value / largest));
}

/** One axis of a map, longest first. */
export interface Axis {
  /** Sum of raters' squared coordinates on it. */
  readonly length: number;
  /** Squared coordinate of the sum of raters on it. */
  readonly pull: number;
}

/**
 * Degree of consensus alpha, 0 to 1: length of the mean of raters' vectors in the plane that holds most of them (Tarakci,
 * Ates, Porck, van Knippenberg, Groenen & de Haas 2014, Strategic Manage J 35: 1053-1069). One order gives 1; blind
 * orders give about the square root of 1 / raters and more, so it says nothing without `alphaAgainstChance`.
 *
 * Where several planes hold equally much it is the mean over all of them, so that any order of raters gives the same.
 */
export function planarAlpha(units: readonly Unit[]): number {
  return alphaOfAxes(units.length <= (units[0]?.length ?? 0) ? axesOfRaters(units) : axesOfItems(units), units.length);
}

/** `planarAlpha` from the axes of a map. */
export function alphaOfAxes(axes: readonly Axis[], raters: number): number {
  const second = axes[1]?.length ?? 0;
  const margin = EQUAL * (axes[0]?.length ?? 0);
  if (planesOf(axes) === 'one') {
    const inPlane = second <= margin ? axes : axes.slice(0, 2);
    return Math.min(1, Math.sqrt(sumOfPulls(inPlane)) / raters);
  }
  const sure = axes.filter(({ length }) => length > second + margin);
  const equal = axes.filter(({ length }) => Math.abs(length - second) <= margin);
  const mean = meanOverPlanes({
    sure: sumOfPulls(sure),
    equal: sumOfPulls(equal),
    open: 2 - sure.length,
    from: equal.length,
  });
  return Math.min(1, mean / raters);
}

/** Whether only one plane holds most of the raters' vectors. */
export function planesOf(axes: readonly Axis[]): 'one' | 'several' {
  const [first = 0, second = 0, third = 0] = axes.slice(0, 3).map(({ length }) => length);
  return second > EQUAL * first && second - third <= EQUAL * first ? 'several' : 'one';
}

function sumOfPulls(axes: readonly Axis[]): number {
  return axes.reduce((sum, { pull }) => sum + pull, 0);
}

/**
 * Mean of the square root of sure + equal x share, where share is how much of a fixed direction a blind choice of `open`
 * from `from` equal axes holds: cos^2 of an angle whose density is cos^(open - 1) sin^(from - open - 1).
 */
function meanOverPlanes({
  sure,
  equal,
  open,
  from,
}: {
  readonly sure: number;
  readonly equal: number;
  readonly open: number;
  readonly from: number;
}): number {
  let sum = 0;
  let weights = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const angle = ((step + 0.5) / STEPS) * (Math.PI / 2);
    const weight = Math.cos(angle) ** (open - 1) * Math.sin(angle) ** (from - open - 1);
    sum += weight * Math.sqrt(sure + equal * Math.cos(angle) ** 2);
    weights += weight;
  }
  return sum / weights;
}

/** Axes from correlations between raters, for fewer raters than items. */
function axesOfRaters(units: readonly Unit[]): readonly Axis[] {
  const correlations = Matrix.zeros(units.length, units.length);
  for (const [one, unit] of units.entries()) {
    for (let other = 0; other <= one; other += 1) {
      const correlation = productOf(unit, units[other] ?? []);
      correlations.set(one, other, correlation).set(other, one, correlation);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(correlations, { assumeSymmetric: true });
  const last = units.length - 1;
  return realEigenvalues.map((_, at) => {
    const length = Math.max(0, realEigenvalues[last - at] ?? 0);
    let sum = 0;
    for (let rater = 0; rater <= last; rater += 1) sum += eigenvectorMatrix.get(rater, last - at);
    return { length, pull: length * sum * sum };
  });
}

function axesOfItems(units: readonly Unit[]): readonly ItemAxis[] {
  return itemAxes({ products: productsOf(units), sum: sumOf(units) });
}

/** An axis with its direction in the space of items, of length 1 and of either sign. */
export interface ItemAxis extends Axis {
  readonly direction: readonly number[];
}

/** Axes from the items' sums of products over raters, for any number of raters. */
export function itemAxes({ products, sum }: { readonly products: Matrix; readonly sum: Unit }): readonly ItemAxis[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(products, { assumeSymmetric: true });
  const last = realEigenvalues.length - 1;
  return realEigenvalues.map((_, at) => {
    const direction = eigenvectorMatrix.getColumn(last - at);
    return {
      length: Math.max(0, realEigenvalues[last - at] ?? 0),
      pull: productOf(sum, direction) ** 2,
      direction,
    };
  });
}

/** Sums of products of items over raters. */
export function productsOf(units: readonly Unit[]): Matrix {
  const items = units[0]?.length ?? 0;
  const cells = new Float64Array(items * items);
  for (const unit of units) {
    for (let one = 0; one < items; one += 1) {
      const value = unit[one] ?? 0;
      for (let other = 0; other <= one; other += 1) {
        cells[one * items + other] = (cells[one * items + other] ?? 0) + value * (unit[other] ?? 0);
      }
    }
  }
  const products = Matrix.zeros(items, items);
  for (let one = 0; one < items; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      const product = cells[one * items + other] ?? 0;
      products.set(one, other, product).set(other, one, product);
    }
  }
  return products;
}

/** Sum of raters' deviations, item by item. */
export function sumOf(units: readonly Unit[]): readonly number[] {
  const sum = new Float64Array(units[0]?.length ?? 0);
  for (const unit of units)
    for (let item = 0; item < sum.length; item += 1) sum[item] = (sum[item] ?? 0) + (unit[item] ?? 0);
  return Array.from(sum);
}

/** Sum of products of two lists of numbers. */
export function productOf(one: readonly number[], other: readonly number[]): number {
  let product = 0;
  for (let at = 0; at < one.length; at += 1) product += (one[at] ?? 0) * (other[at] ?? 0);
  return product;
}
