import { assert } from '../../kernel/assert.ts';
import type { Question } from '../instrument/question.ts';
import type { DotsResult } from '../results/shown.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import { shownCounts } from './shown-count.ts';

/**
 * Where the dots fell, most first, ties in the order of the question. A person puts one dot at most on an option, so a
 * dot alone is one person's and a dot short of all leaves one person out: 1 is shown as 0, all but one as all. The
 * order is of shown dots, so a dot alone is not above none. All that is known of the total is that nobody has more dots
 * than the question gives.
 */
export function discloseDots({
  question,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly question: Extract<Question, { kind: 'dots' }> }): DotsResult {
  const held = heldUnder({ ballots: round.ballots, minimumGroup, rules });
  if (held) return held;
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'dots', `question ${question.id} was tallied as dots`);
  if (tally.ballots < minimumGroup && rules.has('enough-answers')) return heldForAnswers();
  const counts = question.options.map(({ id }) => {
    const dots = tally.dots[tally.options.indexOf(id)];
    assert(dots !== undefined, `option ${id} was tallied`);
    return dots;
  });
  const shown = shownCounts({ counts, of: tally.ballots, least: 0, most: tally.ballots * question.dots, rules });
  const options = question.options
    .map(({ id }, place) => ({ option: id, dots: shown[place] ?? 0 }))
    .sort((a, b) => b.dots - a.dots);
  return { status: 'shown', ballots: tally.ballots, options };
}
