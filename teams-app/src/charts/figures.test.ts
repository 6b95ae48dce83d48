import { beforeAll, describe, expect, it } from '@jest/globals';
import { agreementFigure, type AgreementFigure } from '@plumbline/shared/figures/agreement';
import { layoutAgreement } from '@plumbline/shared/figures/agreement-layout';
import { allocationFigure } from '@plumbline/shared/figures/allocation';
import type { Figure } from '@plumbline/shared/figures/any-figure';
import { beforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { layoutBeforeAfter } from '@plumbline/shared/figures/before-after-layout';
import { sourceLine } from '@plumbline/shared/figures/figure';
import { heatmapFigure } from '@plumbline/shared/figures/heatmap';
import { layoutHeatmap } from '@plumbline/shared/figures/heatmap-layout';
import { importanceFigure } from '@plumbline/shared/figures/importance';
import { layoutImportance } from '@plumbline/shared/figures/importance-layout';
import { spoken, type Message } from '@plumbline/shared/figures/message';
import { meterFigure } from '@plumbline/shared/figures/meter';
import { layoutMeter } from '@plumbline/shared/figures/meter-layout';
import { layoutOptions } from '@plumbline/shared/figures/options-layout';
import { orderFigure } from '@plumbline/shared/figures/order';
import { perceptionFigure } from '@plumbline/shared/figures/perception';
import { layoutPerception } from '@plumbline/shared/figures/perception-layout';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { layoutProfile } from '@plumbline/shared/figures/profile-layout';
import { sampleFigures } from '@plumbline/shared/figures/sample';
import { overlap, STYLES, type Canvas, type FigureSize, type Scene } from '@plumbline/shared/figures/scene';
import { strengthsFigure } from '@plumbline/shared/figures/strengths';
import { trendFigure } from '@plumbline/shared/figures/trend';
import { layoutTrend } from '@plumbline/shared/figures/trend-layout';
import type {
  AllocationResult,
  DimensionResult,
  GroupResult,
  PairwiseResult,
  RankingResult,
  RevoteResult,
  ShownScale,
} from '@plumbline/shared/domain/results/shown';
import words from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import fc from 'fast-check';
import { createInstance } from 'i18next';

const i18n = createInstance();
const missing: string[] = [];

beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    resources: { en: { figures: words } },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text: string) => missing.push(text),
  });
});

function say(said: Message): string {
  return spoken(said, (key, values) =>
    i18n.t(key, { ...values, ns: 'figures', interpolation: { escapeValue: false } }),
  );
}

