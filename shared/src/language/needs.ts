import type { Concept } from './language.ts';
import type { Unit } from './reading.ts';
import type { Rule } from './rule.ts';

/**
 * Whether each need has a word of its own. Words that stand for the same are tried once for a need: where one of them
 * leaves the others without, so does the next. A text of one word many times would take its length to the third power.
 */
export function areMet(needs: Rule['needs'], units: readonly Unit[]): boolean {
  const [need, ...others] = needs;
  if (!need) return true;
  const tried = new Set<string>();
  return units.some((unit, place) => {
    if (tried.has(unit.sort) || !stands(unit, need)) return false;
    tried.add(unit.sort);
    return areMet(others, units.toSpliced(place, 1));
  });
}

/** Whether a word stands for one of some concepts. */
export function stands({ concepts }: Pick<Unit, 'concepts'>, wanted: readonly Concept[]): boolean {
  return wanted.some((concept) => concepts.has(concept));
}
