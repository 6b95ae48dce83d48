import { assert } from '../../kernel/assert.ts';
import type { Answer } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { addCounts, countAt, noCounts } from './add-counts.ts';
import { optionIds, positionOf } from './options.ts';
import type { DotsPart } from './partial-tally.ts';
import type { DotsTally } from './tally.ts';

type DotsQuestion = Extract<Question, { kind: 'dots' }>;

/** Counts the dots on each option; two of one person on the same option are one. */
export function countDots(question: DotsQuestion, answers: readonly Answer[]): DotsPart {
  const options = optionIds(question);
  const dots = noCounts(options.length);
  for (const answer of answers) {
    assert(answer.kind === 'dots', 'a dots question got dots');
    for (const option of new Set(answer.on)) countAt(dots, positionOf(option, options));
  }
  return { kind: 'dots', ballots: answers.length, dots };
}

/** Adds two counts of the same question. */
export function mergeDots(one: DotsPart, other: DotsPart): DotsPart {
  return { kind: 'dots', ballots: one.ballots + other.ballots, dots: addCounts(one.dots, other.dots) };
}

/** What the counts of all ballots come to. */
export function finishDots(question: DotsQuestion, { ballots, dots }: DotsPart): DotsTally {
  return { kind: 'dots', ballots, options: optionIds(question), dots };
}