const held = fc.record({ status: fc.constant('held' as const), needed: fc.integer({ min: 1, max: 5 }) });
const place = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const shape = fc.constantFrom('aligned-high', 'aligned-low', 'lukewarm', 'spread', 'camps', 'unknown');
const band = fc.constantFrom('aligned', 'mixed', 'split');
const grain = fc.constantFrom('coarse', 'medium', 'fine');
const name = fc.constantFrom(
  'Vision',
  'Trust',
  'Responsibilities',
  'Communication and information flow between functions',
  'Donaudampfschifffahrtsgesellschaftskapitän',
);
const text = fc.constantFrom(
  'We agree.',
  'When two priorities collide, we already know which one gives way and who tells the people whose work it stops.',
);
const shownScale: fc.Arbitrary<ShownScale> = fc.record({
  status: fc.constant('shown'),
  grain,
  level: fc.option(fc.integer({ min: 4, max: 28 }).map((quarters) => quarters / 4)),
  favour: fc.option(place),
  band: fc.option(band),
  together: fc.option(place),
  shape,
  distribution: fc.constantFrom(
    null,
    [
      { from: 1, to: 2, count: 5 },
      { from: 3, to: 5, count: 0 },
      { from: 6, to: 7, count: 14 },
    ],
    [1, 2, 3, 4, 5, 6, 7].map((value) => ({ from: value, to: value, count: value + 1 })),
  ),
});
const dimensions: fc.Arbitrary<readonly DimensionResult[]> = fc
  .array(
    fc.record({
      title: name,
      importance: fc.option(place),
      result: fc.oneof(
        { weight: 1, arbitrary: held },
        {
          weight: 5,
          arbitrary: fc.record({
            status: fc.constant('shown' as const),
            grain,
            level: fc.option(place),
            band: fc.option(band),
            together: fc.option(place, { freq: 10 }),
            shape,
            gap: fc.option(place),
          }),
        },
      ),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((one, index) => ({ ...one, dimension: `d${String(index)}` })));
const revote: fc.Arbitrary<RevoteResult> = fc.oneof(
  held.map((result) => ({ ...result, question: 'q' })),
  fc.constant({ question: 'q', status: 'unchanged' as const }),
  fc.record({
    question: fc.constant('q'),
    status: fc.constant('moved' as const),
    before: shownScale,
    after: shownScale,
    meter: fc.constantFrom('closer', 'settled', 'further-apart'),
  }),
);
const source = fc.record({
  team: fc.constant('Northwind leaders'),
  meeting: fc.constant('November alignment'),
  answered: fc.option(fc.integer({ min: 5, max: 12 })),
  invited: fc.constant(12),
  minimumGroup: fc.constant(5),
  date: fc.constant(Date.UTC(2026, 10, 12)),
});
const options = fc
  .array(fc.record({ text: fc.oneof(name, text) }), { minLength: 1, maxLength: 10 })
  .map((all) => all.map((one, index) => ({ ...one, option: `p${String(index)}` })));
const agreement = fc.option(fc.integer({ min: -9, max: 9 }).map((tenths) => tenths / 10));
const tenth = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
/** Places by value, the largest first, equal ones shared. */
const placed = <T extends { readonly by: number }>(all: readonly T[]) =>
  [...all]
    .sort((a, b) => b.by - a.by)
    .map((one) => ({ ...one, place: 1 + all.filter(({ by }) => by > one.by).length }));
const each = <T>(value: fc.Arbitrary<T>) =>
  options.chain((all) =>
    fc
      .array(value, { minLength: all.length, maxLength: all.length })
      .map((values) => values.flatMap((by, index) => (all[index] ? [{ ...all[index], by }] : []))),
  );
const ranking: fc.Arbitrary<RankingResult['result']> = fc.oneof(
  held,
  fc
    .record({ all: each(tenth), agreement, orders: fc.constantFrom(null, 'one', 'another', 'several') })
    .map(({ all, ...rest }) => ({
      status: 'shown' as const,
      ...rest,
      concordance: null,
      order: placed(all).map(({ by, ...one }) => ({ ...one, meanRank: 1 + (1 - by) * (all.length - 1) })),
    })),
);
const allocation: fc.Arbitrary<AllocationResult['result']> = fc.oneof(
  held,
  fc
    .record({
      all: each(fc.integer({ min: 0, max: 20 })),
      grain,
      inCommon: fc.integer({ min: 5, max: 95 }),
      againstChance: agreement,
      median: fc.boolean(),
    })
    .map(({ all, median, ...rest }) => ({
      status: 'shown' as const,
      ...rest,
      options: all
        .map(({ by, ...one }) => ({
          ...one,
          mean: by * 5,
          median: median ? by : null,
        }))
        .sort((a, b) => b.mean - a.mean),
    })),
);
const pairwise: fc.Arbitrary<PairwiseResult['result']> = fc.oneof(
  held,
  fc.record({ all: each(tenth), grain, agreement, consistency: fc.option(tenth) }).map(({ all, ...rest }) => ({
    status: 'shown' as const,
    ...rest,
    order: placed(all).map(({ by, ...one }) => ({ ...one, strength: by })),
  })),
);

const groups: fc.Arbitrary<readonly GroupResult[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({
      status: fc.constant('held' as const),
      group: name,
      because: fc.constantFrom('too-small', 'rest-too-small', 'with-others'),
    }),
    fc
      .record({ group: name, ballots: fc.integer({ min: 5, max: 12 }), band, shape, together: place })
      .map(({ group, ballots, ...told }) => ({
        status: 'shown' as const,
        group,
        ballots,
        dimensions: ['Vision', 'Trust'].map((title, at) => ({
          dimension: title,
          title,
          result:
            at === 0
              ? { status: 'shown' as const, ...told }
              : { status: 'held' as const, because: 'would-tell' as const },
        })),
      })),
  ),
  { minLength: 1, maxLength: 4, selector: ({ group }) => group },
);

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc
    .record({ source, text, result: ranking })
    .map(({ source: from, ...asked }) => orderFigure({ source: from, ranking: { question: 'q', ...asked } })),
  fc
    .record({ source, text, result: allocation })
    .map(({ source: from, ...asked }) =>
      allocationFigure({ source: from, allocation: { question: 'q', total: 100, ...asked } }),
    ),
  fc
    .record({ source, text, result: pairwise })
    .map(({ source: from, ...asked }) => strengthsFigure({ source: from, pairwise: { question: 'q', ...asked } })),
  fc.record({ source, now: dimensions, before: fc.option(dimensions) }).map(profileFigure),
  fc.record({ source, dimensions }).map(importanceFigure),
  fc.record({ source, dimensions, groups }).map(heatmapFigure),
  fc.record({ source, text, result: fc.oneof(held, shownScale) }).map(({ text: asked, result, ...rest }) =>
    agreementFigure({
      ...rest,
      question: { question: 'q', dimension: null, text: asked, low: 1, high: 7, result },
    }),
  ),
  fc
    .record({ source, questions: fc.array(fc.record({ text, revote }), { minLength: 1, maxLength: 4 }) })
    .map(beforeAfterFigure),
  fc.record({ source, text, revote }).map(meterFigure),
  fc
    .record({
      source,
      questions: fc.array(
        fc.record({
          question: fc.uuid(),
          text,
          result: fc.oneof(
            held,
            fc
              .record({ guess: fc.integer({ min: 4, max: 28 }), answer: fc.integer({ min: 4, max: 28 }) })
              .map((pair) => ({
                status: 'shown' as const,
                guess: pair.guess / 4,
                answer: pair.answer / 4,
                gap: (pair.guess - pair.answer) / 4,
              })),
          ),
        }),
        { maxLength: 5 },
      ),
    })
    .map((from) => perceptionFigure({ ...from, scale: { low: 1, high: 7 } })),
  fc
    .record({
      source,
      waves: fc.array(
        fc.record({
          meeting: fc.constant('Q3'),
          date: fc.integer({ min: 0, max: 60 }).map((months) => Date.UTC(2024, months, 12)),
          answered: fc.option(fc.integer({ min: 5, max: 12 })),
          invited: fc.constant(12),
          instrumentChanged: fc.boolean(),
          membersChanged: fc.boolean(),
          dimensions,
        }),
        { maxLength: 9 },
      ),
    })
    .map(trendFigure),
);

