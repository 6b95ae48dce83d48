import type { DimensionResult, QuestionResult, RevoteResult, Shape, ShownScale } from '../domain/results/shown.ts';
import { DAY } from '../kernel/instant.ts';
import type { DocumentSource, DocumentWave, ShownRating } from '../ooxml/exhibits/source.ts';

const CLOSED = Date.UTC(2026, 10, 12, 15, 30);
const MEETING = 'meeting-4';

/** A whole meeting of a made-up team, as a leader is shown it: something of every kind that a document can take. */
export function exampleDocument(): DocumentSource {
  return {
    team: { trend: waves(), commitments: [{ id: 'c1', status: 'on-track' }] },
    meeting: {
      id: MEETING,
      team: { id: 'team-1', name: 'Northwind Executive Team', organisation: 'Northwind' },
      format: 'meeting',
      mode: 'anonymous',
      composition: { title: 'Q4 alignment' },
      openedAt: CLOSED - DAY,
      closedAt: CLOSED,
      sealed: true,
      revision: 41,
      minimumGroup: 5,
      leaders: 12,
      rounds: [
        {
          id: 'round-1',
          purpose: 'rating',
          questions: QUESTIONS.map(({ id, text }) => ({ id, kind: 'agreement' as const, text })),
        },
      ],
      topics: [
        {
          question: 'priorities-1',
          text: textOf('priorities-1'),
          step: 'done',
          change: 'Safety goes first, in writing.',
        },
        { question: 'roles-1', text: textOf('roles-1'), step: 'done', change: 'One page says who owns which result.' },
        { question: 'money-1', text: textOf('money-1'), step: 'waiting', change: '' },
      ],
      message: 'We do fewer things, and we do them together.',
      commitments: [
        commitment('c1', 'We decide by Friday which of two priorities gives way.', { question: 'priorities-1' }),
        commitment('c2', 'One page says who owns which result, and all of us have read it.', {
          question: 'roles-1',
          displaces: 'The three lists that we keep now.',
        }),
        commitment('c3', 'Depot heads hear the plan from us before they read it.', { question: null }),
      ],
      lastTime: [
        {
          commitment: {
            sentence: 'Each function names the two goals that it would give up.',
            owner: { name: 'Maya Lindqvist' },
            due: '2026-09-30',
            status: 'done',
            question: { text: textOf('goals-1') },
          },
          moved: 'closer',
        },
        {
          commitment: {
            sentence: 'We meet depot heads every month.',
            owner: { name: 'Jonas Weber' },
            due: '2026-10-15',
            status: 'dropped',
            question: null,
          },
          moved: null,
        },
      ],
    },
    results: {
      depth: 'full',
      rating: rating(),
      predictions: [
        { question: 'priorities-1', text: textOf('priorities-1'), result: shownGuess(5.4, 3.1) },
        { question: 'goals-1', text: textOf('goals-1'), result: shownGuess(4.9, 5.8) },
        { question: 'vision-1', text: textOf('vision-1'), result: { status: 'held', needed: 2 } },
      ],
      dots: null,
      revotes: [
        moved('priorities-1', [0, 0.75]),
        moved('roles-1', [0.25, 0.25]),
        { question: 'money-1', status: 'unchanged' },
      ],
      support: [],
      marks: null,
      worth: null,
      named: [],
    },
  };
}

/** The same before anything can be shown: it is open, and nobody has answered yet. */
export function documentWithoutResults(): DocumentSource {
  const { meeting } = exampleDocument();
  return {
    team: { trend: [], commitments: [] },
    meeting: {
      ...meeting,
      closedAt: null,
      sealed: false,
      topics: [],
      message: null,
      commitments: [],
      lastTime: [],
    },
    results: null,
  };
}

/** The same of too few people: everything that was asked is held. */
export function heldDocument(): DocumentSource {
  const { team, meeting, results } = exampleDocument();
  const held = { status: 'held', needed: 2 } as const;
  const { dimensions, questions, rankings, allocations, pairwise } = rating();
  const hold = <One extends object>(one: One) => ({ ...one, result: held });
  return {
    team: { ...team, trend: [] },
    meeting: { ...meeting, lastTime: [], topics: [], message: null },
    results: results && {
      ...results,
      rating: {
        ...{ invited: 12, ballots: null, minimumGroup: 5, camps: null },
        dimensions: dimensions.map((one) => ({ ...hold(one), importance: null })),
        questions: questions.map(hold),
        rankings: rankings.map(hold),
        allocations: allocations.map(hold),
        pairwise: pairwise.map(hold),
        groups: [{ status: 'held', group: 'Operations', because: 'too-small' }],
      },
      predictions: (results.predictions ?? []).map(hold),
      revotes: [{ question: 'priorities-1', ...held }],
    },
  };
}

