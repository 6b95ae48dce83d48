import { describe, expect, it } from '@jest/globals';
import type { AllocationResult, PairwiseResult, RankingResult } from '../../domain/results/shown.ts';
import { sourceOf, valuesOf } from '../../testing/shown-results.ts';
import { detailsOf } from './details.ts';
import { said } from './words.ts';

const source = sourceOf({ answered: 10 });

const rankingOf = (agreement: number | null, orders: 'one' | 'several' | null = null): RankingResult => ({
  question: 'r',
  text: 'Which first?',
  result: {
    status: 'shown',
    orders,
    agreement,
    order: [
      { option: 'a', text: 'On time', place: 1, meanRank: 1.5 },
      { option: 'b', text: 'Third ship', place: 2, meanRank: 2.25 },
    ],
  },
});

describe('DT7 details of orders, points, choices and dots', () => {
  it('a ranking has mean places, mean correlation, and W worked out from it', () => {
    const details = detailsOf({ of: 'ranking', ranking: rankingOf(0.4, 'several') }, source);
    expect(valuesOf(details, 'group.order')).toEqual({ 'On time': 1.5, 'Third ship': 2.25 });
    // (9 x .4 + 1) / 10 = .46, to a tenth as the correlation is.
    expect(valuesOf(details, 'group.alike')).toEqual({ rho: 0.4, 'kendall-w': 0.5 });
    expect(details.groups[0]?.rules).toEqual([said('rule.order.several')]);
    expect(details.groups[1]?.lines[1]?.reading).toEqual(
      said('kendall-w.read', { count: 10, floor: said('number', { value: 0.1 }) }),
    );
  });

  it('W is never below 0 because the correlation was rounded', () => {
    const many = sourceOf({ answered: 40 });
    const details = detailsOf({ of: 'ranking', ranking: rankingOf(-0.1) }, many);
    expect(valuesOf(details, 'group.alike')).toEqual({ rho: -0.1, 'kendall-w': 0 });
  });

  it('a ranking that too few told apart has no agreement, and says so', () => {
    const { groups } = detailsOf({ of: 'ranking', ranking: rankingOf(null) }, source);
    expect(groups[1]?.lines.map(({ value, reading }) => [value, reading])).toEqual([
      [said('none'), said('reason.no-order')],
      [said('none'), said('reason.no-order')],
    ]);
  });

  it('points say what is hidden and why', () => {
    const allocation: AllocationResult = {
      question: 'p',
      text: 'Where does the money go?',
      total: 100,
      result: {
        status: 'shown',
        grain: 'medium',
        options: [
          { option: 'a', text: 'Ships', mean: 55, median: null },
          { option: 'b', text: 'Depots', mean: null, median: null },
        ],
        inCommon: 60,
        againstChance: 0.2,
      },
    };
    const details = detailsOf({ of: 'allocation', allocation }, source);
    expect(valuesOf(details, 'group.points')).toEqual({ Ships: 55, Depots: 'none' });
    expect(valuesOf(details, 'group.alike')).toEqual({ 'in-common': 60, 'against-chance': 0.2 });
    expect(details.held).toEqual([said('held.medium'), said('held.places'), said('held.dominated')]);
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
    expect(details.groups[1]?.lines[1]?.reading).toEqual(said('reading.too-coarse'));
    expect(details.citations.map(({ key }) => key)).toEqual(['Bradley & Terry 1952', 'Kendall & Babington Smith 1940']);
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
