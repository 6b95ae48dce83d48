import { assert } from '../../kernel/assert.ts';
import { dealings } from '../../measures/privacy/dealings.ts';
import { sizeOf, stepsIn } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { closenessOf } from '../results/bands.ts';
import { eitherOf, exposureOf } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** How a group's answers to one question look: how close they are and, where close, in which third of the scale. */
export type GroupLook = 'split' | 'mixed' | 'low' | 'middle' | 'high';

/** How the groups look on one question, `null` where too few answered, and what that says of them and of the rest. */
export interface Looks {
  readonly groups: readonly (GroupLook | null)[];
  /** Of each group with enough answers, then of everybody else, what all ways of dealing with these looks share. */
  readonly exposures: readonly Exposure[];
}

export interface AnsweredByGroups {
  /** Everybody's answers, those of people in no group among them. */
  readonly whole: Counts;
  readonly groups: readonly Counts[];
  readonly minimumGroup: number;
}

/** Every look of the groups that answers of the whole allow, each once, and the one that they have. */
export function looksOf({ whole, groups, minimumGroup }: AnsweredByGroups): {
  readonly every: readonly Looks[];
  readonly own: readonly (GroupLook | null)[];
} {
  const enough = groups.map((counts) => sizeOf(counts) >= minimumGroup);
  const sizes = groups.map(sizeOf).filter((_size, group) => enough[group] === true);
  const rest = sizeOf(whole) - sizes.reduce((sum, size) => sum + size, 0);
  const words = wordsOf();
  const looks = new Map<string, Looks>();
  for (const parts of dealings(whole, rest > 0 ? [...sizes, rest] : sizes)) {
    let place = 0;
    const look = enough.map((is) => {
      if (!is) return null;
      const counts = parts[place];
      place += 1;
      assert(counts, 'every group with enough answers is dealt its part');
      return words(counts);
    });
    const key = look.join(' ');
    const known = looks.get(key)?.exposures;
    const exposures = parts.map((counts, part) => either(known?.[part] ?? null, exposureOf(counts)));
    looks.set(key, { groups: look, exposures });
  }
  const own = groups.map((counts, group) => (enough[group] === true ? words(counts) : null));
  return { every: [...looks.values()], own };
}

/** What two sets of sheets share. */
export function either(known: Exposure | null, next: Exposure): Exposure {
  return eitherOf(known, next) ?? next;
}

function wordsOf(): (counts: Counts) => GroupLook {
  const known = new Map<string, GroupLook>();
  return (counts) => {
    const key = counts.join(' ');
    const word = known.get(key) ?? lookOf(counts);
    known.set(key, word);
    return word;
  };
}

function lookOf(counts: Counts): GroupLook {
  const closeness = closenessOf([counts]);
  assert(closeness !== null, 'a minimum group has an agreement');
  if (closeness.band !== 'aligned') return closeness.band;
  const way = stepsIn(counts) / (sizeOf(counts) * (counts.length - 1));
  if (way >= 2 / 3 - 1e-9) return 'high';
  return way <= 1 / 3 + 1e-9 ? 'low' : 'middle';
}
