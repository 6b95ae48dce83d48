import { assert } from '../../kernel/assert.ts';
import type { PreferenceTable } from '../../measures/pairwise/comparisons.ts';
import type { Question } from '../instrument/question.ts';
import type { PairwiseResult } from '../results/shown.ts';
import type { PairwiseTally } from '../results/tally.ts';
import { shownGrain } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import { middleOf, stepOfTwo } from './share-steps.ts';
import { strengthsOf } from './strengths.ts';

/**
 * Steps in which it is known of a pair how many prefer which: no more than people, so that one who prefers otherwise
 * looks like none.
 */
const SHARE_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 5, medium: 7, fine: 11 };
/** Steps from 0 to 1 in which strengths are printed, never at an end. */
const STRENGTH_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 10, medium: 20, fine: 50 };

/**
 * What may be shown of forced choices: the order of the options by strength, strengths in steps, and how far people
 * prefer alike. First the share of people who prefer which of a pair is put in steps, and all that is shown is worked out
 * from these alone. In every step lies a share that neither one person alone nor all people make, or both none and one.
 * People may choose in any combination, so the steps of one pair say nothing of another's, and no choice, and no set of
 * choices, is one person's or everybody's behind all tables of the same steps. Shares are of those who decided the pair:
 * nobody sees who left one out. How seldom people go round in circles is each one's own, and not among the steps.
 */
export function disclosePairwise({
  question,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly question: Extract<Question, { kind: 'pairwise' }> }): PairwiseResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup, rules });
  if (held) return held;
  const tally = pairwiseTally({ question, round });
  if (tally.ballots < minimumGroup && rules.has('enough-answers')) return heldForAnswers();
  const grain = shownGrain({ answers: tally.ballots, ballots: round.ballots, minimumGroup });
  const shares = sharesIn(tally.wins, {
    steps: rules.has('choice-steps') ? SHARE_STEPS[grain] : null,
    fewest: rules.has('choices-of-few') ? minimumGroup : 1,
  });
  const strengths = strengthsOf(shares.map((row) => row.map((share) => share ?? 0)));
  if (strengths === null) return heldForAnswers();
  return {
    status: 'shown',
    grain,
    order: strongestFirst({
      question,
      options: tally.options,
      strengths: strengths.map((strength) => printed(strength, STRENGTH_STEPS[grain])),
    }),
    agreement: agreementBehind({ shares, people: round.ballots }),
    consistency: null,
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

/** By pair: the share that prefers the option of the row, `null` where fewer than `fewest` decided. */
type Shares = readonly (readonly (number | null)[])[];

function sharesIn(
  wins: PreferenceTable,
  { steps, fewest }: { readonly steps: number | null; readonly fewest: number },
): Shares {
  return wins.map((row, one) =>
    row.map((part, other) => {
      const whole = part + (wins[other]?.[one] ?? 0);
      if (one === other || whole < fewest) return null;
      return steps === null ? part / whole : middleOf({ step: stepOfTwo({ part, whole, steps }), steps });
    }),
  );
}

/**
 * Kendall's u in fifths, -.8 to .8, of as many people who prefer by these shares p: of m people,
 * (m (2p - 1)^2 - 1) / (m - 1) on average over pairs.
 */
function agreementBehind({ shares, people }: { readonly shares: Shares; readonly people: number }): number | null {
  const squares = shares.flatMap((row) => row.flatMap((share) => (share === null ? [] : [(2 * share - 1) ** 2])));
  if (squares.length === 0) return null;
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  const u = (people * mean - 1) / (people - 1);
  return Math.round(Math.min(0.8, Math.max(-0.8, u)) * 5) / 5;
}

/** To a step, a tie toward the middle, so that two options mirror each other; never an end. */
function printed(strength: number, steps: number): number {
  const fromMiddle = (strength - 0.5) * steps;
  // Strengths are found by iteration, so that what should lie on a border lies a little beside it.
  const rounded = Math.ceil(Math.abs(fromMiddle) - 0.5 - 1e-6);
  return (steps / 2 + Math.sign(fromMiddle) * Math.min(steps / 2 - 1, Math.max(0, rounded))) / steps;
}
