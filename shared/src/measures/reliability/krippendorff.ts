import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import type { UnitValues } from './unit-values.ts';

/** What differences between values mean. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Above this many pairs of distinct values (some 10,000 values) alpha of the ratio level is not computed. */
const RATIO_PAIRS = 5e7;

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement: 1 when all agree, 0 as by chance, down to below -1
 * (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; 2019, Content Analysis, 4th ed., ch. 12). Linear in
 * the entries of `units` but for the ratio level, which compares each distinct value with each other and is undefined
 * for values below 0. `weights` counts a unit several times or not at all; once each if not given.
 */
export function krippendorffAlpha(units: UnitValues, level: Level, weights?: Int32Array): Measured {
  const pool = poolOf(units, weights);
  if (pool.total < 2) return unmeasured('too-few-answers');
  if (pool.distinct < 2) return unmeasured('no-variation');
  if (level === 'ratio' && (units.values[0] ?? 0) < 0) return unmeasured('off-the-scale');
  if (level === 'ratio' && ratioPairs(units) > RATIO_PAIRS) return unmeasured('too-much-work');
  const spread = spreadBy(level, units, pool);
  let observed = 0;
  for (let unit = 0; unit + 1 < units.starts.length; unit += 1) {
    const weight = weights?.[unit] ?? 1;
    if (weight === 0) continue;
    const from = units.starts[unit] ?? 0;
    const to = units.starts[unit + 1] ?? 0;
    const table = { codes: units.codes.subarray(from, to), counts: units.counts.subarray(from, to) };
    observed += (weight * spread(table)) / (sumOf(table.counts) - 1);
  }
  const expected = spread({ codes: Int32Array.from(pool.counts.keys()), counts: pool.counts });
  // Values so close to each other, on the whole scale, that their squared difference is no number above 0.
  if (expected === 0) return unmeasured('no-variation');
  return measured(1 - ((pool.total - 1) * observed) / expected);
}

/** Units in which two or more raters gave a value. */
export function pairableUnits(units: UnitValues): number {
  return units.starts.length - 1;
}

/** Values in these units. */
export function pairableValues(units: UnitValues): number {
  return sumOf(units.counts);
}

/** How many pairs of values the ratio level has to compare. */
export function ratioPairs({ values, starts }: UnitValues): number {
  let pairs = values.length ** 2 / 2;
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    pairs += ((starts[unit + 1] ?? 0) - (starts[unit] ?? 0)) ** 2 / 2;
  }
  return pairs;
}

/** All units thrown together: how often each value was given. */
interface Pool {
  readonly counts: Float64Array;
  readonly total: number;
  /** Values that were given at all. */
  readonly distinct: number;
}

function poolOf({ values, starts, codes, counts }: UnitValues, weights?: Int32Array): Pool {
  const pooled = new Float64Array(values.length);
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    const weight = weights?.[unit] ?? 1;
    const to = starts[unit + 1] ?? 0;
    for (let entry = starts[unit] ?? 0; entry < to; entry += 1) {
      const code = codes[entry] ?? 0;
      pooled[code] = (pooled[code] ?? 0) + weight * (counts[entry] ?? 0);
    }
  }
  return { counts: pooled, total: sumOf(pooled), distinct: pooled.reduce((sum, count) => sum + Number(count > 0), 0) };
}

interface Table {
  readonly codes: Int32Array;
  readonly counts: Float64Array;
}

/** Sum of the squared differences over all ordered pairs of answers in a table. */
type Spread = (table: Table) => number;

function spreadBy(level: Level, units: UnitValues, pool: Pool): Spread {
  switch (level) {
    case 'nominal':
      return nominalSpread;
    case 'ordinal':
      return spreadOfScores(midranks(pool.counts));
    case 'interval':
      return spreadOfScores(rescaled(units.values));
    case 'ratio':
      return ratioSpread(units.values);
  }
}

function nominalSpread({ counts }: Table): number {
  const total = sumOf(counts);
  return counts.reduce((sum, count) => sum + count * (total - count), 0);
}

/** Squared differences of scores add up to 2n times their sum of squares around the mean. */
function spreadOfScores(scores: Float64Array): Spread {
  return ({ codes, counts }) => {
    let total = 0;
    let sum = 0;
    for (let at = 0; at < codes.length; at += 1) {
      const count = counts[at] ?? 0;
      total += count;
      sum += count * (scores[codes[at] ?? 0] ?? 0);
    }
    const mean = sum / total;
    let squares = 0;
    for (let at = 0; at < codes.length; at += 1) {
      squares += (counts[at] ?? 0) * ((scores[codes[at] ?? 0] ?? 0) - mean) ** 2;
    }
    return 2 * total * squares;
  };
}

/** The ordinal difference of two values, all between and half of each end, is the difference of their midranks. */
function midranks(pooled: Float64Array): Float64Array {
  let below = 0;
  return pooled.map((count) => {
    below += count;
    return below - count / 2;
  });
}

/** From 0 to 1, so that squares of the largest numbers do not overflow, nor those of the smallest vanish. */
function rescaled(values: Float64Array): Float64Array {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 0;
  const span = high - low;
  if (Number.isFinite(span)) return values.map((value) => (value - low) / span);
  return values.map((value) => (value / 2 - low / 2) / (high / 2 - low / 2));
}

function ratioSpread(values: Float64Array): Spread {
  return ({ codes, counts }) => {
    let sum = 0;
    for (let low = 0; low < codes.length; low += 1) {
      const a = values[codes[low] ?? 0] ?? 0;
      const count = counts[low] ?? 0;
      for (let high = low + 1; high < codes.length; high += 1) {
        const b = values[codes[high] ?? 0] ?? 0;
        const difference = a + b < Number.POSITIVE_INFINITY ? (b - a) / (a + b) : (b / 2 - a / 2) / (a / 2 + b / 2);
        sum += count * (counts[high] ?? 0) * difference * difference;
      }
    }
    return 2 * sum;
  };
}

function sumOf(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
