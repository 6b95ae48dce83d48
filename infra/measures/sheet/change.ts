import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { unpairedChange } from '@plumbline/shared/measures/change/unpaired';
import type { Fault } from '../fault.ts';
import { ask, cellOf, cellsFrom, linesOf } from './ask.ts';
import type { Answer } from './ask.ts';
import { countsOfItem } from './rating-sheet.ts';
import type { RatingSheet } from './rating-sheet.ts';
import type { Cell, Head, Section } from './report.ts';

const PAIRED: readonly Head[] = [
  { key: 'n_pairs', name: 'pairs' },
  { key: 'mean_difference', name: 'mean change', r: 'mean(after - before)' },
  {
    key: 'p_exact',
    name: 'p by sign flips',
    r: 'exactRankTests::perm.test(after, before, paired = TRUE)',
    source: 'pitman1937',
  },
  { key: 'min_attainable_p', name: 'least possible p', source: 'pitman1937' },
];
const ADJUSTED: readonly Head[] = [
  { key: 'bh', name: 'p, Benjamini-Hochberg', r: 'stats::p.adjust(p, "BH")', source: 'benjamini1995' },
  { key: 'holm', name: 'p, Holm', r: 'stats::p.adjust(p, "holm")' },
];
const UNPAIRED: readonly Head[] = [
  { key: 'mean_difference', name: 'mean change', r: 'mean(after) - mean(before)' },
  {
    key: 'p',
    name: 'p by dealing anew',
    r: 'coin::oneway_test(x ~ occasion, distribution = "exact")',
    source: 'pitman1937',
  },
  { key: 'method', name: 'method' },
];
const INDICES: readonly Head[] = [
  { key: 'rwg_star_before', name: 'r*wg(J) before', r: 'multilevel::rwg.j.lindell(x, g)', source: 'lindell1999' },
  { key: 'rwg_star_after', name: 'r*wg(J) after', r: 'multilevel::rwg.j.lindell(x, g)', source: 'lindell1999' },
  { key: 'rwg_star_change', name: 'its change', source: 'lindell1999' },
  { key: 'rwg_star_p_exact', name: 'p by swapping the occasions of raters', source: 'pitman1937' },
  { key: 'ad_before', name: 'AD_M before', r: 'multilevel::ad.m(x, g)', source: 'burke1999' },
  { key: 'ad_after', name: 'AD_M after', r: 'multilevel::ad.m(x, g)', source: 'burke1999' },
  { key: 'ad_change', name: 'its change', source: 'burke1999' },
  { key: 'ad_p_exact', name: 'p by swapping the occasions of raters', source: 'pitman1937' },
];

/**
 * What changed between two sheets on one scale. People are matched by name, without names by line if there are equally
 * many; people who cannot be matched are compared as two groups.
 */
export function changeSections(before: RatingSheet, after: RatingSheet): Result<readonly Section[], readonly Fault[]> {
  const items = after.items.filter((item) => before.items.includes(item));
  if (items.length === 0) {
    const detail = `The sheet before has none of the items ${after.items.join(', ')}.`;
    return fail([{ kind: 'csv.unmatched', detail, next: 'Give both sheets the same names of items.' }]);
  }
  const earlier = narrowed(before, items);
  const later = narrowed(after, items);
  const pairs = paired(earlier, later);
  return ok([...(pairs.length === 0 ? [] : ofPairs(pairs, later)), ofGroups(earlier, later)]);
}

function ofPairs(pairs: readonly Pair[], { items, points, named }: RatingSheet): readonly Section[] {
  const tests = items.map((name, column) => ({
    name,
    found: ask('paired_permutation', {
      before: pairs.map(({ before }) => before[column] ?? null),
      after: pairs.map(({ after }) => after[column] ?? null),
    }),
  }));
  const adjusted = ask('p_adjust', { p: tests.map(({ found }) => found.figures['p_exact'] ?? null) });
  const whole = ask(
    'index_change_permutation',
    { before: pairs.map(({ before }) => before), after: pairs.map(({ after }) => after) },
    { scale_points: points },
  );
  return [
    {
      kind: 'grid',
      title: 'Change of the items',
      note: `People are paired by ${named ? 'name' : 'line'}. Below 6 pairs no change can be significant at 5%.`,
      heads: [...PAIRED, ...ADJUSTED],
      lines: tests.map(({ name, found }, item) => ({
        label: name,
        cells: [
          ...cellsFrom(found, PAIRED),
          ...ADJUSTED.map(({ key }) => nth({ found, list: adjusted.figures[key], item })),
        ],
      })),
    },
    { kind: 'listing', title: 'Change of agreement', lines: linesOf(whole, INDICES) },
  ];
}

function nth(at: { readonly found: Answer; readonly list: unknown; readonly item: number }): Cell {
  const { found, list, item } = at;
  return cellOf(
    { ...found, figures: { ...found.figures, it: Array.isArray(list) ? list[item] : null } },
    { key: 'it' },
  );
}

function ofGroups(before: RatingSheet, after: RatingSheet): Section {
  const lines = after.items.map((label, column) => {
    const { value, ...none } = unpairedChange(countsOfItem(before, column), countsOfItem(after, column));
    const figures = value === null ? none : { mean_difference: value.meanDifference, p: value.p, method: value.method };
    return { label, cells: cellsFrom({ figures, trouble: undefined }, UNPAIRED) };
  });
  return {
    kind: 'grid',
    title: 'Change of the items, as if by other people',
    note: 'All answers before against all answers after: the only test where nobody can be paired, and a careful one where they can.',
    heads: UNPAIRED,
    lines,
  };
}

/** The sheet with these items only, in this order. */
function narrowed(sheet: RatingSheet, items: readonly string[]): RatingSheet {
  const places = items.map((item) => sheet.items.indexOf(item));
  const cut = (rows: RatingSheet['rows']) => rows.map((row) => places.map((place) => row[place] ?? null));
  return { ...sheet, items, rows: cut(sheet.rows), steps: cut(sheet.steps) };
}

/** The answers of one person on both occasions, the lowest point as 1. */
interface Pair {
  readonly before: RatingSheet['steps'][number];
  readonly after: RatingSheet['steps'][number];
}

function paired(before: RatingSheet, after: RatingSheet): readonly Pair[] {
  const byName = before.named && after.named;
  if (!byName && before.rows.length !== after.rows.length) return [];
  const rows = new Map(before.raters.map((rater, row) => [rater, before.steps[row]]));
  return after.steps.flatMap((answers, row) => {
    const earlier = byName ? rows.get(after.raters[row] ?? '') : before.steps[row];
    return earlier === undefined ? [] : [{ before: earlier, after: answers }];
  });
}
