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

/** A row of answers; `null` is missing. Numbers need not be finite: the measures refuse what is not. */
export const row = z.array(z.number().nullable());
/** Rows are raters, columns items or units. */
export const matrix = z.array(row);
/** A row or matrix in which nothing is missing. */
export const fullRow = z.array(z.number());
export const fullMatrix = z.array(fullRow);
