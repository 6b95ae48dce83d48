import { describe, expect, it } from '@jest/globals';
import { discloseAllocation } from '../domain/disclosure/disclosure.ts';
import type { AllocationResult, PairwiseResult, QuestionResult, RankingResult } from '../domain/results/shown.ts';
import { tallyRound } from '../domain/results/tally-round.ts';
import { allocationFigure } from './allocation.ts';
import { campsFinding } from './camps.ts';
import type { FigureSource } from './figure.ts';
import { message } from './message.ts';
import { agreementWord, KENDALL_U, RANK_CORRELATION } from './option-rows.ts';
import { orderFigure } from './order.ts';
import { sampleFigures } from './sample.ts';
import { strengthsFigure } from './strengths.ts';

const source: FigureSource = {
  team: 'Northwind leaders',
  meeting: 'November',
  answered: 9,
  invited: 10,
  minimumGroup: 5,
  date: 0,
};
const named = (...names: readonly string[]) => names.map((text) => ({ option: text.toLowerCase(), text }));
const held = { status: 'held', needed: 2 } as const;

describe('the order of a ranking', () => {
  type Shown = Extract<RankingResult['result'], { status: 'shown' }>;
  const figureOf = (places: readonly number[], more: Partial<Shown> = {}) =>
    orderFigure({
      source,
      ranking: {
        question: 'q',
        text: 'Order?',
        result: {
          status: 'shown',
          agreement: 0.7,
          orders: null,
          concordance: null,
          order: named('A', 'B', 'C', 'D').map((one, i) => ({
            ...one,
            place: places[i] ?? 9,
            meanRank: (places[i] ?? 9) + 0.25,
          })),
          ...more,
        },
      },
    });

  it('says in its title what comes first, and how far people agree', () => {
    const how = message('with.much');
    expect([
      figureOf([1, 2, 3, 4]).title,
      figureOf([1, 1, 3, 4], { agreement: 0.3 }).title,
      figureOf([1, 1, 1, 1], { agreement: null }).title,
      figureOf([1, 2, 2, 4], { agreement: -0.1 }).title,
    ]).toEqual([
      message('order.title.first', { name: 'A', how }),
      message('order.title.shared', { names: ['A', 'B'], how: message('with.some') }),
      message('order.title.equal', { how: '' }),
      message('order.title.first', { name: 'A', how: message('with.little') }),
    ]);
  });

  it('marks places that are shared, and puts each option at its mean place', () => {
    const { marks, table } = figureOf([1, 2, 2, 4]);
    expect(marks.rows.map(({ place, at }) => [place, at])).toEqual([
      [message('place.alone', { place: 1 }), 0.25 / 3],
      [message('place.shared', { place: 2 }), 1.25 / 3],
      [message('place.shared', { place: 2 }), 1.25 / 3],
      [message('place.alone', { place: 4 }), 3.25 / 3],
    ]);
    expect(table.rows).toEqual([
      ['A', 1, 1.25],
      ['B', 2, 2.25],
      ['C', 2, 2.25],
      ['D', 4, 4.25],
    ]);
  });

  it('says when several orders fit equally well, and only then', () => {
    expect(figureOf([1, 2, 3, 4], { orders: 'several' }).notes).toEqual([message('order.note.several')]);
    expect([figureOf([1, 2, 3, 4]).notes, figureOf([1, 2, 3, 4], { orders: 'one' }).notes]).toEqual([[], []]);
  });

  it('shows nothing of a held one but how many answers it needs', () => {
    const figure = orderFigure({ source, ranking: { question: 'q', text: 'Order?', result: held } });
    const note = message('options.held', { count: 2 });
    expect([figure.title, figure.table.rows, figure.marks.rows, figure.table.caption, figure.marks.note]).toEqual([
      message('order.title.held'),
      [],
      [],
      note,
      note,
    ]);
  });
});

