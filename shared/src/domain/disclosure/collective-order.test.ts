import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Answer } from '../ballot/ballot.ts';
import { tallyRound } from '../results/tally-round.ts';
import { discloseRanking } from './disclosure.ts';

const named = (...orders: readonly string[]) => namedOf('abc', orders);

function namedOf(all: string, orders: readonly string[]) {
  const options = all.split('').map((id) => ({ id, text: id }));
  const question = { id: 'r', kind: 'ranking', text: '', options, most: all.length } as const;
  const ballots = orders.map((order) => ({ r: { kind: 'ranking', order: order.split('') } satisfies Answer }));
  const round = tallyRound({ questions: [question], ballots, invited: orders.length, smallestSide: 2 });
  const shown = discloseRanking({ question, round, minimumGroup: 5, mode: 'named' });
  if (shown.status === 'held') throw new Error('held');
  return { order: shown.order.map(({ option, place }) => `${place}${option}`), orders: shown.orders };
}

describe('RS16 a named ranking shows Schulze’s order', () => {
  it('which a majority wins although its mean rank is worse', () => {
    // Three of five put a before b; b is never last, and has the better mean rank.
    expect(named('abc', 'abc', 'abc', 'bca', 'bca')).toEqual({ order: ['1a', '2b', '3c'], orders: 'one' });
  });

  it('and says where majorities go round in a circle', () => {
    expect(named('abc', 'bca', 'cab')).toEqual({ order: ['1a', '1b', '1c'], orders: 'several' });
  });

  it('with one place for what nobody could tell apart', () => {
    expect(named('ab', 'ba')).toEqual({ order: ['1a', '1b', '3c'], orders: 'several' });
  });

  it('and says where one order fits best, but is not the one that it shows', () => {
    // Majorities go round over all four, and Schulze's leave three of them on one place.
    expect(namedOf('abcd', ['abdc', 'bdca', 'dcab'])).toEqual({
      order: ['1d', '2a', '2b', '2c'],
      orders: 'another',
    });
    expect(bestOf('abcd', ['abdc', 'bdca', 'dcab'])).toEqual(['bdca']);
    const nine = ['cadbe', 'cedab', 'badec', 'eabcd', 'ebacd', 'deabc', 'dabec', 'bcdae', 'cdaeb'];
    expect(namedOf('abcde', nine)).toEqual({ order: ['1a', '2b', '3c', '4d', '5e'], orders: 'another' });
    expect(bestOf('abcde', nine)).toEqual(['daebc']);
  });

  it('calls one order the best only where it is the one shown, of all rankings that people can hand in', () => {
    const ballot = fc
      .tuple(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), fc.integer({ min: 1, max: 4 }))
      .map(([order, many]) => order.slice(0, many).join(''));
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 2, maxLength: 7 }), (orders) => {
        const { order, orders: told } = namedOf('abcd', orders);
        const best = bestOf('abcd', orders);
        const isShown =
          order.join() ===
          best[0]
            ?.split('')
            .map((option, place) => `${place + 1}${option}`)
            .join();
        expect(told).toBe(best.length > 1 ? 'several' : isShown ? 'one' : 'another');
      }),
    );
  });
});

/** Every order that goes against the fewest choices of people between two options, by trying all. */
function bestOf(all: string, ballots: readonly string[]): readonly string[] {
  const placeIn = (ballot: string, option: string) => (ballot.includes(option) ? ballot.indexOf(option) : all.length);
  const against = (order: string) => {
    const pairs = order.split('').flatMap((first, place) =>
      order
        .slice(place + 1)
        .split('')
        .map((second) => ({ first, second })),
    );
    return pairs.reduce(
      (sum, { first, second }) =>
        sum + ballots.filter((ballot) => placeIn(ballot, second) < placeIn(ballot, first)).length,
      0,
    );
  };
  const orders = ordersOf(all);
  const least = Math.min(...orders.map(against));
  return orders.filter((order) => against(order) === least);
}

function ordersOf(all: string): readonly string[] {
  if (all.length < 2) return [all];
  return all.split('').flatMap((first) => ordersOf(all.replace(first, '')).map((rest) => first + rest));
}