const DIMENSIONS = [
  { id: 'priorities', title: 'Priorities', places: [0.5, 0.25, 0.25, 0], importance: 0.8 },
  { id: 'roles', title: 'Roles and responsibilities', places: [0, 0.25, 0, 0.25], importance: 0.6 },
  { id: 'money', title: 'Money and people', places: [0.25, 0.5, 0.25, 0.5], importance: 0.6 },
  { id: 'strategy', title: 'Strategy', places: [0.25, 0.5, 0.5, 0.75], importance: 0.7 },
  { id: 'goals', title: 'Goals', places: [0.5, 0.75, 0.75, 0.75], importance: 0.4 },
  { id: 'vision', title: 'Vision', places: [0.25, 0.25, 0.5, 1], importance: 0.5 },
] as const;

const QUESTIONS = [
  { id: 'priorities-1', text: 'When two priorities collide, we already know which one gives way.', shape: 'camps' },
  { id: 'roles-1', text: 'It is clear which results each leader here finally owns.', shape: 'spread' },
  { id: 'priorities-2', text: 'What is most important this quarter is the same for all of us.', shape: 'spread' },
  { id: 'money-1', text: 'Where we put money and people matches the strategy we state.', shape: 'spread' },
  { id: 'roles-2', text: 'Decisions are taken once, by those who answer for them.', shape: 'lukewarm' },
  { id: 'strategy-1', text: 'Each of us could say in one minute how we win.', shape: 'lukewarm' },
  { id: 'strategy-2', text: 'We have said no to something that others would have done.', shape: 'aligned-low' },
  { id: 'goals-1', text: 'Our goals can be reached by working together, and not otherwise.', shape: 'aligned-high' },
  { id: 'goals-2', text: 'I know which goal I would give up first.', shape: 'aligned-high' },
  {
    id: 'vision-1',
    text: 'When we talk to our people about the future, we tell the same story.',
    shape: 'aligned-high',
  },
] as const satisfies readonly { readonly id: string; readonly text: string; readonly shape: Shape }[];

/** Places from far apart to together, and answers below, around and above the middle. */
const OF_SHAPE: Readonly<Record<Shape, { readonly together: number; readonly counts: readonly number[] }>> = {
  camps: { together: 0, counts: [5, 2, 4] },
  spread: { together: 0.25, counts: [4, 4, 3] },
  unknown: { together: 0.25, counts: [4, 4, 3] },
  lukewarm: { together: 0.75, counts: [2, 7, 2] },
  'aligned-low': { together: 0.75, counts: [9, 2, 0] },
  'aligned-high': { together: 1, counts: [0, 2, 9] },
};

function textOf(question: string): string {
  return QUESTIONS.find(({ id }) => id === question)?.text ?? question;
}

function commitment(id: string, sentence: string, about: { question: string | null; displaces?: string }) {
  const { question, displaces = '' } = about;
  return { id, sentence, owner: { name: 'Amara Okafor' }, due: '2026-11-28', displaces, question };
}

