import { assert } from '../../kernel/assert.ts';

type Counts = readonly number[];

/** Adds counts place by place. */
export function addCounts(one: Counts, other: Counts): Counts {
  assert(one.length === other.length, 'counts of the same question have the same length');
  return one.map((count, place) => count + (other[place] ?? 0));
}

/** Adds tables of counts cell by cell. */
export function addTables(one: readonly Counts[], other: readonly Counts[]): readonly Counts[] {
  assert(one.length === other.length, 'tables of the same question have the same rows');
  return one.map((row, place) => addCounts(row, other[place] ?? []));
}

/** So many counts of nothing. */
export function noCounts(length: number): number[] {
  return new Array<number>(length).fill(0);
}

/** A table of nothing. */
export function noTable(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => noCounts(columns));
}

/** Counts one more, or so many more, at a place. */
export function countAt(counts: number[], place: number, more = 1): void {
  counts[place] = (counts[place] ?? 0) + more;
}
