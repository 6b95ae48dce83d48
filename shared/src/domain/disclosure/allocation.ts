import { assert } from '../../kernel/assert.ts';
import type { Question } from '../instrument/question.ts';
import type { AllocationResult } from '../results/shown.ts';
import type { AllocationTally } from '../results/tally.ts';
import { shownGrain } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import { middleOf, stepOfSeveral, stepOfTwo } from './share-steps.ts';
import { toHundredth } from './shown-figures.ts';

/**
 * How many steps a mean has from nothing to the total: few options leave few ways to give points, so that their means
 * are nearly the ballots. Counted out for points in quarters.
 */
const MEAN_STEPS: Readonly<Record<AnonymousGrain, { readonly few: number; readonly many: number }>> = {
  coarse: { few: 5, many: 7 },
  medium: { few: 5, many: 7 },
  fine: { few: 11, many: 11 },
};
const FEW_OPTIONS = 3;
/** The same for what people have in common. */
const COMMON_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 3, medium: 4, fine: 4 };

/**
 * What may be shown of points: means in steps, each as the middle of its step, and what people have in common in steps
 * that are never an end, since everything in common would give all ballots away. Nothing finer is needed to hide a large
 * giver behind others: a step is wider than a tenth of all that one person can give (the p% rule). Left out is what
 * would tell ballots beside these: medians, what is in common against chance, and which options few gave points to.
 */
export function discloseAllocation({
  question,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly question: Extract<Question, { kind: 'allocation' }> }): AllocationResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup, rules });
  if (held) return held;
  const tally = allocationTally({ question, round });
  const { ballots, total, overlap } = tally;
  if (overlap === null || (ballots < minimumGroup && rules.has('enough-answers'))) return heldForAnswers();
  const grain = shownGrain({ answers: ballots, ballots: round.ballots, minimumGroup });
  const options = question.options.map(({ id, text }) => {
    const points = tally.points[tally.options.indexOf(id)] ?? 0;
    const mean = rules.has('point-steps') ? meanInSteps(points, { tally, grain }) : toHundredth(points / ballots);
    return { option: id, text, mean, median: null };
  });
  const inCommon = rules.has('common-steps')
    ? Math.round(commonInSteps(overlap, COMMON_STEPS[grain]) * total)
    : toHundredth(overlap * total);
  return { status: 'shown', grain, options: mostFirst(options), inCommon, againstChance: null };
}

/** The tally of an allocation question. */
export function allocationTally({
  question,
  round,
}: Pick<Disclosing, 'round'> & { readonly question: Question }): AllocationTally {
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'allocation', `question ${question.id} was tallied as an allocation`);
  return tally;
}

/** Options by shown means, else in the order of the question. */
export function mostFirst<T extends { readonly mean: number }>(options: readonly T[]): readonly T[] {
  return [...options].sort((a, b) => b.mean - a.mean);
}

/** The middle of the step in which the mean lies, in whole points. */
function meanInSteps(
  part: number,
  { tally, grain }: { readonly tally: AllocationTally; readonly grain: AnonymousGrain },
): number {
  const parts = tally.options.length;
  const steps = MEAN_STEPS[grain][parts <= FEW_OPTIONS ? 'few' : 'many'];
  const whole = tally.ballots * tally.total;
  const step = parts === 2 ? stepOfTwo({ part, whole, steps }) : stepOfSeveral({ part, whole, steps, parts });
  return Math.round(middleOf({ step, steps }) * tally.total);
}

/** Never nothing and never all; a tie goes down, also where a sum of fractions lies a little beside it. */
function commonInSteps(share: number, steps: number): number {
  return Math.min(steps - 1, Math.max(1, Math.round(share * steps - 1e-9))) / steps;
}
