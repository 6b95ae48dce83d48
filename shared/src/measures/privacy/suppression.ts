import { boundsOf } from './bounds.ts';
import { atomsOf } from './differencing.ts';
import { derivableSets } from './row-space.ts';

/** A group whose figures may be hidden. Groups of one family divide people up: nobody is in two of them. */
export interface Hideable {
  readonly name: string;
  readonly family: string;
  readonly people: ReadonlySet<string>;
}

/**
 * How many people a name stands for, where it is another number than one: people who are in the same groups can be
 * named together.
 */
export type Crowds = ReadonlyMap<string, number>;

/** Why a group is hidden. */
export type HiddenBecause =
  /** It has fewer than k people. */
  | 'too-small'
  /** All others than the group are 1 to k - 1 people. */
  | 'complement-too-small'
  /** Beside its shown siblings, what is hidden of them would be 1 to k - 1 people. */
  | 'sibling'
  /** With the others, it would give away 1 to k - 1 people by adding and subtracting. */
  | 'overlap'
  /** Its number of people, with the others', would bound a hidden one too closely. */
  | 'count';

/** The checks of a suppression; all of them unless an audit of the checks leaves some out. */
const CHECKS: readonly HiddenBecause[] = ['too-small', 'complement-too-small', 'sibling', 'overlap', 'count'];

interface Asked {
  readonly whole: ReadonlySet<string>;
  readonly groups: readonly Hideable[];
  readonly k: number;
  readonly checks?: readonly HiddenBecause[];
  readonly crowds?: Crowds;
}

/**
 * Which groups to hide beside the published whole, by name, and why: complementary suppression (Cox 1980, J Am Stat
 * Assoc 75: 377-385). Too small ones first, then their smallest siblings until k people are hidden together; then by
 * row space and by bounds on numbers of people, hiding the smallest that takes part until both pass; then whatever need
 * not be hidden is shown again. The same for any order of the groups. A larger k never shows more: each k starts from
 * what is shown under the one before.
 */
export function suppress(asked: Asked): ReadonlyMap<string, HiddenBecause> {
  const { whole, groups, k, checks = CHECKS, crowds = new Map<string, number>() } = asked;
  const sorted = groups.toSorted(
    (a, b) => countOf(b.people, crowds) - countOf(a.people, crowds) || (a.name < b.name ? -1 : 1),
  );
  let hidden = new Map<string, HiddenBecause>();
  for (let step = 2; step <= k; step += 1) {
    hidden = suppressMore({ whole, groups: sorted, k: step, checks, crowds }, hidden);
  }
  return hidden;
}

function countOf(people: Iterable<string>, crowds: Crowds): number {
  let count = 0;
  for (const name of people) count += crowds.get(name) ?? 1;
  return count;
}

type Sorted = Required<Asked>;

function suppressMore(asked: Sorted, before: ReadonlyMap<string, HiddenBecause>): Map<string, HiddenBecause> {
  const { groups, checks } = asked;
  const hidden = new Map(before);
  for (const group of groups) {
    const reason = onItsOwn(asked, group);
    if (reason !== null && checks.includes(reason)) hidden.set(group.name, reason);
  }
  for (let next = nextToHide(asked, hidden); next !== null; next = nextToHide(asked, hidden)) {
    hidden.set(next.name, next.reason);
  }
  for (const { name } of groups) {
    const reason = hidden.get(name);
    if (before.has(name) || reason === undefined || reason === 'too-small' || reason === 'complement-too-small')
      continue;
    hidden.delete(name);
    if (nextToHide(asked, hidden) !== null) hidden.set(name, reason);
  }
  return hidden;
}

function onItsOwn({ whole, k, crowds }: Sorted, { people }: Hideable): 'too-small' | 'complement-too-small' | null {
  const own = countOf(people, crowds);
  if (own < k) return 'too-small';
  const others = countOf(whole, crowds) - own;
  return others > 0 && others < k ? 'complement-too-small' : null;
}

function nextToHide(asked: Sorted, hidden: ReadonlyMap<string, HiddenBecause>) {
  const { checks } = asked;
  const shown = asked.groups.filter((group) => !hidden.has(group.name));
  if (shown.length === 0) return null;
  const of = (reason: HiddenBecause, group: Hideable | undefined) =>
    group && checks.includes(reason) ? { name: group.name, reason } : null;
  return (
    of('sibling', siblingToHide(asked, shown)) ??
    of('overlap', checks.includes('overlap') ? overlapToHide(asked, shown) : undefined) ??
    of('count', checks.includes('count') ? countToHide(asked, shown) : undefined)
  );
}

/** The smallest shown group of the first family whose hidden people are 1 to k - 1; groups come largest first. */
function siblingToHide({ whole, k, crowds }: Sorted, shown: readonly Hideable[]): Hideable | undefined {
  for (const family of [...new Set(shown.map((group) => group.family))].sort()) {
    const own = shown.filter((group) => group.family === family);
    const left = countOf(whole, crowds) - own.reduce((sum, group) => sum + countOf(group.people, crowds), 0);
    if (left > 0 && left < k) return own.at(-1);
  }
  return undefined;
}

/** The smallest shown group that takes part in giving away 1 to k - 1 people; or just the smallest when that is too much to find out. */
function overlapToHide({ whole, k, crowds }: Sorted, shown: readonly Hideable[]): Hideable | undefined {
  const atoms = atomsOf([whole, ...shown.map((group) => group.people)]);
  const derivable = derivableSets(
    {
      atoms: atoms.map(({ people, groups }) => ({ people: countOf(people, crowds), groups })),
      groups: shown.length + 1,
    },
    k - 1,
  );
  if (derivable === null) return shown.at(-1);
  const last = Math.max(0, ...(derivable[0]?.from ?? []));
  return last === 0 ? undefined : shown[last - 1];
}

/** The smallest shown sibling, else the smallest shown group, where published numbers bound a hidden one too closely. */
function countToHide({ whole, groups, k, crowds }: Sorted, shown: readonly Hideable[]): Hideable | undefined {
  for (const hidden of groups) {
    if (shown.includes(hidden) || hidden.people.size === 0 || hidden.people.size === whole.size) continue;
    const sets = [whole, ...shown.map((group) => group.people), hidden.people];
    const atoms = atomsOf(sets);
    const of = (set: number) => atoms.flatMap((atom, place) => (atom.groups.includes(set) ? [place] : []));
    const sums = sets.slice(0, -1).map((people, set) => ({ of: of(set), total: countOf(people, crowds) }));
    const bounds = boundsOf({ unknowns: atoms.length, sums }, of(sets.length - 1));
    if (bounds !== null && bounds.max > bounds.min && bounds.max >= k) continue;
    return shown.findLast((group) => group.family === hidden.family) ?? shown.at(-1);
  }
  return undefined;
}
