import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { electionOf } from './ballots.ts';
import type { NamedBallot } from './ballots.ts';
import { kemenyOrders } from './kemeny.ts';
import {
  bordaPoints,
  condorcetWinner,
  copelandScores,
  pairwiseWins,
  schulzeOrder,
  schulzeStrengths,
  tiersByScore,
} from './majorities.ts';
import type { Wins } from './majorities.ts';

const OPTIONS = ['A', 'B', 'C', 'D', 'E'];

/** Ballots with ties and options left out: each option's place, 3 meaning that it is not ranked. */
const ballots = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    places: fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 7 },
);

function named({ count, places }: { readonly count: number; readonly places: readonly number[] }): NamedBallot {
  const ranking = [0, 1, 2].map((place) => OPTIONS.filter((_, option) => places[option] === place));
  return { count, ranking };
}

function read(given: readonly NamedBallot[], options = OPTIONS) {
  const election = electionOf({ options, ballots: given });
  if (!election.ok) throw new Error(election.error.kind);
  return election.value;
}

function everyOrder(options: readonly number[]): number[][] {
  if (options.length === 0) return [[]];
  return options.flatMap((option) =>
    everyOrder(options.filter((other) => other !== option)).map((rest) => [option, ...rest]),
  );
}

function disagreements(order: readonly number[], wins: Wins): number {
  return order.reduce(
    (sum, option, at) => sum + order.slice(at + 1).reduce((own, behind) => own + (wins[behind]?.[option] ?? 0), 0),
    0,
  );
}

/** The strongest of all ways that pass no option twice. */
function strongestWay({
  wins,
  from,
  to,
  seen,
}: {
  wins: Wins;
  from: number;
  to: number;
  seen: readonly number[];
}): number {
  return Math.max(
    ...wins.map((_, next) => {
      const votes = wins[from]?.[next] ?? 0;
      const step = votes > (wins[next]?.[from] ?? 0) ? votes : 0;
      if (next === to) return step;
      if (seen.includes(next)) return 0;
      return Math.min(step, strongestWay({ wins, from: next, to, seen: [...seen, next] }));
    }),
  );
}

