import type { ChartContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import type { ChartLook } from './chart-look.ts';
import { areNamedAtEnds, hasLegend } from './series.ts';

/** How many letters of the chart's text are about as wide as the chart. */
const LETTERS = 130;
const MOST = 0.3;
const LEGEND = 0.1;
const TITLE = 0.09;

/** The room of bars and lines, less what is written behind their ends: Office itself leaves none for labels. */
export function plotLayout(content: ChartContent, { rightToLeft }: ChartLook): XmlElement {
  const room = Math.min(MOST, roomOf(content) / LETTERS);
  if (room < 0.02) return element('c:layout');
  const isAcross = content.form === 'bars' || content.form === 'stacked-bars';
  const top = hasLegend(content) ? LEGEND : 0;
  const bottom = isAcross && content.axis.title !== null ? TITLE : 0;
  const at = (name: string, val: number | string) => element(name, { val });
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      at('c:layoutTarget', 'outer'),
      at('c:xMode', 'edge'),
      at('c:yMode', 'edge'),
      at('c:x', rightToLeft ? round(room) : 0),
      at('c:y', top + 0.01),
      at('c:w', round(1 - room)),
      at('c:h', round(0.98 - top - bottom)),
    ),
  );
}

/** In letters. */
function roomOf(content: ChartContent): number {
  if (content.form === 'lines') {
    return areNamedAtEnds(content) ? 2 + Math.max(...content.series.map(({ name }) => name.length)) : 0;
  }
  if (content.form !== 'bars') return 0;
  const { low, high, ends, format } = content.axis;
  const plot = LETTERS * 0.6;
  const behind = content.series.flatMap(({ values, labels }) =>
    values.map((value, at) => {
      const length = labels === 'none' ? 0 : labels === 'value' ? format.length + 2 : (labels[at]?.length ?? 0);
      const left = high > low ? (1 - ((value ?? low) - low) / (high - low)) * plot : plot;
      return value === null || length === 0 ? 0 : length + 1 - left;
    }),
  );
  return Math.max(0, (ends?.high.length ?? 0) / 2, ...behind);
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
