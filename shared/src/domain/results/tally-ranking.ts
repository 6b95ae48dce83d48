import { assert } from '../../kernel/assert.ts';
import { centredRanks, midranksOfOrder } from '../../measures/rankings/ranks.ts';
import type { Answer } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { addCounts, addTables, countAt, noCounts, noTable } from './add-counts.ts';
import { optionIds, positionOf } from './options.ts';
import type { RankingPart } from './partial-tally.ts';
import type { RankingTally } from './tally.ts';

type RankingQuestion = Extract<Question, { kind: 'ranking' }>;

/**
 * Counts who put what before what. Standardised ranks are not whole numbers, and their sum would show in its last bits in
 * which order they were added; but rankings of one length, whose rest is tied, are all divided by the same. So the whole
 * numbers above are added by length. Who ranked nothing gave no answer.
 */
export function countRanking(question: RankingQuestion, answers: readonly Answer[]): RankingPart {
  const options = optionIds(question);
  const size = options.length;
  const firstThree = noCounts(size);
  const lengths = noCounts(size);
  const centred = noTable(size, size);
  const wins = noTable(size, size);
  const tied = Array.from({ length: size }, (_, length) => centredRanksOf(length + 1, size));
  for (const answer of answers) {
    assert(answer.kind === 'ranking', 'a ranking question got a ranking');
    if (answer.order.length === 0) continue;
    const order = answer.order.map((option) => positionOf(option, options));
    const behind = new Set(options.keys());
    const [ranks, sums] = [tied[order.length - 1], centred[order.length - 1]];
    assert(ranks !== undefined && sums !== undefined, 'a ranking has each option once at most');
    for (const [place, option] of order.entries()) {
      assert(behind.delete(option), 'a ranking has each option once at most');
      countAt(sums, option, ranks[place]);
      const row = wins[option] ?? [];
      for (const other of behind) countAt(row, other);
    }
    // The rest shares the rank of what comes last.
    for (const option of behind) countAt(sums, option, ranks[size - 1]);
    for (const option of order.slice(0, 3)) countAt(firstThree, option);
    countAt(lengths, order.length - 1);
  }
  return { kind: 'ranking', firstThree, lengths, centred, wins };
}

/** Adds two counts of the same question. */
export function mergeRanking(one: RankingPart, other: RankingPart): RankingPart {
  return {
    kind: 'ranking',
    firstThree: addCounts(one.firstThree, other.firstThree),
    lengths: addCounts(one.lengths, other.lengths),
    centred: addTables(one.centred, other.centred),
    wins: addTables(one.wins, other.wins),
  };
}

/** What the counts of all ballots come to. */
export function finishRanking(question: RankingQuestion, part: RankingPart): RankingTally {
  const options = optionIds(question);
  const size = options.length;
  const midranks = noCounts(size);
  const standardised = noCounts(size);
  let ballots = 0;
  let varying = 0;
  for (const [length, sums] of part.centred.entries()) {
    const people = part.lengths[length] ?? 0;
    const norm = Math.sqrt(centredRanksOf(length + 1, size).reduce((sum, rank) => sum + rank * rank, 0));
    ballots += people;
    if (norm > 0) varying += people;
    for (const [option, sum] of sums.entries()) {
      countAt(midranks, option, (sum + people * (size + 1)) / 2);
      if (norm > 0) countAt(standardised, option, sum / norm);
    }
  }
  const { firstThree, wins } = part;
  return { kind: 'ranking', options, ballots, firstThree, midranks, standardised, varying, wins };
}

/** Twice the midranks, less twice their mean, of the first so many options in their order and the rest tied. */
function centredRanksOf(length: number, size: number): readonly number[] {
  return [...centredRanks(midranksOfOrder([...new Array(length).keys()], size))];
}
