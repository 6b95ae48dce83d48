import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { deviationChances, deviationSpread } from './deviation-chances.ts';
import { sizeOf, spreadOf } from './distribution.ts';
import type { Counts } from './distribution.ts';
import { varianceOfShares } from './null-distribution.ts';
import { spreadChances } from './spread-chances.ts';
import type { Blind } from './spread-chances.ts';

/** Answers, and the chance of each point when they are blind. */
export interface AgainstBlind {
  readonly counts: Counts;
  readonly shares: readonly number[];
}

/** Blind answers, and the probability with which they may pass. */
export interface Chance extends Blind {
  /** .05 if left out. */
  readonly alpha?: number;
}

/** Chance with which blind answers may pass for agreement, where nobody says otherwise. */
export const USUAL_ALPHA = 0.05;

/** Sums of some thousand chances are rounded; a chance that equals alpha must not miss it. */
const ROUNDING = 1e-12;

/**
 * Exact probability that blind answers agree at least as much as these by r_wg. Replaces the simulated tables of Dunlap,
 * Burke & Smith-Crowe (2003, J Appl Psychol 88: 356-362). Undefined with `too-much-work` beyond some 220 answers on five
 * points, 130 on seven, 60 on eleven.
 */
export function chanceOfRwg({ counts, shares }: AgainstBlind): Measured {
  const chances = spreadChances({ n: sizeOf(counts), shares });
  return chances.value === null ? chances : measured(chanceUpTo(chances.value, spreadOf(counts)));
}

/**
 * The smallest r_wg that blind answers reach with a probability of at most `alpha`, exact, against the variance of
 * those blind answers (Dunlap, Burke & Smith-Crowe 2003, J Appl Psychol 88: 356-362). Undefined where even full
 * agreement is likelier than that, or as in `chanceOfRwg`.
 */
export function criticalRwg({ n, shares, alpha = USUAL_ALPHA }: Chance): Measured {
  const variance = varianceOfShares(shares);
  if (variance === 0) return unmeasured('no-variation');
  const critical = criticalOf(spreadChances({ n, shares }), alpha);
  return critical.value === null ? critical : measured(1 - critical.value / (n * (n - 1) * variance));
}

/**
 * Exact probability that blind answers lie as close to their mean as these by AD_M (Dunlap, Burke & Smith-Crowe 2003);
 * limits as in `chanceOfRwg`.
 */
export function chanceOfDeviation({ counts, shares }: AgainstBlind): Measured {
  const chances = deviationChances({ n: sizeOf(counts), shares });
  return chances.value === null ? chances : measured(chanceUpTo(chances.value, deviationSpread(counts)));
}

/**
 * The largest AD_M that blind answers stay within with a probability of at most `alpha`, in steps, exact (Dunlap, Burke
 * & Smith-Crowe 2003). Undefined where even full agreement is likelier than that, or as in `chanceOfRwg`.
 */
export function criticalDeviation({ n, shares, alpha = USUAL_ALPHA }: Chance): Measured {
  const critical = criticalOf(deviationChances({ n, shares }), alpha);
  return critical.value === null ? critical : measured((2 * critical.value) / n ** 2);
}

function chanceUpTo(chances: Float64Array, observed: number): number {
  let sum = 0;
  for (let spread = 0; spread <= observed && spread < chances.length; spread += 1) sum += chances[spread] ?? 0;
  return Math.min(1, sum);
}

/** The largest spread that occurs and is not passed by more than `alpha`. */
function criticalOf(chances: Measured<Float64Array>, alpha: number): Measured {
  if (chances.value === null) return chances;
  let critical: number | null = null;
  let sum = 0;
  for (const [spread, chance] of chances.value.entries()) {
    sum += chance;
    if (sum > alpha + ROUNDING) break;
    if (chance > 0) critical = spread;
  }
  return critical === null ? unmeasured('chance-too-likely') : measured(critical);
}
