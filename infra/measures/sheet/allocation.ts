import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from '../fault.ts';
import { ask, cellOf, linesOf } from './ask.ts';
import { interval } from './rating-whole.ts';
import { completeRows } from './rating-sheet.ts';
import type { Sheet } from './read-sheet.ts';
import { reasonInWords } from './reasons.ts';
import type { Head, Section } from './report.ts';

const SHARES = [
  { key: 'mean_share', name: 'mean share', r: 'colMeans(x) / total' },
  { key: 'sd_share', name: 'SD of shares', r: 'stats::sd(x / total)' },
] as const satisfies readonly Head[];

const OVERLAP: readonly Head[] = [
  { key: 'raters', name: 'raters' },
  {
    key: 'mean_overlap',
    name: 'mean overlap of two raters',
    r: 'mean of 1 - vegan::vegdist(x, "bray")',
    source: 'bray1957',
  },
  { key: 'expected_overlap_chance', name: 'overlap if each shuffled the items' },
  {
    key: 'overlap_chance_corrected',
    name: 'overlap above chance: 1 - Do / De',
    absent: 'chance alone would give every point in common',
  },
];

/** Shares are rounded when they are made in a spreadsheet. */
const ROUNDING = 1e-6;

/** What is known about a sheet of points that everybody split over the items; an empty cell is no point. */
export function allocationSections(sheet: Sheet): Result<readonly Section[], readonly Fault[]> {
  const ballots = sheet.rows.flatMap((row, r) =>
    row.every((points) => points === null)
      ? []
      : [{ rater: sheet.raters[r] ?? '', line: sheet.lines[r] ?? 0, points: row.map((points) => points ?? 0) }],
  );
  const filled = ballots.map(({ points }) => points);
  const totals = filled.map((row) => row.reduce((sum, points) => sum + points, 0));
  const total = totals[0] ?? 0;
  const faults = [...negatives(sheet), ...unequal({ totals, total, lines: ballots.map(({ line }) => line) })];
  if (faults.length > 0) return fail(faults);
  const found = ask('allocation_overlap', { allocations: filled }, { total });
  const lists = SHARES.map(({ key }) => found.figures[key]);
  return ok([
    {
      kind: 'grid',
      title: `Shares of ${Number(total.toPrecision(9))} points`,
      heads: SHARES,
      lines: sheet.items.map((label, item) => ({
        label,
        cells: lists.map((list) =>
          cellOf(
            { ...found, figures: { ...found.figures, share: Array.isArray(list) ? list[item] : null } },
            { key: 'share' },
          ),
        ),
      })),
    },
    {
      kind: 'listing',
      title: 'Points in common',
      lines: [
        ...linesOf(found, OVERLAP),
        ...interval(
          ask('jackknife_ci', { data: completeRows(filled) }, { statistic: 'allocation_mean_overlap', total }),
          'mean overlap',
        ),
      ],
    },
    {
      kind: 'grid',
      title: 'Distance of each rater to the mean allocation',
      heads: [{ key: 'distance_to_mean', name: 'distance', r: 'vegan::vegdist(rbind(x, colMeans(x)), "bray")' }],
      lines: ballots.map(({ rater: label }, rater) => {
        const distances = found.figures['distance_to_mean'];
        const distance: unknown = Array.isArray(distances) ? distances[rater] : undefined;
        const reason = found.trouble ?? reasonInWords(found.figures['reason']);
        return { label, cells: [typeof distance === 'number' ? { value: distance } : { value: null, reason }] };
      }),
    },
  ]);
}

function negatives(sheet: Sheet): readonly Fault[] {
  return sheet.rows.flatMap((row, r) =>
    row.flatMap((points, c) => {
      if (points === null || points >= 0) return [];
      const place = `Line ${sheet.lines[r] ?? 0}, column ${sheet.columns[c] ?? 0} (${sheet.items[c] ?? ''})`;
      const fault: Fault = {
        kind: 'csv.off-the-scale',
        detail: `${place} holds ${points}, which is less than no point.`,
        next: 'Correct it or leave it empty.',
      };
      return [fault];
    }),
  );
}

function unequal(given: {
  readonly totals: readonly number[];
  readonly total: number;
  readonly lines: readonly number[];
}): readonly Fault[] {
  const { totals, total, lines } = given;
  return totals.flatMap((sum, row) => {
    if (sum > 0 && Math.abs(sum - total) <= ROUNDING * total) return [];
    const fault: Fault = {
      kind: 'csv.off-the-scale',
      detail: `Line ${lines[row] ?? 0} adds up to ${sum}, line ${lines[0] ?? 0} to ${total}.`,
      next: 'Everybody must give out the same number of points; correct the line or leave it out.',
    };
    return [fault];
  });
}
