import { solve } from 'yalps';

/** Unknown counts of 0 or more, and published sums of some of them. */
export interface KnownSums {
  readonly unknowns: number;
  readonly sums: readonly { readonly of: readonly number[]; readonly total: number }[];
}

/** What somebody who knows the sums knows of another; `max` is infinite where nothing limits it. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * The least and the largest that a sum of unknown counts can be, by linear programming; `null` when the published sums
 * contradict each other (what Dobra & Fienberg 2000, PNAS 97: 11885-11892, do for margins of tables). Bounds within a
 * millionth of a whole number are that number: counts are whole.
 */
export function boundsOf({ unknowns, sums }: KnownSums, of: readonly number[]): Bounds | null {
  const asked = new Set(of);
  const inSums = Array.from({ length: unknowns }, (): [string, number][] => []);
  for (const [place, sum] of sums.entries()) for (const unknown of sum.of) inSums[unknown]?.push([`sum ${place}`, 1]);
  const variables = inSums.map((row, unknown): [string, [string, number][]] => [
    String(unknown),
    asked.has(unknown) ? [...row, ['asked', 1]] : row,
  ]);
  const constraints = sums.map(({ total }, place): [string, { equal: number }] => [`sum ${place}`, { equal: total }]);
  const extreme = (direction: 'minimize' | 'maximize') =>
    solve({ direction, objective: 'asked', constraints, variables }, { maxPivots: 100_000 });
  const [least, most] = [extreme('minimize'), extreme('maximize')];
  if (least.status !== 'optimal') return null;
  if (most.status === 'unbounded') return { min: whole(least.result), max: Number.POSITIVE_INFINITY };
  return most.status === 'optimal' ? { min: whole(least.result), max: whole(most.result) } : null;
}

function whole(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) <= 1e-6 ? rounded + 0 : value;
}