/** What a screen reader says of the sample figures. */
const READ = {
  profile:
    'Together on 3 of 7; furthest apart on Priorities. Each dimension has its place from 0, far apart, to 100, together: Priorities 0, last time 25 (camps). Roles 25, last time 0 (spread). Responsibilities 25, last time 25 (spread). Expectations 50, last time 25 (spread). Strategy 75, last time 50 (lukewarm). Goals 75, last time 75 (together, high). Vision 100, last time 50 (together, high).',
  agreement:
    'Divided, toward both ends of the scale. Mean 3.7 on a scale from 1 to 7: 5 answered 1 to 2, 2 answered 3 to 5, 4 answered 6 to 7.',
  importance:
    'Talk first about Priorities and Roles. Across, the share of people who named it; up, how far apart we are, 0 together to 100 far apart: Priorities 80% and 100. Roles 60% and 75. Responsibilities 30% and 75. Expectations 20% and 50. Strategy 70% and 25. Goals 40% and 25. Vision 50% and 0.',
  'before-after':
    '1 of 3 moved closer together. Places from 0, far apart, to 100, together: “When two priorities collide, we already know which one gives way.” from 0 to 75, closer. “It is clear which results each leader here finally owns.” from 25 to 25, settled. “Where we put money and people matches the strategy we state.” too few changed their answer.',
  trend:
    'Vision came closer together since August 2026. Places from 0, far apart, to 100, together, oldest first: Priorities 50, 25, 25, 0. Roles 0, 25, 0, 25. Strategy 25, 50, 50, 75. Goals 50, 75, 75, 75. Vision 25, 25, 50, 100.',
  perception:
    'Our guesses were off on 2 of 3. On the scale from 1 to 7: “When two priorities collide, we already know which one gives way.” guessed 5.4, answered 3.1. “It is clear which results each leader here finally owns.” guessed 4.2, answered 5.1. “Where we put money and people matches the strategy we state.” guessed 4.8, answered 4.6.',
  meter:
    'Moving closer together. From 0 before the talk to 75 after, where 0 is far apart and 100 together. Closer, not yet together. Note what changed, and ask it again next time.',
  heatmap:
    'Operations is together on 6 of 6. Priorities: everybody camps, Operations together, low, Sales not shown. Roles: everybody in between, Operations held back, Sales not shown. Responsibilities: everybody in between, Operations together, low, Sales not shown. Expectations: everybody in between, Operations together, high, Sales not shown. Strategy: everybody lukewarm, Operations together, high, Sales not shown. Goals: everybody together, high, Operations together, high, Sales not shown. Vision: everybody together, high, Operations together, high, Sales not shown.',
  order:
    'On-time delivery comes first, with some agreement. Places with their mean, 1 the first and 3 the last: 1 On-time delivery, mean place 1.5. 2= The new route system, mean place 2.25. 2= Depot heads who stay, mean place 2.25.',
  allocation:
    'On-time delivery gets most, about 50 of 100 points. Mean points of 100, in wide steps: On-time delivery 50. The new route system 30. Depot heads who stay 10. Any two of us put about 50 of 100 points on the same things, on average.',
  strengths:
    'On-time delivery wins most trade-offs, with some agreement. How likely each one is to be preferred over another: 1 On-time delivery 75%. 2 The new route system 50%. 3 Depot heads who stay 25%.',
};

