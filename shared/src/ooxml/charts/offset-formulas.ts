import type { ChartContent } from '../exhibit.ts';
import { addressOf, localRange } from '../workbook/workbook.ts';

/**
 * The formulas of offsets that follow from the other columns, by series: where the low side and half of the middle end on
 * one line in every row, somebody who changes a number in the workbook sees its bar move about that line.
 */
export function offsetFormulas({ series, categories }: ChartContent): ReadonlyMap<number, readonly string[]> {
  const offset = series.findIndex(({ mark }) => mark === 'offset');
  const lows = columnsOf(series, ['low-strong', 'low']);
  const middles = columnsOf(series, ['middle']);
  if (offset === -1 || lows.length + middles.length === 0) return new Map();
  const leftOf = (row: number) => [
    ...lows.map((at) => series[at]?.values[row] ?? 0),
    ...middles.map((at) => (series[at]?.values[row] ?? 0) / 2),
  ];
  const rows = categories.flatMap((_, row) => {
    const start = series[offset]?.values[row] ?? null;
    const left = sum(leftOf(row));
    return start === null ? [] : [{ left, line: start + left }];
  });
  const line = Math.max(...rows.map(({ left }) => left));
  // An offset that is made of something else stays the number that it is.
  if (rows.length === 0 || rows.some((row) => !(Math.abs(row.line - line) < 1e-9))) return new Map();
  const whole = (at: number) => localRange(at + 1, { from: 1, to: categories.length });
  const farthest = [...lows.map(whole), ...middles.map((at) => `${whole(at)}/2`)].join('+');
  const formulas = categories.map((_, row) => {
    const own = (at: number) => addressOf(at + 1, row + 1);
    const taken = [...lows.map(own), ...middles.map((at) => `${own(at)}/2`)].join('-');
    // SUMPRODUCT lets a formula of one cell look at all rows, in every version of Excel.
    return `SUMPRODUCT(MAX(${farthest}))-${taken}`;
  });
  return new Map([[offset, formulas]]);
}

function columnsOf(series: ChartContent['series'], tones: readonly string[]): readonly number[] {
  return series.flatMap(({ tone, mark }, at) => (mark !== 'offset' && tones.includes(tone) ? [at] : []));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
