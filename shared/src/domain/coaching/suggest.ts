import type { Shape } from '../results/shown.ts';
import { interventionLibrary, isWithin, RISKS, type LibraryEntry } from './library.ts';

/** What is wanted of an intervention; `null` where it does not matter. */
export interface Wanted {
  readonly dimension: string | null;
  readonly shape: Shape | null;
  readonly minutes: number | null;
  readonly people: number | null;
  /** Library ids that were used lately. */
  readonly used: readonly string[];
}

/** The rules that put one intervention before another, the weightiest first. */
export const RULES = ['dimension', 'people', 'minutes', 'shape', 'not-used', 'low-risk'] as const;
export type Rule = (typeof RULES)[number];

/** An intervention, and the rules that speak for it. */
export interface Suggestion {
  readonly intervention: LibraryEntry;
  readonly because: readonly Rule[];
}

const SUGGESTED = 3;

/**
 * Three interventions, the best first. Each rule is looked at in its order: an intervention that fulfils the first one on
 * which two differ comes before the other; what no rule tells apart is ordered by risk, then by least minutes, then by id.
 */
export function suggest(wanted: Wanted): readonly Suggestion[] {
  return rankedFor(wanted).slice(0, SUGGESTED);
}

/** The whole library in that order. */
export function rankedFor(wanted: Wanted): readonly Suggestion[] {
  return interventionLibrary()
    .map((intervention) => ({ intervention, because: RULES.filter((rule) => fulfils(rule, intervention, wanted)) }))
    .sort(inOrder);
}

/** Whether an intervention fulfils a rule; a rule about what was not asked for speaks for nothing. */
function fulfils(rule: Rule, entry: LibraryEntry, wanted: Wanted): boolean {
  switch (rule) {
    case 'dimension':
      return wanted.dimension !== null && entry.dimensions.includes(wanted.dimension);
    case 'people':
      return wanted.people !== null && isWithin(entry.people, wanted.people);
    case 'minutes':
      return wanted.minutes !== null && entry.minutes.least <= wanted.minutes;
    case 'shape':
      return wanted.shape !== null && entry.shapes.includes(wanted.shape);
    case 'not-used':
      return wanted.used.length > 0 && !wanted.used.includes(entry.id);
    case 'low-risk':
      return entry.risk.level === 'low';
  }
}

function inOrder(a: Suggestion, b: Suggestion): number {
  const rule = RULES.find((one) => a.because.includes(one) !== b.because.includes(one));
  if (rule !== undefined) return a.because.includes(rule) ? -1 : 1;
  const [one, other] = [a.intervention, b.intervention];
  return (
    RISKS.indexOf(one.risk.level) - RISKS.indexOf(other.risk.level) ||
    one.minutes.least - other.minutes.least ||
    (one.id < other.id ? -1 : 1)
  );
}
