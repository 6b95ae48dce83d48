import { assert } from '../../kernel/assert.ts';
import type { Question } from '../instrument/question.ts';
import type { PairwiseResult } from '../results/shown.ts';
import type { PairwiseTally } from '../results/tally.ts';
import { grainOf } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { standingOf } from './strengths.ts';

/** Steps from 0 to 1 in which strengths are shown, never at an end; few options leave few ways to choose. */
const STRENGTH_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 10, medium: 20, fine: 50 };
const FEW_OPTIONS = 3;
const STEPS_OF_FEW = 4;

/**
 * What may be shown of forced choices: the order of the options by strength, strengths in steps, and how far people
 * prefer alike. Preferences that all share would give every ballot away, so that agreement stays within .8.
 */
export function disclosePairwise({
  question,
  round,
  minimumGroup,
}: Disclosing & { readonly question: Extract<Question, { kind: 'pairwise' }> }): PairwiseResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup });
  if (held) return held;
  const tally = pairwiseTally({ question, round });
  const standing = tally.ballots < minimumGroup ? null : standingOf(tally.wins);
  if (standing === null) return heldForAnswers();
  const grain = grainOf(tally.ballots);
  const steps = tally.options.length <= FEW_OPTIONS ? STEPS_OF_FEW : STRENGTH_STEPS[grain];
  const strengths = standing.strengths.map(
    (strength) => Math.min(steps - 1, Math.max(1, Math.round(strength * steps))) / steps,
  );
  const consistent = grain === 'fine' && tally.whole >= minimumGroup ? tally.zeta : null;
  return {
    status: 'shown',
    grain,
    order: strongestFirst({ question, options: tally.options, strengths }),
    agreement: standing.agreement === null ? null : fifth(standing.agreement),
    consistency: consistent === null ? null : fifth(consistent),
  };
}

/** The tally of a pairwise question. */
export function pairwiseTally({
  question,
  round,
}: Pick<Disclosing, 'round'> & { readonly question: Question }): PairwiseTally {
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'pairwise', `question ${question.id} was tallied as pairs`);
  return tally;
}

/** Options by shown strength; equal ones share the place, in the order of the question. */
export function strongestFirst({
  question,
  options,
  strengths,
}: {
  readonly question: Extract<Question, { kind: 'pairwise' }>;
  readonly options: PairwiseTally['options'];
  readonly strengths: readonly number[];
}): Extract<PairwiseResult['result'], { status: 'shown' }>['order'] {
  const order = question.options
    .map(({ id, text }) => ({ option: id, text, strength: strengths[options.indexOf(id)] ?? 0 }))
    .sort((a, b) => b.strength - a.strength);
  return order.map((one) => ({
    ...one,
    place: 1 + order.filter(({ strength }) => strength > one.strength).length,
  }));
}

function fifth(value: number): number {
  return Math.round(Math.min(0.8, Math.max(-0.8, value)) * 5) / 5;
}
