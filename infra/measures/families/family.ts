import { z } from 'zod';

/** One reference case, as far as a computation may know it: what was measured and from what, not what is expected. */
export interface Asked {
  readonly case: string;
  readonly measure: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Figures by the names that the cases use; `null` is undefined, `reason` says why. */
export type Figures = Readonly<Record<string, unknown>>;

/** Computes the figures of one measure; throws a `ZodError` when the case does not hold what the measure needs. */
export type Compute = (asked: Asked) => Figures;

/** The measures of one family by their names in the cases. */
export type Family = Readonly<Record<string, Compute>>;

/**
 * A table with the rows that a measure takes; turned where `params` say that its rows are what the columns should be.
 * @param names of rows and columns as the cases spell them
 */
export function laidOut(
  table: z.infer<typeof matrix>,
  params: Asked['params'],
  [rows, columns]: readonly [string, string],
): z.infer<typeof matrix> {
  const layout = z.object({ rows: z.enum([rows, columns]).default(rows), columns: z.string().optional() });
  const asked = layout
    .refine((given) => given.columns === undefined || given.columns === (given.rows === rows ? columns : rows), {
      path: ['columns'],
      error: `rows and columns are ${rows} and ${columns}, or the other way round`,
    })
    .parse(params);
  if (asked.rows === rows) return table;
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => table.map((row) => row[column] ?? null));
}

/** A row of answers; `null` is missing. Numbers need not be finite: the measures refuse what is not. */
export const row = z.array(z.number().nullable());
/** Rows are raters, columns items or units. */
export const matrix = z.array(row);
/** A row or matrix in which nothing is missing. */
export const fullRow = z.array(z.number());
export const fullMatrix = z.array(fullRow);
