import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';
import { sizeOf, stepsIn } from '../ratings/distribution.ts';
import type { Counts } from '../ratings/distribution.ts';
import { chiSquareTail } from '../tails.ts';

/** How far the mean moved between two groups of people nobody can pair. */
export interface UnpairedChange {
  /** People before and after. */
  readonly people: readonly [number, number];
  /** Mean after minus mean before, in steps of the scale. */
  readonly meanDifference: number;
  /** Probability of means at least as far apart if people had been dealt to the two rounds at random. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/** Above this, numbers of ways leave the range of numbers. */
const MOST_PEOPLE = 1000;
/** Steps that counting may take. */
const MOST_STEPS = 5e8;

/**
 * Unpaired permutation test of a difference of means on one scale, from how often each point was given before and after
 * (Pitman 1937, Suppl J R Stat Soc 4: 119-130), two-sided. It takes the rounds for different people: with the same
 * people both times it is careful. Exact to some hundred people by counting the ways to deal so many answers of each
 * point (Mehta, Patel & Wei 1988, Biometrika 75: 295-302); above, the normal distribution with the exact variance and
 * half a step of continuity.
 */
export function unpairedChange(before: Counts, after: Counts): Measured<UnpairedChange> {
  const fault = tableFault(before) ?? tableFault(after);
  if (fault !== null) return unmeasured(fault);
  if (before.length !== after.length) return unmeasured('ragged-rows');
  if (before.length < 2) return unmeasured('short-scale');
  const people = [sizeOf(before), sizeOf(after)] as const;
  const [first, second] = people;
  if (first === 0 || second === 0) return unmeasured(first === second ? 'no-answers' : 'too-few-answers');
  const pooled = before.map((count, step) => count + (after[step] ?? 0));
  const few = first <= second ? before : after;
  const deal = { pooled, people: first + second, dealt: sizeOf(few), sum: stepsIn(few) };
  const exact = deal.people <= MOST_PEOPLE && stepsOf(deal) <= MOST_STEPS;
  return measured({
    people,
    meanDifference: stepsIn(after) / second - stepsIn(before) / first,
    p: exact ? countedTails(deal) : normalTails(deal),
    method: exact ? 'exact' : 'normal',
  });
}

interface Deal {
  /** Answers of both rounds together. */
  readonly pooled: Counts;
  readonly people: number;
  /** People in the smaller round. */
  readonly dealt: number;
  /** Sum of the smaller round's answers, in steps. */
  readonly sum: number;
}

function tableFault(counts: Counts): Reason | null {
  if (!counts.every(Number.isFinite)) return 'not-a-number';
  if (!counts.every((count) => count >= 0 && Number.isInteger(count))) return 'off-the-scale';
  return Number.isSafeInteger(stepsIn(counts)) ? null : 'too-much-work';
}

function stepsOf({ pooled, dealt }: Deal): number {
  const rows = (dealt + 1) * (dealt * (pooled.length - 1) + 1);
  return pooled.reduce((steps, count) => steps + rows * Math.min(count + 1, dealt + 1), 0) / 4;
}

/**
 * Share of all deals whose sum is at least as far from what is expected. `ways` holds, for so many people dealt and such
 * a sum, the number of ways to deal them from the points taken so far; at most 2^1000, so a number holds it.
 */
function countedTails({ pooled, people, dealt, sum }: Deal): number {
  const width = dealt * (pooled.length - 1) + 1;
  let ways = new Float64Array((dealt + 1) * width);
  ways[0] = 1;
  let passed = 0;
  for (const [step, count] of pooled.entries()) {
    if (count === 0) continue;
    const next = new Float64Array(ways.length);
    const choices = choicesOf(count, Math.min(count, dealt));
    for (let held = 0; held <= Math.min(passed, dealt); held += 1) {
      for (const [more, choice] of choices.slice(0, dealt - held + 1).entries()) {
        const from = held * width;
        const to = (held + more) * width + more * step;
        for (let place = 0; place <= held * step; place += 1) {
          next[to + place] = (next[to + place] ?? 0) + (ways[from + place] ?? 0) * choice;
        }
      }
    }
    ways = next;
    passed += count;
  }
  const expected = dealt * stepsIn(pooled);
  const least = Math.abs(sum * people - expected);
  let all = 0;
  let tails = 0;
  for (const [total, count] of ways.subarray(dealt * width).entries()) {
    all += count;
    if (Math.abs(total * people - expected) >= least) tails += count;
  }
  return tails / all;
}

/** Binomial coefficients of `count` over 0 to `most`. */
function choicesOf(count: number, most: number): readonly number[] {
  const choices = [1];
  let choice = 1;
  for (let taken = 1; taken <= most; taken += 1) {
    choice = (choice * (count - taken + 1)) / taken;
    choices.push(choice);
  }
  return choices;
}

function normalTails({ pooled, people, dealt, sum }: Deal): number {
  const mean = stepsIn(pooled) / people;
  const squares = pooled.reduce((total, count, step) => total + count * (step - mean) ** 2, 0);
  const distance = Math.max(0, Math.abs(sum - dealt * mean) - strideOf(pooled) / 2);
  if (distance === 0) return 1;
  const variance = ((dealt / people) * (people - dealt) * squares) / (people - 1);
  return Math.max(chiSquareTail(distance ** 2 / variance, 1), Number.MIN_VALUE);
}

/** Greatest common divisor of the distances between given points: sums can only differ by multiples of it. */
function strideOf(counts: Counts): number {
  const given = [...counts.keys()].filter((step) => (counts[step] ?? 0) > 0);
  const first = given[0] ?? 0;
  return given.reduce((stride, step) => commonDivisor(step - first, stride), 0);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
