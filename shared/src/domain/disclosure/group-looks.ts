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
  /** How many those ways are. */
  readonly ways: number;
}

export interface LooksOfAll {
  /** Every look of the groups that answers of the whole allow, each once; or, of very many, those that a sample has. */
  readonly every: readonly Looks[];
  readonly isEvery: boolean;
  /** Of each group with enough answers, then of everybody else, what the whole's answers say of it alone. */
  readonly always: readonly Exposure[];
}

export interface AnsweredByGroups {
  /** Everybody's answers, those of people in no group among them. */
  readonly whole: Counts;
  readonly groups: readonly Counts[];
  readonly minimumGroup: number;
}

/** How each group looks, `null` where too few answered. */
export function ownLooks({ groups, minimumGroup }: Omit<AnsweredByGroups, 'whole'>): readonly (GroupLook | null)[] {
  return groups.map((counts) => (sizeOf(counts) >= minimumGroup ? lookOf(counts) : null));
}

/** How groups can look that have so many of the whole's answers each: all of it depends on how many, and no more. */
export function looksOf({ whole, groups, minimumGroup }: AnsweredByGroups): LooksOfAll {
  const enough = groups.map((counts) => sizeOf(counts) >= minimumGroup);
  const ofGroups = groups.map(sizeOf).filter((_size, group) => enough[group] === true);
  const rest = sizeOf(whole) - ofGroups.reduce((sum, size) => sum + size, 0);
  const sizes = rest > 0 ? [...ofGroups, rest] : ofGroups;
  const words = wordsOf();
  const looks = new Map<string, Looks>();
  const { dealt, isEvery } = dealings(whole, sizes);
  for (const parts of dealt) {
    let place = 0;
    const look = enough.map((is) => {
      if (!is) return null;
      const counts = parts[place];
      place += 1;
      assert(counts, 'every group with enough answers is dealt its part');
      return words(counts);
    });
    const key = look.join(' ');
    const known = looks.get(key);
    const exposures = parts.map((counts, part) => {
      const own = exposureOf(counts);
      return eitherOf(known?.exposures[part] ?? null, own) ?? own;
    });
    looks.set(key, { groups: look, exposures, ways: (known?.ways ?? 0) + 1 });
  }
  return { every: [...looks.values()], isEvery, always: sizes.map((size) => alwaysSaid(whole, size)) };
}

/** What is so of a part of this size however the whole's answers are dealt. */
function alwaysSaid(whole: Counts, size: number): Exposure {
  const others = sizeOf(whole) - size;
  let [lone, all] = [0, 0];
  for (const [step, count] of whole.entries()) {
    const [fewest, most] = [Math.max(0, count - others), Math.min(count, size)];
    if (fewest === 1 && most === 1) lone |= 1 << step;
    if (fewest === size) all |= 1 << step;
  }
  return { lone, all };
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
