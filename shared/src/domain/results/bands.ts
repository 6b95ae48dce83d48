import { agreementA } from '../../measures/ratings/agreement.ts';
import { criticalRwg } from '../../measures/ratings/chance.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { sizeOf } from '../../measures/ratings/distribution.ts';
import { uniformShares } from '../../measures/ratings/null-distribution.ts';
import { rwg, rwgStar } from '../../measures/ratings/rwg.ts';
import type { Band, Shape } from './shown.ts';

/** Convention of the field for enough agreement (LeBreton & Senter 2008, Org Res Methods 11: 815-852). */
export const ENOUGH = 0.7;

/** Answers are split where r_wg and agreement A are both below these: a convention of this product. */
export const SPLIT = { rwg: -0.3, a: -0.2 } as const;

/**
 * From here on the exact critical value is below `ENOUGH` for every length of scale. The tests count it out up to 33
 * answers on the scales of up to 7 points that are asked (up to 20 on 8 to 11 points). Beyond, Cantelli's inequality does: under the null s2 / sigma2 has mean 1 and variance at most
 * (1.8 - (n - 3) / (n - 1)) / n, as no discrete uniform has a kurtosis above 1.8, so that
 * P(r_wg >= .70) = P(s2 / sigma2 <= .30) <= v / (v + .49) <= 5% from n = 34 on.
 */
const ENOUGH_STANDS_OUT_FROM = 9;

/** What was enumerated once, by scale and team size: a few dozen numbers, each some milliseconds of work. */
const required = new Map<string, number>();

/**
 * The r_wg from which a team counts as aligned: .70, or what blind answers reach in 5% of cases where that is more.
 * Infinite where so few people on so short a scale agree too easily by chance.
 */
export function requiredAgreement({ points, n }: { readonly points: number; readonly n: number }): number {
  if (n >= ENOUGH_STANDS_OUT_FROM) return ENOUGH;
  const key = `${points} ${n}`;
  const known = required.get(key);
  if (known !== undefined) return known;
  const critical = criticalRwg({ n, shares: uniformShares(points) });
  const value = critical.value === null ? Number.POSITIVE_INFINITY : Math.max(ENOUGH, critical.value);
  required.set(key, value);
  return value;
}

/** Whether an agreement is as much as needed. The two come by different sums; a millionth keeps equal ones equal. */
export function reaches(agreement: number, needed: number): boolean {
  return agreement >= needed - 1e-6;
}

/** How close a team is on one or several items. */
export interface Closeness {
  /** r_wg, or r*wg(J) over several items; not truncated. */
  readonly agreement: number;
  readonly band: Band;
}

/**
 * The band of one item, or of several taken together by r*wg(J); `null` where agreement is undefined.
 * Several items must reach the highest value that one of them would need: a person who answers all of them alike makes
 * the items count as one, and then more of them are no better evidence.
 */
export function closenessOf(items: readonly Counts[]): Closeness | null {
  const agreement = rwgStar(items);
  if (agreement.value === null) return null;
  const needed = Math.max(...items.map((item) => requiredAgreement({ points: item.length, n: sizeOf(item) })));
  if (reaches(agreement.value, needed)) return { agreement: agreement.value, band: 'aligned' };
  const divided = agreement.value < SPLIT.rwg && meanAgreementA(items) < SPLIT.a;
  return { agreement: agreement.value, band: divided ? 'split' : 'mixed' };
}

/** Five steps from far apart (0) to together (1), by the categories of LeBreton & Senter (2008). */
export function fiveSteps({ agreement, band }: Closeness): number {
  if (band === 'aligned') return agreement > 0.9 ? 0.9 : 0.7;
  if (agreement > 0.5) return 0.5;
  return agreement > 0.3 ? 0.3 : 0.1;
}

/** Three steps from far apart (0) to together (1), the middles of thirds. */
export function threeSteps(band: Band): number {
  switch (band) {
    case 'split':
      return 1 / 6;
    case 'mixed':
      return 1 / 2;
    case 'aligned':
      return 5 / 6;
  }
}

/** The shape of a band at a level between the unfavourable (0) and the favourable end (1). */
export function shapeOf({ band, favour }: { readonly band: Band; readonly favour: number }): Shape {
  switch (band) {
    case 'split':
      return 'camps';
    case 'mixed':
      return 'spread';
    case 'aligned':
      if (favour >= 2 / 3 - 1e-9) return 'aligned-high';
      return favour <= 1 / 3 + 1e-9 ? 'aligned-low' : 'lukewarm';
  }
}

function meanAgreementA(items: readonly Counts[]): number {
  const each = items.map((item) => agreementA(item).value ?? rwg(item).value ?? 0);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}
