import { describe, expect, it } from '@jest/globals';
import { discloseRanking } from '../../domain/disclosure/disclosure.ts';
import type { AllocationResult, PairwiseResult, RankingResult } from '../../domain/results/shown.ts';
import { tallyRound } from '../../domain/results/tally-round.ts';
import { sourceOf, valuesOf } from '../../testing/shown-results.ts';
import { detailsOf } from './details.ts';
import { said } from './words.ts';

const source = sourceOf({ answered: 10 });

type Ranked = Extract<RankingResult['result'], { status: 'shown' }>;

const rankingOf = (
  agreement: number | null,
  { orders = null, concordance = null }: Partial<Pick<Ranked, 'orders' | 'concordance'>> = {},
): RankingResult => ({
  question: 'r',
  text: 'Which first?',
  result: {
    status: 'shown',
    orders,
    agreement,
    concordance,
    order: [
      { option: 'a', text: 'On time', place: 1, meanRank: 1.5 },
      { option: 'b', text: 'Third ship', place: 2, meanRank: 2.25 },
    ],
  },
});

describe('DT7 details of orders, points, choices and dots', () => {
  it('a ranking has mean places and the mean correlation', () => {
    const details = detailsOf({ of: 'ranking', ranking: rankingOf(0.4, { orders: 'several' }) }, source);
    expect(valuesOf(details, 'group.order')).toEqual({ 'On time': 1.5, 'Third ship': 2.25 });
    expect(details.groups[0]?.rules).toEqual([said('rule.order.several')]);
    // An anonymous round does not show how many gave an order, which W would take.
    expect(valuesOf(details, 'group.alike')).toEqual({ rho: 0.4 });
    expect(details.uncertainty).toEqual([said('uncertain.took-part')]);
  });

  it('a named ranking has W of those who gave an order, not of all who took part', () => {
    const asked = sourceOf({ answered: 8, mode: 'named' });
    const ballots = [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ].map((order) => ({ r: { kind: 'ranking', order } as const }));
    const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    const question = { id: 'r', kind: 'ranking', text: 'R', options, most: 3 } as const;
    const detailsWith = (given: Parameters<typeof tallyRound>[0]['ballots'], invited = 8) => {
      const round = tallyRound({ questions: [question], ballots: given, invited, smallestSide: 2 });
      const result = discloseRanking({ question, round, minimumGroup: 5, mode: 'named' });
      return detailsOf({ of: 'ranking', ranking: { question: 'r', text: 'R', result } }, { ...asked, invited });
    };
    const silent = Array.from({ length: 6 }, () => ({}));
    const details = detailsWith([...ballots, ...silent]);
    // Rank sums 3, 3 and 6: 12 x 6 / (4 x 24), of two people.
    expect(valuesOf(details, 'group.alike')).toEqual({ rho: 0.5, 'kendall-w': 0.75 });
    expect(details.groups[1]?.lines[1]?.reading).toEqual(
      said('kendall-w.read', { count: 2, floor: said('number', { value: 0.5 }) }),
    );
    expect(details.uncertainty).toEqual([said('uncertain.silent', { count: 6, invited: 8 })]);
    expect(detailsWith(ballots, 2).uncertainty).toEqual([said('uncertain.everybody')]);
    const leftOut = detailsWith([...ballots, { r: { kind: 'ranking', order: ['a'] } }, ...silent.slice(1)]);
    expect(leftOut.groups[1]?.lines[1]).toMatchObject({ value: said('none'), reading: said('kendall-w.left-out') });
  });

  it('a ranking that too few told apart has no agreement, and says so', () => {
    const { groups } = detailsOf({ of: 'ranking', ranking: rankingOf(null) }, source);
    expect(groups[1]?.lines.map(({ value, reading }) => [value, reading])).toEqual([
      [said('none'), said('reason.no-order')],
    ]);
  });

  it('RS21 points in steps say about, why, and what is not told', () => {
    const allocation: AllocationResult = {
      question: 'p',
      text: 'Where does the money go?',
      total: 100,
      result: {
        status: 'shown',
        grain: 'medium',
        options: [
          { option: 'a', text: 'Ships', mean: 50, median: null },
          { option: 'b', text: 'Depots', mean: 30, median: null },
        ],
        inCommon: 75,
        againstChance: null,
      },
    };
    const details = detailsOf({ of: 'allocation', allocation }, source);
    expect(details.groups[0]?.lead).toEqual(said('group.points.lead.steps', { total: 100 }));
    expect(details.groups.flatMap(({ lines }) => lines.map(({ value }) => value))).toEqual([
      ...[50, 30, 75].map((value) => said('points.about', { value })),
      said('none'),
    ]);
    expect(details.held).toEqual([said('held.points')]);
  });

  it('RS21 points of a named round are exact, with medians and what is in common against chance', () => {
    const options = [
      { option: 'a', text: 'Ships', mean: 55.25, median: 60 },
      { option: 'b', text: 'Depots', mean: 44.75, median: 40 },
    ];
    const result = { status: 'shown', grain: 'exact', options, inCommon: 60.5, againstChance: 0.2 } as const;
    const allocation = { question: 'p', text: 'P', total: 100, result } as const;
    const details = detailsOf({ of: 'allocation', allocation }, sourceOf({ answered: 10, mode: 'named' }));
    expect(details.groups[0]?.lead).toEqual(said('group.points.lead', { total: 100 }));
    expect(details.groups.flatMap(({ lines }) => lines.map(({ value }) => value))).toEqual([
      said('points.median', { value: 55.25, median: 60 }),
      said('points.median', { value: 44.75, median: 40 }),
      said('points', { value: 60.5 }),
      said('number', { value: 0.2 }),
    ]);
    expect(details.held).toEqual([said('held.named')]);
  });

  it('forced choices say strengths, u, and why there is no consistency', () => {
    const pairwise: PairwiseResult = {
      question: 'p',
      text: 'Which rather?',
      result: {
        status: 'shown',
        grain: 'coarse',
        order: [
          { option: 'a', text: 'Ships', place: 1, strength: 0.6 },
          { option: 'b', text: 'Depots', place: 2, strength: 0.4 },
        ],
        agreement: 0.2,
        consistency: null,
      },
    };
    const details = detailsOf({ of: 'pairwise', pairwise }, source);
    expect(valuesOf(details, 'group.strengths')).toEqual({
      Ships: [1, said('number', { value: 0.6 })],
      Depots: [2, said('number', { value: 0.4 })],
    });
    expect(valuesOf(details, 'group.alike')).toEqual({ 'kendall-u': 0.2, zeta: 'none' });
    expect(details.groups[1]?.lines[1]?.reading).toEqual(said('reading.would-tell'));
    expect(details.citations.map(({ key }) => key)).toEqual(['Bradley & Terry 1952', 'Kendall & Babington Smith 1940']);
  });

  it('a figure that is not told says why: anonymous answers would show, or a named round has nothing to tell apart', () => {
    const readingsAt = (grain: 'coarse' | 'fine' | 'exact') => {
      const options = [
        { option: 'a', text: 'Ships', mean: 50, median: null },
        { option: 'b', text: 'Depots', mean: 50, median: null },
      ];
      const result = { status: 'shown', grain, options, inCommon: 67, againstChance: null } as const;
      const allocation = { question: 'p', text: 'P', total: 100, result } as const;
      return detailsOf({ of: 'allocation', allocation }, source).groups[1]?.lines[1]?.reading;
    };
    expect([readingsAt('coarse'), readingsAt('fine')]).toEqual([
      said('reading.would-tell'),
      said('reading.would-tell'),
    ]);
    expect(readingsAt('exact')).toEqual(said('reason.no-variation'));
  });

  it('dots say where they fell, by their words', () => {
    const dots = { status: 'shown', ballots: 10, options: [{ option: 'a', dots: 6 }] } as const;
    const details = detailsOf({ of: 'dots', dots, options: [{ option: 'a', text: 'Roles' }] }, source);
    expect(valuesOf(details, 'group.dots')).toEqual({ Roles: 6 });
    expect(details.held).toEqual([said('held.dots')]);
  });

  it('what is held has nothing but why', () => {
    const held = { status: 'held', needed: 2 } as const;
    const bases = [
      { of: 'ranking', ranking: { question: 'r', text: 'R', result: held } },
      { of: 'allocation', allocation: { question: 'r', text: 'R', total: 100, result: held } },
      { of: 'pairwise', pairwise: { question: 'r', text: 'R', result: held } },
      { of: 'dots', dots: held, options: [] },
    ] as const;
    for (const basis of bases) {
      expect(detailsOf(basis, sourceOf({ answered: null }))).toEqual({
        groups: [],
        uncertainty: [],
        held: [said('held.result', { minimum: 5, count: 2 })],
        method: [],
        needed: null,
        citations: [],
      });
    }
  });
});