describe('points', () => {
  type Shown = Extract<AllocationResult['result'], { status: 'shown' }>;
  const figureOf = (means: readonly number[], more: Partial<Shown> = {}) =>
    allocationFigure({
      source,
      allocation: {
        question: 'q',
        text: 'Points?',
        total: 100,
        result: {
          status: 'shown',
          grain: 'medium',
          inCommon: 50,
          againstChance: null,
          options: named('A', 'B', 'C', 'D', 'E').flatMap((one, i) =>
            means[i] === undefined ? [] : [{ ...one, mean: means[i], median: null }],
          ),
          ...more,
        },
      },
    });

  const LOOKS = [
    [50, 21, 21, 7],
    [36, 36, 21, 7],
    [21, 21, 21, 21],
    [21, 21, 21, 21, 7],
  ];

  it('RS21 say what gets most, and about how much, where they are in steps', () => {
    expect(LOOKS.map((means) => figureOf(means).title)).toEqual([
      message('allocation.title.about.first', { name: 'A', points: 50, total: 100 }),
      message('allocation.title.about.shared', { names: ['A', 'B'], points: 36 }),
      message('allocation.title.about.equal'),
      message('allocation.title.about.many', { count: 4, points: 21 }),
    ]);
  });

  it('RS21 say exactly how much of a named round', () => {
    expect(LOOKS.map((means) => figureOf(means, { grain: 'exact' }).title)).toEqual([
      message('allocation.title.first', { name: 'A', points: 50, total: 100 }),
      message('allocation.title.shared', { names: ['A', 'B'], points: 36 }),
      message('allocation.title.equal'),
      message('allocation.title.many', { count: 4, points: 21 }),
    ]);
  });

  it('RS21 say under the picture, in its words and over the table that they are in steps, and only where they are', () => {
    const common = message('allocation.common.about', { points: 50, total: 100 });
    for (const grain of ['coarse', 'medium', 'fine'] as const) {
      const { notes, altText, table } = figureOf([50, 30, 10], { grain });
      expect([notes, altText.key, altText.values['common'], table.caption?.key]).toEqual([
        [common, message('allocation.note.steps')],
        'allocation.alt.steps',
        common,
        'allocation.caption.steps',
      ]);
    }
    const exact = figureOf([50, 30, 20], { grain: 'exact' });
    expect([exact.notes, exact.altText.key, exact.table.caption?.key]).toEqual([
      [message('allocation.common', { points: 50, total: 100 })],
      'allocation.alt',
      'allocation.caption',
    ]);
  });

  it('have bars by their means, the longest as wide as there is room', () => {
    expect(figureOf([50, 30, 10]).marks.rows.map(({ at }) => at)).toEqual([1, 0.6, 0.2]);
  });

  it('of a named round say how much people have in common against chance, where that is known', () => {
    const against = (againstChance: number) => figureOf([50, 50, 0, 0], { grain: 'exact', againstChance }).notes;
    const words = (['much-more', 'more', 'chance', 'less'] as const).map((word) => [
      message('allocation.common-against', { points: 50, total: 100, against: message(`against.${word}`) }),
    ]);
    expect([0.4, 0.2, 0, -0.2].map(against)).toEqual(words);
  });

  it('RS21 the sample is what eleven ballots come to', () => {
    const { basis } = sampleFigures({ team: '', meeting: '', date: 0 }).allocation;
    if (basis.of !== 'allocation' || basis.allocation.result.status === 'held') throw new Error('the sample is shown');
    const { text, total, result } = basis.allocation;
    const options = result.options.map(({ option, text: words }) => ({ id: option, text: words }));
    const question = { id: 'p', kind: 'allocation', text, options, total } as const;
    const some = (people: number, points: readonly number[]) =>
      Array.from({ length: people }, () => ({
        p: {
          kind: 'allocation',
          points: Object.fromEntries(options.map(({ id }, i) => [id, points[i] ?? 0])),
        } as const,
      }));
    const ballots = [...some(5, [80, 10, 10]), ...some(3, [10, 80, 10]), ...some(3, [20, 40, 40])];
    const round = tallyRound({ questions: [question], ballots, invited: 12, smallestSide: 5 });
    expect(discloseAllocation({ question, round, minimumGroup: 5 })).toEqual(result);
  });

  it('have their medians in the table where there are any', () => {
    const options = named('A', 'B').map((one, i) => ({ ...one, mean: 60 - i * 20, median: 55 - i * 10 }));
    const { table } = figureOf([], { grain: 'exact', options });
    expect([table.columns.length, table.rows]).toEqual([
      3,
      [
        ['A', 60, 55],
        ['B', 40, 45],
      ],
    ]);
  });
});

describe('forced choices', () => {
  type Shown = Extract<PairwiseResult['result'], { status: 'shown' }>;
  const figureOf = (more: Partial<Shown> = {}) =>
    strengthsFigure({
      source,
      pairwise: {
        question: 'q',
        text: 'Which?',
        result: {
          status: 'shown',
          grain: 'medium',
          agreement: 0.4,
          consistency: null,
          order: named('A', 'B', 'C').map((one, i) => ({ ...one, place: i + 1, strength: 0.75 - i * 0.25 })),
          ...more,
        },
      },
    });

  it('say what wins most, and how far people choose alike', () => {
    expect([figureOf().title, figureOf({ agreement: 0.2 }).title, figureOf({ agreement: null }).title]).toEqual([
      message('strengths.title.first', { name: 'A', how: message('with.much') }),
      message('strengths.title.first', { name: 'A', how: message('with.some') }),
      message('strengths.title.first', { name: 'A', how: '' }),
    ]);
  });

  it('RS22 show how likely each is to be preferred, with even in the middle', () => {
    const { marks, table } = figureOf();
    expect([marks.even, marks.rows.map(({ at }) => at), table.rows]).toEqual([
      0.5,
      [0.75, 0.5, 0.25],
      [
        ['A', 1, 75],
        ['B', 2, 50],
        ['C', 3, 25],
      ],
    ]);
  });

  it('warn where many go round in circles, and only there', () => {
    const notes = [null, 0.8, 0.6, 0.4].map((consistency) => figureOf({ consistency }).notes.length);
    expect(notes).toEqual([1, 1, 1, 2]);
  });
});

describe('agreement in a word', () => {
  it('follows the cut-offs of its measure', () => {
    expect([0.6, 0.5, 0.3, 0.2, -0.9].map((value) => agreementWord(value, RANK_CORRELATION))).toEqual([
      'much',
      'some',
      'some',
      'little',
      'little',
    ]);
    expect([0.4, 0.2, 0].map((value) => agreementWord(value, KENDALL_U))).toEqual(['much', 'some', 'little']);
  });
});

describe('two groups over the whole sheet', () => {
  const questions = ['a', 'b', 'c'].map((question): QuestionResult => ({
    ...{ question, dimension: null, text: `Text of ${question}`, low: 1, high: 7 },
    result: held,
  }));

  it('RS23 are told of with their sizes and what sets them apart, and with nobody in them', () => {
    const camps = { sizes: [5, 6], questions: ['c', 'a', 'gone'], p: 0.01, silhouette: 0.4 } as const;
    expect(campsFinding({ camps, questions })).toEqual({
      finding: message('camps.finding', { larger: 6, smaller: 5 }),
      questions: ['Text of c', 'Text of a'],
      ask: message('camps.ask'),
    });
    expect(campsFinding({ camps: null, questions })).toBeNull();
  });
});
