import { assert } from '../../kernel/assert.ts';
import { overlapOfSums } from '../../measures/allocations/overlap.ts';
import { sumOfDistances, sumOfDistancesIn } from '../../measures/allocations/tally.ts';
import type { Answer } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { addCounts, addTables, countAt, noCounts, noTable } from './add-counts.ts';
import { optionIds } from './options.ts';
import type { AllocationPart } from './partial-tally.ts';
import type { AllocationTally } from './tally.ts';

type AllocationQuestion = Extract<Question, { kind: 'allocation' }>;

/** Counts how often each option got each number of points. Who gave no points gave no answer. */
export function countAllocation(question: AllocationQuestion, answers: readonly Answer[]): AllocationPart {
  const options = optionIds(question);
  const given = noTable(options.length, question.total + 1);
  const row = new Float64Array(options.length);
  let ballots = 0;
  let withinPeople = 0;
  for (const answer of answers) {
    assert(answer.kind === 'allocation', 'an allocation question got points');
    const { points } = answer;
    assert(
      Object.keys(points).every((option) => options.includes(option)),
      'points are given to the options of their question',
    );
    for (const [place, option] of options.entries()) {
      row[place] = Object.hasOwn(points, option) ? (points[option] ?? 0) : 0;
    }
    if (row.every((got) => got === 0)) continue;
    assert(
      row.every((got) => Number.isInteger(got) && got >= 0) &&
        row.reduce((sum, got) => sum + got, 0) === question.total,
      'points that were taken are whole and add up to the total',
    );
    for (const [place, column] of given.entries()) countAt(column, row[place] ?? 0);
    ballots += 1;
    withinPeople += sumOfDistances(row.sort());
  }
  return { kind: 'allocation', ballots, given, withinPeople };
}

/** Adds two counts of the same question. */
export function mergeAllocation(one: AllocationPart, other: AllocationPart): AllocationPart {
  return {
    kind: 'allocation',
    ballots: one.ballots + other.ballots,
    given: addTables(one.given, other.given),
    withinPeople: one.withinPeople + other.withinPeople,
  };
}

/** What the counts of all ballots come to. */
export function finishAllocation(question: AllocationQuestion, part: AllocationPart): AllocationTally {
  const { ballots, given, withinPeople } = part;
  const overlap = overlapOfSums({
    total: question.total,
    raters: ballots,
    items: given.length,
    withinItems: given.reduce((sum, column) => sum + sumOfDistancesIn(column), 0),
    pooled: sumOfDistancesIn(given.reduce(addCounts, noCounts(question.total + 1))),
    withinRaters: withinPeople,
  }).value;
  return {
    kind: 'allocation',
    options: optionIds(question),
    total: question.total,
    ballots,
    points: given.map((column) => column.reduce((sum, people, points) => sum + people * points, 0)),
    medians: given.map((column) => medianIn(column, ballots)),
    overlap: overlap?.mean ?? null,
    overlapAgainstChance: overlap?.corrected.value ?? null,
  };
}

/** Halfway between the two middle points of an even number of people; 0 of none. */
function medianIn(column: readonly number[], people: number): number {
  return (pointsOf(column, Math.floor((people - 1) / 2)) + pointsOf(column, Math.floor(people / 2))) / 2;
}

/** What the person at a place gives, those who give least first. */
function pointsOf(column: readonly number[], place: number): number {
  let before = 0;
  for (const [points, people] of column.entries()) {
    before += people;
    if (place < before) return points;
  }
  return 0;
}
