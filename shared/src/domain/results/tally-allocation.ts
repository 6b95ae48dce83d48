import { assert } from '../../kernel/assert.ts';
import { allocationsOf } from '../../measures/allocations/allocations.ts';
import { overlapOf } from '../../measures/allocations/overlap.ts';
import { sharesOf } from '../../measures/allocations/shares.ts';
import { tallyAllocations } from '../../measures/allocations/tally.ts';
import type { Answer } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import type { AllocationTally } from './tally.ts';

/** Adds up the points of one question. Who gave no points gave no answer. */
export function tallyAllocation(
  question: Extract<Question, { kind: 'allocation' }>,
  answers: readonly Answer[],
): AllocationTally {
  const options = question.options.map((option) => option.id);
  const rows = answers.flatMap((answer) => {
    assert(answer.kind === 'allocation', 'an allocation question got points');
    assert(
      Object.keys(answer.points).every((option) => options.includes(option)),
      'points are given to the options of their question',
    );
    const row = options.map((option) => (Object.hasOwn(answer.points, option) ? (answer.points[option] ?? 0) : 0));
    return row.some((given) => given > 0) ? [row] : [];
  });
  const empty = { kind: 'allocation', options, total: question.total, ballots: rows.length } as const;
  if (rows.length === 0) {
    const none = options.map(() => 0);
    return { ...empty, points: none, medians: none, overlap: null, overlapAgainstChance: null };
  }
  const checked = allocationsOf({ ballots: rows, total: question.total });
  assert(checked.value !== null, 'points that were taken add up to the total');
  const tally = tallyAllocations(checked.value);
  const overlap = overlapOf(tally).value;
  return {
    ...empty,
    points: tally.items.map((column) => column.reduce((sum, given) => sum + given, 0)),
    medians: sharesOf(tally).map(({ median }) => median * question.total),
    overlap: overlap?.mean ?? null,
    overlapAgainstChance: overlap?.corrected.value ?? null,
  };
}
