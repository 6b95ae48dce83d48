import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';

/** Answers of raters (rows) to items (columns); `null` is missing. */
export type Rows = readonly (readonly (number | null)[])[];
/** Rows in which nothing is missing. */
export type FullRows = readonly (readonly number[])[];

/** What is left of a table when nothing may be missing, and the positions of its rows and columns in the table. */
export interface Complete {
  readonly rows: FullRows;
  readonly raters: readonly number[];
  readonly items: readonly number[];
}

/** Why a table cannot be read: empty, rows of unequal length, or a value that is not a finite number. */
export function faultOfRows(rows: Rows): Reason | null {
  const items = rows[0]?.length ?? 0;
  if (rows.length === 0) return 'no-answers';
  for (const row of rows) {
    if (row.length !== items) return 'ragged-rows';
    for (const value of row) if (value !== null && !Number.isFinite(value)) return 'not-a-number';
  }
  return null;
}

/**
 * Leaves out raters who answered nothing, then items that not all the others answered, as irr::kendall does with what
 * is missing; for tables with many gaps see `incompleteW`. With `occasions` above 1 a rater's answers of several
 * occasions stand side by side in a row, and an item stays only if all answered it on every occasion.
 */
export function completeRows(rows: Rows, occasions = 1): Measured<Complete> {
  const fault = faultOfRows(rows);
  if (fault !== null) return unmeasured(fault);
  const width = (rows[0]?.length ?? 0) / occasions;
  const all = [...rows.keys()];
  const each = Array.from({ length: width }, (_, item) => item);
  if (isFull(rows)) return measured({ rows, raters: all, items: each });
  const raters = all.filter((rater) => answeredEach({ row: rows[rater] ?? [], width, occasions }));
  if (raters.length === 0) return unmeasured('no-answers');
  const items = each.filter((item) =>
    raters.every((rater) => blocks(width, occasions).every((start) => rows[rater]?.[start + item] !== null)),
  );
  const columns = blocks(width, occasions).flatMap((start) => items.map((item) => start + item));
  const kept = raters.map((rater) => columns.map((column) => rows[rater]?.[column] ?? Number.NaN));
  return measured({ rows: kept, raters, items });
}

function isFull(rows: Rows): rows is FullRows {
  return rows.every((row) => !row.includes(null));
}

function answeredEach({
  row,
  width,
  occasions,
}: {
  readonly row: Rows[number];
  readonly width: number;
  readonly occasions: number;
}): boolean {
  return blocks(width, occasions).every((start) => row.slice(start, start + width).some((value) => value !== null));
}

/** Where the answers of each occasion begin. */
function blocks(width: number, occasions: number): readonly number[] {
  return Array.from({ length: occasions }, (_, occasion) => occasion * width);
}
