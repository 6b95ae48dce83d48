import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Counts } from '@plumbline/shared/measures/ratings/distribution';
import type { SheetOptions } from '../arguments.ts';
import type { Fault } from '../fault.ts';
import { placeOf } from './read-sheet.ts';
import type { Sheet } from './read-sheet.ts';

/** Ratings on a scale of whole points. */
export interface RatingSheet extends Sheet {
  readonly low: number;
  readonly high: number;
  readonly points: number;
  /** The ratings with the lowest point as 1. */
  readonly steps: Sheet['rows'];
}

/** A longer one is no rating scale, and its counts would fill the memory. */
const MOST_POINTS = 1_001;

/** Puts a sheet on its scale, which is taken from the answers where it is not given; tells what lies off it. */
export function ratingSheet(
  sheet: Sheet,
  { low, high }: Pick<SheetOptions, 'low' | 'high'>,
): Result<RatingSheet, readonly Fault[]> {
  const range = rangeOf(sheet.rows);
  const scale = { low: low ?? range.low, high: high ?? range.high };
  const points = scale.high - scale.low + 1;
  if (!Number.isInteger(scale.low) || !Number.isInteger(scale.high) || !(points >= 1 && points <= MOST_POINTS)) {
    return fail([notAScale(scale)]);
  }
  const faults = sheet.rows.flatMap((row, r) =>
    row.flatMap((value, c) => {
      if (value === null || (Number.isInteger(value) && value >= scale.low && value <= scale.high)) return [];
      return [offScale({ place: placeOf(sheet.lines[r] ?? 0, sheet.columns[c] ?? 0, sheet.items[c]), value, scale })];
    }),
  );
  if (faults.length > 0) return fail(faults);
  return ok({
    ...sheet,
    ...scale,
    points,
    steps: sheet.rows.map((row) => row.map((value) => (value === null ? null : value - scale.low + 1))),
    notes: [...sheet.notes, scaleNote(scale, low !== undefined && high !== undefined)],
  });
}

/** The rows of those who answered everything. */
export function completeRows(rows: Sheet['rows']): readonly (readonly number[])[] {
  return rows.filter((row): row is readonly number[] => !row.includes(null));
}

/** How often each point of the scale was given to an item, from the lowest point on. */
export function countsOfItem({ steps, points }: Pick<RatingSheet, 'steps' | 'points'>, column: number): Counts {
  const counts = Array.from({ length: points }, () => 0);
  for (const row of steps) {
    const step = row[column] ?? null;
    if (step !== null) counts[step - 1] = (counts[step - 1] ?? 0) + 1;
  }
  return counts;
}

/** Rows become columns. */
export function transposed<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}

function rangeOf(rows: Sheet['rows']): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    for (const value of row) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { low, high };
}

function scaleNote({ low, high }: { readonly low: number; readonly high: number }, isGiven: boolean): string {
  const scale = `the scale goes from ${low} to ${high}`;
  return isGiven ? scale : `${scale}, as the answers do: give --low and --high if nobody used its ends`;
}

function notAScale({ low, high }: { readonly low: number; readonly high: number }): Fault {
  return {
    kind: 'csv.off-the-scale',
    detail:
      Number.isFinite(low) && Number.isFinite(high)
        ? `From ${low} to ${high} is not a scale of 1 to ${MOST_POINTS} whole points.`
        : 'No answer says what the scale is.',
    next: 'Give its ends with --low and --high, or say --as ranking, allocation or pairwise.',
  };
}

function offScale(found: {
  readonly place: string;
  readonly value: number;
  readonly scale: { readonly low: number; readonly high: number };
}): Fault {
  return {
    kind: 'csv.off-the-scale',
    detail: `${found.place} holds ${found.value}, which is no whole point from ${found.scale.low} to ${found.scale.high}.`,
    next: 'Correct it, leave it empty, or give the scale with --low and --high.',
  };
}
