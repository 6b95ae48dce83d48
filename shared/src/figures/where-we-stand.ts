import type { DimensionResult } from '../domain/results/shown.ts';

/** Where a team stands, in the names of its dimensions. `more` counts what did not fit into a sentence. */
export type Stand =
  | { readonly rule: 'held' }
  | { readonly rule: 'between'; readonly between: Names }
  | { readonly rule: 'together'; readonly together: Names }
  | { readonly rule: 'apart'; readonly apart: Names }
  | { readonly rule: 'both'; readonly together: Names; readonly apart: Names };

export interface Names {
  readonly names: readonly string[];
  readonly more: number;
}

/** A sentence holds so many names on each side. */
const MOST_NAMES = 2;

/** The lowest of five steps from far apart to together; that of three lies below it too. */
const FAR_APART = 0.2;

/**
 * The rule behind the one sentence on a team's page: together is what is aligned, most together first; apart is what is
 * split or as far apart, furthest first. Held dimensions are left out.
 */
export function whereWeStand(dimensions: readonly DimensionResult[]): Stand {
  const shown = dimensions
    .flatMap(({ title, result }) =>
      result.status === 'shown' && result.together !== null && result.band !== null
        ? [{ title, place: result.together, band: result.band }]
        : [],
    )
    .toSorted((a, b) => b.place - a.place);
  const together = namesOf(shown.filter(({ band }) => band === 'aligned'));
  const apart = namesOf(
    shown
      .filter(({ place, band }) => band === 'split' || (band === 'mixed' && place <= FAR_APART))
      .toSorted((a, b) => a.place - b.place),
  );
  if (together.names.length > 0 && apart.names.length > 0) return { rule: 'both', together, apart };
  if (together.names.length > 0) return { rule: 'together', together };
  if (apart.names.length > 0) return { rule: 'apart', apart };
  if (shown.length > 0) return { rule: 'between', between: namesOf(shown.toReversed()) };
  return { rule: 'held' };
}

/**
 * What to say of it: the sentence of the catalogue `team`, and what goes into it. `list` puts names into words, with how many
 * more there are.
 */
export function standSentence<T>(stand: Stand, list: (names: Names) => T) {
  const { rule, ...sides } = stand;
  const said = Object.entries<Names>(sides).map(([side, names]) => [side, list(names)] as const);
  return { key: `stand.${rule}`, values: Object.fromEntries(said) } as const;
}

function namesOf(rows: readonly { readonly title: string }[]): Names {
  // One name more costs less room than saying that there is one more.
  const count = rows.length === MOST_NAMES + 1 ? rows.length : MOST_NAMES;
  const names = rows.slice(0, count).map(({ title }) => title);
  return { names, more: rows.length - names.length };
}
