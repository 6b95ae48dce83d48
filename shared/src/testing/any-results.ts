import fc from 'fast-check';
import type { DimensionResult, GroupResult, MeanResult, RevoteResult, ShownScale } from '../domain/results/shown.ts';
import type { FileMeeting, FileResults } from '../figures/results-file/source.ts';

const QUESTIONS = ['q1', 'q2', 'q3'] as const;
const OPTIONS = [
  { id: 'a', text: '=Delivery' },
  { id: 'b', text: 'Route, "north"; =1' },
] as const;
const ROUND = 'round-1';

/** A meeting whose names and texts a spreadsheet could take for formulas. */
export const MEETING_OF_RESULTS: FileMeeting = {
  team: { name: '=Executive team', organisation: '@Northwind' },
  format: 'meeting',
  mode: 'anonymous',
  composition: { title: '-Q4, “plan”' },
  closedAt: Date.UTC(2026, 10, 12, 23, 30),
  revision: 41,
  minimumGroup: 5,
  leaders: 12,
  rounds: [
    {
      id: ROUND,
      purpose: 'rating',
      questions: [
        ...QUESTIONS.map((id) => ({ id, kind: 'agreement' as const, text: textOf(id) })),
        { id: 'priorities', kind: 'ranking', text: 'Order', options: OPTIONS, most: 2 },
        { id: 'points', kind: 'allocation', text: 'Points', options: OPTIONS, total: 100 },
        { id: 'pairs', kind: 'pairwise', text: 'Pairs', options: OPTIONS },
      ],
    },
    {
      id: 'round-2',
      purpose: 'dots',
      questions: [{ id: 'dots', kind: 'dots', text: 'Where?', options: OPTIONS, dots: 3 }],
    },
  ],
  commitments: [{ id: 'commitment-1', sentence: '+We ship in May' }],
};

/** Any results that have the form of a view, also such as no ballots give. */
export function anyResults(): fc.Arbitrary<FileResults> {
  return fc.oneof(
    { weight: 3, arbitrary: anonymousResults },
    fc.tuple(anonymousResults, named).map(([results, names]) => ({
      ...results,
      named: ROUNDS_OF_NAMES.map((round) => ({ ...round, answers: names })),
    })),
    anonymousResults.map(({ rating }) => ({
      ...NOTHING,
      depth: 'dimensions' as const,
      rating: withoutQuestions(rating),
    })),
  );
}

const ROUNDS_OF_NAMES = [
  { round: ROUND, purpose: 'rating' },
  { round: 'round-2', purpose: 'dots' },
] as const;

const NOTHING: FileResults = {
  depth: 'full',
  rating: null,
  predictions: null,
  dots: null,
  revotes: [],
  support: [],
  marks: null,
  worth: null,
  named: [],
};

function textOf(question: string): string {
  return `=Text of ${question}`;
}

function withoutQuestions(rating: FileResults['rating']): FileResults['rating'] {
  return rating && { ...rating, questions: [], rankings: [], allocations: [], pairwise: [], camps: null, groups: [] };
}

/** Numbers that are told apart from one another, so that one that is not the view's is found out. */
const share = fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100);
const count = fc.integer({ min: 2, max: 97 });
const held = fc.record({ status: fc.constant('held' as const), needed: fc.integer({ min: 1, max: 5 }) });
const shape = fc.constantFrom('aligned-high', 'aligned-low', 'lukewarm', 'spread', 'camps', 'unknown');
const band = fc.constantFrom('aligned', 'mixed', 'split');
const grain = fc.constantFrom('coarse', 'medium', 'fine', 'exact');
const option = fc.constantFrom(...OPTIONS).map(({ id, text }) => ({ option: id, text }));

const scale: fc.Arbitrary<ShownScale> = fc
  .tuple(
    fc.record({ status: fc.constant('shown' as const), grain, shape }),
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ level: share.map((way) => 1 + 6 * way), favour: share, band, together: share }),
      },
      fc.constant({ level: null, favour: null, band: null, together: null }),
    ),
    fc.option(
      fc.tuple(count, count).map(([low, high]) => [
        { from: 1, to: 3, count: low },
        { from: 4, to: 4, count: high },
      ]),
    ),
  )
  .map(([kind, place, distribution]) => ({ ...kind, ...place, distribution }));

const dimension = (id: string): fc.Arbitrary<DimensionResult> =>
  fc.record({
    dimension: fc.constant(id),
    title: fc.constant(`@Dimension ${id}`),
    importance: fc.option(share),
    result: fc.oneof(
      held,
      fc.record({
        status: fc.constant('shown' as const),
        grain,
        shape,
        level: fc.option(share),
        band: fc.option(band),
        together: fc.option(share),
        gap: fc.option(share),
      }),
    ),
  });

const question = (id: string) =>
  fc.record({
    question: fc.constant(id),
    dimension: fc.constantFrom('d1', 'd2', null),
    text: fc.constant(textOf(id)),
    low: fc.constant(1),
    high: fc.constant(7),
    result: fc.oneof({ weight: 3, arbitrary: scale }, held),
  });

