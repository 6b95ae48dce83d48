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
 * like one person, and everybody like all but one. Shares do not tell that exactly one person ranked nothing.
 */
export function discloseImportance({
  dimension,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly dimension: string }): number | null {
  const tally = Object.hasOwn(round.questions, IMPORTANCE_QUESTION) ? round.questions[IMPORTANCE_QUESTION] : undefined;
  if (tally?.kind !== 'ranking' || heldUnder({ ballots: tally.ballots, minimumGroup, rules })) return null;
  const hushed = round.ballots - tally.ballots === 1 && rules.has('lone-silence');
  const of = hushed ? round.ballots : tally.ballots;
  const counts = hushed ? withOneMore(tally.firstThree, of) : tally.firstThree;
  // Whoever ranks names one option at least, and up to three count.
  const shown = shownCounts({ counts, of, least: of, most: of * NAMED, rules })[tally.options.indexOf(dimension)];
  return shown === undefined ? null : Math.round((shown / of) * 10) / 10;
}

/**
 * The counts as if the one who ranked nothing had named what most did. What all but one of the others named looks named
 * by all, for that person knows how many they are.
 */
function withOneMore(counts: readonly number[], of: number): readonly number[] {
  const most = counts.indexOf(Math.max(...counts));
  return counts.map((count, place) => (count >= of - 2 ? of : place === most ? count + 1 : count));
}
