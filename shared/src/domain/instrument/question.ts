/** Names a question inside an instrument, a meeting or a round: letters, digits, `.`, `-` and `_`. */
export type QuestionId = string;

/** Names one option of a ranking, or one thing that a dot can be put on. */
export type OptionId = string;

export interface Option {
  readonly id: OptionId;
  readonly text: string;
}

/**
 * What one person is asked. `scale` questions take a whole number from `low` to `high`; `agreement` is 1 to 7 and
 * `frequency` 0 to 4, both with "can't say"; `rating` is a scale without "can't say"; `ranking` takes options best
 * first, partial lists allowed; `allocation` takes `total` points over the options; `pairwise` takes a choice between
 * two options for as many pairs as one likes; `dots` takes up to `dots` options, one dot each.
 */
export type Question =
  | { readonly id: QuestionId; readonly kind: 'agreement'; readonly text: string }
  | { readonly id: QuestionId; readonly kind: 'frequency'; readonly text: string }
  | {
      readonly id: QuestionId;
      readonly kind: 'rating';
      readonly text: string;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly id: QuestionId;
      readonly kind: 'ranking';
      readonly text: string;
      readonly options: readonly Option[];
      readonly most: number;
    }
  | {
      readonly id: QuestionId;
      readonly kind: 'allocation';
      readonly text: string;
      readonly options: readonly Option[];
      readonly total: number;
    }
  | {
      readonly id: QuestionId;
      readonly kind: 'pairwise';
      readonly text: string;
      readonly options: readonly Option[];
    }
  | {
      readonly id: QuestionId;
      readonly kind: 'dots';
      readonly text: string;
      readonly options: readonly Option[];
      readonly dots: number;
    };

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Whether a person may say that they can't say. */
  readonly cannotSay: boolean;
}

/** The scale of a question, or `null` for kinds that have none. */
export function scaleOf(question: Question): Scale | null {
  switch (question.kind) {
    case 'agreement':
      return { low: 1, high: 7, cannotSay: true };
    case 'frequency':
      return { low: 0, high: 4, cannotSay: true };
    case 'rating':
      return { low: question.low, high: question.high, cannotSay: false };
    case 'ranking':
    case 'allocation':
    case 'pairwise':
    case 'dots':
      return null;
  }
}
