import { fail, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** Equal ballots of `count` people: groups of options that they rank the same, best first; options may be left out. */
export interface NamedBallot {
  readonly count: number;
  readonly ranking: readonly (readonly string[])[];
}

/** Ballots by the positions of options. */
export interface Election {
  readonly options: number;
  readonly ballots: readonly Ballot[];
}

/** Equal ballots of `count` people: the place of each option from 0, options ranked the same share it; `null` is unranked. */
export interface Ballot {
  readonly count: number;
  readonly places: readonly (number | null)[];
}

/** What is wrong with ballots; `ballot` is the position of the first that is, or `null` if it is the options. */
export type BallotFault =
  | { readonly kind: 'no-answers' }
  | { readonly kind: 'off-the-scale'; readonly ballot: number }
  | { readonly kind: 'unknown-option'; readonly ballot: number; readonly option: string }
  | { readonly kind: 'repeated-option'; readonly ballot: number | null; readonly option: string };

/** Reads ballots that name their options, which need a whole number of people each. */
export function electionOf({
  options,
  ballots,
}: {
  readonly options: readonly string[];
  readonly ballots: readonly NamedBallot[];
}): Result<Election, BallotFault> {
  const positions = new Map<string, number>();
  for (const [position, option] of options.entries()) {
    if (positions.has(option)) return fail({ kind: 'repeated-option', ballot: null, option });
    positions.set(option, position);
  }
  const read: Ballot[] = [];
  for (const [at, { count, ranking }] of ballots.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) return fail({ kind: 'off-the-scale', ballot: at });
    const places = options.map((): number | null => null);
    for (const [place, group] of ranking.entries()) {
      for (const option of group) {
        const position = positions.get(option);
        if (position === undefined) return fail({ kind: 'unknown-option', ballot: at, option });
        if (places[position] !== null) return fail({ kind: 'repeated-option', ballot: at, option });
        places[position] = place;
      }
    }
    if (count > 0) read.push({ count, places });
  }
  if (options.length === 0 || read.length === 0) return fail({ kind: 'no-answers' });
  return ok({ options: options.length, ballots: read });
}
