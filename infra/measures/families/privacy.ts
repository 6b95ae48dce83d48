import { z } from 'zod';

import { differencing } from '@plumbline/shared/measures/privacy/differencing';
import { answerSheetsBehind } from '@plumbline/shared/measures/privacy/reconstruction';
import { auditTable } from '@plumbline/shared/measures/privacy/table-audit';

import { row } from './family.ts';
import type { Family } from './family.ts';

const differencingInput = z.object({ groups: z.record(z.string(), z.array(z.string())) });
const tableInput = z.object({
  published: z.array(row),
  row_totals: row,
  column_totals: row,
});
const reconstructionInput = z.object({
  n: z.number(),
  scale_points: z.number(),
  published_mean: z.number().nullable().default(null),
  published_sd: z.number().nullable().default(null),
});
const minimumGroup = z.object({ k: z.number().default(5) });
const decimals = z.object({ mean_decimals: z.number().default(2), sd_decimals: z.number().default(2) });

const reasonOf = (reason: string) => ({ reason: reason.replaceAll('-', '_') });
/** Nothing limits a cell whose totals are not published. */
const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** All sets of fewer than k people that follow: the minimal ones, and what disjoint ones of these are together. */
function withUnions(minimal: readonly (readonly string[])[], k: number): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const set of minimal) {
    const joined = all.flatMap((other) =>
      other.length + set.length < k && !set.some((person) => other.includes(person)) ? [[...other, ...set].sort()] : [],
    );
    all = [...all, ...joined];
  }
  const distinct = new Map(all.slice(1).map((set) => [set.join('\n'), set]));
  return [...distinct]
    .sort(([a, { length: one }], [b, { length: other }]) => one - other || (a < b ? -1 : 1))
    .map(([, set]) => set);
}

/** What published figures give away, by the names of the cases. */
export const privacy: Family = {
  privacy_differencing({ input, params }) {
    const groups = Object.entries(differencingInput.parse(input).groups).map(([name, people]) => ({ name, people }));
    const { k } = minimumGroup.parse(params);
    const audit = differencing(groups, k);
    if (audit.value === null) {
      return { too_small: null, nested_violations: null, exposed_sets: null, safe: null, ...reasonOf(audit.reason) };
    }
    const { tooSmall, nested, exposed, safe } = audit.value;
    return { too_small: tooSmall, nested_violations: nested, exposed_sets: withUnions(exposed, k), safe };
  },

  privacy_table_audit({ input, params }) {
    const { published, row_totals: rowTotals, column_totals: columnTotals } = tableInput.parse(input);
    const audit = auditTable({ cells: published, rowTotals, columnTotals }, minimumGroup.parse(params).k);
    if (audit.value === null) {
      return {
        suppressed: null,
        any_exactly_disclosed: null,
        any_disclosed_below_k: null,
        ...reasonOf(audit.reason),
      };
    }
    const { suppressed, exactlyDisclosed, belowK } = audit.value;
    return {
      suppressed: suppressed.map((cell) => ({ row: cell.row, col: cell.column, min: cell.min, max: finite(cell.max) })),
      any_exactly_disclosed: exactlyDisclosed,
      any_disclosed_below_k: belowK,
    };
  },

  privacy_reconstruction({ input, params }) {
    const { n, scale_points: points, published_mean: mean, published_sd: sd } = reconstructionInput.parse(input);
    const { mean_decimals: meanDecimals, sd_decimals: sdDecimals } = decimals.parse(params);
    const behind = answerSheetsBehind({ n, points, mean, meanDecimals, sd, sdDecimals });
    if (behind.value === null) {
      return {
        consistent_multisets: null,
        uniquely_reconstructable: null,
        counts: null,
        ...reasonOf(behind.reason),
      };
    }
    const sheets = behind.value;
    return { consistent_multisets: sheets.length, uniquely_reconstructable: sheets.length === 1, counts: sheets };
  },
};
