import { unmeasured } from '../measured.ts';
import type { Reason, Unmeasured } from '../measured.ts';

/** Answers of raters (rows) to items (columns); `null` is missing. */
export type Ratings = readonly (readonly (number | null)[])[];

/** What is taken out of the answers first: each rater's own mean, or nothing. */
export type Centre = 'rater' | 'none';

/** Answers in a form that can be shuffled often: row after row, 0 where nothing was answered. */
export interface Table {
  readonly raters: number;
  readonly items: number;
  readonly cells: Float64Array;
  /** 1 where there is an answer. */
  readonly answered: Uint8Array;
}

/** A table, and which row of the ratings each of its rows is. */
export interface ReadTable {
  readonly table: Table;
  readonly rows: readonly number[];
}

/**
 * Reads ratings into a table, largest answer 1, without raters who answered nothing. Rows are put in order of their
 * answers, so that nothing computed from the table depends on the order of the raters, not even a sum's last bit.
 */
export function readTable(ratings: Ratings): ReadTable | Unmeasured {
  const items = ratings[0]?.length ?? 0;
  let largest = 0;
  for (const row of ratings) {
    const fault = rowFault(row, items);
    if (fault !== null) return unmeasured(fault);
    for (const answer of row) largest = Math.max(largest, Math.abs(answer ?? 0));
  }
  const rows = [...ratings.entries()]
    .filter(([, row]) => row.some((answer) => answer !== null))
    .sort(([, a], [, b]) => compareRows(a, b))
    .map(([index]) => index);
  const table = emptyTable(rows.length, items);
  for (const [place, index] of rows.entries()) {
    for (const [item, answer] of (ratings[index] ?? []).entries()) {
      if (answer === null) continue;
      table.cells[place * items + item] = largest === 0 ? 0 : answer / largest;
      table.answered[place * items + item] = 1;
    }
  }
  return { table, rows };
}

/** A table of the same shape and missing cells, to be filled. */
export function sameShape(table: Table): Table {
  return { ...table, cells: new Float64Array(table.cells.length) };
}

/**
 * Takes item means and, for `rater`, rater means out of the answers, in place. A missing cell stays 0, which then is the
 * item's mean. Without missing cells this is the double centring; each mean is taken over what was answered.
 */
export function centreTable(table: Table, centre: Centre): void {
  centreItems(table);
  if (centre === 'none') return;
  centreRaters(table);
  centreItems(table);
}

/** Sum of all squares, below rounding noise 0. */
export function totalSquares({ cells }: Table): number {
  let total = 0;
  for (const cell of cells) total += cell * cell;
  return total <= cells.length * 1e-26 ? 0 : total;
}

/** Euclidean distances between rows, row after row. */
export function fillDistances({ raters, items, cells }: Table, distances: Float64Array): void {
  for (let one = 0; one < raters; one += 1) {
    for (let other = 0; other < one; other += 1) {
      let square = 0;
      for (let item = 0; item < items; item += 1) {
        const apart = (cells[one * items + item] ?? 0) - (cells[other * items + item] ?? 0);
        square += apart * apart;
      }
      const distance = Math.sqrt(square);
      distances[one * raters + other] = distance;
      distances[other * raters + one] = distance;
    }
  }
}

function rowFault(row: readonly (number | null)[], items: number): Reason | null {
  if (row.length !== items) return 'ragged-rows';
  return row.every((answer) => answer === null || Number.isFinite(answer)) ? null : 'not-a-number';
}

/** Orders rows by their first different answer, a missing one last. */
function compareRows(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  for (const [item, answer] of a.entries()) {
    const other = b[item] ?? null;
    if (answer === other) continue;
    if (answer === null) return 1;
    return other === null ? -1 : answer - other;
  }
  return 0;
}

function emptyTable(raters: number, items: number): Table {
  const size = raters * items;
  return { raters, items, cells: new Float64Array(size), answered: new Uint8Array(size) };
}

function centreItems({ raters, items, cells, answered }: Table): void {
  for (let item = 0; item < items; item += 1) centreLine({ cells, answered, from: item, step: items, length: raters });
}

function centreRaters({ raters, items, cells, answered }: Table): void {
  for (let rater = 0; rater < raters; rater += 1) {
    centreLine({ cells, answered, from: rater * items, step: 1, length: items });
  }
}

interface Line {
  readonly cells: Float64Array;
  readonly answered: Uint8Array;
  readonly from: number;
  readonly step: number;
  readonly length: number;
}

function centreLine({ cells, answered, from, step, length }: Line): void {
  const end = from + step * length;
  let sum = 0;
  let count = 0;
  for (let cell = from; cell < end; cell += step) {
    sum += cells[cell] ?? 0;
    count += answered[cell] ?? 0;
  }
  if (count === 0) return;
  const mean = sum / count;
  for (let cell = from; cell < end; cell += step) {
    if (answered[cell] === 1) cells[cell] = (cells[cell] ?? 0) - mean;
  }
}