describe('one order from many', () => {
  it('MS1 is E, A, C, B, D by Schulze for the 45 ballots of Schulze (2003)', () => {
    const given = ['5ACBED', '5ADECB', '8BEDAC', '3CABED', '7CAEBD', '2CBADE', '7DCEBA', '8EBADC'].map((line) => ({
      count: Number(line[0]),
      ranking: Array.from(line.slice(1)).map((option) => [option]),
    }));
    const order = schulzeOrder(schulzeStrengths(pairwiseWins(read(given), 'last')));
    expect(order.map((tier) => tier.map((option) => OPTIONS[option]).join())).toEqual(['E', 'A', 'C', 'B', 'D']);
  });

  it('MS3 does not depend on the order of ballots or on equal ones being counted together', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const whole = read(given.map(named));
        const apart = read(
          given
            .toReversed()
            .flatMap((ballot) => Array.from({ length: ballot.count }, () => named({ ...ballot, count: 1 }))),
        );
        for (const unranked of ['last', 'ignore'] as const) {
          expect(pairwiseWins(apart, unranked)).toEqual(pairwiseWins(whole, unranked));
        }
        expect(bordaPoints(apart)).toEqual(bordaPoints(whole));
      }),
    );
  });

  it('MS3 counts who is ranked ahead, and leaves out what was not ranked only when told to', () => {
    const election = read([{ count: 3, ranking: [['A'], ['B', 'C']] }], ['A', 'B', 'C', 'D']);
    expect(pairwiseWins(election, 'last')).toEqual([
      [0, 3, 3, 3],
      [0, 0, 0, 3],
      [0, 0, 0, 3],
      [0, 0, 0, 0],
    ]);
    expect(pairwiseWins(election, 'ignore')).toEqual([
      [0, 3, 3, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(bordaPoints(election)).toEqual([9, 4.5, 4.5, 0]);
  });

  it('MS3 gives points that add up, and a Condorcet winner wins by Copeland and Schulze', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const election = read(given.map(named));
        const wins = pairwiseWins(election, 'last');
        const people = given.reduce((sum, { count }) => sum + count, 0);
        expect(bordaPoints(election).reduce((sum, points) => sum + points, 0)).toBe(people * 10);
        expect(copelandScores(wins).reduce((sum, score) => sum + score, 0)).toBe(10);
        const winner = condorcetWinner(wins);
        if (winner === null) return;
        expect(copelandScores(wins)[winner]).toBe(4);
        expect(schulzeOrder(schulzeStrengths(wins))[0]).toEqual([winner]);
      }),
    );
  });

  it('MS3 finds the strongest ways, and whoever has the stronger way stands in a better group', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const wins = pairwiseWins(read(given.map(named)), 'last');
        const strengths = schulzeStrengths(wins);
        const plain = wins.map((_, from) =>
          wins.map((__, to) => (from === to ? 0 : strongestWay({ wins, from, to, seen: [from] }))),
        );
        expect(strengths).toEqual(plain);
        const tiers = schulzeOrder(strengths);
        const tierOf = (option: number) => tiers.findIndex((tier) => tier.includes(option));
        for (const [one, row] of strengths.entries()) {
          for (const [other, way] of row.entries()) {
            if (way > (strengths[other]?.[one] ?? 0)) expect(tierOf(one)).toBeLessThan(tierOf(other));
          }
        }
      }),
    );
  });

  it('MS3 finds all orders of least disagreement', () => {
    fc.assert(
      fc.property(ballots, fc.constantFrom('last' as const, 'ignore' as const), (given, unranked) => {
        const wins = pairwiseWins(read(given.map(named)), unranked);
        const every = everyOrder([0, 1, 2, 3, 4]);
        const least = Math.min(...every.map((order) => disagreements(order, wins)));
        const best = every.filter((order) => disagreements(order, wins) === least);
        const expected = { disagreements: least, optima: best.length, orders: best.slice(0, 24) };
        expect(kemenyOrders(wins)).toEqual({ value: expected });
      }),
      { numRuns: 50 },
    );
  });

  it('MS2 counts the orders of 18 options and says that 19 are too many', () => {
    const tied = (size: number) => Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    expect(kemenyOrders(tied(18), 1).value).toEqual({
      disagreements: 0,
      optima: 6_402_373_705_728_000,
      orders: [Array.from({ length: 18 }, (_, option) => option)],
    });
    expect(kemenyOrders(tied(19))).toEqual({ value: null, reason: 'too-much-work' });
    expect(kemenyOrders([])).toEqual({ value: null, reason: 'no-answers' });
  });

  it('MS3 puts options of equal score into one group', () => {
    expect(tiersByScore([2, 3, 2, 0.5])).toEqual([[1], [0, 2], [3]]);
  });
});

describe('ballots', () => {
  it('MS2 name the option that was not offered or comes twice', () => {
    const faultOf = (ranking: string[][], options = ['A', 'B']) =>
      electionOf({
        options,
        ballots: [
          { count: 1, ranking: [['A']] },
          { count: 1, ranking },
        ],
      });
    expect([
      faultOf([['A'], ['C']]),
      faultOf([['A'], ['B', 'A']]),
      faultOf([['A']], ['A', 'A']),
      electionOf({ options: ['A'], ballots: [] }),
      electionOf({ options: ['A'], ballots: [{ count: 0, ranking: [['A']] }] }),
      electionOf({ options: ['A'], ballots: [{ count: 1.5, ranking: [['A']] }] }),
      electionOf({ options: ['A'], ballots: [{ count: Number.NaN, ranking: [['A']] }] }),
    ]).toEqual([
      { ok: false, error: { kind: 'unknown-option', ballot: 1, option: 'C' } },
      { ok: false, error: { kind: 'repeated-option', ballot: 1, option: 'A' } },
      { ok: false, error: { kind: 'repeated-option', ballot: null, option: 'A' } },
      { ok: false, error: { kind: 'no-answers' } },
      { ok: false, error: { kind: 'no-answers' } },
      { ok: false, error: { kind: 'off-the-scale', ballot: 0 } },
      { ok: false, error: { kind: 'off-the-scale', ballot: 0 } },
    ]);
  });
});
