import type { ChartContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { headingOf } from './axes.ts';
import type { ChartLook } from './chart-look.ts';
import { areNamedAtEnds, hasLegend } from './series.ts';

/** How many letters of the chart's text are about as wide as the chart. */
const LETTERS = 130;
/** What is written behind the ends takes no more of the width, and long names beside the bars that much. */
const MOST_BEHIND = 0.3;
const NAMES = 0.38;
/** Names of more letters than that are written in several lines. */
const LONG_NAME = 42;
/** Of the height: a legend, an axis's title, and its numbers. */
const LEGEND = 0.1;
const TITLE = 0.09;
const NUMBERS = 0.08;

/**
 * The room of bars and lines, less what is written behind their ends, for which Office leaves none. Beside long names the
 * bars keep their share of the width, so that those of several slides begin on one line.
 */
export function plotLayout(content: ChartContent, look: ChartLook): XmlElement {
  const isAcross = content.form === 'bars' || content.form === 'stacked-bars';
  const isLong = isAcross && content.categories.some((name) => name.length > LONG_NAME);
  const behind = Math.min(MOST_BEHIND, roomOf(content) / LETTERS);
  if (behind < 0.02 && !isLong) return element('c:layout');
  const { axis } = content;
  const beside = isLong ? NAMES : 0;
  const top = 0.01 + (hasLegend(content) ? LEGEND : 0);
  const title = isAcross && headingOf(axis, look) !== '' ? TITLE : 0;
  const numbers = isLong && (axis.numbers || axis.ends !== null) ? NUMBERS : 0;
  const at = (name: string, val: number | string) => element(name, { val });
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      // Names are outside of an inner room, and get what is left for them.
      at('c:layoutTarget', isLong ? 'inner' : 'outer'),
      at('c:xMode', 'edge'),
      at('c:yMode', 'edge'),
      at('c:x', round(look.rightToLeft ? behind : beside)),
      at('c:y', round(top)),
      at('c:w', round(1 - behind - beside)),
      at('c:h', round(0.99 - top - title - numbers)),
    ),
  );
}

/** In letters. */
function roomOf(content: ChartContent): number {
  if (content.form === 'lines') {
    return areNamedAtEnds(content) ? 2 + Math.max(...content.series.map(({ name }) => name.length)) : 0;
  }
  const { low, high, ends, format } = content.axis;
  const end = (ends?.high.length ?? 0) / 2;
  if (content.form !== 'bars') return content.form === 'stacked-bars' ? end : 0;
  const plot = LETTERS * 0.6;
  const behind = content.series.flatMap(({ values, labels }) =>
    values.map((value, at) => {
      const length = labels === 'none' ? 0 : labels === 'value' ? format.length + 2 : (labels[at]?.length ?? 0);
      const left = high > low ? (1 - ((value ?? low) - low) / (high - low)) * plot : plot;
      return value === null || length === 0 ? 0 : length + 1 - left;
    }),
  );
  return Math.max(0, end, ...behind);
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
