import { describe, expect, it } from '@jest/globals';
import { fileResultsOf, shortRows } from '../../testing/file-rows.ts';
import { questionResult } from '../../testing/shown-results.ts';

describe('EX1 the rows of a question on a scale', () => {
  it('has no bars where none are shown, and says so', () => {
    const few = shortRows(fileResultsOf({ questions: [questionResult([6, 6, 7, 7, 6])] }));
    expect(few).toEqual([
      'questions | Text of q | measure.low | 1',
      'questions | Text of q | measure.high | 7',
      'questions | Text of q | measure.status | shown',
      'questions | Text of q | measure.grain | grain.coarse',
      'questions | Text of q | measure.mean | 6.5',
      'questions | Text of q | measure.band | band.aligned',
      'questions | Text of q | measure.together | 83',
      'questions | Text of q | measure.shape | shape.aligned-high',
      'questions | Text of q | measure.distribution | not-shown',
    ]);
  });

  it('has the bars that are shown, in a named meeting each point', () => {
    const rows = shortRows(fileResultsOf({ questions: [questionResult([6, 6, 7], { mode: 'named' })] }));
    expect(rows.slice(-2)).toEqual([
      'questions | Text of q | agreement.row.bin 6 | 2',
      'questions | Text of q | agreement.row.bin 7 | 1',
    ]);
  });
});

describe('EX3 the rows of each kind', () => {
  it('has what a ranking, points and pairs show of the whole, then of each option', () => {
    const [ships, route] = [
      { option: 'a', text: 'Ships', place: 1 },
      { option: 'b', text: 'Route', place: 2 },
    ] as const;
    const grain = 'coarse';
    const rows = shortRows(
      fileResultsOf({
        rankings: [
          {
            question: 'r',
            text: 'Order',
            result: {
              status: 'shown',
              order: [
                { ...ships, meanRank: 1.5 },
                { ...route, meanRank: 2 },
              ],
              orders: null,
              agreement: -0.3,
              concordance: null,
            },
          },
        ],
        allocations: [
          {
            question: 'p',
            text: 'Points',
            total: 100,
            result: {
              status: 'shown',
              grain,
              options: [{ option: 'a', text: 'Ships', mean: 500 / 7, median: null }],
              inCommon: 50,
              againstChance: null,
            },
          },
        ],
        pairwise: [
          {
            question: 'c',
            text: 'Pairs',
            result: {
              status: 'shown',
              grain,
              order: [{ ...ships, strength: 0.7 }],
              agreement: 0.4,
              consistency: null,
            },
          },
          { question: 'h', text: 'Held', result: { status: 'held', needed: 2 } },
        ],
      }),
    );
    expect(rows).toEqual([
      'ranking | Order | measure.status | shown',
      'ranking | Order | measure.spearman | -0.3',
      'ranking | Order | Ships | column.place | 1',
      'ranking | Order | Ships | column.mean-place | 1.5',
      'ranking | Order | Route | column.place | 2',
      'ranking | Order | Route | column.mean-place | 2',
      'allocation | Points | measure.total | 100',
      'allocation | Points | measure.status | shown',
      'allocation | Points | measure.grain | grain.coarse',
      'allocation | Points | measure.in-common | 50',
      'allocation | Points | Ships | column.mean-points | 71.43',
      'pairs | Pairs | measure.status | shown',
      'pairs | Pairs | measure.grain | grain.coarse',
      'pairs | Pairs | measure.kendall-u | 0.4',
      'pairs | Pairs | Ships | column.place | 1',
      'pairs | Pairs | Ships | column.preferred | 70',
      'pairs | Held | measure.status | held 2',
    ]);
  });

  it('has groups, in words as the screens, and why one is held', () => {
    const rows = shortRows(
      fileResultsOf({
        groups: [
          { status: 'held', group: 'Sales', because: 'rest-too-small' },
          {
            status: 'shown',
            group: 'Ops',
            ballots: 6,
            dimensions: [
              {
                dimension: 'v',
                title: 'Vision',
                result: { status: 'shown', band: 'split', together: 0, shape: 'camps' },
              },
              { dimension: 'r', title: 'Roles', result: { status: 'held', because: 'would-tell' } },
            ],
          },
        ],
      }),
    );
    expect(rows).toEqual([
      'groups | Sales | measure.status | group.rest-too-small 5',
      'groups | Ops | measure.status | shown',
      'groups | Ops | measure.answered | 6',
      'groups | Vision | Ops | measure.status | shown',
      'groups | Vision | Ops | measure.band | band.split',
      'groups | Vision | Ops | measure.shape | shape.camps',
      'groups | Roles | Ops | measure.status | heatmap.held.would-tell',
    ]);
  });

  it('has what came after the rating', () => {
    const asked = questionResult([2, 3, 6, 6, 7], { id: 'q1' });
    const rows = shortRows({
      ...fileResultsOf({ questions: [asked] }),
      predictions: [{ question: 'q1', text: 'Q', result: { status: 'shown', guess: 5, answer: 4.5, gap: 0.5 } }],
      dots: { status: 'shown', ballots: 6, options: [{ option: 'a', dots: 4 }] },
      revotes: [{ question: 'q1', status: 'unchanged' }],
      support: [{ commitment: 'commitment-1', result: { status: 'shown', mean: 4.25, shape: 'aligned-high' } }],
      marks: { status: 'shown', mean: 0.9, shape: 'aligned-high' },
      worth: { status: 'held', needed: 1 },
    }).filter((row) => !row.startsWith('questions'));
    expect(rows).toEqual([
      'guesses | Q | measure.status | shown',
      'guesses | Q | column.guess | 5',
      'guesses | Q | column.answer | 4.5',
      'guesses | Q | column.gap | 0.5',
      'dots | measure.status | shown',
      'dots | measure.answered | 6',
      'dots | =Delivery | measure.dots | 4',
      'revotes | Text of q1 | measure.status | before-after.unchanged',
      'support | +We ship in May | measure.status | shown',
      'support | +We ship in May | measure.mean | 4.25',
      'marks | measure.status | shown',
      // Beside all and none stands for these too.
      'marks | measure.same | same-share.or-more 90',
      'worth | measure.status | held 1',
    ]);
  });
});
