import type {
  AllocationResult,
  DimensionResult,
  DotsResult,
  PairwiseResult,
  PerceptionResult,
  QuestionResult,
  RankingResult,
  RevoteResult,
  ShownCamps,
} from '../domain/results/shown.ts';
import type { Instant } from '../kernel/instant.ts';

/**
 * What a figure or a list is made of: shown results and nothing else, so that whatever is worked out from it tells no
 * more than the screen does.
 */
export type FigureBasis =
  | { readonly of: 'question'; readonly question: QuestionResult }
  | {
      readonly of: 'dimensions';
      readonly now: readonly DimensionResult[];
      readonly before: readonly DimensionResult[] | null;
      /** Those that are shown beside them; none where only dimensions are. */
      readonly questions: readonly QuestionResult[];
    }
  | { readonly of: 'importance'; readonly dimensions: readonly DimensionResult[] }
  | { readonly of: 'revotes'; readonly questions: readonly RevotedQuestion[] }
  | { readonly of: 'trend'; readonly waves: readonly TrendWave[] }
  | { readonly of: 'perception'; readonly questions: readonly PerceptionResult[] }
  | { readonly of: 'ranking'; readonly ranking: RankingResult }
  | { readonly of: 'allocation'; readonly allocation: AllocationResult }
  | { readonly of: 'pairwise'; readonly pairwise: PairwiseResult }
  | { readonly of: 'dots'; readonly options: readonly DottedOption[]; readonly dots: DotsResult }
  | { readonly of: 'camps'; readonly camps: ShownCamps; readonly questions: readonly QuestionResult[] };

/** One question voted on again, with its words. */
export interface RevotedQuestion {
  readonly text: string;
  readonly revote: RevoteResult;
  /** In a named meeting, for those who see names: what each person answered before and after. */
  readonly people?: readonly RevotedPerson[];
}

/** One person's answers to a question that was voted on again; `null` where there is none on the scale. */
export interface RevotedPerson {
  readonly before: number | null;
  readonly after: number | null;
}

/** One meeting or pulse of a series, with what changed since the one before it. */
export interface TrendWave {
  readonly meeting: string;
  readonly date: Instant;
  /** Number of ballots; `null` while it is under the minimum group. */
  readonly answered: number | null;
  readonly invited: number;
  readonly instrumentChanged: boolean;
  readonly membersChanged: boolean;
  readonly dimensions: readonly DimensionResult[];
}

/** Something that a dot could be put on. */
export interface DottedOption {
  readonly option: string;
  readonly text: string;
}