const group: fc.Arbitrary<GroupResult> = fc.oneof(
  fc.record({
    status: fc.constant('held' as const),
    group: fc.constant('-Sales'),
    because: fc.constantFrom('too-small' as const, 'rest-too-small' as const, 'with-others' as const),
  }),
  fc.record({
    status: fc.constant('shown' as const),
    group: fc.constant('Engineering'),
    ballots: count,
    dimensions: fc.tuple(
      fc.record({
        dimension: fc.constant('d1'),
        title: fc.constant('@Dimension d1'),
        result: fc.oneof(
          fc.record({
            status: fc.constant('shown' as const),
            band: fc.option(band),
            together: fc.option(share),
            shape,
          }),
          fc.record({
            status: fc.constant('held' as const),
            because: fc.constantFrom('few-answers' as const, 'would-tell' as const),
          }),
        ),
      }),
    ),
  }),
);

const ranking = fc.record({
  question: fc.constant('priorities'),
  text: fc.constant('Order'),
  result: fc.oneof(
    held,
    fc.record({
      status: fc.constant('shown' as const),
      order: fc.array(
        fc.tuple(option, fc.integer({ min: 1, max: 2 }), share).map(([of, place, way]) => ({
          ...of,
          place,
          meanRank: 1 + way,
        })),
        { maxLength: 2 },
      ),
      orders: fc.constantFrom('one' as const, 'another' as const, 'several' as const, null),
      agreement: fc.option(share.map((way) => -way)),
      concordance: fc.option(fc.record({ people: count, w: fc.option(share) })),
    }),
  ),
});

const allocation = fc.record({
  question: fc.constant('points'),
  text: fc.constant('Points'),
  total: fc.constant(100),
  result: fc.oneof(
    held,
    fc.record({
      status: fc.constant('shown' as const),
      grain,
      options: fc.array(
        fc
          .tuple(option, share, fc.option(count))
          .map(([of, way, median]) => ({ ...of, mean: (1_000 * way) / 7, median })),
        { maxLength: 2 },
      ),
      inCommon: share.map((way) => 100 * way),
      againstChance: fc.option(share),
    }),
  ),
});

const pairs = fc.record({
  question: fc.constant('pairs'),
  text: fc.constant('Pairs'),
  result: fc.oneof(
    held,
    fc.record({
      status: fc.constant('shown' as const),
      grain,
      order: fc.array(
        fc.tuple(option, share).map(([of, strength]) => ({ ...of, place: 1, strength })),
        { maxLength: 2 },
      ),
      agreement: fc.option(share),
      consistency: fc.option(share),
    }),
  ),
});

const rating = fc.record({
  invited: fc.constant(98),
  ballots: fc.option(count),
  minimumGroup: fc.constantFrom(2, 5),
  dimensions: fc.tuple(dimension('d1'), dimension('d2')),
  questions: fc.tuple(...QUESTIONS.map(question)),
  rankings: fc.array(ranking, { maxLength: 1 }),
  allocations: fc.array(allocation, { maxLength: 1 }),
  pairwise: fc.array(pairs, { maxLength: 1 }),
  camps: fc.option(
    fc.record({ sizes: fc.tuple(count, count), questions: fc.constant(['q2']), p: share, silhouette: share }),
  ),
  groups: fc.array(group, { maxLength: 2 }),
});

const revote: fc.Arbitrary<RevoteResult> = fc.oneof(
  held.map((result) => ({ ...result, question: 'q1' })),
  fc.constant({ question: 'q1', status: 'unchanged' as const }),
  fc.record({
    question: fc.constant('q1'),
    status: fc.constant('moved' as const),
    before: scale,
    after: scale,
    meter: fc.constantFrom('closer' as const, 'settled' as const, 'further-apart' as const),
  }),
);

const guess = fc.record({
  question: fc.constant('q3'),
  text: fc.constant(textOf('q3')),
  result: fc.oneof(
    held,
    fc.record({ status: fc.constant('shown' as const), guess: share, answer: share, gap: share.map((way) => -way) }),
  ),
});

const dots = fc.oneof(
  held,
  fc.record({
    status: fc.constant('shown' as const),
    ballots: count,
    options: fc.array(fc.record({ option: fc.constantFrom('a', 'gone'), dots: count }), { maxLength: 2 }),
  }),
);

const mean: fc.Arbitrary<MeanResult> = fc.oneof(
  held,
  fc.record({ status: fc.constant('shown' as const), mean: share, shape }),
);

const anonymousResults: fc.Arbitrary<FileResults> = fc.record({
  depth: fc.constant('full' as const),
  rating: fc.option(rating, { freq: 9 }),
  predictions: fc.option(fc.array(guess, { maxLength: 1 })),
  dots: fc.option(dots),
  revotes: fc.array(revote, { maxLength: 2 }),
  support: fc.array(fc.record({ commitment: fc.constant('commitment-1'), result: mean }), { maxLength: 1 }),
  marks: fc.option(mean),
  worth: fc.option(mean),
  named: fc.constant([]),
});

const scaleAnswer = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map((value) => ({ kind: 'scale' as const, value })),
  fc.constant({ kind: 'cannot-say' as const }),
);
const named = fc.array(
  fc.record({
    name: fc.constantFrom('=Maya Lindqvist', ''),
    answers: fc.record(
      {
        q1: scaleAnswer,
        q2: scaleAnswer,
        priorities: fc.constant({ kind: 'ranking' as const, order: ['b', 'a'] }),
        points: fc.constant({ kind: 'allocation' as const, points: { a: 61, b: 39 } }),
        pairs: fc.constant({ kind: 'pairwise' as const, choices: [{ preferred: 'a', over: 'b' }] }),
        dots: fc.constant({ kind: 'dots' as const, on: ['a'] }),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 3 },
);
