import type { ChartContent, ChartSeries, ValueAxis } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { inkOn, solidFill, type SchemeColour } from '../theme/colour.ts';
import { colourOf, wordsOf } from '../theme/palette.ts';
import { categoryData, seriesName, valueData } from './chart-data.ts';
import { categorySize } from './axes.ts';
import { PLOT_LETTERS, pointPlaces, type PointPlace } from './label-places.ts';
import { filled, lined, richText, textProperties, unseen, type ChartLook } from './chart-look.ts';

/** The series of a bar or column chart. */
export function barSeries(content: ChartContent, look: ChartLook): readonly XmlElement[] {
  const isStacked = content.form === 'stacked-bars';
  return content.series.map((series, at) => {
    const { mark, tone, tones = [] } = series;
    const points =
      mark === 'offset'
        ? []
        : tones.map((own, idx) => (own === tone ? null : barPoint(idx, colourOf(own, look.theme))));
    return element(
      'c:ser',
      {},
      ...seriesHead(content, at),
      mark === 'offset' ? unseen() : filled(colourOf(tone, look.theme)),
      element('c:invertIfNegative', { val: 0 }),
      ...points,
      labelsOf(series, look, { place: isStacked ? 'ctr' : 'outEnd', isInside: isStacked, axis: content.axis }),
      categoryData(content),
      valueData('c:val', content, at),
    );
  });
}

/** The series of a line chart; each is named at its last point where the names have room. */
export function lineSeries(content: ChartContent, look: ChartLook): readonly XmlElement[] {
  const named = areNamedAtEnds(content);
  return content.series.map((series, at) => {
    const colour = colourOf(series.tone, look.theme);
    const last = series.values.findLastIndex((value) => value !== null);
    return element(
      'c:ser',
      {},
      ...seriesHead(content, at),
      series.mark === 'line' ? lined(colour, series.tone === 'accent' ? 3 : 1.75) : unseenLine(),
      // In a legend a line is known by its shape too.
      marker(colour, series.tone === 'accent' ? 8 : 6, named ? 'circle' : SYMBOLS[at % SYMBOLS.length]),
      named && series.labels === 'none' && last >= 0
        ? nameAt(last, series, look)
        : labelsOf(series, look, { place: 't', isInside: false, axis: content.axis }),
      categoryData(content),
      valueData('c:val', content, at),
      element('c:smooth', { val: 0 }),
    );
  });
}

/** The one series of a chart of points: x, y, and a name at each. */
export function pointSeries(content: ChartContent, look: ChartLook): XmlElement {
  const [across] = content.series;
  const tone = across?.tone ?? 'quiet';
  const points = (across?.tones ?? []).map((own, idx) => {
    if (own === tone) return null;
    return element(
      'c:dPt',
      {},
      element('c:idx', { val: idx }),
      marker(colourOf(own, look.theme), 10),
      element('c:bubble3D', { val: 0 }),
    );
  });
  return element(
    'c:ser',
    {},
    element('c:idx', { val: 0 }),
    element('c:order', { val: 0 }),
    seriesName(content, 1),
    unseenLine(),
    marker(colourOf(tone, look.theme), 9),
    ...points,
    across
      ? labelsOf(across, look, { place: 'r', places: pointPlaces(content, look), isInside: false, axis: content.axis })
      : null,
    valueData('c:xVal', content, 0),
    valueData('c:yVal', content, 1),
    element('c:smooth', { val: 0 }),
  );
}

/** Whether a legend tells the series apart: where there are several, and nothing else says which is which. */
export function hasLegend(content: ChartContent): boolean {
  const drawn = content.series.filter(({ mark }) => mark !== 'offset');
  return content.legend && content.form !== 'points' && drawn.length > 1 && !areNamedAtEnds(content);
}

/** Whether the ends of lines are far enough from each other to be named there, so that no legend is needed. */
export function areNamedAtEnds({ form, series, axis }: ChartContent): boolean {
  if (form !== 'lines' || series.length < 2) return false;
  const ends = series
    .flatMap(({ values }) => values.findLast((value) => value !== null) ?? [])
    .toSorted((a, b) => a - b);
  const room = (axis.high - axis.low) * 0.07;
  return ends.length === series.length && ends.every((end, at) => at === 0 || end - (ends[at - 1] ?? 0) >= room);
}

function seriesHead(content: ChartContent, at: number): readonly XmlElement[] {
  return [element('c:idx', { val: at }), element('c:order', { val: at }), seriesName(content, at)];
}

