import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { boundsOf } from './bounds.ts';

/** A published table of counts; `null` is a suppressed cell, or a total that is not published. */
export interface PublishedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
}

export interface SuppressedCell {
  readonly row: number;
  readonly column: number;
  readonly min: number;
  /** Infinite where no total limits it. */
  readonly max: number;
}

export interface TableAudit {
  readonly suppressed: readonly SuppressedCell[];
  /** Some suppressed cell can have one value only. */
  readonly exactlyDisclosed: boolean;
  /** Some suppressed cell is known to be below k. */
  readonly belowK: boolean;
}

/** Suppressed cells beyond which the audit gives up: two linear programmes for each of them. */
const MOST_CELLS = 400;

/**
 * What the totals of a table tell about its suppressed cells: the least and the largest value of each that published
 * cells and totals allow, counts being 0 or more (Willenborg & de Waal 2001, Elements of Statistical Disclosure
 * Control, ch. 7). Totals that contradict the cells are `wrong-total`.
 */
export function auditTable({ cells, rowTotals, columnTotals }: PublishedTable, k: number): Measured<TableAudit> {
  if (cells.length === 0 || columnTotals.length === 0) return unmeasured('no-answers');
  if (rowTotals.length !== cells.length || cells.some((row) => row.length !== columnTotals.length)) {
    return unmeasured('ragged-rows');
  }
  const numbers = [...cells.flat(), ...rowTotals, ...columnTotals, k].filter((value) => value !== null);
  if (!numbers.every(Number.isFinite)) return unmeasured('not-a-number');
  if (numbers.some((value) => value < 0)) return unmeasured('off-the-scale');
  const hidden = cells.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell === null ? [{ row: at, column }] : [])),
  );
  if (hidden.length > MOST_CELLS) return unmeasured('too-much-work');

  const line = (total: number | null, shown: readonly (number | null)[], of: readonly number[]) =>
    total === null ? [] : [{ of, total: total - shown.reduce<number>((sum, cell) => sum + (cell ?? 0), 0) }];
  const positions = (belongs: (cell: (typeof hidden)[number]) => boolean) =>
    hidden.flatMap((cell, place) => (belongs(cell) ? [place] : []));
  const sums = [
    ...cells.flatMap((row, at) =>
      line(
        rowTotals[at] ?? null,
        row,
        positions((cell) => cell.row === at),
      ),
    ),
    ...columnTotals.flatMap((total, at) =>
      line(
        total,
        cells.map((row) => row[at] ?? null),
        positions((cell) => cell.column === at),
      ),
    ),
  ];
  const consistent = sums.every(({ of, total }) => (of.length === 0 ? Math.abs(total) <= 1e-9 : total >= 0));
  if (!consistent) return unmeasured('wrong-total');
  const known = { unknowns: hidden.length, sums: sums.filter(({ of }) => of.length > 0) };
  const suppressed: SuppressedCell[] = [];
  for (const [place, cell] of hidden.entries()) {
    const bounds = boundsOf(known, [place]);
    if (bounds === null) return unmeasured('wrong-total');
    suppressed.push({ ...cell, ...bounds });
  }
  return measured({
    suppressed,
    exactlyDisclosed: suppressed.some(({ min, max }) => max - min <= 1e-9),
    belowK: suppressed.some(({ max }) => max < k),
  });
}
