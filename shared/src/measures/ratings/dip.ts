import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import quantileTable from './dip-quantiles.json' with { type: 'json' };
import { crossing, hullBeyond, widestFit } from './dip-hulls.ts';
import type { Hulls } from './dip-hulls.ts';

/** Hartigans' test against one peak. */
export interface DipTest {
  /** Greatest distance of the empirical distribution from the nearest one with a single peak, 1 / 2n to 1/4. */
  readonly dip: number;
  /** Chance that an even spread has a dip as large, interpolated in a simulated table; 0 beyond its end. */
  readonly p: number;
}

/** Below this there is no table. */
const FEWEST = 4;

/**
 * The dip test of Hartigan & Hartigan (1985, Ann Stat 13: 70-84), from 4 values on. Below 30, camps that anybody would
 * see are missed more often than found, so that it is no measure for a team.
 */
export function dipTest(values: readonly number[]): Measured<DipTest> {
  const dip = dipOf(values);
  if (dip.value === null) return dip;
  if (values.length < FEWEST) return unmeasured('too-few-answers');
  return measured({ dip: dip.value, p: chanceOfDip(dip.value, values.length) });
}

/**
 * The dip statistic, in O(n log n) (Hartigan 1985, Appl Stat 34: 320-325, algorithm AS 217, with Maechler's corrections
 * as in the R package diptest 0.76-0). At least 1 / 2n, which is also the dip of values that are all the same.
 */
export function dipOf(values: readonly number[]): Measured {
  const n = values.length;
  if (n === 0) return unmeasured('no-answers');
  if (!values.every(Number.isFinite)) return unmeasured('not-a-number');
  const sorted = Float64Array.from(values).sort();
  const range = (sorted[n - 1] ?? 0) - (sorted[0] ?? 0);
  if (range === Number.POSITIVE_INFINITY) return unmeasured('off-the-scale');
  if (range === 0) return measured(1 / (2 * n));
  // A power of two changes no digit, and keeps slopes from overflowing.
  const unit = 2 ** Math.min(1000, -Math.floor(Math.log2(range)));
  return measured(twiceDip(sorted.map((value) => value * unit)) / (2 * n));
}

/**
 * The dip times 2n. Between `low` and `high` lies the peak; outside, the best distribution follows the convex minorant
 * up to it and the concave majorant beyond it. The stretch narrows to where the two are furthest apart, until the
 * distances inside are below the largest that was found outside.
 */
function twiceDip(sorted: Float64Array): number {
  const minorant = hullBeyond(sorted, -1);
  const majorant = hullBeyond(sorted, 1);
  let low = 0;
  let high = sorted.length - 1;
  let dip = 1;
  for (;;) {
    const hulls: Hulls = {
      sorted,
      minorant: walk({ hull: minorant, from: high, to: low }),
      majorant: walk({ hull: majorant, from: low, to: high }),
    };
    const { gap, minorantAt, majorantAt } = crossing(hulls);
    if (gap < dip) return dip;
    dip = Math.max(dip, widestFit(hulls, { minorantAt, majorantAt }));
    const nextLow = hulls.minorant[minorantAt] ?? low;
    const nextHigh = hulls.majorant[majorantAt] ?? high;
    if (nextLow === low && nextHigh === high) return dip;
    low = nextLow;
    high = nextHigh;
  }
}

interface Walk {
  readonly hull: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** The corners of a hull from one place to another, both included. */
function walk({ hull, from, to }: Walk): readonly number[] {
  const corners = [from];
  for (let place = from; place !== to;) {
    place = hull[place] ?? to;
    corners.push(place);
  }
  return corners;
}

/**
 * Interpolates sqrt(n) times the dip: first the quantiles between the two sizes of sample around n, then the chance
 * between two quantiles. Beyond the largest size, that one stands for all.
 */
function chanceOfDip(dip: number, n: number): number {
  const { sizes, chances, quantiles } = quantileTable;
  const above = sizes.findIndex((size) => size > n);
  const after = above === -1 ? sizes.length - 1 : above;
  const before = above === -1 ? after : above - 1;
  const sizeBefore = sizes[before] ?? 0;
  const sizeAfter = sizes[after] ?? 0;
  const part = before === after ? 0 : (n - sizeBefore) / (sizeAfter - sizeBefore);
  const points = chances.map((_, place) => {
    const less = Math.sqrt(sizeBefore) * (quantiles[before]?.[place] ?? 0);
    const more = Math.sqrt(sizeAfter) * (quantiles[after]?.[place] ?? 0);
    return less + part * (more - less);
  });
  const sought = Math.sqrt(n) * dip;
  const next = points.findIndex((point) => point >= sought);
  if (next === -1) return 0;
  const to = points[next] ?? 0;
  if (to === sought || next === 0) return 1 - meanChanceAt(points, to);
  const from = points[next - 1] ?? 0;
  const low = meanChanceAt(points, from);
  return 1 - (low + ((meanChanceAt(points, to) - low) * (sought - from)) / (to - from));
}

/** Small samples often have the least dip there is, which then is the quantile of several chances: their mean. */
function meanChanceAt(points: readonly number[], point: number): number {
  const chances = quantileTable.chances.filter((_, place) => points[place] === point);
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}
