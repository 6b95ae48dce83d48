import { assert } from '../../kernel/assert.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
import { FEWEST_NAMED, type Mode } from '../meeting/meeting.ts';
import {
  IMPORTANCE_QUESTION,
  discloseAllocation,
  discloseBallots,
  discloseCamps,
  discloseDimension,
  discloseImportance,
  disclosePairwise,
  discloseRanking,
  discloseScale,
  gapOf,
} from '../disclosure/disclosure.ts';
import type { Disclosing } from '../disclosure/disclosure.ts';
import type { Band, DimensionResult, GroupResult, QuestionResult, RatingResults } from './shown.ts';
import type { RoundTally } from './tally.ts';

/** A dimension of an instrument, as results need it. */
export interface DimensionOfQuestions {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuestionId[];
}

/**
 * All that may be shown of the rating of one meeting or pulse. Questions and dimensions come furthest apart first, by
 * shown figures alone: place, band, gap, then the order of the instrument. The order tells nothing that they do not.
 */
export function ratingResults({
  tally,
  questions,
  dimensions,
  minimumGroup,
  mode = 'anonymous',
  groups = [],
}: {
  readonly tally: RoundTally;
  readonly questions: readonly Question[];
  readonly dimensions: readonly DimensionOfQuestions[];
  readonly minimumGroup: number;
  readonly mode?: Mode;
  /** As they were decided when the round was counted. */
  readonly groups?: readonly GroupResult[];
}): RatingResults {
  const disclosing = { round: tally, minimumGroup, mode };
  const scales = questions.filter((question) => scaleOf(question) !== null);
  return {
    invited: tally.invited,
    ballots: discloseBallots(disclosing) ? null : tally.ballots,
    minimumGroup: mode === 'named' ? FEWEST_NAMED : minimumGroup,
    dimensions: furthestApartFirst(
      dimensions.map((dimension): DimensionResult => ({
        dimension: dimension.id,
        title: dimension.title,
        result: discloseDimension({
          questions: scales.filter((question) => dimension.questions.includes(question.id)),
          ...disclosing,
        }),
        importance: discloseImportance({ dimension: dimension.id, ...disclosing }),
      })),
      ({ result }) => (result.status === 'held' ? HELD : divergenceOf(result)),
    ),
    questions: furthestApartFirst(
      scales.map((question) => questionResult({ question, dimensions, disclosing })),
      ({ result }) => {
        if (result.status === 'held') return HELD;
        const { favour, together } = result;
        return divergenceOf({
          ...result,
          gap: favour === null || together === null ? null : gapOf({ favour, together }),
        });
      },
    ),
    rankings: questions.flatMap((question) =>
      question.kind === 'ranking' && question.id !== IMPORTANCE_QUESTION
        ? [{ question: question.id, text: question.text, result: discloseRanking({ question, ...disclosing }) }]
        : [],
    ),
    allocations: questions.flatMap((question) => {
      if (question.kind !== 'allocation') return [];
      const { id, text, total } = question;
      return [{ question: id, text, total, result: discloseAllocation({ question, ...disclosing }) }];
    }),
    pairwise: questions.flatMap((question) =>
      question.kind === 'pairwise'
        ? [{ question: question.id, text: question.text, result: disclosePairwise({ question, ...disclosing }) }]
        : [],
    ),
    camps: discloseCamps(disclosing),
    groups,
  };
}

function questionResult({
  question,
  dimensions,
  disclosing,
}: {
  readonly question: Question;
  readonly dimensions: readonly DimensionOfQuestions[];
  readonly disclosing: Disclosing;
}): QuestionResult {
  const scale = scaleOf(question);
  assert(scale !== null, `question ${question.id} has a scale`);
  return {
    question: question.id,
    dimension: dimensions.find((dimension) => dimension.questions.includes(question.id))?.id ?? null,
    text: question.text,
    low: scale.low,
    high: scale.high,
    result: discloseScale({ question, ...disclosing }),
  };
}

/** Sort keys, most important first; smaller comes first. */
type Divergence = readonly number[];

const BAND_ORDER: Readonly<Record<Band, number>> = { split: 0, mixed: 1, aligned: 2 };

/** What nobody could say comes after what the team could; what is held comes last. */
const UNKNOWN: Divergence = [2];
const HELD: Divergence = [3];

function divergenceOf({
  band,
  together,
  gap,
}: {
  readonly band: Band | null;
  readonly together: number | null;
  readonly gap: number | null;
}): Divergence {
  return band === null || together === null || gap === null ? UNKNOWN : [together, BAND_ORDER[band], -gap];
}

function furthestApartFirst<T>(items: readonly T[], divergence: (item: T) => Divergence): readonly T[] {
  return items
    .map((item) => ({ item, keys: divergence(item) }))
    .sort((a, b) => {
      const differing = a.keys.findIndex((key, place) => key !== b.keys[place]);
      return differing < 0 ? 0 : (a.keys[differing] ?? 0) - (b.keys[differing] ?? 0);
    })
    .map(({ item }) => item);
}
