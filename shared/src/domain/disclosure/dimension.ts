import { assert } from '../../kernel/assert.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { sizeOf } from '../../measures/ratings/distribution.ts';
import type { Question } from '../instrument/question.ts';
import { closenessOf, fiveSteps, shapeOf, threeSteps } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { Held, ShownDimension, ShownScale } from '../results/shown.ts';
import { grainOf, shownShape } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { disclosableCounts, discloseScale } from './scale.ts';

/**
 * What may be shown of a dimension. Its level is the mean of its questions' shown levels and nothing finer; its band is
 * r*wg(J) over the questions that enough could answer, at the grain of the one with the fewest answers.
 */
export function discloseDimension({
  questions,
  ...disclosing
}: Disclosing & { readonly questions: readonly Question[] }): ShownDimension | Held {
  const held = heldUnder({ ballots: disclosing.round.ballots, minimumGroup: disclosing.minimumGroup });
  if (held) return held;
  const results = questions.map((question) => discloseScale({ question, ...disclosing }));
  const shown = results.filter((result): result is ShownScale => result.status === 'shown');
  const items = questions
    .map((question) => disclosableCounts({ question, ...disclosing }))
    .filter((counts): counts is Counts => counts !== null);
  if (items.length === 0) return shown.length > 0 ? NOTHING_BUT_UNKNOWN : heldForAnswers();

  const grain = grainOf(Math.min(...items.map(sizeOf)));
  const closeness = closenessOf(items);
  assert(closeness !== null, 'a shown dimension has questions with two answers');
  const favour = meanOfShown(shown.map((result) => result.favour));
  const together = togetherOf({ closeness, grain, shown });
  return {
    status: 'shown',
    grain,
    level: grain === 'coarse' ? Math.round(favour * 20) / 20 : Math.round(favour * 100) / 100,
    band: closeness.band,
    together,
    shape: shownShape({ shape: shapeOf({ band: closeness.band, favour }), grain }),
    gap: gapOf({ favour, together }),
  };
}

/** How much there is to talk about, 0 to 1 to a hundredth: a low answer and a divided one both count. */
export function gapOf({ favour, together }: { readonly favour: number; readonly together: number }): number {
  return Math.round((1 - Math.min(favour, together)) * 100) / 100;
}

/** In three or five steps by r*wg(J); where figures are fine, the mean of what its questions show, on their axis. */
function togetherOf({
  closeness,
  grain,
  shown,
}: {
  readonly closeness: Closeness;
  readonly grain: AnonymousGrain;
  readonly shown: readonly ShownScale[];
}): number {
  switch (grain) {
    case 'coarse':
      return threeSteps(closeness.band);
    case 'medium':
      return fiveSteps(closeness);
    case 'fine':
      return Math.round(meanOfShown(shown.map((result) => result.together)) * 100) / 100;
  }
}

function meanOfShown(figures: readonly (number | null)[]): number {
  const known = figures.filter((figure) => figure !== null);
  return known.reduce((sum, figure) => sum + figure, 0) / known.length;
}

const NOTHING_BUT_UNKNOWN: ShownDimension = {
  status: 'shown',
  grain: 'coarse',
  level: null,
  band: null,
  together: null,
  shape: 'unknown',
  gap: null,
};
