import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Whether a total would give its largest contributor away. */
export interface Dominance {
  readonly sensitive: boolean;
  /** What lies in the total beside the largest contributor and the coalition. */
  readonly remainder: number;
  /** How much must lie there: `percent` of the largest contribution. */
  readonly needed: number;
}

/**
 * The p% rule for totals of what people gave (Cox 1981, J Am Stat Assoc 76; Hundepool et al. 2012, Statistical
 * Disclosure Control, 4.2.2): a total is sensitive when the `coalition` next largest contributors, by taking off what
 * they gave themselves, come nearer than `percent` to what the largest gave. A total of 0 is sensitive too: it says
 * that everybody gave 0.
 */
export function dominance({
  contributions,
  percent,
  coalition = 1,
}: {
  readonly contributions: readonly number[];
  readonly percent: number;
  readonly coalition?: number;
}): Measured<Dominance> {
  if (![...contributions, percent, coalition].every(Number.isFinite)) return unmeasured('not-a-number');
  if (percent <= 0 || coalition < 0 || contributions.some((given) => given < 0)) return unmeasured('off-the-scale');
  if (contributions.length === 0) return unmeasured('no-answers');
  const sorted = contributions.toSorted((a, b) => b - a);
  const largest = sorted[0] ?? 0;
  const needed = (percent / 100) * largest;
  // Smallest first loses least to rounding.
  const remainder = sorted.slice(1 + coalition).reduceRight((sum, given) => sum + given, 0);
  return measured({ sensitive: remainder < needed || largest === 0, remainder, needed });
}
