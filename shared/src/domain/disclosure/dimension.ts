import { assert } from '../../kernel/assert.ts';
import type { Question } from '../instrument/question.ts';
import { closenessOf, ENOUGH, fiveSteps, reaches, shapeOf, SPLIT, threeSteps } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { Held, ShownDimension, ShownScale } from '../results/shown.ts';
import { coarsestOf, shownShape } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import type { ScalePicture } from './scale-picture.ts';
import { discloseScale, scalePicture, scaleTallyOf } from './scale.ts';
import { meanOfShown, toHundredth, unknownDimension } from './shown-figures.ts';

/**
 * What may be shown of a dimension: a function of what its questions show and of nothing finer, so that nobody can solve
 * both together for an answer. Its level is the mean of their levels; its band that of the mean of the r_wg that their
 * pictures stand for, which is r*wg(J) where all of them are exact; its grain that of the coarsest.
 */
export function discloseDimension({
  questions,
  ...disclosing
}: Disclosing & { readonly questions: readonly Question[] }): ShownDimension | Held {
  const held = heldUnder({ ballots: disclosing.round.ballots, ...disclosing });
  if (held) return held;
  const results = questions.map((question) => discloseScale({ question, ...disclosing }));
  const shown = results.filter((result): result is ShownScale => result.status === 'shown');
  const items = questions.flatMap((question) => scalePicture({ question, ...disclosing }) ?? []);
  if (items.length === 0) return shown.length > 0 ? unknownDimension('coarse') : heldForAnswers();

  const grain = coarsestOf(items.map((item) => item.grain));
  const { rules = EVERY_RULE } = disclosing;
  const closeness = rules.has('dimensions-from-shown')
    ? closenessOfShown(items)
    : closenessOfAnswers(questions, disclosing);
  const favour = meanOfShown(shown.map((result) => result.favour));
  const together = togetherOf({ closeness, grain, items });
  return {
    status: 'shown',
    grain,
    level: grain === 'coarse' ? Math.round(favour * 20) / 20 : toHundredth(favour),
    band: closeness.band,
    together,
    shape: shownShape({ shape: shapeOf({ band: closeness.band, favour }), grain }),
    gap: gapOf({ favour, together }),
  };
}

/** Split takes half of the questions, as agreement far below blind answers alone may be one stray answer. */
function closenessOfShown(items: readonly ScalePicture[]): Closeness {
  const agreement = meanOfShown(items.map((item) => item.agreement));
  if (reaches(agreement, ENOUGH)) return { agreement, band: 'aligned' };
  const split = items.filter((item) => item.band === 'split').length;
  return { agreement, band: agreement < SPLIT.rwg && split * 2 >= items.length ? 'split' : 'mixed' };
}

function closenessOfAnswers(questions: readonly Question[], disclosing: Disclosing): Closeness {
  const closeness = closenessOf(
    questions.flatMap((question) => {
      const asked = { question, ...disclosing };
      return scalePicture(asked) === null ? [] : [scaleTallyOf(asked).counts];
    }),
  );
  assert(closeness !== null, 'a shown dimension has questions with two answers');
  return closeness;
}

/** How much there is to talk about, 0 to 1 to a hundredth: a low answer and a divided one both count. */
export function gapOf({ favour, together }: { readonly favour: number; readonly together: number }): number {
  return toHundredth(1 - Math.min(favour, together));
}

/** In three or five steps by that agreement; where figures are fine, the mean of what its questions show, on their axis. */
function togetherOf({
  closeness,
  grain,
  items,
}: {
  readonly closeness: Closeness;
  readonly grain: AnonymousGrain;
  readonly items: readonly ScalePicture[];
}): number {
  switch (grain) {
    case 'coarse':
      return threeSteps(closeness.band);
    case 'medium':
      return fiveSteps(closeness);
    case 'fine':
      return toHundredth(meanOfShown(items.map((item) => item.together)));
  }
}
