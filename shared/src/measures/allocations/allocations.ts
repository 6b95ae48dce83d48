import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** One person's points, item by item; `null` where nothing was entered. */
export type PointsBallot = readonly (number | null)[];

/** Checked ballots: rows of equal length, points of 0 or more, each row adding up to the total. */
export interface Allocations {
  readonly total: number;
  readonly items: number;
  readonly ballots: readonly PointsBallot[];
}

/** How far a ballot may miss the total, as a share of it: thirds are written as 33.3333333. */
const SLACK = 1e-6;

/**
 * Checks ballots of points. A ballot with nothing entered is dropped; a single empty field is 0 points, since the others
 * must add up to the total without it.
 */
export function allocationsOf({
  ballots,
  total,
}: {
  readonly ballots: readonly PointsBallot[];
  readonly total: number;
}): Measured<Allocations> {
  if (!Number.isFinite(total)) return unmeasured('not-a-number');
  if (total <= 0) return unmeasured('wrong-total');
  const items = ballots[0]?.length ?? 0;
  if (ballots.some((ballot) => ballot.length !== items)) return unmeasured('ragged-rows');
  if (ballots.length > 0 && items === 0) return unmeasured('too-few-items');
  const answered = ballots.filter((ballot) => ballot.some((points) => points !== null));
  if (answered.length === 0) return unmeasured('no-answers');
  for (const ballot of answered) {
    let sum = 0;
    for (const points of ballot) {
      if (points === null) continue;
      if (!Number.isFinite(points)) return unmeasured('not-a-number');
      if (points < 0) return unmeasured('off-the-scale');
      sum += points;
    }
    // Not `>`, which a sum past the largest number would pass as NaN.
    if (!(Math.abs(sum - total) <= SLACK * total)) return unmeasured('wrong-total');
  }
  return measured({ total, items, ballots: answered });
}
