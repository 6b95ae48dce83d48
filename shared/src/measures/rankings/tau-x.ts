import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { faultOfRows } from './rows.ts';
import type { Rows } from './rows.ts';

/** The matrix is computed for up to this many raters. */
const MOST_ROWS = 500;

/**
 * Mean of tau_x (Emond & Mason 2002, J Multi-Crit Decis Anal 11: 17-28) over all pairs of raters, -1 to 1. From the sum
 * of their scores, so linear in raters; in whole numbers, so any order of the raters gives the same to the last bit.
 */
export function meanTauX(rows: Rows): Measured {
  const fault = faultOf(rows);
  if (fault.value === null) return fault;
  const items = rows[0]?.length ?? 0;
  const sums = new Float64Array(items * items);
  let own = 0;
  for (const row of rows) {
    const scores = scoresOf(row);
    for (let cell = 0; cell < scores.length; cell += 1) {
      const score = scores[cell] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + score;
      own += score * score;
    }
  }
  const all = sums.reduce((square, sum) => square + sum * sum, 0);
  return measured((all - own) / (items * (items - 1) * rows.length * (rows.length - 1)));
}

/**
 * Correlation of two rankings with ties, tau_x (Emond & Mason 2002, J Multi-Crit Decis Anal 11: 17-28), for every pair of
 * raters (rows; 1 = best). Unlike tau-b it is defined for a rater who ties everything. An item that a rater did not rank
 * says nothing about its pairs, as in ConsRank::tau_x, and a rater's correlation with himself is then the share of pairs
 * ranked.
 */
export function tauXMatrix(rows: Rows): Measured<readonly (readonly number[])[]> {
  const fault = faultOf(rows);
  if (fault.value === null) return fault;
  if (rows.length > MOST_ROWS) return unmeasured('too-much-work');
  const items = rows[0]?.length ?? 0;
  const scores = rows.map(scoresOf);
  const product = (one: Int8Array, other: Int8Array) =>
    one.reduce((sum, score, cell) => sum + score * (other[cell] ?? 0), 0) / (items * (items - 1));
  return measured(scores.map((one) => scores.map((other) => product(one, other))));
}

function faultOf(rows: Rows): Measured {
  const fault = faultOfRows(rows);
  if (fault !== null) return unmeasured(fault);
  if (rows.length < 2) return unmeasured('too-few-answers');
  if ((rows[0]?.length ?? 0) < 2) return unmeasured('too-few-items');
  return rows.every((row) => row.every((rank) => rank === null)) ? unmeasured('no-answers') : measured(0);
}

/** For each item against each other: 1 when it is ranked ahead or the same, -1 when behind, 0 when either is not ranked. */
function scoresOf(row: Rows[number]): Int8Array {
  const scores = new Int8Array(row.length * row.length);
  for (let one = 0; one < row.length; one += 1) {
    const rank = row[one] ?? null;
    if (rank === null) continue;
    for (let other = 0; other < row.length; other += 1) {
      const against = row[other] ?? null;
      if (one !== other && against !== null) scores[one * row.length + other] = rank <= against ? 1 : -1;
    }
  }
  return scores;
}
