import { picksOf } from '../rankings/shuffle.ts';
import { sizeOf } from '../ratings/distribution.ts';
import type { Counts } from '../ratings/distribution.ts';
import { seedOf } from '../uncertainty/seed.ts';

/** Ways of dealing beyond which some that differ stand for all. */
const MOST_WAYS = 3_000;
const SAMPLES = 600;
/** How far a sampled part leans to one end of the scale, or keeps to one place on it, at most. */
const STRONGEST_LEAN = 12;

export interface Dealings {
  /** Of each way, the answers of each part. */
  readonly dealt: readonly (readonly Counts[])[];
  /** Whether there are no others. */
  readonly isEvery: boolean;
}

/**
 * The ways in which answers can have been given by parts of such sizes, which add up to all of them: every one where
 * they are few, else a sample that reaches from parts alike to parts at opposite ends, the same for the same answers. It
 * depends on the sum of the answers and on the sizes alone, never on how they were really dealt.
 */
export function dealings(whole: Counts, sizes: readonly number[]): Dealings {
  if (partCount(whole, sizes[0] ?? 0) > MOST_WAYS) return { dealt: sampledDealings(whole, sizes), isEvery: false };
  const all: (readonly Counts[])[] = [];
  for (const parts of everyDealing(whole, sizes)) {
    if (all.length === MOST_WAYS) return { dealt: sampledDealings(whole, sizes), isEvery: false };
    all.push(parts);
  }
  return { dealt: all, isEvery: true };
}

function* everyDealing(left: Counts, sizes: readonly number[]): Generator<readonly Counts[]> {
  const [size, ...others] = sizes;
  if (size === undefined || others.length === 0) {
    yield [left];
    return;
  }
  for (const part of partsOf(left, size)) {
    for (const rest of everyDealing(without(left, part), others)) yield [part, ...rest];
  }
}

/** How many sheets of `size` answers there are out of these, or so many as are more than anybody goes through. */
function partCount(counts: Counts, size: number): number {
  let ways = new Float64Array(size + 1);
  ways[0] = 1;
  for (const count of counts) {
    const next = new Float64Array(size + 1);
    // The sum over the last so many, which stays a whole number because none is more than the limit.
    let sum = 0;
    for (let taken = 0; taken <= size; taken += 1) {
      sum += (ways[taken] ?? 0) - (ways[taken - count - 1] ?? 0);
      next[taken] = Math.min(sum, MOST_WAYS + 1);
    }
    ways = next;
  }
  return ways[size] ?? 0;
}

/** Every sheet of `size` answers out of these. */
function* partsOf(counts: Counts, size: number): Generator<Counts> {
  const [first, ...others] = counts;
  if (first === undefined) {
    if (size === 0) yield [];
    return;
  }
  for (let taken = Math.max(0, size - sizeOf(others)); taken <= Math.min(first, size); taken += 1) {
    for (const rest of partsOf(others, size - taken)) yield [taken, ...rest];
  }
}

function sampledDealings(whole: Counts, sizes: readonly number[]): readonly (readonly Counts[])[] {
  const pick = picksOf(seedOf([...whole, ...sizes]));
  const draw = () => pick(2 ** 20) / 2 ** 20;
  return Array.from({ length: SAMPLES }, () => {
    const parts: Counts[] = [];
    let left = whole;
    for (const size of sizes.slice(0, -1)) {
      const part = leaningPart(left, size, draw);
      parts.push(part);
      left = without(left, part);
    }
    return [...parts, left];
  });
}

/** So many of the answers, more of those that lie toward one end or near one place, by chance. */
function leaningPart(counts: Counts, size: number, draw: () => number): Counts {
  const width = counts.length - 1;
  const lean = (2 * draw() - 1) * STRONGEST_LEAN * draw();
  const [focus, centre] = [(2 * draw() - 1) * STRONGEST_LEAN * draw(), draw()];
  const weights = counts.map((_count, step) => {
    const way = step / width;
    return Math.exp(lean * way - focus * Math.abs(way - centre)) * (0.5 + draw());
  });
  const taken = counts.map(() => 0);
  for (let wanted = size; wanted > 0;) {
    const left = counts.map((count, step) => count - (taken[step] ?? 0));
    const shares = left.map((count, step) => count * (weights[step] ?? 0));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const most = wanted;
    for (const [step, share] of shares.entries()) {
      const exact = (most * share) / total;
      const more = Math.min(left[step] ?? 0, wanted, Math.floor(exact) + (draw() < exact % 1 ? 1 : 0));
      taken[step] = (taken[step] ?? 0) + more;
      wanted -= more;
    }
  }
  return taken;
}

function without(counts: Counts, part: Counts): Counts {
  return counts.map((count, step) => count - (part[step] ?? 0));
}
