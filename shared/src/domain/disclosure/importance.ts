import type { QuestionId } from '../instrument/question.ts';
import { heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { shownCount } from './shown-count.ts';

/** The ranking question that asks which dimensions matter most; its options are dimension ids. */
export const IMPORTANCE_QUESTION: QuestionId = 'importance';

/**
 * Share of people who named a dimension among their first three, to a tenth; `null` when not asked or held. Nobody looks
 * like one person, and everybody like all but one.
 */
export function discloseImportance({
  dimension,
  round,
  minimumGroup,
}: Disclosing & { readonly dimension: string }): number | null {
  const tally = Object.hasOwn(round.questions, IMPORTANCE_QUESTION) ? round.questions[IMPORTANCE_QUESTION] : undefined;
  if (tally?.kind !== 'ranking' || heldUnder({ ballots: tally.ballots, minimumGroup })) return null;
  const named = tally.firstThree[tally.options.indexOf(dimension)];
  if (named === undefined) return null;
  return Math.round((shownCount({ count: named, of: tally.ballots }) / tally.ballots) * 10) / 10;
}
