import { assert } from '../../kernel/assert.ts';
import type { Question } from '../instrument/question.ts';
import type { AllocationResult } from '../results/shown.ts';
import type { AllocationTally } from '../results/tally.ts';
import { grainOf } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';

/**
 * How many steps a mean has from nothing to the total: few options leave few ways to give points, so that their means
 * are nearly the ballots.
 */
const MEAN_STEPS: Readonly<Record<AnonymousGrain, { readonly few: number; readonly many: number }>> = {
  coarse: { few: 5, many: 10 },
  medium: { few: 10, many: 20 },
  fine: { few: 20, many: 50 },
};
const FEW_OPTIONS = 4;
/** The same for what people have in common, and for that against chance. */
const COMMON_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 3, medium: 5, fine: 20 };
/** A median can be what somebody gave, so it never gets finer than this. */
const MEDIAN_STEPS = 20;

/**
 * What may be shown of points: means, and from 12 people on medians, in steps; nothing of an option whose sum would give
 * a giver's points away. What people have in common stops short of everything, which would give all of them away.
 */
export function discloseAllocation({
  question,
  round,
  minimumGroup,
}: Disclosing & { readonly question: Extract<Question, { kind: 'allocation' }> }): AllocationResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup });
  if (held) return held;
  const tally = allocationTally({ question, round });
  const { ballots, total, overlap, overlapAgainstChance } = tally;
  if (ballots < minimumGroup || overlap === null) return heldForAnswers();
  const grain = grainOf(ballots);
  const steps = MEAN_STEPS[grain][tally.options.length <= FEW_OPTIONS ? 'few' : 'many'];
  const options = question.options.map(({ id, text }) => {
    const place = tally.options.indexOf(id);
    const hidden = tally.dominated[place] ?? true;
    const mean = hidden ? null : inSteps((tally.points[place] ?? 0) / ballots, { total, steps });
    const median =
      grain === 'fine' && !hidden ? inSteps(tally.medians[place] ?? 0, { total, steps: MEDIAN_STEPS }) : null;
    return { option: id, text, mean, median };
  });
  const common = COMMON_STEPS[grain];
  return {
    status: 'shown',
    grain,
    options: mostFirst(options),
    inCommon: Math.round(
      inSteps(Math.min(1 - 1 / common, Math.max(1 / common, overlap)) * total, { total, steps: common }),
    ),
    againstChance:
      overlapAgainstChance === null || grain === 'coarse' ? null : shownAgainstChance(overlapAgainstChance),
  };
}

function shownAgainstChance(share: number): number {
  return Math.round(Math.min(0.9, Math.max(-0.9, share)) * 5) / 5;
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

/** Options by shown means, those without one last, else in the order of the question. */
export function mostFirst<T extends { readonly mean: number | null }>(options: readonly T[]): readonly T[] {
  return [...options].sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
}

function inSteps(points: number, { total, steps }: { readonly total: number; readonly steps: number }): number {
  return (Math.round((points / total) * steps) * total) / steps;
}
