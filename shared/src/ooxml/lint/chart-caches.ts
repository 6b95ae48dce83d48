import { childOf, childrenOf, textOf, type XmlElement } from '../package/xml.ts';

/** What a chart draws of one range: the values that are cached in it, and where they come from. */
export interface ChartCache {
  /** `c:numRef`, `c:strRef`, `c:multiLvlStrRef`, or a literal without a range. */
  readonly element: XmlElement;
  readonly formula: string | null;
  readonly isNumeric: boolean;
  readonly count: number | null;
  readonly points: readonly { readonly idx: number; readonly text: string | null }[];
}

/** Reads the cache of a title, of categories or of values (`c:tx`, `c:cat`, `c:val`, `c:xVal`, `c:yVal`). */
export function cacheIn(owner: XmlElement): ChartCache | null {
  const element = childrenOf(owner).find(({ name }) => HOLDERS.has(name));
  if (!element) return null;
  const formula = childOf(element, 'c:f');
  const cache = childrenOf(element).find(({ name }) => name === 'c:numCache' || name === 'c:strCache') ?? element;
  const count = childOf(cache, 'c:ptCount')?.attributes['val'];
  return {
    element,
    formula: formula ? textOf(formula) : null,
    isNumeric: element.name === 'c:numRef' || element.name === 'c:numLit',
    count: count === undefined ? null : Number(count),
    points: childrenOf(cache, 'c:pt').map((point) => {
      const value = childOf(point, 'c:v');
      return { idx: Number(point.attributes['idx']), text: value ? textOf(value) : null };
    }),
  };
}

/** The groups of a chart that draw series, such as `c:barChart`. */
export function groupsOf(chart: XmlElement): readonly XmlElement[] {
  const area = plotAreaOf(chart);
  return area ? childrenOf(area).filter(({ name }) => name.endsWith('Chart')) : [];
}

/** The axes of a chart. */
export function axesOf(chart: XmlElement): readonly XmlElement[] {
  const area = plotAreaOf(chart);
  return area ? childrenOf(area).filter(({ name }) => name.endsWith('Ax')) : [];
}

/** All series of a chart, in the order of the document. */
export function seriesOf(chart: XmlElement): readonly XmlElement[] {
  return groupsOf(chart).flatMap((group) => childrenOf(group, 'c:ser'));
}

/** The value of a child that has only one, such as `<c:idx val="0"/>`. */
export function valueIn(parent: XmlElement, name: string): string | undefined {
  return childOf(parent, name)?.attributes['val'];
}

const HOLDERS = new Set(['c:numRef', 'c:strRef', 'c:numLit', 'c:strLit']);

function plotAreaOf(chart: XmlElement): XmlElement | undefined {
  const inner = childOf(chart, 'c:chart');
  return inner && childOf(inner, 'c:plotArea');
}
