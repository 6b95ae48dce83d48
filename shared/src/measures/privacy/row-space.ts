/** A published group as a 0/1 row over atoms: people whom no group tells apart. Whole numbers throughout, so exact. */
export interface Membership {
  /** For each atom, the positions of the groups that it belongs to. */
  readonly atoms: readonly { readonly people: number; readonly groups: readonly number[] }[];
  readonly groups: number;
}

/** A set of atoms whose sum follows from published groups, and the groups that it takes. */
export interface Derivable {
  readonly atoms: readonly number[];
  readonly people: number;
  /** Positions of the groups with a weight other than 0. */
  readonly from: readonly number[];
}

/** Weights of groups, up to a common factor. */
type Weights = readonly bigint[];

/** Steps of a search, each one look at an atom, after which it is given up. */
const MOST_STEPS = 20_000_000;

/**
 * All minimal sets of 1 to `most` people whose indicator lies in the row space of the published groups, so that any sum
 * over them can be had by adding and subtracting published ones; fewest people first, then by position of atoms. Any
 * other such set is a union of disjoint ones of these. `null` when there are too many combinations to look at. The
 * audit of Chin & Ozsoyoglu (1982, IEEE Trans Softw Eng 8: 574-582), for sets and not for one alone. Only atoms count,
 * so 100,000 people cost what their different memberships cost.
 */
export function derivableSets({ atoms, groups }: Membership, most: number): readonly Derivable[] | null {
  const { pivots, duals } = dualBasis({ atoms, groups }, most);
  const scale = duals.reduce((least, dual, place) => lcm(least, weightOf(dual, pivots[place])), 1n);
  const free = pivots.flatMap((pivot, place) => {
    const dual = duals[place];
    const own = weightOf(dual, pivot);
    if (dual === undefined || pivot.people > most || own === 0n) return [];
    return [{ people: pivot.people, weights: dual.map((weight) => (weight * scale) / own) }];
  });
  let steps = 0;
  const found: Derivable[] = [];
  const search = (from: number, people: number, weights: Weights): void => {
    for (let place = from; place < free.length && steps <= MOST_STEPS; place += 1) {
      const pivot = free[place];
      if (pivot === undefined || people + pivot.people > most) continue;
      const sum = weights.map((weight, group) => weight + (pivot.weights[group] ?? 0n));
      const set = setOf(sum);
      if (set) found.push(set);
      search(place + 1, people + pivot.people, sum);
    }
  };
  const setOf = (weights: Weights): Derivable | null => {
    const chosen: number[] = [];
    let people = 0;
    for (const [place, atom] of atoms.entries()) {
      steps += 1;
      const value = weightOf(weights, atom);
      if (value === 0n) continue;
      if (value !== scale) return null;
      chosen.push(place);
      people += atom.people;
      if (people > most) return null;
    }
    return { atoms: chosen, people, from: weights.flatMap((weight, group) => (weight === 0n ? [] : [group])) };
  };
  search(
    0,
    0,
    Array.from({ length: groups }, () => 0n),
  );
  return steps > MOST_STEPS ? null : minimal(found);
}

/**
 * Atoms that span all others (those of more than `most` people first, so that a small set has 0 on them), and for each
 * the weights that give it some number and every other of them 0.
 */
function dualBasis({ atoms, groups }: Membership, most: number) {
  let unused: readonly Weights[] = Array.from({ length: groups }, (_, group) =>
    Array.from({ length: groups }, (_, other) => (other === group ? 1n : 0n)),
  );
  const pivots: Membership['atoms'][number][] = [];
  const duals: Weights[] = [];
  for (const atom of [...atoms.filter((it) => it.people > most), ...atoms.filter((it) => it.people <= most)]) {
    if (unused.length === 0) break;
    const chosen = unused.find((weights) => weightOf(weights, atom) !== 0n);
    if (chosen === undefined) continue;
    unused = unused.filter((weights) => weights !== chosen).map((weights) => without(weights, chosen, atom));
    for (const [place, dual] of duals.entries()) duals[place] = without(dual, chosen, atom);
    pivots.push(atom);
    duals.push(chosen);
  }
  return { pivots, duals };
}

/** `weights` less so much of `other` that nothing is left on the atom. */
function without(weights: Weights, other: Weights, atom: Membership['atoms'][number]): Weights {
  const [own, others] = [weightOf(weights, atom), weightOf(other, atom)];
  if (own === 0n) return weights;
  const difference = weights.map((weight, group) => weight * others - (other[group] ?? 0n) * own);
  const common = difference.reduce(gcd, 0n);
  return common > 1n ? difference.map((weight) => weight / common) : difference;
}

function weightOf(weights: Weights | undefined, atom: Membership['atoms'][number] | undefined): bigint {
  let sum = 0n;
  for (const group of atom?.groups ?? []) sum += weights?.[group] ?? 0n;
  return sum;
}

function minimal(found: readonly Derivable[]): readonly Derivable[] {
  const kept: Derivable[] = [];
  for (const set of found.toSorted((a, b) => a.people - b.people || compare(a.atoms, b.atoms))) {
    const own = new Set(set.atoms);
    if (!kept.some((smaller) => smaller.atoms.every((atom) => own.has(atom)))) kept.push(set);
  }
  return kept;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((atom, place) => atom !== b[place]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

function lcm(a: bigint, b: bigint): bigint {
  const product = (a / gcd(a, b)) * b;
  return product < 0n ? -product : product;
}
