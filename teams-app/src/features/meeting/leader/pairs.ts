import type { BallotAnswer } from './ballot-draft.ts';

export type Choices = Extract<BallotAnswer, { kind: 'pairwise' }>['choices'];

/** Two options to choose between, in the places where they stand. */
export type Pair = readonly [string, string];

/** How many pairs so many options make. */
export function pairsIn(options: number): number {
  return (options * (options - 1)) / 2;
}

/**
 * Every pair of options once, as rounds of a tournament: all options have been seen before one comes a third time, and
 * each stands first as often as second, but for one.
 */
export function pairsOf(options: readonly string[]): readonly Pair[] {
  const seats: readonly (string | null)[] = options.length % 2 === 0 ? options : [...options, null];
  const [first = null, ...turning] = seats;
  return Array.from({ length: Math.max(0, seats.length - 1) }, (_, round) => {
    const ring = [...turning.slice(round), ...turning.slice(0, round)];
    const row = [first, ...ring];
    return Array.from({ length: seats.length / 2 }, (__, seat): readonly Pair[] => {
      const one = row[seat] ?? null;
      const other = row[seats.length - 1 - seat] ?? null;
      if (one === null || other === null) return [];
      return [sided(options, one, other)];
    }).flat();
  }).flat();
}

/** An odd number of places apart, the earlier one stands first, else the later: so each is first half of the times. */
function sided(options: readonly string[], one: string, other: string): Pair {
  const apart = options.indexOf(other) - options.indexOf(one);
  return apart > 0 === (apart % 2 !== 0) ? [one, other] : [other, one];
}

/** Which of a pair was preferred; `null` while it is open. */
export function preferredOf(choices: Choices, pair: Pair): string | null {
  return choices.find((choice) => isOf(choice, pair))?.preferred ?? null;
}

/** Decides a pair, or leaves it open with `null`. */
export function decided(choices: Choices, pair: Pair, preferred: string | null): Choices {
  const others = choices.filter((choice) => !isOf(choice, pair));
  if (preferred === null) return others;
  return [...others, { preferred, over: preferred === pair[0] ? pair[1] : pair[0] }];
}

/** Without choices between options that are not offered. */
export function among(choices: Choices, pairs: readonly Pair[]): Choices {
  return choices.filter((choice) => pairs.some((pair) => isOf(choice, pair)));
}

/** The place of the first pair that is open, or of the last one. */
export function firstOpen(pairs: readonly Pair[], choices: Choices): number {
  const place = pairs.findIndex((pair) => preferredOf(choices, pair) === null);
  return place < 0 ? Math.max(0, pairs.length - 1) : place;
}

function isOf({ preferred, over }: Choices[number], [one, other]: Pair): boolean {
  return (preferred === one && over === other) || (preferred === other && over === one);
}
