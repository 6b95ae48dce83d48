import type { QuestionId } from '../instrument/question.ts';
import type { RatingResults, ShownScale } from '../results/shown.ts';
import { dimensionsOf, type Evidence, type Measure } from './evidence.ts';

/** How much there is to do on a dimension, 0 to 1. */
export interface DimensionGap {
  readonly dimension: string;
  readonly title: string;
  readonly gap: number;
}

/**
 * How much a team needs a programme, 0 to 1 to a hundredth: one figure where everything was measured, else what it is at
 * least and at most.
 */
export interface Need {
  readonly least: number;
  readonly most: number;
  readonly gaps: readonly DimensionGap[];
  /** Dimensions of which nothing is shown: they do not count. */
  readonly left: readonly { readonly dimension: string; readonly title: string }[];
  /** How often symptoms are met, never (0) to constantly (1); `null` where that was not asked or most is not shown. */
  readonly symptom: number | null;
}

/** Dimensions weigh more than symptoms. */
const OF_GAPS = 0.7;
const OF_SYMPTOMS = 0.3;
/** In coaching, where a team stands weighs more than how far it agrees on it. */
const OF_LEVEL = 0.75;
const OF_CLOSENESS = 0.25;

/** How much a team needs alignment: low answers and divided ones both count. */
export function alignmentNeed(evidence: Evidence): Need {
  const gapOf = (level: number, closeness: number) => 1 - Math.min(level, closeness);
  return needOf(evidence, { measure: 'alignment', symptoms: 'symptoms-organisation', gapOf });
}

/** How much a team needs coaching. */
export function coachingNeed(evidence: Evidence): Need {
  const gapOf = (level: number, closeness: number) => 1 - (OF_LEVEL * level + OF_CLOSENESS * closeness);
  return needOf(evidence, { measure: 'coaching', symptoms: 'symptoms-team', gapOf });
}

interface Asked {
  readonly measure: Measure;
  readonly symptoms: Measure;
  /** The gap of one question from its level and consensus, as they are shown. */
  readonly gapOf: (level: number, closeness: number) => number;
}

/**
 * From shown figures alone: of few people, the level is a quarter point and the consensus one of three places, and so is
 * the need as coarse as what is shown.
 */
function needOf(evidence: Evidence, { measure, symptoms, gapOf }: Asked): Need {
  const results = evidence[measure]?.results;
  const each = dimensionsOf(measure).map(({ id, title, questions }) => {
    const gaps = shownOf(results, questions).map(({ level, closeness }) => gapOf(level, closeness));
    return { dimension: id, title, gap: mean(gaps) };
  });
  const gaps = each.flatMap((one) => (one.gap === null ? [] : [{ ...one, gap: one.gap }]));
  const left = each.filter(({ gap }) => gap === null).map(({ dimension, title }) => ({ dimension, title }));
  const symptom = symptomIn(evidence, symptoms);
  const gap = isMost(gaps, each) ? mean(gaps.map((one) => one.gap)) : null;
  return {
    least: hundredth(OF_GAPS * (gap ?? 0) + OF_SYMPTOMS * (symptom ?? 0)),
    most: hundredth(OF_GAPS * (gap ?? 1) + OF_SYMPTOMS * (symptom ?? 1)),
    gaps: gaps.map((one) => ({ ...one, gap: hundredth(one.gap) })),
    left,
    symptom: symptom === null ? null : hundredth(symptom),
  };
}

/** A symptom seldom met is favourable; how often it is met is the other way round. */
function symptomIn(evidence: Evidence, measure: Measure): number | null {
  const questions = dimensionsOf(measure).flatMap((dimension) => dimension.questions);
  const shown = shownOf(evidence[measure]?.results, questions).map(({ level }) => 1 - level);
  return isMost(shown, questions) ? mean(shown) : null;
}

/** Half a picture is none: what is left out could say the opposite. */
function isMost(shown: readonly unknown[], asked: readonly unknown[]): boolean {
  return shown.length * 2 > asked.length;
}

function shownOf(results: RatingResults | undefined, questions: readonly QuestionId[]) {
  return questions.flatMap((id) => {
    const shown = shownQuestion(results, id);
    const [level, closeness] = [shown?.favour ?? null, shown?.together ?? null];
    return level === null || closeness === null ? [] : [{ level, closeness }];
  });
}

/** What is shown of a question, `null` where nothing is. */
export function shownQuestion(results: RatingResults | undefined, id: QuestionId): ShownScale | null {
  const found = results?.questions.find(({ question }) => question === id)?.result;
  return found?.status === 'shown' ? found : null;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function hundredth(value: number): number {
  return Math.round(value * 100 + 1e-9) / 100;
}
