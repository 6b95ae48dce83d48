import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { sizeOf, stepsIn } from './distribution.ts';
import type { Counts } from './distribution.ts';
import type { Blind } from './spread-chances.ts';

/** Some tenths of a second. */
const MOST_WORK = 1e8;

/** n^2 AD_M / 2, a whole number: k answers up to the mean with sum t fall short of it by (k * sum - n * t) / n. */
export function deviationSpread(counts: Counts): number {
  const n = sizeOf(counts);
  const sum = stepsIn(counts);
  let short = 0;
  for (const [step, count] of counts.entries()) short += count * Math.max(0, sum - n * step);
  return short;
}

/**
 * Chance of each average deviation from the mean that n blind answers can have; position is `deviationSpread`. For each
 * step that the mean may lie on or just above, the answers up to it and those beyond are independent, given how many are
 * which: their sums are counted apart. The work grows with n^3.
 */
export function deviationChances({ n, shares }: Blind): Measured<Float64Array> {
  const top = shares.length - 1;
  if (top < 1) return unmeasured('short-scale');
  if (n < 2) return unmeasured(n === 0 ? 'no-answers' : 'too-few-answers');
  if ((n * top) ** 3 * (top + 1) > 36 * MOST_WORK) return unmeasured('too-much-work');
  const chances = new Float64Array(Math.floor((n * n * top) / 4) + 1);
  for (let cut = 0; cut <= top; cut += 1) addMeansAt(cut, { n, shares }, chances);
  return measured(chances);
}

/** Adds the sheets whose mean is at least `cut` and below the next step. */
function addMeansAt(cut: number, { n, shares }: Blind, chances: Float64Array): void {
  const below = shares.slice(0, cut + 1);
  const above = shares.slice(cut + 1);
  const chanceBelow = total(below);
  // What is left over by rounding is nobody.
  const chanceAbove = above.some((share) => share > 0) ? total(above) : 0;
  if (chanceBelow === 0) return;
  const split = binomial({ n, hit: chanceBelow, miss: chanceAbove });
  const low = sumsOf(
    below.map((share) => share / chanceBelow),
    n,
  );
  const high =
    chanceAbove === 0
      ? [new Float64Array([1])]
      : sumsOf(
          above.map((share) => share / chanceAbove),
          n,
        );
  for (let count = 1; count <= n; count += 1) {
    const lowSums = low[count];
    const highSums = high[n - count];
    const weight = split[count] ?? 0;
    if (lowSums === undefined || highSums === undefined || weight === 0) continue;
    const start = (n - count) * (cut + 1);
    for (let short = 0; short < lowSums.length; short += 1) {
      const chance = weight * (lowSums[short] ?? 0);
      if (chance === 0) continue;
      const base = short + start;
      const to = Math.min(highSums.length - 1, n * (cut + 1) - 1 - base);
      for (let extra = Math.max(0, n * cut - base); extra <= to; extra += 1) {
        const spread = count * (base + extra) - n * short;
        chances[spread] = (chances[spread] ?? 0) + chance * (highSums[extra] ?? 0);
      }
    }
  }
}

/** Chances of the sums of 0 to n answers that take steps 0, 1 ... with the given chances. */
function sumsOf(shares: readonly number[], n: number): readonly Float64Array[] {
  const reach = shares.length - 1;
  let last = new Float64Array([1]);
  const sums = [last];
  for (let count = 1; count <= n; count += 1) {
    const next = new Float64Array(count * reach + 1);
    for (const [step, share] of shares.entries()) {
      for (let sum = 0; sum < last.length; sum += 1) {
        next[sum + step] = (next[sum + step] ?? 0) + share * (last[sum] ?? 0);
      }
    }
    sums.push(next);
    last = next;
  }
  return sums;
}

/** Chances of 0 to n hits, by Pascal's rule: binomial coefficients of some thousand answers would overflow. */
function binomial({ n, hit, miss }: { readonly n: number; readonly hit: number; readonly miss: number }): Float64Array {
  const chances = new Float64Array(n + 1);
  chances[0] = 1;
  for (let trials = 1; trials <= n; trials += 1) {
    for (let hits = trials; hits > 0; hits -= 1) {
      chances[hits] = (chances[hits] ?? 0) * miss + (chances[hits - 1] ?? 0) * hit;
    }
    chances[0] = miss ** trials;
  }
  return chances;
}

function total(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0);
}
