import type { QuestionId } from '../instrument/question.ts';

/** Counts of one scale question: how often each value was given, the lowest first. */
export interface ScalePart {
  readonly kind: 'scale';
  readonly counts: readonly number[];
  readonly cannotSay: number;
}

/** Counts of one ranking; arrays run parallel to its options. */
export interface RankingPart {
  readonly kind: 'ranking';
  readonly firstThree: readonly number[];
  /** How many people ranked one option, two options and so on. */
  readonly lengths: readonly number[];
  /** For each of these lengths, the sums of twice the midranks less twice their mean: whole numbers. */
  readonly centred: readonly (readonly number[])[];
  readonly wins: readonly (readonly number[])[];
}

/** Counts of one allocation. */
export interface AllocationPart {
  readonly kind: 'allocation';
  readonly ballots: number;
  /** For each option, how many people gave it 0 points, 1 point and so on up to the total. */
  readonly given: readonly (readonly number[])[];
  /** Sum over people of |p - q| over all pairs of their own options, in points. */
  readonly withinPeople: number;
}

/** Counts of paired choices. */
export interface PairwisePart {
  readonly kind: 'pairwise';
  readonly ballots: number;
  readonly wins: readonly (readonly number[])[];
  /** People who decided every pair, and how often these went round in circles, in all. */
  readonly whole: number;
  readonly triads: number;
}

/** Counts of dots. */
export interface DotsPart {
  readonly kind: 'dots';
  readonly ballots: number;
  readonly dots: readonly number[];
}

export type QuestionPart = ScalePart | RankingPart | AllocationPart | PairwisePart | DotsPart;

/** One person's answers on the scales of a round, in steps from the lowest; `null` where there is none. */
export type Sheet = readonly (number | null)[];

/**
 * What some of a round's ballots come to, so that all of it can be counted page by page and shard by shard. Whole numbers
 * that are added, so that no division into parts and no order shows in the sum; as large for 100,000 ballots as for a
 * few. It is finer than anything that is shown, and what two of them differ by can be one person's ballot: it is made
 * when the round has closed, and kept no longer than the ballots.
 */
export interface PartialTally {
  readonly ballots: number;
  readonly questions: readonly QuestionId[];
  /** In the order of the questions. */
  readonly parts: readonly QuestionPart[];
  /** All sheets in the order of their answers; `null` where they are too many or too short to look for camps. */
  readonly sheets: readonly Sheet[] | null;
}
