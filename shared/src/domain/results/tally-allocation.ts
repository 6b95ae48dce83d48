import { assert } from '../../kernel/assert.ts';
import { allocationsOf } from '../../measures/allocations/allocations.ts';
import { dominance } from '../../measures/allocations/dominance.ts';
import { overlapOf } from '../../measures/allocations/overlap.ts';
import { sharesOf } from '../../measures/allocations/shares.ts';
import { tallyAllocations } from '../../measures/allocations/tally.ts';
import type { Answer } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import type { AllocationTally } from './tally.ts';

/** A sum from which the second largest giver could tell the largest one's points to within this is not shown. */
const DOMINANCE_PERCENT = 10;

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
    return {
      ...empty,
      points: none,
      medians: none,
      dominated: options.map(() => true),
      overlap: null,
      overlapAgainstChance: null,
    };
  }
  const checked = allocationsOf({ ballots: rows, total: question.total });
  assert(checked.value !== null, 'points that were taken add up to the total');
  const tally = tallyAllocations(checked.value);
  const overlap = overlapOf(tally).value;
  return {
    ...empty,
    points: tally.items.map((column) => column.reduce((sum, given) => sum + given, 0)),
    medians: sharesOf(tally).map(({ median }) => median * question.total),
    dominated: dominatedOf(rows),
    overlap: overlap?.mean ?? null,
    overlapAgainstChance: overlap?.corrected.value ?? null,
  };
}

/**
 * Options whose sum would give a giver's points away, and as many of the smallest others as it takes that the rest to
 * the total, which anybody can work out, is the points of two options and gives nobody's away either.
 */
function dominatedOf(rows: readonly (readonly number[])[]): readonly boolean[] {
  const columns = (rows[0] ?? []).map((_, option) => rows.map((row) => row[option] ?? 0));
  const hidden = new Set([...columns.keys()].filter((option) => isDominated(columns[option] ?? [])));
  const smallestFirst = [...columns.keys()].sort((a, b) => sumOf(columns[a] ?? []) - sumOf(columns[b] ?? []));
  for (const option of smallestFirst) {
    const rest = rows.map((row) => sumOf(row.filter((_, place) => hidden.has(place))));
    if (hidden.size === 0 || (hidden.size > 1 && !isDominated(rest))) break;
    hidden.add(option);
  }
  return columns.map((_, option) => hidden.has(option));
}

function isDominated(contributions: readonly number[]): boolean {
  const { value } = dominance({ contributions, percent: DOMINANCE_PERCENT });
  return value === null || value.sensitive;
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, given) => sum + given, 0);
}
