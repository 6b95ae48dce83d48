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
  /** How many people put the option of the row before the one of the column; `null` where it was never counted. */
  readonly wins: readonly (readonly number[])[] | null;
}

/** Sums over the allocations of one question; arrays run parallel to `options`. */
export interface AllocationTally {
  readonly kind: 'allocation';
  readonly options: readonly OptionId[];
  readonly total: number;
  readonly ballots: number;
  /** Sum of points. */
  readonly points: readonly number[];
  readonly medians: readonly number[];
  /** Points that two people have in common, as a share, on average over pairs; `null` for fewer than two people. */
  readonly overlap: number | null;
  /** The same against chance, 1 at most, 0 as by chance; `null` where everybody spreads evenly. */
  readonly overlapAgainstChance: number | null;
}

/** Sums over the paired choices of one question. */
export interface PairwiseTally {
  readonly kind: 'pairwise';
  readonly options: readonly OptionId[];
  readonly ballots: number;
  /** How many people preferred the option of the row over the one of the column. */
  readonly wins: readonly (readonly number[])[];
  /** People who decided every pair, and the mean of their consistency zeta. */
  readonly whole: number;
  readonly zeta: number | null;
}

/** How many dots each option got. */
export interface DotsTally {
  readonly kind: 'dots';
  readonly ballots: number;
  readonly options: readonly OptionId[];
  readonly dots: readonly number[];
}

export type QuestionTally = ScaleTally | RankingTally | AllocationTally | PairwiseTally | DotsTally;

/**
 * Two groups of people who answer differently over the whole sheet, none of whom is known. Only counted where each side
 * is a minimum group and the split is neither chance nor blurred.
 */
export interface Camps {
  readonly sizes: readonly [number, number];
  /** Chance of so clear a split among people who differ by chance only. */
  readonly p: number;
  readonly silhouette: number;
  /** The questions that set the groups apart most, most first. */
  readonly questions: readonly QuestionId[];
}

/** All that is kept of a round's ballots once they are counted; the same for any order of the ballots. */
export interface RoundTally {
  readonly invited: number;
  readonly ballots: number;
  readonly questions: Readonly<Record<QuestionId, QuestionTally>>;
  readonly camps: Camps | null;
}