function rating(): ShownRating {
  const asked = { question: 'order', text: 'What matters most of these?' };
  const [delivery, route, people] = [
    { option: 'p1', text: 'On-time delivery' },
    { option: 'p2', text: 'The new route system' },
    { option: 'p3', text: 'Depot heads who stay' },
  ] as const;
  return {
    ...{ invited: 12, ballots: 11, minimumGroup: 5 },
    dimensions: dimensionsAt(3),
    questions: QUESTIONS.map(({ id, text, shape }): QuestionResult => ({
      ...{ question: id, dimension: id.replace(/-\d$/, ''), text, low: 1, high: 7 },
      result: id === 'goals-2' ? { status: 'held', needed: 1 } : scale(shape),
    })),
    rankings: [
      {
        ...asked,
        result: {
          ...{ status: 'shown', orders: null, agreement: 0.4, concordance: null },
          order: [
            { ...delivery, place: 1, meanRank: 1.5 },
            { ...route, place: 2, meanRank: 2.25 },
            { ...people, place: 2, meanRank: 2.25 },
          ],
        },
      },
    ],
    allocations: [
      {
        ...{ question: 'points', text: 'Where would you put 100 points?', total: 100 },
        result: {
          ...{ status: 'shown', grain: 'medium', inCommon: 50, againstChance: null },
          options: [
            { ...delivery, mean: 50, median: null },
            { ...route, mean: 30, median: null },
            { ...people, mean: 10, median: null },
          ],
        },
      },
    ],
    pairwise: [
      {
        ...{ question: 'pairs', text: 'If only one of two can be had?' },
        result: {
          ...{ status: 'shown', grain: 'medium', agreement: 0.2, consistency: null },
          order: [
            { ...delivery, place: 1, strength: 0.75 },
            { ...route, place: 2, strength: 0.5 },
            { ...people, place: 3, strength: 0.25 },
          ],
        },
      },
    ],
    camps: { sizes: [6, 5], questions: ['priorities-1'], p: 0.02, silhouette: 0.6 },
    groups: [
      {
        ...{ status: 'shown', group: 'Operations', ballots: 6 },
        dimensions: DIMENSIONS.map(({ id, title }, place) => ({
          ...{ dimension: id, title },
          result:
            place === 1
              ? { status: 'held', because: 'would-tell' }
              : { status: 'shown', band: 'aligned', together: 5 / 6, shape: 'aligned-high' },
        })),
      },
      { status: 'held', group: 'Sales', because: 'too-small' },
    ],
  };
}

function dimensionsAt(wave: number): readonly DimensionResult[] {
  return DIMENSIONS.map(({ id, title, places, importance }): DimensionResult => {
    const together = places[wave] ?? 0;
    const shape: Shape = together === 0 ? 'camps' : together < 0.7 ? 'spread' : 'aligned-high';
    return {
      ...{ dimension: id, title, importance: wave === 3 ? importance : null },
      result: {
        ...{ status: 'shown', grain: 'medium', level: 0.5, band: bandOf(shape), together, shape },
        gap: 1 - Math.min(0.5, together),
      },
    };
  });
}

function waves(): readonly DocumentWave[] {
  return [0, 1, 2, 3].map((wave) => ({
    meeting: `meeting-${String(wave + 1)}`,
    title: `Q${String(wave + 1)} alignment`,
    closedAt: CLOSED - (3 - wave) * 91 * DAY,
    ballots: wave === 1 ? 9 : 11,
    invited: 12,
    changed: wave === 1 ? ['members'] : [],
    dimensions: dimensionsAt(wave),
  }));
}

function bandOf(shape: Shape): 'aligned' | 'mixed' | 'split' {
  if (shape === 'camps') return 'split';
  return shape === 'spread' || shape === 'unknown' ? 'mixed' : 'aligned';
}

function scale(shape: Shape): ShownScale {
  const { together, counts } = OF_SHAPE[shape];
  const [low = 0, middle = 0, high = 0] = counts;
  const level = shape === 'aligned-high' ? 6.1 : shape === 'aligned-low' ? 2.2 : 3.9;
  return {
    ...{ status: 'shown', grain: 'medium', level, favour: (level - 1) / 6, band: bandOf(shape), together, shape },
    distribution: [
      { from: 1, to: 2, count: low },
      { from: 3, to: 5, count: middle },
      { from: 6, to: 7, count: high },
    ],
  };
}

function moved(question: string, [from, to]: readonly [number, number]): RevoteResult {
  const at = (together: number): ShownScale => ({
    ...scale(together === 0 ? 'camps' : together < 0.7 ? 'spread' : 'lukewarm'),
    together,
    distribution: null,
  });
  const meter = to > from ? 'closer' : to < from ? 'further-apart' : 'settled';
  return { question, status: 'moved', before: at(from), after: at(to), meter };
}

function shownGuess(guess: number, answer: number) {
  return { status: 'shown', guess, answer, gap: Math.round((guess - answer) * 100) / 100 } as const;
}