function layout(of: Figure, canvas: Canvas): Scene {
  switch (of.kind) {
    case 'profile':
      return layoutProfile(of, canvas);
    case 'agreement':
      return layoutAgreement(of, canvas, 5);
    case 'importance':
      return layoutImportance(of, canvas);
    case 'before-after':
      return layoutBeforeAfter(of, canvas);
    case 'trend':
      return layoutTrend(of, canvas);
    case 'perception':
      return layoutPerception(of, canvas);
    case 'meter':
      return layoutMeter(of, canvas);
    case 'heatmap':
      return layoutHeatmap(of, canvas);
    case 'order':
    case 'allocation':
    case 'strengths':
      return layoutOptions(of, canvas);
  }
}

function canvasOf(width: number, size: FigureSize): Canvas {
  // About the mean letter of Segoe UI.
  return { width, style: STYLES[size], say, measureText: (word, font) => word.length * font.size * 0.54 };
}

/** Labels that overlap another or leave the scene, by at least half a pixel. */
function faults(scene: Scene): readonly string[] {
  const labels = scene.marks.flatMap((mark) => (mark.kind === 'label' ? [mark] : []));
  const inset = (box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) => ({
    x: box.x + 0.5,
    y: box.y + 0.5,
    width: Math.max(0, box.width - 1),
    height: box.height - 1,
  });
  return labels.flatMap(({ text: word, box }, index) => [
    ...(box.x < -0.5 || box.y < -0.5 || box.x + box.width > scene.width + 0.5 || box.y + box.height > scene.height + 0.5
      ? [`"${word}" leaves the frame`]
      : []),
    ...labels
      .slice(index + 1)
      .filter((other) => word !== '' && other.text !== '' && overlap(inset(box), inset(other.box)))
      .map((other) => `"${word}" overlaps "${other.text}"`),
  ]);
}

