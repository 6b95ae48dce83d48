import { assert } from '../../kernel/assert.ts';
import type { Mode } from '../meeting/meeting.ts';
import type { Held } from '../results/shown.ts';
import type { RoundTally } from '../results/tally.ts';

/** The smallest group that any team may choose; it can be raised, never lowered. */
const SMALLEST_GROUP = 5;

/** What every disclosure is asked with. */
export interface Disclosing {
  readonly round: RoundTally;
  readonly minimumGroup: number;
  /** Anonymous where it is not said, so that forgetting it never shows too much. */
  readonly mode?: Mode;
}

/** Holds a result of fewer than `minimumGroup` ballots; `null` when it may be shown. */
export function heldUnder({ ballots, minimumGroup }: { ballots: number; minimumGroup: number }): Held | null {
  assert(Number.isInteger(minimumGroup) && minimumGroup >= SMALLEST_GROUP, 'a minimum group is 5 or more');
  return ballots < minimumGroup ? { status: 'held', needed: minimumGroup - ballots } : null;
}

/**
 * Holds a question that too few answered in a round that enough took part in. How many are missing would tell how many
 * skipped it or could not say, so this always asks for one more.
 */
export function heldForAnswers(): Held {
  return { status: 'held', needed: 1 };
}
