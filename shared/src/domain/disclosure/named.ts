import { assert } from '../../kernel/assert.ts';
import { meanSpearman } from '../../measures/rankings/ranks.ts';
import { consensus } from '../../measures/ratings/agreement.ts';
import { sizeOf, stepsIn } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import type { Question } from '../instrument/question.ts';
import { FEWEST_NAMED } from '../meeting/meeting.ts';
import { closenessOf, ENOUGH, reaches, shapeOf } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { DotsResult, Held, RankingResult, ShownDimension, ShownScale } from '../results/shown.ts';
import type { QuestionTally, RankingTally, RoundTally } from '../results/tally.ts';
import { collectiveOrder, placed } from './collective-order.ts';
import { gapOf } from './dimension.ts';
import { IMPORTANCE_QUESTION } from './importance.ts';
import { meanOfShown, toHundredth, unknownDimension, unknownScale } from './shown-figures.ts';

interface Asked {
  readonly round: RoundTally;
}

/** Holds figures of fewer than two answers, which have no spread; nobody's answer is held back. */
export function namedHeld(answers: number): Held | null {
  return answers < FEWEST_NAMED ? { status: 'held', needed: FEWEST_NAMED - answers } : null;
}

/** One scale question of a named round, as exact as it was answered: mean and consensus to a hundredth, every count. */
export function namedScale({ question, round }: Asked & { readonly question: Question }): ShownScale | Held {
  const tally = tallyOf(round, question.id, 'scale');
  const { counts, cannotSay, low, high } = tally;
  const answers = sizeOf(counts);
  const unknown = answers + cannotSay >= FEWEST_NAMED && cannotSay * 5 >= (answers + cannotSay) * 2;
  const held = namedHeld(round.ballots) ?? namedHeld(answers);
  if (held) return unknown ? unknownScale('exact') : held;
  const level = toHundredth(low + stepsIn(counts) / answers);
  const onTheWay = (level - low) / (high - low);
  const favour = question.kind === 'frequency' ? 1 - onTheWay : onTheWay;
  const { band } = namedCloseness([counts]);
  const together = consensus(counts).value;
  assert(together !== null, 'a question with answers has a consensus');
  return {
    status: 'shown',
    grain: 'exact',
    level,
    favour,
    band,
    together: toHundredth(together),
    shape: unknown ? 'unknown' : shapeOf({ band, favour }),
    distribution: counts.map((count, step) => ({ from: low + step, to: low + step, count })),
  };
}

/** A dimension of a named round: the means of what its questions show, and the band over all of them. */
export function namedDimension({
  questions,
  round,
}: Asked & { readonly questions: readonly Question[] }): ShownDimension | Held {
  const held = namedHeld(round.ballots);
  if (held) return held;
  const results = questions.map((question) => namedScale({ question, round }));
  const shown = results.flatMap((result) => (result.status === 'shown' ? [result] : []));
  const items = questions
    .map((question) => tallyOf(round, question.id, 'scale').counts)
    .filter((counts) => namedHeld(sizeOf(counts)) === null);
  if (items.length === 0) return shown.length > 0 ? unknownDimension('exact') : { status: 'held', needed: 1 };
  const { band } = namedCloseness(items);
  // Its shape is that of the mean as it is, as for a question: rounded, one just under a third would lie in it.
  const way = meanOfShown(shown.map((result) => result.favour));
  const favour = toHundredth(way);
  const together = toHundredth(meanOfShown(shown.map((result) => result.together)));
  return {
    status: 'shown',
    grain: 'exact',
    level: favour,
    band,
    together,
    shape: shapeOf({ band, favour: way }),
    gap: gapOf({ favour, together }),
  };
}

