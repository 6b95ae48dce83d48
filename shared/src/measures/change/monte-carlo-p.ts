import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/**
 * p from random arrangements, (b + 1) / (B + 1), which is never 0 and holds its level (Phipson & Smyth 2010, Stat Appl
 * Genet Mol Biol 9: 39). `exceedances` of `draws` arrangements were at least as extreme as what was seen.
 */
export function monteCarloP(exceedances: number, draws: number): Measured {
  if (!Number.isFinite(exceedances) || !Number.isFinite(draws)) return unmeasured('not-a-number');
  if (![exceedances, draws].every(Number.isSafeInteger)) return unmeasured('off-the-scale');
  if (exceedances < 0 || exceedances > draws) return unmeasured('off-the-scale');
  if (draws === 0) return unmeasured('too-few-answers');
  return measured((exceedances + 1) / (draws + 1));
}
