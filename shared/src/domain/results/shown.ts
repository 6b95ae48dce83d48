import type { OptionId, QuestionId } from '../instrument/question.ts';

/** How far apart a team is on a question, from the within-group agreement r_wg and its exact critical value. */
export type Band = 'aligned' | 'mixed' | 'split';

/** How a team divides on a question. */
export type Shape = 'aligned-high' | 'aligned-low' | 'lukewarm' | 'spread' | 'camps' | 'unknown';

/** How fine a result may be, by the number of answers: 5 to 7, 8 to 11, 12 and more; `exact` in a named round. */
export type Grain = 'coarse' | 'medium' | 'fine' | 'exact';

/** A result that is not shown yet, and how many more ballots would open it. */
export interface Held {
  readonly status: 'held';
  readonly needed: number;
}

/** A run of neighbouring answers shown as one bar; `count` is 0 or 2 and more, never 1. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What a scale question lets people see. Every figure is already as coarse as it must be; show it as it is. */
export interface ShownScale {
  readonly status: 'shown';
  readonly grain: Grain;
  /**
   * Mean in scale units, rounded to a quarter, a tenth or a hundredth by grain, or coarser beside a lone answer; never
   * an end of the scale. `null` when too few could say.
   */
  readonly level: number | null;
  /** The level on the way from the unfavourable (0) to the favourable end (1); `null` with `level`. */
  readonly favour: number | null;
  readonly band: Band | null;
  /** Place on the axis from far apart (0) to together (1), in as many steps as the grain allows. */
  readonly together: number | null;
  readonly shape: Shape;
  /** `null` where the answers do not allow one. */
  readonly distribution: readonly Bin[] | null;
}

export interface QuestionResult {
  readonly question: QuestionId;
  readonly dimension: string | null;
  readonly text: string;
  readonly low: number;
  readonly high: number;
  readonly result: ShownScale | Held;
}

export interface ShownDimension {
  readonly status: 'shown';
  readonly grain: Grain;
  /** 0 to 1, rounded by grain; `null` when too few could say. */
  readonly level: number | null;
  readonly band: Band | null;
  readonly together: number | null;
  readonly shape: Shape;
  /** 1 - min(level, together): how much there is to talk about, 0 to 1; `null` with `level`. */
  readonly gap: number | null;
}

export interface DimensionResult {
  readonly dimension: string;
  readonly title: string;
  readonly result: ShownDimension | Held;
  /** Share of people who named it among what matters most, to a tenth; `null` when not asked or held. */
  readonly importance: number | null;
}

export interface RankingResult {
  readonly question: QuestionId;
  readonly text: string;
  readonly result:
    | Held
    | {
        readonly status: 'shown';
        /**
         * Best first, equal ones on one place: in anonymous rounds by shown mean rank, in named ones by Schulze's method.
         * Mean midranks are in steps of a half to a tenth.
         */
        readonly order: readonly {
          readonly option: OptionId;
          readonly text: string;
          readonly place: number;
          readonly meanRank: number;
        }[];
        /**
         * Whether this order fits the rankings best, another one does, or several do equally well; `null` where that is
         * not told.
         */
        readonly orders: 'one' | 'another' | 'several' | null;
        /** Mean pairwise Spearman to a tenth, -.9 to .9; `null` when too few told the options apart. */
        readonly agreement: number | null;
        /**
         * How many people gave an order, and Kendall's W of these to a hundredth: `null` where somebody left several
         * options out, for there W takes more than is counted. All of it is `null` in anonymous rounds.
         */
        readonly concordance: { readonly people: number; readonly w: number | null } | null;
      };
}

/** Points given to options, in points of the question's total. */
export interface AllocationResult {
  readonly question: QuestionId;
  readonly text: string;
  readonly total: number;
  readonly result:
    | Held
    | {
        readonly status: 'shown';
        readonly grain: Grain;
        /** Most points first. */
        readonly options: readonly {
          readonly option: OptionId;
          readonly text: string;
          /** Where answers are anonymous, the middle of a wide step. */
          readonly mean: number;
          /** `null` where answers are anonymous. */
          readonly median: number | null;
        }[];
        /** Points that two people have in common on average, in points of the total. */
        readonly inCommon: number;
        /** The same against points dealt blindly, 0 as by chance; `null` where anonymous, or where all spread them evenly. */
        readonly againstChance: number | null;
      };
}

