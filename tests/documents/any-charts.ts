import type { ChartContent, ChartSeries, Tone } from '@plumbline/shared/ooxml/exhibit';
import fc from 'fast-check';

/** Charts as they may come: of every form, with holes, odd names, and numbers below zero. */
export function anyChart(): fc.Arbitrary<ChartContent> {
  return fc
    .record({
      form: fc.constantFrom('bars', 'stacked-bars', 'columns', 'lines', 'points'),
      count: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 8 }) }, fc.constant(40)),
    })
    .chain(({ form, count }) =>
      fc.record({
        form: fc.constant(form),
        categories: fc.array(anyName(), { minLength: count, maxLength: count }),
        series: fc
          .array(anySeries(form, count), { minLength: form === 'points' ? 2 : 1, maxLength: form === 'points' ? 2 : 5 })
          .map((all) => all.map((series, at) => ({ ...series, id: `s${at}` }))),
        axis: fc.record({
          low: fc.constantFrom(-20, 0, 1),
          high: fc.constantFrom(5, 7, 100),
          step: fc.constantFrom(null, 1, 25),
          ends: fc.option(fc.record({ low: anyName(), high: anyName() })),
          title: fc.option(anyName()),
          numbers: fc.boolean(),
          format: fc.constantFrom('0', '0.0#', '0%'),
        }),
        legend: fc.boolean(),
      }),
    );
}

const TONES: readonly Tone[] = [
  'accent',
  'second',
  'quiet',
  'low-strong',
  'low',
  'middle',
  'high',
  'high-strong',
  'line-1',
  'line-2',
  'line-3',
  'line-4',
  'line-5',
];

function anyName(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'R&D <"\'>',
      ']]>',
      'وضوح الأدوار',
      '👩‍💻 People',
      'a\nb',
      '\u0000\uFFFE',
      '=1+1',
      ' ',
      'x'.repeat(300),
    ),
  );
}

function anySeries(form: ChartContent['form'], count: number): fc.Arbitrary<ChartSeries> {
  const each = <One>(one: fc.Arbitrary<One>) => fc.array(one, { minLength: count, maxLength: count });
  const tone = fc.constantFrom(...TONES);
  return fc
    .record({
      name: anyName(),
      values: each(
        fc.option(fc.oneof(fc.integer({ min: -20, max: 100 }), fc.double({ min: -20, max: 100, noNaN: true }))),
      ),
      tone,
      tones: fc.option(each(tone), { nil: undefined }),
      mark: form === 'lines' ? fc.constantFrom('line', 'markers') : fc.constantFrom('bar', 'offset'),
      labels: fc.oneof(fc.constantFrom('none', 'value'), each(fc.option(anyName()))),
    })
    .map(({ tones, ...series }) => ({ id: '', ...series, ...(tones ? { tones } : {}) }));
}
