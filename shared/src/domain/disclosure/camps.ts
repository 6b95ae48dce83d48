import type { ShownCamps } from '../results/shown.ts';
import { heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';

/** Two groups over the whole sheet where each is a minimum group or more; how clear they are is told in tenths. */
export function discloseCamps({ round, minimumGroup }: Disclosing): ShownCamps | null {
  const { camps, ballots } = round;
  if (camps === null || heldUnder({ ballots, minimumGroup }) || Math.min(...camps.sizes) < minimumGroup) return null;
  return { ...camps, silhouette: Math.round(camps.silhouette * 10) / 10 };
}
