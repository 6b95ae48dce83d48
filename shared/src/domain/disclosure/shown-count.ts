import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';

/** How many people named each of several options, and what anybody knows of the total. */
export interface NamedCounts {
  readonly counts: readonly number[];
  /** Number of people; each named an option once at most. */
  readonly of: number;
  readonly least: number;
  readonly most: number;
  readonly rules?: Rules;
}

/**
 * Numbers of people out of `of`, shown so that they point at no one: 1 looks like nobody, and all but one like all.
 * Where the total that people can have named leaves no other way than that every such count is 1, or that each is all but
 * one, one count is shown one off, as if one person had named one option more or less.
 */
export function shownCounts({ counts, of, least, most, rules = EVERY_RULE }: NamedCounts): readonly number[] {
  if (!rules.has('shown-counts')) return counts;
  const shown = counts.map((count) => (count <= 1 ? 0 : count >= of - 1 ? of : count));
  if (!rules.has('shown-totals')) return shown;
  const total = (figures: readonly number[]) => figures.reduce((sum, count) => sum + count, 0);
  const smallest = total(shown.map((count) => (count === of ? of - 1 : count)));
  const largest = total(shown.map((count) => (count === 0 ? 1 : count)));
  if (shown.includes(of) && smallest >= most) return oneOff(shown, of, -1);
  return shown.includes(0) && largest <= least ? oneOff(shown, of, 1) : shown;
}

/** Moves one count by one: an exact one, the last of the smallest; else the last that looks like none or all. */
function oneOff(shown: readonly number[], of: number, by: 1 | -1): readonly number[] {
  const exact = shown.filter((count) => count > 0 && count < of);
  const chosen = exact.length === 0 ? (by > 0 ? 0 : of) : Math.min(...exact);
  const place = shown.lastIndexOf(chosen);
  // Next to none or all lies 2, or all but two.
  const moved = chosen === 0 ? 2 : chosen === of ? of - 2 : chosen + by;
  return shown.map((count, at) => (at !== place ? count : moved <= 1 ? 0 : moved >= of - 1 ? of : moved));
}