function barPoint(idx: number, colour: SchemeColour): XmlElement {
  return element(
    'c:dPt',
    {},
    element('c:idx', { val: idx }),
    element('c:invertIfNegative', { val: 0 }),
    element('c:bubble3D', { val: 0 }),
    filled(colour),
  );
}

function marker(colour: SchemeColour, size: number, symbol = 'circle'): XmlElement {
  const outline = element('a:ln', { w: 9_525 }, solidFill({ scheme: 'bg1' }));
  return element(
    'c:marker',
    {},
    element('c:symbol', { val: symbol }),
    element('c:size', { val: size }),
    element('c:spPr', {}, solidFill(colour), outline),
  );
}

function unseenLine(): XmlElement {
  return element('c:spPr', {}, element('a:ln', { w: 19_050 }, element('a:noFill')));
}

interface LabelPlace {
  readonly place: 'ctr' | 'outEnd' | PointPlace;
  /** Where they stand at single points. */
  readonly places?: readonly PointPlace[];
  /** Stands on the mark, and so in ink that can be read on it. */
  readonly isInside: boolean;
  readonly axis: ValueAxis;
}

const SYMBOLS = ['circle', 'square', 'diamond', 'triangle'] as const;

function labelsOf(series: ChartSeries, look: ChartLook, at: LabelPlace): XmlElement {
  const { labels, tone, tones = [], values, mark } = series;
  const { place, places = [], isInside, axis } = at;
  if (labels === 'none' || mark === 'offset') return element('c:dLbls', {}, ...shown(null));
  const inkAt = (at: number): SchemeColour =>
    isInside ? inkOn(colourOf(tones[at] ?? tone, look.theme), look.theme) : { scheme: 'tx1' };
  const size = categorySize(values.length, look) - 1;
  const text = (at: number) => ({ colour: inkAt(at), size });
  const position = element('c:dLblPos', { val: place });
  if (labels === 'value') {
    // A zero has no bar that a number could stand on.
    const hidden = values.map((value, idx) => (isInside && value === 0 ? noLabel(idx) : null));
    return element(
      'c:dLbls',
      {},
      ...hidden,
      format(axis),
      unseen(),
      textProperties(text(0), look),
      position,
      ...shown('c:showVal'),
    );
  }
  const own = values.map((value, idx) => {
    const words = labels[idx] ?? null;
    if (words === null || value === null) return noLabel(idx);
    // Words that are longer than their bar would run out of it in ink that is made for it.
    const isLong = isInside && !fitsIn(words, value, axis);
    const ink = isLong ? { ...text(idx), colour: { scheme: 'tx1' } as const } : text(idx);
    return element(
      'c:dLbl',
      {},
      element('c:idx', { val: idx }),
      element('c:tx', {}, richText(words, ink, look)),
      isLong ? filled({ scheme: 'bg1' }) : null,
      element('c:dLblPos', { val: places[idx] ?? place }),
      ...shown('c:showVal'),
    );
  });
  return element(
    'c:dLbls',
    {},
    ...own,
    format(axis),
    unseen(),
    textProperties(text(0), look),
    position,
    ...shown('c:showVal'),
  );
}

function fitsIn(words: string, value: number, { low, high }: ValueAxis): boolean {
  return words.length <= 4 || (Math.abs(value) / Math.max(high - low, 1e-9)) * PLOT_LETTERS > words.length + 2;
}

function nameAt(idx: number, { tone, values }: ChartSeries, look: ChartLook): XmlElement {
  const words = { colour: wordsOf(tone, look.theme), size: look.textSize, bold: tone === 'accent' };
  const label = element(
    'c:dLbl',
    {},
    element('c:idx', { val: idx }),
    // Lines of the axis end before the name.
    filled({ scheme: 'bg1' }),
    textProperties(words, look),
    element('c:dLblPos', { val: idx === values.length - 1 ? (look.rightToLeft ? 'l' : 'r') : 't' }),
    ...shown('c:showSerName'),
  );
  return element('c:dLbls', {}, label, ...shown(null));
}

function format(axis: ValueAxis): XmlElement {
  return element('c:numFmt', { formatCode: axis.format, sourceLinked: 0 });
}

function noLabel(idx: number): XmlElement {
  return element('c:dLbl', {}, element('c:idx', { val: idx }), element('c:delete', { val: 1 }));
}

const SHOWN = ['c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'];

function shown(what: 'c:showVal' | 'c:showSerName' | null): readonly XmlElement[] {
  return SHOWN.map((name) => element(name, { val: name === what ? 1 : 0 }));
}
