import type { Commitment } from './CommitmentLine.tsx';

/** Commitments that still wait for something, the soonest first, and those that are over, the latest first. */
export function byState(commitments: readonly Commitment[]): {
  readonly waiting: readonly Commitment[];
  readonly over: readonly Commitment[];
} {
  const isOver = ({ status }: Commitment): boolean => status === 'done' || status === 'dropped';
  return {
    waiting: commitments.filter((one) => !isOver(one)).toSorted((a, b) => a.due.localeCompare(b.due)),
    over: commitments.filter(isOver).toSorted((a, b) => b.madeAt - a.madeAt),
  };
}
