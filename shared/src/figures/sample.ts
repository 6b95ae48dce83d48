import type {
  Band,
  DimensionResult,
  QuestionResult,
  RevoteResult,
  Shape,
  ShownScale,
} from '../domain/results/shown.ts';
import { DAY, type Instant } from '../kernel/instant.ts';
import { agreementFigure } from './agreement.ts';
import { allocationFigure } from './allocation.ts';
import type { Figure } from './any-figure.ts';
import type { TrendWave } from './basis.ts';
import { beforeAfterFigure } from './before-after.ts';
import type { FigureSource } from './figure.ts';
import { heatmapFigure } from './heatmap.ts';
import { importanceFigure } from './importance.ts';
import { meterFigure } from './meter.ts';
import { orderFigure } from './order.ts';
import { perceptionFigure } from './perception.ts';
import { profileFigure } from './profile.ts';
import { strengthsFigure } from './strengths.ts';
import { trendFigure } from './trend.ts';

const QUARTER = 91 * DAY;

/** One figure of every kind from a made-up team, for previews that are marked as samples. */
export function sampleFigures(from: { readonly team: string; readonly meeting: string; readonly date: Instant }): {
  readonly [Kind in Figure['kind']]: Extract<Figure, { kind: Kind }>;
} {
  const source: FigureSource = { ...from, answered: 11, invited: 12, minimumGroup: 5 };
  return {
    profile: profileFigure({ source, now: NOW, before: BEFORE }),
    agreement: agreementFigure({ source, question: COLLIDE }),
    importance: importanceFigure({ source, dimensions: NOW }),
    'before-after': beforeAfterFigure({
      source,
      questions: [
        { text: COLLIDE.text, revote: revote({ question: 'q1', before: 0, after: 0.75, meter: 'closer' }) },
        { text: OWNS, revote: revote({ question: 'q2', before: 0.25, after: 0.25, meter: 'settled' }) },
        { text: MONEY, revote: { question: 'q3', status: 'unchanged' } },
      ],
    }),
    trend: trendFigure({ source, waves: waves(from.date) }),
    perception: perceptionFigure({
      source,
      scale: { low: 1, high: 7 },
      questions: [
        { question: 'q1', text: COLLIDE.text, result: { status: 'shown', guess: 5.4, answer: 3.1, gap: 2.3 } },
        { question: 'q2', text: OWNS, result: { status: 'shown', guess: 4.2, answer: 5.1, gap: -0.9 } },
        { question: 'q3', text: MONEY, result: { status: 'shown', guess: 4.8, answer: 4.6, gap: 0.2 } },
      ],
    }),
    meter: meterFigure({
      source,
      text: COLLIDE.text,
      revote: revote({ question: 'q1', before: 0, after: 0.75, meter: 'closer' }),
    }),
    heatmap: heatmapFigure({
      source,
      dimensions: NOW,
      groups: [
        {
          status: 'shown',
          group: 'Operations',
          ballots: 6,
          dimensions: NOW.map(({ dimension, title }, place) => ({
            dimension,
            title,
            result:
              place === 1
                ? { status: 'held', because: 'would-tell' }
                : {
                    status: 'shown',
                    band: 'aligned',
                    together: 5 / 6,
                    shape: place < 3 ? 'aligned-low' : 'aligned-high',
                  },
          })),
        },
        { status: 'held', group: 'Sales', because: 'too-small' },
      ],
    }),
    order: orderFigure({
      source,
      ranking: {
        ...ASKED,
        result: {
          status: 'shown',
          agreement: 0.4,
          orders: null,
          concordance: null,
          order: [
            { ...DELIVERY, place: 1, meanRank: 1.5 },
            { ...ROUTE, place: 2, meanRank: 2.25 },
            { ...PEOPLE, place: 2, meanRank: 2.25 },
          ],
        },
      },
    }),
    allocation: allocationFigure({
      source,
      allocation: {
        ...ASKED,
        total: 100,
        result: {
          status: 'shown',
          grain: 'medium',
          inCommon: 50,
          againstChance: null,
          options: [
            { ...DELIVERY, mean: 50, median: null },
            { ...ROUTE, mean: 30, median: null },
            { ...PEOPLE, mean: 10, median: null },
          ],
        },
      },
    }),
    strengths: strengthsFigure({
      source,
      pairwise: {
        ...ASKED,
        result: {
          status: 'shown',
          grain: 'medium',
          agreement: 0.2,
          consistency: null,
          order: [
            { ...DELIVERY, place: 1, strength: 0.75 },
            { ...ROUTE, place: 2, strength: 0.5 },
            { ...PEOPLE, place: 3, strength: 0.25 },
          ],
        },
      },
    }),
  };
}

