import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { derivableSets } from './row-space.ts';

/** A set of people about whom some sum or mean is published; a person named twice counts once. */
export interface PublishedGroup {
  readonly name: string;
  readonly people: readonly string[];
}

export interface Differencing {
  /** Groups of fewer than k people. */
  readonly tooSmall: readonly string[];
  /** Pairs of groups of which one holds the other and 1 to k - 1 people more. */
  readonly nested: readonly {
    readonly superset: string;
    readonly subset: string;
    readonly exposed: readonly string[];
  }[];
  /** Minimal sets of 1 to k - 1 people whose sum follows from the published ones; fewest people first. */
  readonly exposed: readonly (readonly string[])[];
  readonly safe: boolean;
}

/**
 * What adding and subtracting published groups gives away: an indicator of 1 to k - 1 people in the row space of the
 * membership matrix is a published figure about them (Fellegi 1972, J Am Stat Assoc 67: 7-18). Exact, in whole numbers.
 * `k` is a whole number of 1 or more. Gives up as `too-much-work` where millions of combinations had to be looked at.
 */
export function differencing(groups: readonly PublishedGroup[], k: number): Measured<Differencing> {
  if (!Number.isFinite(k)) return unmeasured('not-a-number');
  if (!Number.isInteger(k) || k < 1) return unmeasured('off-the-scale');
  const sets = groups.map(({ name, people }) => ({ name, people: new Set(people) }));
  const atoms = atomsOf(sets.map(({ people }) => people));
  const derivable = derivableSets(
    { atoms: atoms.map((atom) => ({ people: atom.people.length, groups: atom.groups })), groups: sets.length },
    k - 1,
  );
  if (derivable === null) return unmeasured('too-much-work');
  const exposed = derivable
    .map((set) => set.atoms.flatMap((atom) => atoms[atom]?.people ?? []).sort())
    .sort((a, b) => a.length - b.length || compareNames(a, b));
  const tooSmall = sets.filter(({ people }) => people.size < k).map(({ name }) => name);
  const nested = sets.flatMap((superset) =>
    sets.flatMap((subset) => {
      const more = superset.people.size - subset.people.size;
      if (more < 1 || more >= k || ![...subset.people].every((person) => superset.people.has(person))) return [];
      const rest = [...superset.people].filter((person) => !subset.people.has(person));
      return [{ superset: superset.name, subset: subset.name, exposed: rest.sort() }];
    }),
  );
  return measured({ tooSmall, nested, exposed, safe: tooSmall.length + nested.length + exposed.length === 0 });
}

/** People by the groups that they are in, in the order of their names: those of one atom can't be told apart. */
export function atomsOf(
  groups: readonly ReadonlySet<string>[],
): readonly { readonly people: readonly string[]; readonly groups: readonly number[] }[] {
  const memberships = new Map<string, number[]>();
  for (const [place, people] of groups.entries()) {
    for (const person of people) {
      const known = memberships.get(person);
      if (known === undefined) memberships.set(person, [place]);
      else known.push(place);
    }
  }
  const atoms = new Map<string, { readonly people: string[]; readonly groups: readonly number[] }>();
  for (const person of [...memberships.keys()].sort()) {
    const own = memberships.get(person) ?? [];
    const key = own.join(' ');
    const known = atoms.get(key);
    if (known === undefined) atoms.set(key, { people: [person], groups: own });
    else known.people.push(person);
  }
  return [...atoms.values()];
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [place, name] of a.entries()) {
    const other = b[place] ?? '';
    if (name !== other) return name < other ? -1 : 1;
  }
  return 0;
}
