import type { Grain, QuestionResult, ShownScale } from '../../domain/results/shown.ts';
import { meanOf, sizeOf, type Counts } from '../../measures/ratings/distribution.ts';
import { measured } from '../../measures/measured.ts';
import type { Interval } from '../../measures/uncertainty/interval.ts';
import { meanOfEverybody } from '../../measures/uncertainty/nonresponse.ts';
import type { FigureSource } from '../figure.ts';
import { FEWEST_FOR_INTERVAL, fullCounts, jackknifeInterval } from './full-counts.ts';
import { range, said, type DetailMessage } from './words.ts';

/** Steps to a scale point that a bound may have: no finer than the level that it is worked out from. */
const STEPS: Readonly<Record<Grain, number>> = { coarse: 4, medium: 10, fine: 100, exact: 100 };

/** The 95% interval of a shown mean, where all answers are shown and some who were asked did not answer. */
export function levelInterval({
  question,
  source,
}: {
  readonly question: QuestionResult;
  readonly source: FigureSource;
}): DetailMessage | null {
  const counts = fullCounts(question);
  if (counts === null) return null;
  const { low, high } = question;
  const interval = jackknifeInterval({
    counts,
    invited: source.invited,
    figure: (some) => levelOf(some, low),
    within: { low, high },
  });
  return interval.value && range(interval.value.low, interval.value.high);
}

/** How far a question's figures may be off: who did not answer, and whether there is an interval. */
export function uncertaintyOfQuestion({
  question,
  result,
  source,
}: {
  readonly question: QuestionResult;
  readonly result: ShownScale;
  readonly source: FigureSource;
}): readonly DetailMessage[] {
  const { low, high } = question;
  const counts = fullCounts(question);
  const answered = counts === null ? source.answered : sizeOf(counts);
  if (answered === null) return [];
  if (answered >= source.invited) return [said(counts === null ? 'uncertain.took-part' : 'uncertain.everybody')];
  if (result.level === null) return [said('uncertain.missing', missing(answered, source))];
  const bounds = boundsOf({
    level: result.level,
    answered,
    invited: source.invited,
    scale: { low, high },
    steps: STEPS[result.grain],
  });
  return [
    ...(bounds === null
      ? [said('uncertain.missing', missing(answered, source))]
      : [said('uncertain.bounds', { ...missing(answered, source), between: range(bounds.low, bounds.high) })]),
    said(intervalKey(counts)),
  ];
}

function intervalKey(counts: Counts | null) {
  if (counts === null) return 'uncertain.no-interval';
  return sizeOf(counts) < FEWEST_FOR_INTERVAL ? 'uncertain.too-few' : 'uncertain.jackknife';
}

/** How far what is shown of a whole team may be off, where no single figure has bounds. */
export function uncertaintyOfTeam({ answered, invited }: FigureSource): readonly DetailMessage[] {
  if (answered === null) return [];
  return answered >= invited
    ? [said('uncertain.took-part')]
    : [said('uncertain.missing', missing(answered, { invited }))];
}

/**
 * The least and the most that a shown mean of everybody asked can be, rounded outwards to the steps of the mean; `null`
 * where nobody answered.
 */
export function boundsOf({
  level,
  answered,
  invited,
  scale,
  steps,
}: {
  readonly level: number;
  readonly answered: number;
  readonly invited: number;
  readonly scale: Interval;
  readonly steps: number;
}): Interval | null {
  const bounds = meanOfEverybody({ mean: level, answers: answered, population: invited, scale });
  if (bounds.value === null) return null;
  const { low, high } = bounds.value;
  return { low: Math.floor(low * steps + 1e-9) / steps, high: Math.ceil(high * steps - 1e-9) / steps };
}

function missing(answered: number, { invited }: Pick<FigureSource, 'invited'>) {
  return { count: invited - answered, invited };
}

function levelOf(counts: Counts, low: number) {
  const steps = meanOf(counts);
  return steps.value === null ? steps : measured(low + steps.value);
}