const ASKED = { question: 'priorities', text: 'What matters most of these?' };
const DELIVERY = { option: 'p1', text: 'On-time delivery' };
const ROUTE = { option: 'p2', text: 'The new route system' };
const PEOPLE = { option: 'p3', text: 'Depot heads who stay' };

const OWNS = 'It is clear which results each leader here finally owns.';
const MONEY = 'Where we put money and people matches the strategy we state.';

const COLLIDE: QuestionResult = {
  question: 'q1',
  dimension: 'priorities',
  text: 'When two priorities collide, we already know which one gives way.',
  low: 1,
  high: 7,
  result: {
    status: 'shown',
    grain: 'medium',
    level: 3.7,
    favour: 0.45,
    band: 'split',
    together: 0,
    shape: 'camps',
    distribution: [
      { from: 1, to: 2, count: 5 },
      { from: 3, to: 5, count: 2 },
      { from: 6, to: 7, count: 4 },
    ],
  },
};

const NOW: readonly DimensionResult[] = [
  sampleDimension('Priorities', { together: 0, shape: 'camps', importance: 0.8 }),
  sampleDimension('Roles', { together: 0.25, shape: 'spread', importance: 0.6 }),
  sampleDimension('Responsibilities', { together: 0.25, shape: 'spread', importance: 0.3 }),
  sampleDimension('Expectations', { together: 0.5, shape: 'spread', importance: 0.2 }),
  sampleDimension('Strategy', { together: 0.75, shape: 'lukewarm', importance: 0.7 }),
  sampleDimension('Goals', { together: 0.75, shape: 'aligned-high', importance: 0.4 }),
  sampleDimension('Vision', { together: 1, shape: 'aligned-high', importance: 0.5 }),
];

const BEFORE: readonly DimensionResult[] = [
  sampleDimension('Priorities', { together: 0.25, shape: 'spread', importance: null }),
  sampleDimension('Roles', { together: 0, shape: 'camps', importance: null }),
  sampleDimension('Responsibilities', { together: 0.25, shape: 'spread', importance: null }),
  sampleDimension('Expectations', { together: 0.25, shape: 'spread', importance: null }),
  sampleDimension('Strategy', { together: 0.5, shape: 'spread', importance: null }),
  sampleDimension('Goals', { together: 0.75, shape: 'aligned-high', importance: null }),
  sampleDimension('Vision', { together: 0.5, shape: 'spread', importance: null }),
];

/** A dimension of the medium grain; its id is its title in lower case. */
function sampleDimension(
  title: string,
  at: { readonly together: number; readonly shape: Shape; readonly importance: number | null },
): DimensionResult {
  const { together, shape, importance } = at;
  const level = shape === 'aligned-high' ? 0.8 : 0.5;
  return {
    dimension: title.toLowerCase(),
    title,
    result: {
      status: 'shown',
      grain: 'medium',
      level,
      band: bandOf(shape),
      together,
      shape,
      gap: 1 - Math.min(level, together),
    },
    importance,
  };
}

function bandOf(shape: Shape): Band {
  if (shape === 'camps') return 'split';
  return shape === 'spread' || shape === 'unknown' ? 'mixed' : 'aligned';
}

function scale(together: number): ShownScale {
  const shape: Shape = together === 0 ? 'camps' : together < 0.7 ? 'spread' : 'lukewarm';
  const grain = 'medium';
  return { status: 'shown', grain, level: 4, favour: 0.5, band: bandOf(shape), together, shape, distribution: null };
}

function revote(of: {
  readonly question: string;
  readonly before: number;
  readonly after: number;
  readonly meter: 'closer' | 'settled' | 'further-apart';
}): RevoteResult {
  const { question, before, after, meter } = of;
  return { question, status: 'moved', before: scale(before), after: scale(after), meter };
}

function waves(date: Instant): readonly TrendWave[] {
  const places: readonly (readonly [string, ...number[]])[] = [
    ['Priorities', 0.5, 0.25, 0.25, 0],
    ['Roles', 0, 0.25, 0, 0.25],
    ['Strategy', 0.25, 0.5, 0.5, 0.75],
    ['Goals', 0.5, 0.75, 0.75, 0.75],
    ['Vision', 0.25, 0.25, 0.5, 1],
  ];
  return [1, 2, 3, 4].map((wave) => ({
    meeting: `Q${String(wave)}`,
    date: date - (4 - wave) * QUARTER,
    answered: wave === 2 ? 9 : 11,
    invited: 12,
    instrumentChanged: false,
    membersChanged: wave === 2,
    dimensions: places.flatMap(([title, ...values]) => {
      const together = values[wave - 1];
      return together === undefined
        ? []
        : [sampleDimension(title, { together, shape: together < 0.7 ? 'spread' : 'aligned-high', importance: null })];
    }),
  }));
}
