import { assert } from '../../kernel/assert.ts';
import type { Mode } from '../meeting/meeting.ts';
import type { Held } from '../results/shown.ts';
import type { RoundTally } from '../results/tally.ts';
import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';

/** The smallest group that any team may choose; it can be raised, never lowered. */
const SMALLEST_GROUP = 5;

/** What every disclosure is asked with. */
export interface Disclosing {
  readonly round: RoundTally;
  readonly minimumGroup: number;
  /** Anonymous where it is not said, so that forgetting it never shows too much. */
  readonly mode?: Mode;
  /** All of them where it is not said; only the attack suite leaves some out. */
  readonly rules?: Rules;
}

/** Holds a result of fewer than `minimumGroup` ballots; `null` when it may be shown. */
export function heldUnder({
  ballots,
  minimumGroup,
  rules = EVERY_RULE,
}: {
  readonly ballots: number;
  readonly minimumGroup: number;
  readonly rules?: Rules;
}): Held | null {
  assert(Number.isInteger(minimumGroup) && minimumGroup >= SMALLEST_GROUP, 'a minimum group is 5 or more');
  return ballots < minimumGroup && rules.has('minimum-group')
    ? { status: 'held', needed: minimumGroup - ballots }
    : null;
}

/**
 * Holds a question that too few answered in a round that enough took part in. How many are missing would tell how many
 * skipped it or could not say, so this always asks for one more.
 */
export function heldForAnswers(): Held {
  return { status: 'held', needed: 1 };
}
