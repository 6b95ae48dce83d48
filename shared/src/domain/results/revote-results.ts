import type { Question } from '../instrument/question.ts';
import type { Mode } from '../meeting/meeting.ts';
import { discloseRevote, discloseScale } from '../disclosure/disclosure.ts';
import type { Band, RevoteResult, ShownScale } from './shown.ts';
import type { RoundTally } from './tally.ts';

/** Places no further apart than this are the same: in a named meeting they are exact. */
const SETTLED_WITHIN = 0.1;

/**
 * Before and after of one question that was voted on again. `after` counts everybody: who did not vote again keeps the
 * answer from before. `changed` is the number of people whose answer is not the one from before, those included who
 * had none; a new result that would tell a person's change is not shown, but in a named meeting.
 */
export function revoteResult({
  question,
  before,
  after,
  changed,
  minimumGroup,
  mode = 'anonymous',
}: {
  readonly question: Question;
  readonly before: RoundTally;
  readonly after: RoundTally;
  readonly changed: number;
  readonly minimumGroup: number;
  readonly mode?: Mode;
}): RevoteResult {
  if (mode === 'anonymous') {
    const shown = discloseRevote({ question, before, after, changed, minimumGroup });
    if (shown.status !== 'moved') return { question: question.id, ...shown };
    return { question: question.id, ...shown, meter: meterOf(shown.before, shown.after) };
  }
  const earlier = discloseScale({ question, round: before, minimumGroup, mode });
  if (earlier.status === 'held') return { question: question.id, ...earlier };
  if (changed < 1) return { question: question.id, status: 'unchanged' };
  const later = discloseScale({ question, round: after, minimumGroup, mode });
  if (later.status === 'held') return { question: question.id, ...later };
  return { question: question.id, status: 'moved', before: earlier, after: later, meter: meterOf(earlier, later) };
}

const BAND_PLACE: Readonly<Record<Band, number>> = { split: 0, mixed: 1, aligned: 2 };

/** Compares places of the same grain, else bands; what could not be said before or after has settled for now. */
function meterOf(before: ShownScale, after: ShownScale): 'closer' | 'settled' | 'further-apart' {
  if (before.band === null || after.band === null || before.together === null || after.together === null) {
    return 'settled';
  }
  const sameGrain = before.grain === after.grain;
  const move = sameGrain ? after.together - before.together : BAND_PLACE[after.band] - BAND_PLACE[before.band];
  if (Math.abs(move) <= SETTLED_WITHIN + 1e-9) return 'settled';
  return move > 0 ? 'closer' : 'further-apart';
}