/** Forced choices between options, best first. */
export interface PairwiseResult {
  readonly question: QuestionId;
  readonly text: string;
  readonly result:
    | Held
    | {
        readonly status: 'shown';
        readonly grain: Grain;
        /**
         * `place` is shared by options that are too close to tell apart; `strength` is how likely an option is to be
         * preferred over another one, 0 to 1.
         */
        readonly order: readonly {
          readonly option: OptionId;
          readonly text: string;
          readonly place: number;
          readonly strength: number;
        }[];
        /** Kendall's u in fifths, -.8 to .8: how far people prefer alike. */
        readonly agreement: number | null;
        /** How seldom people go round in circles, 0 to .8 in fifths; `null` where the grain allows none. */
        readonly consistency: number | null;
      };
}

/** Two groups over the whole sheet. Nobody knows who is in which. */
export interface ShownCamps {
  readonly sizes: readonly [number, number];
  /** What sets them apart most. */
  readonly questions: readonly QuestionId[];
  /** Chance of so clear a division among people who differ by chance only. */
  readonly p: number;
  readonly silhouette: number;
}

/** What the team guessed against what it answered, in scale units. */
export interface PerceptionResult {
  readonly question: QuestionId;
  readonly text: string;
  readonly result:
    | Held
    | {
        readonly status: 'shown';
        readonly guess: number;
        readonly answer: number;
        /** guess - answer: above 0 the team thinks it is further than it is. */
        readonly gap: number;
      };
}

/** Why a group is not shown: too few of it answered, too few others did, or beside other groups it would tell of a few. */
export type GroupHeldBecause = 'too-small' | 'rest-too-small' | 'with-others';

/** What is shown of one group on one dimension: how close it is, and where. */
export interface GroupDimension {
  readonly dimension: string;
  readonly title: string;
  readonly result:
    | Pick<ShownDimension, 'status' | 'band' | 'together' | 'shape'>
    /** Too few answered its questions, or beside the whole's answers the words would tell somebody's. */
    | { readonly status: 'held'; readonly because: 'few-answers' | 'would-tell' };
}

/** What is shown of one function or place. */
export type GroupResult =
  | {
      readonly status: 'shown';
      readonly group: string;
      readonly ballots: number;
      /** In the order of the instrument. */
      readonly dimensions: readonly GroupDimension[];
    }
  | { readonly status: 'held'; readonly group: string; readonly because: GroupHeldBecause };

/** The results of the rating of one meeting or pulse, ready to be shown. */
export interface RatingResults {
  readonly invited: number;
  /** Number of ballots; `null` while it is under the minimum group. */
  readonly ballots: number | null;
  readonly minimumGroup: number;
  /** Furthest apart first. */
  readonly dimensions: readonly DimensionResult[];
  /** Furthest apart first. */
  readonly questions: readonly QuestionResult[];
  readonly rankings: readonly RankingResult[];
  readonly allocations: readonly AllocationResult[];
  readonly pairwise: readonly PairwiseResult[];
  /** `null` where there are none to be told of, which is not to say that there are none. */
  readonly camps: ShownCamps | null;
  /** By name; none where the team has no groups. */
  readonly groups: readonly GroupResult[];
}

/** Before and after of one question that was voted on again. */
export type RevoteResult =
  | { readonly question: QuestionId; readonly status: 'held'; readonly needed: number }
  /** Fewer than two people changed their answer, or a change could be solved for: nothing new is shown. */
  | { readonly question: QuestionId; readonly status: 'unchanged' }
  | {
      readonly question: QuestionId;
      readonly status: 'moved';
      readonly before: ShownScale;
      readonly after: ShownScale;
      readonly meter: 'closer' | 'settled' | 'further-apart';
    };

/** Where the dots fell, most first; one dot is shown as none, and all but one as all. */
export type DotsResult =
  | Held
  | {
      readonly status: 'shown';
      readonly ballots: number;
      readonly options: readonly { readonly option: OptionId; readonly dots: number }[];
    };

/** A share of all answers, such as "same" marks, or the mean of a short scale. */
export type MeanResult = Held | { readonly status: 'shown'; readonly mean: number; readonly shape: Shape };
