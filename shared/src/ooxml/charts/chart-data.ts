import type { ChartContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { cellOf, rangeOf, type CellValue, type Sheet } from '../workbook/workbook.ts';
import { offsetFormulas } from './offset-formulas.ts';

/** The sheet that a chart's data lies in. */
const DATA_SHEET = 'Data';

/** The data of a chart as its workbook has it: categories down, series across. */
export function dataSheet(content: ChartContent): Sheet {
  const { categories, series } = content;
  const formulas = offsetFormulas(content);
  return {
    name: DATA_SHEET,
    rows: [
      ['', ...series.map(({ name }) => name)],
      ...categories.map((category, row): readonly CellValue[] => [
        category,
        ...series.map(({ values }, at): CellValue => {
          const value = shownValue(values[row]);
          const formula = formulas.get(at)?.[row];
          return value === null || formula === undefined ? value : { formula, value };
        }),
      ]),
    ],
  };
}

/** The name of a series: `c:tx`. */
export function seriesName({ series }: ChartContent, at: number): XmlElement {
  return element('c:tx', {}, stringReference(cellOf(DATA_SHEET, at + 1, 0), [series[at]?.name ?? '']));
}

/** The categories under a name of the schema's: `c:cat`. */
export function categoryData({ categories }: ChartContent): XmlElement {
  return element('c:cat', {}, stringReference(columnRange(0, categories.length), categories));
}

/** The values of a series under a name of the schema's: `c:val`, `c:xVal`, `c:yVal`. */
export function valueData(name: 'c:val' | 'c:xVal' | 'c:yVal', content: ChartContent, at: number): XmlElement {
  const values = content.series[at]?.values ?? [];
  const cache = element(
    'c:numCache',
    {},
    element('c:formatCode', {}, 'General'),
    element('c:ptCount', { val: content.categories.length }),
    ...content.categories.map((_, idx) => {
      const value = shownValue(values[idx]);
      return value === null ? null : element('c:pt', { idx }, element('c:v', {}, String(value)));
    }),
  );
  const formula = element('c:f', {}, columnRange(at + 1, content.categories.length));
  return element(name, {}, element('c:numRef', {}, formula, cache));
}

/** What no file can hold is nothing to show. */
function shownValue(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function columnRange(column: number, rows: number): string {
  return rangeOf(DATA_SHEET, column, { from: 1, to: Math.max(1, rows) });
}

function stringReference(formula: string, texts: readonly string[]): XmlElement {
  const points = texts.map((text, idx) => element('c:pt', { idx }, element('c:v', {}, text)));
  const cache = element('c:strCache', {}, element('c:ptCount', { val: texts.length }), ...points);
  return element('c:strRef', {}, element('c:f', {}, formula), cache);
}
