import type { ChartContent, ChartSeries, Written, WrittenBody } from '../exhibit.ts';
import { cacheIn, seriesOf, type ChartCache } from '../lint/chart-caches.ts';
import { cellsIn } from '../workbook/workbook-cells.ts';
import { childOf, type XmlElement } from '../package/xml.ts';

/** One series as it is drawn now. */
export interface DrawnSeries {
  readonly element: XmlElement;
  /** Which series of ours it is; `null` for one that somebody added. */
  readonly id: string | null;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What a chart draws now, by its caches. */
export interface DrawnChart {
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
}

/** Reads what a chart draws; its series are known by their names, else by the column that they are read from. */
export function drawnChart(
  chart: XmlElement,
  ids: readonly { readonly id: string; readonly name: string }[],
): DrawnChart {
  const all = seriesOf(chart);
  const categories = all.flatMap((series) => cacheUnder(series, ['c:cat']) ?? [])[0];
  return {
    categories: categories ? textsIn(categories) : [],
    series: all.map((element) => {
      const values = cacheUnder(element, VALUES);
      const name = cacheUnder(element, ['c:tx']);
      const text = name ? (textsIn(name)[0] ?? '') : '';
      return { element, id: idOf(values, text, ids), name: text, values: values ? numbersIn(values) : [] };
    }),
  };
}

/** The values of a chart of points across, which its series reads beside its own. */
export function valuesAcross(series: XmlElement): readonly (number | null)[] | null {
  const across = cacheUnder(series, ['c:xVal']);
  return across ? numbersIn(across) : null;
}

/** What was written last, as far as it is known: texts of labels are marks, which are enough to draw their looks. */
export function baseContent(next: ChartContent, drawn: DrawnChart, written: Written | null): ChartContent | null {
  if (written?.body.form !== 'chart') return null;
  const { series, axis, upAxis } = written.body;
  const categories = next.form === 'points' ? next.categories : drawn.categories;
  return {
    form: next.form,
    categories,
    series: series.map((one) => ({ ...one, values: valuesOf(one, drawn, categories.length) })),
    axis,
    ...(upAxis ? { upAxis } : {}),
    legend: next.legend,
  };
}

/** The marks of the labels at the points of a series; those of a chart of points are of the values across. */
export function labelMarks(body: WrittenBody | undefined, id: string, isPoints: boolean): readonly (string | null)[] {
  if (body?.form !== 'chart') return [];
  const one = isPoints ? body.series[0] : body.series.find((series) => series.id === id);
  return one && typeof one.labels !== 'string' ? one.labels : [];
}

const VALUES = ['c:val', 'c:yVal'];

function cacheUnder(series: XmlElement, names: readonly string[]): ChartCache | null {
  for (const name of names) {
    const owner = childOf(series, name);
    if (owner) return cacheIn(owner);
  }
  return null;
}

function idOf(
  values: ChartCache | null,
  name: string,
  ids: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const named = ids.filter((one) => one.name === name);
  if (named.length === 1) return named[0]?.id ?? null;
  const [first] = cellsIn(values?.formula ?? '')?.cells ?? [];
  // Categories are in the first column.
  return first === undefined ? null : (ids[columnOf(first) - 1]?.id ?? null);
}

function columnOf(address: string): number {
  const letters = address.replace(/\d+$/, '');
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textsIn({ count, points }: ChartCache): readonly string[] {
  const texts = new Map(points.map(({ idx, text }) => [idx, text ?? '']));
  return Array.from({ length: Math.min(count ?? 0, MOST) }, (_, idx) => texts.get(idx) ?? '');
}

function numbersIn({ count, points }: ChartCache): readonly (number | null)[] {
  const numbers = new Map(points.map(({ idx, text }) => [idx, text === null ? NaN : Number(text)]));
  return Array.from({ length: Math.min(count ?? 0, MOST) }, (_, idx) => {
    const number = numbers.get(idx);
    return number === undefined || Number.isNaN(number) ? null : number;
  });
}

/** More points than any figure has; a count that somebody made up must not fill the memory. */
const MOST = 10_000;

function valuesOf({ id }: Pick<ChartSeries, 'id'>, drawn: DrawnChart, count: number): readonly (number | null)[] {
  const values = drawn.series.find((series) => series.id === id)?.values;
  // A series that is only read across is drawn with numbers, whichever they are, so that its labels are.
  return values ?? Array.from({ length: count }, () => 0);
}
