import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from '../fault.ts';
import { ask, cellOf, cellsFrom, linesOf } from './ask.ts';
import type { RatingSheet } from './rating-sheet.ts';
import type { Head, Section } from './report.ts';

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

/** What changed between two sheets of the same people and items; people are matched by name, else by line. */
export function changeSections(before: RatingSheet, after: RatingSheet): Result<readonly Section[], readonly Fault[]> {
  const pairs = paired(before, after);
  if (!pairs.ok) return fail([pairs.error]);
  const items = after.items.map((name, column) => ({
    name,
    found: ask('paired_permutation', {
      before: pairs.value.map((pair) => pair.before[column] ?? null),
      after: pairs.value.map((pair) => pair.after[column] ?? null),
    }),
  }));
  const ps = items.map(({ found }) => found.figures['p_exact'] ?? null);
  const adjusted = ask('p_adjust', { p: ps });
  const whole = ask(
    'index_change_permutation',
    { before: pairs.value.map((pair) => pair.beforeSteps), after: pairs.value.map((pair) => pair.afterSteps) },
    { scale_points: after.points },
  );
  return ok([
    {
      kind: 'grid',
      title: 'Change of the items',
      note: 'Pairs of answers of the same person. Below 6 pairs no change can be significant at 5%.',
      heads: [...PAIRED, ...ADJUSTED],
      lines: items.map(({ name, found }, item) => ({
        label: name,
        cells: [
          ...cellsFrom(found, PAIRED),
          ...ADJUSTED.map(({ key }) => {
            const list = adjusted.figures[key];
            return cellOf(
              { ...found, figures: { ...found.figures, adjusted: Array.isArray(list) ? list[item] : null } },
              'adjusted',
            );
          }),
        ],
      })),
    },
    { kind: 'listing', title: 'Change of agreement', lines: linesOf(whole, INDICES) },
  ]);
}

interface Pair {
  readonly before: RatingSheet['rows'][number];
  readonly after: RatingSheet['rows'][number];
  readonly beforeSteps: RatingSheet['rows'][number];
  readonly afterSteps: RatingSheet['rows'][number];
}

function paired(before: RatingSheet, after: RatingSheet): Result<readonly Pair[], Fault> {
  const columns = after.items.map((item) => before.items.indexOf(item));
  const stranger = after.items.find((_, column) => columns[column] === -1);
  if (stranger !== undefined) return fail(unmatched(`The sheet before has no item "${stranger}".`));
  if (!(before.named && after.named) && before.rows.length !== after.rows.length) {
    return fail(
      unmatched(`There are ${before.rows.length} raters before and ${after.rows.length} after, without names.`),
    );
  }
  const byName = new Map(before.raters.map((rater, row) => [rater, row]));
  const pairs = after.raters.flatMap((rater, row): Pair[] => {
    const place = before.named && after.named ? byName.get(rater) : row;
    const beforeRow = place === undefined ? undefined : before.rows[place];
    const beforeSteps = place === undefined ? undefined : before.steps[place];
    const [afterRow, afterSteps] = [after.rows[row], after.steps[row]];
    if (!beforeRow || !beforeSteps || !afterRow || !afterSteps) return [];
    const inOrder = (cells: Pair['before']) => columns.map((column) => cells[column] ?? null);
    return [{ before: inOrder(beforeRow), after: afterRow, beforeSteps: inOrder(beforeSteps), afterSteps }];
  });
  return pairs.length > 0 ? ok(pairs) : fail(unmatched('Nobody is in both sheets.'));
}

function unmatched(detail: string): Fault {
  return {
    kind: 'csv.unmatched',
    detail,
    next: 'Give both sheets the same items, and the same raters by name or in the same order.',
  };
}
