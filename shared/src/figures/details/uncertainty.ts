import type { QuestionResult, ShownScale } from '../../domain/results/shown.ts';
import { assert } from '../../kernel/assert.ts';
import { meanOf, sizeOf, type Counts } from '../../measures/ratings/distribution.ts';
import { measured } from '../../measures/measured.ts';
import type { Interval } from '../../measures/uncertainty/interval.ts';
import { meanOfEverybody } from '../../measures/uncertainty/nonresponse.ts';
import type { FigureSource } from '../figure.ts';
import { FEWEST_FOR_INTERVAL, fullCounts, jackknifeInterval } from './full-counts.ts';
import { range, said, type DetailMessage } from './words.ts';

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

/**
 * How far a question's figures may be off: who did not answer, how far that could move the mean, and whether there is an
 * interval. Where not every answer is shown, neither how many answered nor what their mean is, is known: only who took no
 * part is told, for bounds from a rounded mean of an unknown number of answers would be false.
 */
export function uncertaintyOfQuestion({
  question,
  result,
  source,
}: {
  readonly question: QuestionResult;
  readonly result: ShownScale;
  readonly source: FigureSource;
}): readonly DetailMessage[] {
  const counts = fullCounts(question);
  const { answered, invited } = source;
  if (counts === null) {
    const partly = answered !== null && answered < invited && result.level !== null;
    return [...uncertaintyOfTeam(source), ...(partly ? [said('uncertain.no-interval')] : [])];
  }
  const silent = invited - sizeOf(counts);
  if (silent <= 0) return [said('uncertain.everybody')];
  const between = stepsOfEverybody(counts, invited);
  const { low } = question;
  return [
    said('uncertain.bounds', { count: silent, invited, between: outwards(between, (steps) => low + steps) }),
    said(sizeOf(counts) < FEWEST_FOR_INTERVAL ? 'uncertain.too-few' : 'uncertain.jackknife'),
  ];
}

/** How far what is shown of a whole team may be off, where no single figure has bounds. */
export function uncertaintyOfTeam({ answered, invited }: FigureSource): readonly DetailMessage[] {
  if (answered === null) return [];
  return answered >= invited
    ? [said('uncertain.took-part')]
    : [said('uncertain.missing', { count: invited - answered, invited })];
}

/** How far a figure of a named round may be off, where it is known how many people it is of. */
export function uncertaintyOfPeople(people: number, { invited }: FigureSource): readonly DetailMessage[] {
  if (people >= invited) return [said('uncertain.everybody')];
  return [said('uncertain.silent', { count: invited - people, invited })];
}

/**
 * From what to what, of 100 on the way to the favourable end, the mean of several questions could lie with everybody who
 * was asked; `null` where one of them does not show every answer, and where everybody answered.
 */
export function favourOfEverybody(questions: readonly QuestionResult[], invited: number): DetailMessage | null {
  const ends: Interval[] = [];
  for (const { result, ...question } of questions) {
    const counts = fullCounts({ result, ...question });
    if (counts === null || result.status === 'held' || result.level === null || result.favour === null) return null;
    const { level, favour } = result;
    ends.push(favourEnds({ ...question, level, favour, steps: stepsOfEverybody(counts, invited) }));
  }
  const mean = (end: 'low' | 'high') => ends.reduce((sum, one) => sum + one[end], 0) / ends.length;
  const between = { low: mean('low'), high: mean('high') };
  return ends.length === 0 || between.high - between.low < 1e-9 ? null : outwards(between, (way) => way * 100, 1);
}

/** Which way round a question is follows from what it shows; a mean in the middle of the scale leaves both. */
function favourEnds(of: {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly favour: number;
  readonly steps: Interval;
}): Interval {
  const { low, high, level, favour, steps } = of;
  const width = high - low;
  const up = { low: steps.low / width, high: steps.high / width };
  const down = { low: 1 - up.high, high: 1 - up.low };
  const way = (level - low) / width;
  const isUp = Math.abs(favour - way) < 1e-9;
  const isDown = Math.abs(1 - favour - way) < 1e-9;
  if (isUp === isDown) return { low: Math.min(up.low, down.low), high: Math.max(up.high, down.high) };
  return isUp ? up : down;
}

/** The least and the most that the mean of everybody asked can be, in steps from the lowest point of the scale. */
function stepsOfEverybody(counts: Counts, invited: number): Interval {
  const mean = meanOf(counts);
  const answers = sizeOf(counts);
  const bounds = meanOfEverybody({
    mean: mean.value ?? 0,
    answers,
    population: Math.max(invited, answers),
    scale: { low: 0, high: counts.length - 1 },
  });
  assert(bounds.value !== null, 'answers on a scale have a mean');
  return bounds.value;
}

/** Rounded to so many steps, and so that nothing lies outside. */
function outwards({ low, high }: Interval, onScale: (value: number) => number, steps = 100): DetailMessage {
  return range(Math.floor(onScale(low) * steps + 1e-9) / steps, Math.ceil(onScale(high) * steps - 1e-9) / steps);
}

function levelOf(counts: Counts, low: number) {
  const steps = meanOf(counts);
  return steps.value === null ? steps : measured(low + steps.value);
}
