import type { OptionId, QuestionId } from '../instrument/question.ts';

/** How often each value of a scale was given: `counts[0]` belongs to `low`. */
export interface ScaleTally {
  readonly kind: 'scale';
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly cannotSay: number;
}

/** Sums over the rankings of one question; arrays run parallel to `options`. */
export interface RankingTally {
  readonly kind: 'ranking';
  readonly options: readonly OptionId[];
  readonly ballots: number;
  /** How many people named the option among their first three. */
  readonly firstThree: readonly number[];
  /** Sum of midranks, 1 = best; unranked options share the tied last midrank. */
  readonly midranks: readonly number[];
  /** Sum of centred unit-norm midranks, from which the mean pairwise Spearman follows. */
  readonly standardised: readonly number[];
  /** How many ballots told options apart at all (their midranks vary). */
  readonly varying: number;
}

/** How many dots each option got. */
export interface DotsTally {
  readonly kind: 'dots';
  readonly ballots: number;
  readonly options: readonly OptionId[];
  readonly dots: readonly number[];
}

export type QuestionTally = ScaleTally | RankingTally | DotsTally;

/** All that is kept of a round's ballots once they are counted; the same for any order of the ballots. */
export interface RoundTally {
  readonly invited: number;
  readonly ballots: number;
  readonly questions: Readonly<Record<QuestionId, QuestionTally>>;
}
