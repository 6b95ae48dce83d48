import { assert } from '../../kernel/assert.ts';
import type { Answer } from '../ballot/ballot.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question, Scale } from '../instrument/question.ts';
import { addCounts, countAt, noCounts } from './add-counts.ts';
import type { ScalePart } from './partial-tally.ts';
import type { ScaleTally } from './tally.ts';

/** Counts how often each value was given. */
export function countScale(question: Question, answers: readonly Answer[]): ScalePart {
  const { low, high } = askedScale(question);
  const counts = noCounts(high - low + 1);
  let cannotSay = 0;
  for (const answer of answers) {
    if (answer.kind === 'cannot-say') {
      cannotSay += 1;
      continue;
    }
    assert(answer.kind === 'scale', `question ${question.id} got an answer of its own kind`);
    assert(counts[answer.value - low] !== undefined, `question ${question.id} got an answer on its scale`);
    countAt(counts, answer.value - low);
  }
  return { kind: 'scale', counts, cannotSay };
}

/** Adds two counts of the same question. */
export function mergeScale(one: ScalePart, other: ScalePart): ScalePart {
  return {
    kind: 'scale',
    counts: addCounts(one.counts, other.counts),
    cannotSay: one.cannotSay + other.cannotSay,
  };
}

/** What the counts of all ballots come to. */
export function finishScale(question: Question, { counts, cannotSay }: ScalePart): ScaleTally {
  const { low, high } = askedScale(question);
  return { kind: 'scale', low, high, counts, cannotSay };
}

function askedScale(question: Question): Scale {
  const scale = scaleOf(question);
  assert(scale !== null, `question ${question.id} has a scale`);
  return scale;
}
