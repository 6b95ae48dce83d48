import { describe, expect, it } from '@jest/globals';

import type { Answer } from '../ballot/ballot.ts';
import { tallyRound } from '../results/tally-round.ts';
import { discloseRanking } from './disclosure.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const question = { id: 'r', kind: 'ranking', text: '', options, most: 3 } as const;

function named(...orders: readonly string[]) {
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
});