const sized = fc.oneof(
  fc.record({ size: fc.constant<FigureSize>('panel'), width: fc.integer({ min: 248, max: 480 }) }),
  fc.record({ size: fc.constant<FigureSize>('page'), width: fc.integer({ min: 320, max: 1200 }) }),
  fc.record({ size: fc.constant<FigureSize>('stage'), width: fc.integer({ min: 640, max: 1200 }) }),
);

describe('figures in the catalogue', () => {
  it('say all they have to say in words, with nothing left to fill in', () => {
    fc.assert(
      fc.property(figure, (of) => {
        missing.length = 0;
        const cells = of.table.rows.flat().flatMap((cell) => (cell !== null && typeof cell === 'object' ? [cell] : []));
        const captions = of.table.caption === null ? [] : [of.table.caption];
        const messages = [of.title, of.altText, sourceLine(of.source), ...of.notes, ...captions, ...cells];
        const said = [...messages, ...of.table.columns.map(({ label }) => label)].map(say);
        expect(said.filter((sentence) => sentence === '' || sentence.includes('{{'))).toEqual([]);
        expect(missing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('have as many cells in a row as the table has columns', () => {
    fc.assert(
      fc.property(figure, ({ table }) => {
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }),
    );
  });

  it('read like this', () => {
    const sample = sampleFigures({ team: 'Northwind', meeting: 'November', date: Date.UTC(2026, 10, 12, 12) });
    const read = Object.values<Figure>(sample).map(({ kind, altText }) => [kind, say(altText)]);
    expect(Object.fromEntries(read)).toEqual(READ);
    expect(say(sourceLine(sample.profile.source)).replaceAll('\u00a0', ' ')).toBe(
      'Northwind · November · 11 of 12 answered · November 12, 2026',
    );
  });
});

describe('layouts', () => {
  it('keep every label in the frame and apart from every other, at any width', () => {
    fc.assert(
      fc.property(figure, sized, (of, { size, width }) => {
        expect(faults(layout(of, canvasOf(width, size)))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(figure, sized, (of, { size, width }) => {
        expect(layout(of, canvasOf(width, size))).toEqual(layout(of, canvasOf(width, size)));
      }),
      { numRuns: 30 },
    );
  });

  it('show the viewer’s own answer only when it is handed in', () => {
    const sample: AgreementFigure = sampleFigures({ team: 'N', meeting: 'M', date: 0 }).agreement;
    const tones = (own: number | null) =>
      layoutAgreement(sample, canvasOf(640, 'page'), own).marks.filter(({ tone }) => tone === 'own').length;
    expect([tones(null), tones(5)]).toEqual([0, 3]);
  });

  it('draw a column’s area, not its height, after the number of people', () => {
    const sample = sampleFigures({ team: 'N', meeting: 'M', date: 0 }).agreement;
    const boxes = layoutAgreement(sample, canvasOf(700, 'page'), null).marks.flatMap((mark) =>
      mark.kind === 'rect' ? [{ tone: mark.tone, width: mark.box.width, height: mark.box.height }] : [],
    );
    expect(boxes).toEqual([
      { tone: 'low', width: 196, height: 96 },
      { tone: 'middle', width: 296, height: 26 },
      { tone: 'high', width: 196, height: 77 },
    ]);
  });
});
