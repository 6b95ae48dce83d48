import { assert, assertNever } from '../../kernel/assert.ts';
import { midranksOfOrder, standardised } from '../../measures/rankings/ranks.ts';
import type { Answer, Answers } from '../ballot/ballot.ts';
import { scaleOf } from '../instrument/question.ts';
import type { OptionId, Question, QuestionId } from '../instrument/question.ts';
import { campsOf } from './camps.ts';
import { tallyAllocation } from './tally-allocation.ts';
import { tallyPairs } from './tally-pairs.ts';
import type { DotsTally, QuestionTally, RankingTally, RoundTally, ScaleTally } from './tally.ts';

/**
 * Counts a closed round. Any order of the ballots gives the same tally, to the last bit: a snapshot must not show who
 * answered when. Answers were checked at the door; one that does not fit its question is a bug.
 */
export function tallyRound({
  questions,
  ballots,
  invited,
  smallestSide,
}: {
  readonly questions: readonly Question[];
  readonly ballots: readonly Answers[];
  readonly invited: number;
  /** The least number of people on each side of a divided sheet. */
  readonly smallestSide: number;
}): RoundTally {
  const tallies = questions.map((question): [QuestionId, QuestionTally] => [
    question.id,
    tallyQuestion(question, answersTo(question.id, ballots)),
  ]);
  return {
    invited,
    ballots: ballots.length,
    questions: Object.fromEntries(tallies),
    camps: campsOf({ questions, ballots, smallestSide }),
  };
}

function answersTo(question: QuestionId, ballots: readonly Answers[]): readonly Answer[] {
  const answers: Answer[] = [];
  for (const ballot of ballots) {
    const answer = Object.hasOwn(ballot, question) ? ballot[question] : undefined;
    if (answer !== undefined) answers.push(answer);
  }
  return answers;
}

function tallyQuestion(question: Question, answers: readonly Answer[]): QuestionTally {
  switch (question.kind) {
    case 'agreement':
    case 'frequency':
    case 'rating':
      return tallyScale(question, answers);
    case 'ranking':
      return tallyRanking(
        question.options.map((option) => option.id),
        answers,
      );
    case 'allocation':
      return tallyAllocation(question, answers);
    case 'pairwise':
      return tallyPairs(question, answers);
    case 'dots':
      return tallyDots(
        question.options.map((option) => option.id),
        answers,
      );
    default:
      return assertNever(question);
  }
}

function tallyScale(question: Question, answers: readonly Answer[]): ScaleTally {
  const scale = scaleOf(question);
  assert(scale !== null, `question ${question.id} has a scale`);
  const { low, high } = scale;
  const counts = Array.from({ length: high - low + 1 }, () => 0);
  let cannotSay = 0;
  for (const answer of answers) {
    if (answer.kind === 'cannot-say') {
      cannotSay += 1;
      continue;
    }
    assert(answer.kind === 'scale', `question ${question.id} got an answer of its own kind`);
    const count = counts[answer.value - low];
    assert(count !== undefined, `question ${question.id} got an answer on its scale`);
    counts[answer.value - low] = count + 1;
  }
  return { kind: 'scale', low, high, counts, cannotSay };
}

/**
 * Standardised ranks are not whole numbers, so the order of adding them would show in the last bits: equal rankings are
 * counted first, then added in the order of their names.
 */
function tallyRanking(options: readonly OptionId[], answers: readonly Answer[]): RankingTally {
  const times = new Map<string, { readonly order: readonly number[]; count: number }>();
  for (const answer of answers) {
    assert(answer.kind === 'ranking', 'a ranking question got a ranking');
    if (answer.order.length === 0) continue;
    const order = answer.order.map((option) => positionOf(option, options));
    const known = times.get(order.join());
    if (known === undefined) times.set(order.join(), { order, count: 1 });
    else known.count += 1;
  }
  const firstThree = options.map(() => 0);
  const midranks = options.map(() => 0);
  const sums = options.map(() => 0);
  const wins = options.map(() => options.map(() => 0));
  let ballots = 0;
  let varying = 0;
  for (const [, { order, count }] of [...times].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ranks = midranksOfOrder(order, options.length);
    const z = standardised(ranks);
    ballots += count;
    if (z !== null) varying += count;
    addTo(midranks, ranks, count);
    for (const [option, row] of wins.entries()) {
      addTo(row, beatenBy(ranks, option), count);
    }
    if (z !== null) addTo(sums, z, count);
    for (const option of order.slice(0, 3)) firstThree[option] = (firstThree[option] ?? 0) + count;
  }
  return { kind: 'ranking', options, ballots, firstThree, midranks, standardised: sums, varying, wins };
}

function tallyDots(options: readonly OptionId[], answers: readonly Answer[]): DotsTally {
  const dots = options.map(() => 0);
  for (const answer of answers) {
    assert(answer.kind === 'dots', 'a dots question got dots');
    for (const option of new Set(answer.on)) {
      const position = positionOf(option, options);
      dots[position] = (dots[position] ?? 0) + 1;
    }
  }
  return { kind: 'dots', ballots: answers.length, options, dots };
}

/** 1 for each option that a ranking puts behind this one. */
function beatenBy(ranks: readonly number[], option: number): readonly number[] {
  const own = ranks[option] ?? 0;
  return ranks.map((rank) => (rank > own ? 1 : 0));
}

function positionOf(option: OptionId, options: readonly OptionId[]): number {
  const position = options.indexOf(option);
  assert(position >= 0, `${option} is among the options`);
  return position;
}

function addTo(sums: number[], values: readonly number[], times: number): void {
  for (const [place, value] of values.entries()) sums[place] = (sums[place] ?? 0) + value * times;
}
