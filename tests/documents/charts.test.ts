import { describe, expect, it } from '@jest/globals';
import type { ChartContent, Tone } from '@plumbline/shared/ooxml/exhibit';
import { parseInsertion } from '@plumbline/shared/ooxml/insertion';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { cellsOf } from '@plumbline/shared/ooxml/workbook/workbook-cells';
import { readPackage, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import { contrastOf, distanceOf, hexOf, inkOn } from '@plumbline/shared/ooxml/theme/colour';
import { colourOf, quietText, wordsOf } from '@plumbline/shared/ooxml/theme/palette';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import fc from 'fast-check';
import { anyChart } from './any-charts.ts';
import { chartDeck, THEMES } from './carrier.ts';
import { faultsOf } from './validated.ts';

const SAMPLES = sampleExhibits().flatMap(({ body }) => (body.form === 'chart' ? [body.chart] : []));
const CHART = 'ppt/charts/chart1.xml';
const WORKBOOK = 'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx';

describe('Charts of every form', () => {
  it.each(THEMES)('OF10 are taken by Office as they are, in the colours of a deck: $name', async (colours) => {
    expect(new Set(SAMPLES.map(({ form }) => form))).toEqual(
      new Set(['bars', 'stacked-bars', 'columns', 'lines', 'points']),
    );
    const { bytes, pack } = chartDeck(SAMPLES, { colours });
    expect(await faultsOf(bytes, 'pptx')).toEqual([]);
    expect(lintPackage(pack)).toEqual([]);
  });

  it('OF10 are taken by Office from right to left too', async () => {
    const { bytes, pack } = chartDeck(SAMPLES, { rightToLeft: true });
    expect(await faultsOf(bytes, 'pptx')).toEqual([]);
    expect(chartXml(pack)).toContain('<c:orientation val="maxMin"/><c:max');
  });

  it('OF10 have a workbook that is taken for itself, and says what the chart is to nobody but us', async () => {
    const { pack } = chartDeck(SAMPLES);
    const workbook = partOf(pack, WORKBOOK);
    expect(await faultsOf(workbook, 'xlsx')).toEqual([]);
    const [exhibit] = sampleExhibits();
    const kept = cellsOf(workbook)?.get('plumbline')?.get('A1');
    expect(parseInsertion(String(kept))).toEqual(exhibit && sampleInsertion(exhibit, 0));
    const opened = readPackage(workbook);
    expect(opened.ok && partText(opened.value, 'xl/workbook.xml')).toContain('state="veryHidden"');
  });

  it('OF10 are drawn and edited with the same numbers, whatever is in them', async () => {
    const made: ChartContent[] = [];
    fc.assert(
      fc.property(anyChart(), fc.boolean(), (content, rightToLeft) => {
        const { pack } = chartDeck([content], { rightToLeft });
        // Looks at counts, indexes, axes, places of labels, and at each cache beside the cells that it names.
        expect(lintPackage(pack)).toEqual([]);
        const drawn = descendantsOf(readPart(pack, CHART) ?? never(), 'c:pt');
        expect(drawn.length).toBeGreaterThan(0);
        made.push(content);
      }),
      { numRuns: 20, endOnFailure: true },
    );
    const { bytes } = chartDeck(made);
    expect(await faultsOf(bytes, 'pptx')).toEqual([]);
  });

  it('OF10 have a gap where there is nothing to show, also where it is no number', () => {
    const bars = chart({ values: [1, null, Number.NaN, Number.POSITIVE_INFINITY, -5] });
    const { pack } = chartDeck([bars]);
    const values = descendantsOf(readPart(pack, CHART) ?? never(), 'c:val')[0] ?? never();
    expect(descendantsOf(values, 'c:pt').map((point) => [point.attributes['idx'], textOf(point)])).toEqual([
      ['0', '1'],
      ['4', '-5'],
    ]);
    expect(descendantsOf(values, 'c:ptCount')[0]?.attributes['val']).toBe('5');
    expect(chartXml(pack)).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('OF10 move their bars about the middle when somebody changes a number in the workbook', () => {
    const likert = SAMPLES.find(({ series }) => series.some(({ tone }) => tone === 'middle')) ?? never();
    const opened = readPackage(partOf(chartDeck([likert]).pack, WORKBOOK));
    const formulas = opened.ok ? partText(opened.value, 'xl/worksheets/sheet1.xml') : '';
    expect(formulas).toContain('<f>SUMPRODUCT(MAX(C$2:C$5+D$2:D$5/2))-C2-D2/2</f><v>0</v>');
    expect(formulas).toContain('-C5-D5/2</f><v>5</v>');
    // A range starts where it starts: nothing else in its row says so.
    const range = SAMPLES.find(({ series }) => series[0]?.mark === 'offset' && series.length === 2) ?? never();
    const ranged = readPackage(partOf(chartDeck([range]).pack, WORKBOOK));
    expect(ranged.ok && partText(ranged.value, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('OF10 leave room for what is written behind the ends of bars', () => {
    const room = (label: string) => {
      const { pack } = chartDeck([chart({ values: [100], labels: [label] })]);
      return Number(/<c:w val="([\d.]+)"/.exec(chartXml(pack))?.[1] ?? 1);
    };
    expect(room('5')).toBeGreaterThan(0.95);
    expect(room('together, and high on the scale')).toBeLessThan(0.8);
    expect(room('x'.repeat(500))).toBeCloseTo(0.7);
  });

  it('OF10 keep the share of their bars beside names of any length, and clear of what stands under them', () => {
    const plain = chart({ values: [50] });
    const layoutOf = (content: ChartContent, rightToLeft = false) =>
      Object.fromEntries(
        [...chartXml(chartDeck([content], { rightToLeft }).pack).matchAll(/<c:([xwh]) val="([\d.]+)"/g)].map(
          ([, name = '', value]) => [name, Number(value)] as const,
        ),
      );
    const long = {
      ...plain,
      categories: ['When two priorities collide, we already know which one of them gives way.'],
    };
    expect(layoutOf(long)).toEqual({ x: 0.38, w: 0.62, h: 0.98 });
    expect(layoutOf(long, true)).toEqual({ x: 0, w: 0.62, h: 0.98 });
    const titled = { ...long, axis: { ...long.axis, numbers: true, ends: { low: 'little', high: 'much' } } };
    expect(layoutOf(titled)['h']).toBeCloseTo(0.81);
    expect(layoutOf(plain)).toEqual({});
  });

  it('OF10 write words on their own ground where their bar is too short for them', () => {
    const range = SAMPLES.find(({ series }) => series[0]?.mark === 'offset' && series.length === 2) ?? never();
    const label = (value: number) => {
      const [offset, move] = [range.series[0] ?? never(), range.series[1] ?? never()];
      const series = [offset, { ...move, values: [value, null, null], labels: ['0 → 75, closer', null, null] }];
      const { pack } = chartDeck([{ ...range, series }]);
      return descendantsOf(readPart(pack, CHART) ?? never(), 'c:dLbl').map(
        (one) => descendantsOf(one, 'a:schemeClr')[0]?.attributes['val'],
      )[0];
    };
    expect([label(75), label(3)]).toEqual(['bg1', 'tx1']);
  });

  it('OF10 have no bar that is a wall, and room above the tallest column', () => {
    const thickness = (form: ChartContent['form'], count: number) => {
      const text = chartXml(chartDeck([{ ...chart({ values: Array(count).fill(50) }), form }]).pack);
      return 1 / count / (1 + Number(/<c:gapWidth val="(\d+)"/.exec(text)?.[1]) / 100);
    };
    for (const form of ['bars', 'stacked-bars'] as const) {
      for (const count of [1, 2, 3, 4, 9])
        expect([form, count, thickness(form, count) < 0.17]).toEqual([form, count, true]);
    }
    const columns = { ...chart({ values: [3, 100] }), form: 'columns' } as const;
    const highOf = (content: ChartContent) =>
      Number(/<c:max val="([\d.]+)"/.exec(chartXml(chartDeck([content]).pack))?.[1]);
    expect(highOf(columns)).toBeGreaterThan(105);
    expect(highOf({ ...columns, axis: { ...columns.axis, numbers: true } })).toBe(100);
  });

  it('OF10 let no line of the axis run through the name of a line', () => {
    const trend = SAMPLES.find(({ form }) => form === 'lines') ?? never();
    const ends = trend.series.map((series, at) => ({ ...series, labels: 'none' as const, values: [1, 20 * at] }));
    const { pack } = chartDeck([{ ...trend, categories: ['then', 'now'], series: ends }]);
    const names = descendantsOf(readPart(pack, CHART) ?? never(), 'c:dLbl');
    expect(names.length).toBe(ends.length);
    const grounds = names.map((name) => descendantsOf(name, 'a:schemeClr')[0]?.attributes['val']);
    expect(grounds).toEqual(names.map(() => 'bg1'));
  });

  it('OF10 put the name of a point where no other name, point or axis is', () => {
    const near = SAMPLES.find(({ form }) => form === 'points') ?? never();
    const [across, up] = [near.series[0] ?? never(), near.series[1] ?? never()];
    const names = ['Priorities', 'Roles', 'Strategy', 'Goals', 'Vision'];
    const series = [
      { ...across, values: [50, 53, 100, 20, 30] },
      { ...up, values: [50, 50, 50, 0, 90] },
    ];
    const { pack } = chartDeck([{ ...near, categories: names, series }]);
    const labels = descendantsOf(readPart(pack, CHART) ?? never(), 'c:dLbl');
    const places = labels.map((label) => descendantsOf(label, 'c:dLblPos')[0]?.attributes['val']);
    expect(places).toEqual(['l', 'r', 'l', 't', 'r']);
  });
});

describe('The colours of a chart', () => {
  it.each(THEMES)('OF11 are seen on the background, and told from each other: $name', (colours) => {
    const { theme } = chartDeck([], { colours });
    const hex = (tone: Tone) => hexOf(colourOf(tone, theme), theme);
    const background = theme.colours.bg1;
    for (const tone of MARKS) expect([tone, contrastOf(hex(tone), background) >= 3]).toEqual([tone, true]);
    expect(contrastOf(hexOf(quietText(theme), theme), background)).toBeGreaterThanOrEqual(4.5);
    for (const tone of MARKS) {
      expect([tone, contrastOf(hexOf(wordsOf(tone, theme), theme), background) >= 4.5]).toEqual([tone, true]);
    }
    for (const tone of [...MARKS, 'middle'] as const) {
      const fill = colourOf(tone, theme);
      expect([tone, contrastOf(hexOf(inkOn(fill, theme), theme), hexOf(fill, theme)) >= 4.5]).toEqual([tone, true]);
    }
    expect(distanceOf(hex('low'), hex('high'))).toBeGreaterThan(0.15);
    expect(distanceOf(hex('low'), hex('middle'))).toBeGreaterThan(0.15);
    expect(distanceOf(hex('accent'), hex('quiet'))).toBeGreaterThan(0.15);
    expect(new Set(['accent', ...LINES].map((tone) => hex(tone as Tone))).size).toBe(6);
  });

  it.each(THEMES)('OF11 and its fonts are those of the theme, by their names: $name', (colours) => {
    const { pack } = chartDeck(SAMPLES, { colours });
    for (let n = 1; n <= SAMPLES.length; n += 1) {
      const text = partText(pack, `ppt/charts/chart${n}.xml`);
      expect(text).not.toMatch(/srgbClr|sysClr|prstClr/);
      expect(new Set(text.match(/typeface="[^"]*"/g))).toEqual(
        new Set(['typeface="+mn-lt"', 'typeface="+mn-ea"', 'typeface="+mn-cs"']),
      );
    }
  });
});

const LINES = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5'] as const;
/** The middle of a scale is fainter on purpose: it stands between two that are seen, and has its number on it. */
const MARKS: readonly Tone[] = ['accent', 'second', 'quiet', 'low-strong', 'low', 'high', 'high-strong', ...LINES];

function chart({
  values,
  labels = 'value',
}: {
  readonly values: readonly (number | null)[];
  readonly labels?: readonly string[] | 'value';
}): ChartContent {
  return {
    form: 'bars',
    categories: values.map((_, at) => `Row ${at}`),
    series: [{ id: 'now', name: 'now', values, tone: 'accent', mark: 'bar', labels }],
    axis: { low: -10, high: 100, step: null, ends: null, title: null, numbers: false, format: '0' },
    legend: false,
  };
}

function chartXml(pack: OpcPackage): string {
  return partText(pack, CHART);
}

function partText(pack: OpcPackage, name: string): string {
  return new TextDecoder().decode(partOf(pack, name));
}

function partOf(pack: OpcPackage, name: string): Uint8Array {
  return pack.parts.get(name) ?? never();
}

function never(): never {
  throw new Error('It is not there');
}
