import type { ShownCamps } from '../results/shown.ts';
import { heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';

/** Chance is told below this only, and stays on its side of it when rounded. */
const SIGNIFICANT = 0.05;

/** Two groups over the whole sheet where each is a minimum group or more; chance in hundredths, clearness in tenths. */
export function discloseCamps({ round, minimumGroup, rules = EVERY_RULE }: Disclosing): ShownCamps | null {
  const { camps, ballots } = round;
  if (camps === null || heldUnder({ ballots, minimumGroup, rules })) return null;
  if (Math.min(...camps.sizes) < minimumGroup && rules.has('camp-sizes')) return null;
  const p = Math.min(SIGNIFICANT - 0.01, Math.round(camps.p * 100) / 100);
  return { ...camps, p, silhouette: Math.round(camps.silhouette * 10) / 10 };
}
