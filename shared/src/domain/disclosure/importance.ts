import type { QuestionId } from '../instrument/question.ts';
import { heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import { shownCounts } from './shown-count.ts';

/** The ranking question that asks which dimensions matter most; its options are dimension ids. */
export const IMPORTANCE_QUESTION: QuestionId = 'importance';

/** Options that count of each ranking. */
const NAMED = 3;

/**
 * Share of people who named a dimension among their first three, to a tenth; `null` when not asked or held. Nobody looks
 * like one person, and everybody like all but one.
 */
export function discloseImportance({
  dimension,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly dimension: string }): number | null {
  const tally = Object.hasOwn(round.questions, IMPORTANCE_QUESTION) ? round.questions[IMPORTANCE_QUESTION] : undefined;
  if (tally?.kind !== 'ranking' || heldUnder({ ballots: tally.ballots, minimumGroup, rules })) return null;
  const { ballots, firstThree, options } = tally;
  const place = options.indexOf(dimension);
  // Whoever ranks names one option at least, and up to three count.
  const shown = shownCounts({ counts: firstThree, of: ballots, least: ballots, most: ballots * NAMED, rules })[place];
  return shown === undefined ? null : Math.round((shown / ballots) * 10) / 10;
}
