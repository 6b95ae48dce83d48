import { midranks } from './ranks.ts';
import type { Ballot, Election } from './ballots.ts';

/** `wins[a][b]`: how many people, or how strong a way, there are for a over b. */
export type Wins = readonly (readonly number[])[];

/** Options by position in groups that stand the same, best first. */
export type Tiers = readonly (readonly number[])[];

/** What an option means that a ballot leaves out: it comes last, tied with the others; or nothing, for it was not seen. */
export type Unranked = 'last' | 'ignore';

/** How many people rank each option ahead of each other; who ranks both the same counts for neither. */
export function pairwiseWins({ options, ballots }: Election, unranked: Unranked): Wins {
  const wins = new Float64Array(options * options);
  for (const { count, places } of ballots) {
    const ranks = unranked === 'last' ? lastIfUnranked(places) : places;
    for (let one = 0; one < options; one += 1) {
      const rank = ranks[one] ?? null;
      if (rank === null) continue;
      for (let other = 0; other < options; other += 1) {
        const against = ranks[other] ?? null;
        if (against !== null && rank < against)
          wins[one * options + other] = (wins[one * options + other] ?? 0) + count;
      }
    }
  }
  return Array.from({ length: options }, (_, row) => Array.from(wins.subarray(row * options, (row + 1) * options)));
}

/** The option that more people prefer to each other option than the reverse, or `null` (Condorcet 1785). */
export function condorcetWinner(wins: Wins): number | null {
  const winner = wins.findIndex((row, one) =>
    row.every((votes, other) => one === other || votes > (wins[other]?.[one] ?? 0)),
  );
  return winner < 0 ? null : winner;
}

/** Number of options that each one beats by a majority, a tie counting half (Copeland 1951). */
export function copelandScores(wins: Wins): readonly number[] {
  return wins.map((row, one) =>
    row.reduce((score, votes, other) => {
      const against = wins[other]?.[one] ?? 0;
      if (one === other || votes < against) return score;
      return score + (votes > against ? 1 : 0.5);
    }, 0),
  );
}

/**
 * Points for each option: from each person the number of options ranked behind it, and half of those ranked the same
 * (Borda 1784); what a ballot leaves out is last, whatever `Unranked` says elsewhere.
 */
export function bordaPoints({ options, ballots }: Election): readonly number[] {
  const points = Array.from({ length: options }, () => 0);
  for (const { count, places } of ballots) {
    for (const [option, rank] of midranks(lastIfUnranked(places)).entries()) {
      points[option] = (points[option] ?? 0) + count * (options - rank);
    }
  }
  return points;
}

/** Groups options of equal score, the highest score first. */
export function tiersByScore(scores: readonly number[]): Tiers {
  const tiers = new Map<number, number[]>();
  for (const [option, score] of scores.entries()) tiers.set(score, [...(tiers.get(score) ?? []), option]);
  return [...tiers].sort(([one], [other]) => other - one).map(([, tier]) => tier);
}

/**
 * Strengths of the strongest ways between options, counted in winning votes: a way is as strong as its weakest step, a
 * step as strong as the majority that takes it, 0 without one (Schulze 2011, Soc Choice Welf 36: 267-303; the loops of
 * Floyd 1962 and Warshall 1962).
 */
export function schulzeStrengths(wins: Wins): Wins {
  const ways = wins.map((row, one) => row.map((votes, other) => (votes > (wins[other]?.[one] ?? 0) ? votes : 0)));
  for (const [over, onward] of ways.entries()) {
    for (const [from, row] of ways.entries()) {
      const first = row[over] ?? 0;
      if (from === over || first === 0) continue;
      for (const [to, second] of onward.entries()) {
        if (to !== from) row[to] = Math.max(row[to] ?? 0, Math.min(first, second));
      }
    }
  }
  return ways;
}

/**
 * The order of Schulze's method (2011, Soc Choice Welf 36: 267-303): one option is ahead of another when its way there
 * is stronger than the way back. That relation has no cycles but can leave options open, so they are grouped by the
 * number of options they are ahead of: whoever is ahead is in a better group.
 */
export function schulzeOrder(strengths: Wins): Tiers {
  const ahead = strengths.map((row, one) => row.filter((way, other) => way > (strengths[other]?.[one] ?? 0)).length);
  return tiersByScore(ahead);
}

function lastIfUnranked(places: Ballot['places']): readonly number[] {
  return places.map((place) => place ?? places.length);
}
