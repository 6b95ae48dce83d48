import type { ChartContent } from '@plumbline/shared/ooxml/exhibit';
import { fitted, LETTER, PICTURE, type Shape } from './shapes.ts';

const LABELS = 104;
const MOST_ROWS = 7;

/** Horizontal bars with the names before them; the offset of a range or of a diverging bar takes room and is not seen. */
export function barShapes(chart: ChartContent): readonly Shape[] {
  const names = chart.categories.slice(0, MOST_ROWS);
  const row = PICTURE.height / Math.max(names.length, 3);
  const scale = scaleOf(chart, { from: LABELS, to: PICTURE.width - 4 });
  return names.flatMap((name, at) => {
    const middle = at * row + row / 2;
    const label: Shape = {
      kind: 'text',
      at: { x: LABELS - 6, y: middle + LETTER.size / 3 },
      text: fitted(name, LABELS - 8),
      anchor: 'end',
    };
    return [label, ...barsOf(chart, { at, middle, row, scale })];
  });
}

interface Row {
  readonly at: number;
  readonly middle: number;
  readonly row: number;
  readonly scale: (value: number) => number;
}

function barsOf(chart: ChartContent, { at, middle, row, scale }: Row): readonly Shape[] {
  const isStacked = chart.form === 'stacked-bars' || chart.series.some(({ mark }) => mark === 'offset');
  const height = Math.min(16, row * 0.62);
  const bars = chart.series.filter(({ mark }) => mark === 'bar' || mark === 'offset');
  const slim = isStacked ? height : height / Math.max(bars.length, 1);
  const shapes: Shape[] = [];
  let start = chart.axis.low;
  bars.forEach((series, nth) => {
    const value = series.values[at];
    if (value === null || value === undefined) return;
    const end = isStacked ? start + value : value;
    if (series.mark === 'bar') {
      const [x, to] = [scale(isStacked ? start : chart.axis.low), scale(end)];
      // A value at the very start of the axis is a value too.
      const width = Math.max(to - x, isStacked && value === 0 ? 0 : 2);
      const y = middle - height / 2 + (isStacked ? 0 : nth * slim);
      shapes.push({
        kind: 'box',
        x,
        y,
        width,
        height: Math.max(slim - 1, 2),
        paint: series.tones?.[at] ?? series.tone,
      });
    }
    if (isStacked) start = end;
  });
  for (const series of chart.series) {
    const value = series.values[at];
    if (series.mark !== 'bar' && series.mark !== 'offset' && typeof value === 'number') {
      shapes.push({ kind: 'dot', at: { x: scale(value), y: middle }, paint: series.tones?.[at] ?? series.tone });
    }
  }
  return shapes;
}

/** Places values of the axis between two edges; what lies beyond an end stops there. */
export function scaleOf(
  { axis }: Pick<ChartContent, 'axis'>,
  { from, to }: { readonly from: number; readonly to: number },
): (value: number) => number {
  const span = axis.high - axis.low || 1;
  return (value) => from + Math.min(1, Math.max(0, (value - axis.low) / span)) * (to - from);
}
