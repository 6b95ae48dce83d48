import { describe, expect, it } from '@jest/globals';

import { agreementQuestion, frequencyQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { discloseDots, discloseRanking } from '../disclosure/disclosure.ts';
import { meanResult } from './mean-result.ts';
import { perceptionResults } from './perception-results.ts';
import { revoteResult } from './revote-results.ts';
import { tallyRound } from './tally-round.ts';

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` }));

describe('RS16 a ranking shows mean ranks and mean Spearman', () => {
  const question = { id: 'r', kind: 'ranking', text: 'Rank', options, most: 4 } as const satisfies Question;
  const rank = (orders: readonly string[]) => {
    const ballots = orders.map((order): Answers => ({ r: { kind: 'ranking', order: order.split('') } }));
    const round = tallyRound({ questions: [question], ballots, invited: orders.length, smallestSide: 5 });
    return discloseRanking({ question, round, minimumGroup: 5 });
  };
  const row = (option: string, meanRank: number, place: number) => ({
    option,
    text: `Option ${option}`,
    place,
    meanRank,
  });

  it('ranks to a half for few people, to a quarter for more, best first, and the agreement that they stand for', () => {
    expect(rank(['abcd', 'bacd', 'abdc', 'acbd', 'abcd'])).toEqual({
      status: 'shown',
      order: [row('a', 1.5, 1), row('b', 2, 2), row('c', 3, 3), row('d', 3.5, 4)],
      orders: null,
      concordance: null,
      agreement: 0.5,
    });
    expect(rank([...times(5, 'abcd'), ...times(4, 'badc')])).toEqual({
      status: 'shown',
      order: [row('a', 1.5, 1), row('b', 1.5, 1), row('c', 3.5, 3), row('d', 3.5, 3)],
      orders: null,
      concordance: null,
      agreement: 0.8,
    });
  });

  it('PV4 an order that all share looks like one that one person differs from', () => {
    const all = rank(times(8, 'abcd'));
    expect(all).toEqual({
      status: 'shown',
      order: [row('a', 1.25, 1), row('b', 2, 2), row('c', 3, 3), row('d', 3.75, 4)],
      orders: null,
      concordance: null,
      agreement: 0.8,
    });
  });

  it('ties keep the order of the question, and too few who tell options apart give no agreement', () => {
    expect(rank(['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'])).toMatchObject({
      order: [row('a', 2.5, 1), row('b', 2.5, 1), row('c', 2.5, 1), row('d', 2.5, 1)],
      agreement: -0.1,
    });
    // Four of six tied all options; the other two agree.
    const fourFlat = {
      kind: 'ranking',
      options: ['a', 'b', 'c', 'd'],
      ballots: 6,
      firstThree: [2, 2, 2, 0],
      midranks: [12, 14, 16, 18],
      standardised: [-3, -1, 1, 3].map((z) => (2 * z) / Math.sqrt(20)),
      varying: 2,
      wins: null,
    } as const;
    expect(discloseRanking({ question, round: roundOf(6, { r: fourFlat }), minimumGroup: 5 })).toMatchObject({
      status: 'shown',
      agreement: null,
    });
  });

  it('PV2 is held under the group, by ballots or by rankings', () => {
    expect(rank(times(3, 'abcd'))).toEqual({ status: 'held', needed: 2 });
    expect(rank([...times(4, 'abcd'), '', ''])).toEqual({ status: 'held', needed: 1 });
  });
});

describe('RS17 perception compares a shown guess with a shown answer', () => {
  const questions = [agreementQuestion('p'), agreementQuestion('q')];
  const rating = roundOf(6, { p: scaleTally([3, 3, 4, 4, 4, 4]), q: scaleTally([3, 3, 3, 3, 3, 3]) });

  it('above 0 when the team thinks it is further than it is; only what was guessed', () => {
    const predictions = roundOf(5, { p: scaleTally([5, 5, 6, 6, 6]) });
    expect(perceptionResults({ questions, predictions, rating, minimumGroup: 5 })).toEqual([
      { question: 'p', text: 'Text of p', result: { status: 'shown', guess: 5.5, answer: 3.75, gap: 1.75 } },
    ]);
  });

  it('PV2 is held while either side is', () => {
    const asked = { questions, minimumGroup: 5 };
    const few = roundOf(3, { p: scaleTally([5, 5, 5]) });
    const enough = roundOf(5, { p: scaleTally([5, 5, 5, 5, 5]) });
    const unsaid = roundOf(6, { p: scaleTally([1], { cannotSay: 5 }) });
    const result = (predictions: typeof few, answers: typeof few) =>
      perceptionResults({ ...asked, predictions, rating: answers })[0]?.result;
    expect(result(few, rating)).toEqual({ status: 'held', needed: 2 });
    expect(result(enough, few)).toEqual({ status: 'held', needed: 2 });
    expect(result(enough, unsaid)).toEqual({ status: 'held', needed: 1 });
  });
});

describe('RS18 the meter of a re-vote compares shown places', () => {
  const question = agreementQuestion('q');
  const revote = (before: readonly number[], after: readonly number[], changed = 2) =>
    revoteResult({
      question,
      before: roundOf(before.length, { q: scaleTally(before) }),
      after: roundOf(after.length, { q: scaleTally(after) }),
      changed,
      minimumGroup: 5,
    });
  const apart = [1, 1, 1, 7, 7, 7];
  const mixed = [2, 3, 4, 5, 6, 7];
  const together = [5, 5, 5, 6, 6, 6];

  it('closer, settled, further apart', () => {
    const meter = (before: readonly number[], after: readonly number[]) => {
      const result = revote(before, after);
      return result.status === 'moved' ? result.meter : result.status;
    };
    expect([meter(apart, mixed), meter(mixed, together), meter(mixed, [1, 3, 4, 5, 6, 7])]).toEqual([
      'closer',
      'closer',
      'settled',
    ]);
    expect([meter(together, mixed), meter(together, apart)]).toEqual(['further-apart', 'further-apart']);
    // Another grain after two more people answered: bands are compared, not places.
    expect(meter(together, [...together, 4, 7])).toBe('settled');
  });

  it('PV3 fewer than two who changed show nothing new, whatever came out', () => {
    expect(revote(apart, together, 1)).toEqual({ question: 'q', status: 'unchanged' });
    expect(revote(apart, together, 0)).toEqual({ question: 'q', status: 'unchanged' });
    expect(revote(apart, together, 2)).toMatchObject({
      status: 'moved',
      before: { band: 'split' },
      after: { band: 'aligned' },
    });
  });

  it('PV2 is held under the group, before or after', () => {
    expect(revote([1, 2, 3], together)).toEqual({ question: 'q', status: 'held', needed: 2 });
    expect(revote(together, [1, 2, 3])).toEqual({ question: 'q', status: 'held', needed: 2 });
  });

  it('what nobody could say before has not moved', () => {
    const before = roundOf(8, { q: scaleTally([1, 2], { cannotSay: 6 }) });
    const after = roundOf(8, { q: scaleTally(times(8, 5)) });
    expect(revoteResult({ question, before, after, changed: 6, minimumGroup: 5 })).toMatchObject({
      status: 'moved',
      before: { shape: 'unknown' },
      meter: 'settled',
    });
  });
});

describe('RS19 dots are shown most first', () => {
  const question = { id: 'd', kind: 'dots', text: 'Dots', options, dots: 3 } as const satisfies Question;
  const dots = (ballots: number, counts: readonly number[], round = ballots) =>
    discloseDots({
      question,
      round: roundOf(round, { d: { kind: 'dots', ballots, options: ['a', 'b', 'c', 'd'], dots: counts } }),
      minimumGroup: 5,
    });

  it('PV4 with one dot shown as none and all but one as all', () => {
    expect(dots(7, [0, 1, 6, 5])).toEqual({
      status: 'shown',
      ballots: 7,
      options: [
        { option: 'c', dots: 7 },
        { option: 'd', dots: 5 },
        { option: 'a', dots: 0 },
        { option: 'b', dots: 0 },
      ],
    });
    expect(dots(7, [1, 0, 7, 5])).toEqual(dots(7, [0, 1, 6, 5]));
  });

  it('PV2 is held under the group, by ballots or by people who put dots', () => {
    expect(dots(4, [1, 2, 3, 4])).toEqual({ status: 'held', needed: 1 });
    expect(dots(4, [1, 2, 3, 4], 8)).toEqual({ status: 'held', needed: 1 });
  });
});

describe('RS20 short scales and marks show a mean as coarse as any other', () => {
  const ask = (question: Question, answers: readonly number[], scale: Parameters<typeof scaleTally>[1]) =>
    meanResult({
      question,
      round: roundOf(answers.length + (scale?.cannotSay ?? 0), { q: scaleTally(answers, scale) }),
      minimumGroup: 5,
    });
  const stand = { id: 'q', kind: 'rating', text: 'Can I stand behind it?', low: 1, high: 5 } as const;
  const same = { id: 'q', kind: 'rating', text: 'The same?', low: 0, high: 1 } as const;

  it('mean and shape', () => {
    expect(ask(stand, [4, 4, 5, 4, 4, 4], { high: 5 })).toEqual({ status: 'shown', mean: 4, shape: 'aligned-high' });
  });

  it('PV4 marks do not tell whether one person differs', () => {
    expect(ask(same, times(8, 1), { low: 0, high: 1 })).toEqual({ status: 'shown', mean: 0.9, shape: 'aligned-high' });
    expect(ask(same, [0, ...times(7, 1)], { low: 0, high: 1 })).toEqual(ask(same, times(8, 1), { low: 0, high: 1 }));
    expect(ask(same, [0, 0, ...times(6, 1)], { low: 0, high: 1 })).toEqual({
      status: 'shown',
      mean: 0.7,
      shape: 'spread',
    });
  });

  it('PV2 is held under the group and when too few could say', () => {
    expect(ask(same, [1, 1], { low: 0, high: 1 })).toEqual({ status: 'held', needed: 3 });
    expect(ask(frequencyQuestion('q'), [1, 1], { low: 0, high: 4, cannotSay: 6 })).toEqual({
      status: 'held',
      needed: 1,
    });
  });
});