/** Share of people who named a dimension among their first three, to a hundredth; `null` when not asked or held. */
export function namedImportance({ dimension, round }: Asked & { readonly dimension: string }): number | null {
  const tally = Object.hasOwn(round.questions, IMPORTANCE_QUESTION) ? round.questions[IMPORTANCE_QUESTION] : undefined;
  if (tally?.kind !== 'ranking' || namedHeld(tally.ballots)) return null;
  const times = tally.firstThree[tally.options.indexOf(dimension)];
  return times === undefined ? null : toHundredth(times / tally.ballots);
}

/** A ranking of a named round: mean midranks and mean Spearman to a hundredth. */
export function namedRanking({
  question,
  round,
}: Asked & { readonly question: Extract<Question, { kind: 'ranking' }> }): RankingResult['result'] {
  const tally = tallyOf(round, question.id, 'ranking');
  const held = namedHeld(round.ballots) ?? namedHeld(tally.ballots);
  if (held) return held;
  const ranked = tally.options.map((option, place) => {
    const text = question.options.find(({ id }) => id === option)?.text;
    const sum = tally.midranks[place];
    assert(text !== undefined && sum !== undefined, 'a ranked option is among the options of its question');
    return { option, text, meanRank: toHundredth(sum / tally.ballots) };
  });
  const { value } = meanSpearman({ sums: tally.standardised, raters: tally.varying });
  const collective =
    tally.wins === null ? { order: placed(ranked), orders: null } : collectiveOrder(ranked, tally.wins);
  const w = kendallW(tally);
  return {
    status: 'shown',
    ...collective,
    agreement: value === null ? null : toHundredth(value),
    concordance: { people: tally.ballots, w: w === null ? null : toHundredth(w) },
  };
}

/**
 * Kendall's W, 12 S / (m^2 (J^3 - J)) with the sum S of squares of the rank sums from their mean. Only where every person
 * put one before the other in each pair: the correction for ties would take each person's own.
 */
function kendallW({ ballots, midranks, options, wins }: RankingTally): number | null {
  const many = options.length;
  const decided = (wins ?? []).flat().reduce((sum, count) => sum + count, 0);
  if (many < 2 || ballots < 2 || decided !== (ballots * many * (many - 1)) / 2) return null;
  const squares = midranks.reduce((sum, rank) => sum + (rank - (ballots * (many + 1)) / 2) ** 2, 0);
  return (12 * squares) / (ballots * ballots * (many ** 3 - many));
}

/** Where the dots of a named round fell, each of them. */
export function namedDots({
  question,
  round,
}: Asked & { readonly question: Extract<Question, { kind: 'dots' }> }): DotsResult {
  const tally = tallyOf(round, question.id, 'dots');
  const held = namedHeld(round.ballots) ?? namedHeld(tally.ballots);
  if (held) return held;
  const options = question.options
    .map(({ id }) => ({ option: id, dots: tally.dots[tally.options.indexOf(id)] ?? 0 }))
    .sort((a, b) => b.dots - a.dots);
  return { status: 'shown', ballots: tally.ballots, options };
}

/**
 * The band by .70 alone. Whether so few people could agree by chance is no question here: two or three whose answers lie
 * side by side, each with a name, would else be told that they are all over the scale.
 */
function namedCloseness(items: readonly Counts[]): Closeness {
  const closeness = closenessOf(items);
  assert(closeness !== null, 'answers of two people have an agreement');
  return reaches(closeness.agreement, ENOUGH) ? { ...closeness, band: 'aligned' } : closeness;
}

function tallyOf<K extends QuestionTally['kind']>(
  round: RoundTally,
  question: string,
  kind: K,
): Extract<QuestionTally, { kind: K }> {
  const tally = Object.hasOwn(round.questions, question) ? round.questions[question] : undefined;
  assert(isOf(tally, kind), `question ${question} was tallied as ${kind}`);
  return tally;
}

function isOf<K extends QuestionTally['kind']>(
  tally: QuestionTally | undefined,
  kind: K,
): tally is Extract<QuestionTally, { kind: K }> {
  return tally?.kind === kind;
}
