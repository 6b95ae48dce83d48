import type { ChartContent, Written } from '../exhibit.ts';
import { axesOf, groupsOf, seriesOf, valueIn } from '../lint/chart-caches.ts';
import {
  copyOf,
  childOf,
  childrenOf,
  descendantsOf,
  element,
  findPath,
  isElement,
  type XmlElement,
} from '../package/xml.ts';
import { drawnChart, labelMarks, type DrawnChart } from './chart-state.ts';
import { lookOf, replaceAll } from './look.ts';
import { mergeLabels, mergePoints, type ThreeStates } from './merge-labels.ts';
import { setText, textIn } from './texts.ts';

export interface ChartMerge {
  /** The chart as it stands; it is changed in place. */
  readonly chart: XmlElement;
  /** As it was written last, drawn anew; `null` where that is not known: then only its numbers are renewed. */
  readonly base: XmlElement | null;
  readonly fresh: XmlElement;
  readonly content: ChartContent;
  readonly written: Written | null;
  readonly mark: (text: string) => string;
}

/** Renews the numbers, names and ranges of a chart, and what still looks as it was written; all else stays. */
export function mergeChart(merge: ChartMerge): void {
  const { chart, base, fresh, content, written } = merge;
  const known = written?.body.form === 'chart' ? written.body.series : content.series;
  const drawn = drawnChart(chart, known);
  const next = drawnChart(fresh, content.series);
  const was = base ? drawnChart(base, known) : null;
  const before = placesBefore(drawn, content);
  const here = new Set<string>();
  for (const { element, id } of drawn.series) {
    const now = next.series.find((series) => series.id === id);
    if (id === null || !now) {
      remove(chart, element);
      continue;
    }
    here.add(id);
    const states = {
      current: element,
      base: was?.series.find((series) => series.id === id)?.element ?? null,
      fresh: now.element,
    };
    mergeSeries(states, { id, before, merge });
  }
  const deleted = new Set(written ? known.map(({ id }) => id).filter((id) => !here.has(id)) : []);
  for (const series of next.series) {
    if (series.id !== null && !here.has(series.id) && !deleted.has(series.id)) addSeries(chart, fresh, series.element);
  }
  if (base) mergeAxes({ chart, base, fresh });
}

/** Categories are known by their words; the second of the same words is the second. */
function placesBefore(drawn: DrawnChart, { form, categories }: ChartContent): readonly (number | null)[] {
  const taken = new Set<number>();
  return categories.map((category, at) => {
    // Points have their names in their labels alone.
    if (form === 'points') return at;
    const before = drawn.categories.findIndex((one, idx) => one === category && !taken.has(idx));
    if (before === -1) return null;
    taken.add(before);
    return before;
  });
}

function mergeSeries(
  states: ThreeStates,
  {
    id,
    before,
    merge,
  }: { readonly id: string; readonly before: readonly (number | null)[]; readonly merge: ChartMerge },
): void {
  const { current, base, fresh } = states;
  for (const name of ['c:tx', 'c:cat', 'c:val', 'c:xVal', 'c:yVal'])
    renewData(childOf(current, name), childOf(fresh, name));
  for (const name of ['c:spPr', 'c:marker']) {
    const [now, was, will] = [childOf(current, name), base && childOf(base, name), childOf(fresh, name)];
    if (now && was && will && seen(now) === seen(was) && seen(now) !== seen(will)) exchange(current, now, will);
  }
  mergePoints(states, before, (a, b) => lookOf(a) === lookOf(b));
  const marks = labelMarks(merge.written?.body, id, merge.content.form === 'points');
  mergeLabels(states, { before, isOurs: (at, text) => marks[at] === merge.mark(text) });
}

/** Takes range and cache over; the number format is the analyst's. */
function renewData(current: XmlElement | undefined, fresh: XmlElement | undefined): void {
  const next = fresh && childrenOf(fresh)[0];
  const now = current && childrenOf(current).find(({ name }) => name !== 'c:extLst');
  // A name that was typed in place of a range stays.
  if (!current || !next || !now || now.name === 'c:v') return;
  const format = findPath(now, 'c:numCache', 'c:formatCode');
  const taken = copyOf(next);
  const cache = childOf(taken, 'c:numCache');
  if (format && cache) replaceAll(cache, 'c:formatCode', { by: [format], after: [] });
  exchange(current, now, taken);
}

function addSeries(chart: XmlElement, fresh: XmlElement, series: XmlElement): void {
  const kind = groupsOf(fresh).find((group) => group.children.includes(series))?.name;
  const groups = groupsOf(chart);
  const group = groups.find(({ name }) => name === kind) ?? groups[0];
  if (!group) return;
  const added = copyOf(series);
  const all = seriesOf(chart);
  for (const name of ['c:idx', 'c:order']) {
    const highest = Math.max(-1, ...all.map((one) => Number(valueIn(one, name))));
    const index = childOf(added, name);
    if (index) index.attributes['val'] = String(highest + 1);
  }
  const at = group.children.findLastIndex(
    (node) => isElement(node) && (node.name === 'c:ser' || BEFORE_SERIES.has(node.name)),
  );
  group.children.splice(at + 1, 0, added);
  const place = seriesOf(fresh).indexOf(series);
  const isLeftOut = entriesOf(fresh).some((entry) => valueIn(entry, 'c:idx') === String(place));
  if (isLeftOut) leaveOutOfLegend(chart, seriesOf(chart).indexOf(added));
}

function entriesOf(chart: XmlElement): readonly XmlElement[] {
  return descendantsOf(chart, 'c:legendEntry');
}

function leaveOutOfLegend(chart: XmlElement, place: number): void {
  const legend = descendantsOf(chart, 'c:legend')[0];
  const at = legend?.children.findLastIndex(
    (node) => isElement(node) && (node.name === 'c:legendPos' || node.name === 'c:legendEntry'),
  );
  const entry = element('c:legendEntry', {}, element('c:idx', { val: place }), element('c:delete', { val: 1 }));
  if (at !== undefined) legend?.children.splice(at + 1, 0, entry);
}

const BEFORE_SERIES = new Set(['c:barDir', 'c:grouping', 'c:scatterStyle', 'c:varyColors']);

/** Limits, steps, formats and titles of axes that nobody changed follow the new numbers. */
function mergeAxes({ chart, base, fresh }: Pick<ChartMerge, 'chart' | 'fresh'> & { readonly base: XmlElement }): void {
  const [now, was, will] = [chart, base, fresh].map((one) => axesOf(one));
  for (const [at, axis] of (now ?? []).entries()) {
    const [old, next] = [was?.[at], will?.[at]];
    if (!old || !next || old.name !== axis.name || next.name !== axis.name) continue;
    for (const path of FOLLOWING) {
      const [mine, theirs, renewed] = [axis, old, next].map((one) => findPath(one, ...path));
      if (!mine || !theirs || !renewed) continue;
      for (const name of ['val', 'formatCode']) {
        if (mine.attributes[name] === theirs.attributes[name] && renewed.attributes[name] !== undefined) {
          mine.attributes[name] = renewed.attributes[name];
        }
      }
    }
    const [mine, theirs, renewed] = [axis, old, next].map((one) => findPath(one, 'c:title', 'c:tx'));
    if (mine && theirs && renewed && textIn(mine) === textIn(theirs) && textIn(mine) !== textIn(renewed)) {
      setText(mine, textIn(renewed));
    }
  }
}

const FOLLOWING = [['c:scaling', 'c:max'], ['c:scaling', 'c:min'], ['c:majorUnit'], ['c:numFmt']];

function seen(owner: XmlElement): string {
  return `${lookOf(owner)} ${descendantsOf(owner, 'c:symbol')
    .map(({ attributes }) => attributes['val'])
    .join()}`;
}

function exchange(parent: XmlElement, old: XmlElement, by: XmlElement): void {
  parent.children = parent.children.map((node) => (node === old ? copyOf(by) : node));
}

function remove(chart: XmlElement, series: XmlElement): void {
  for (const group of groupsOf(chart)) group.children = group.children.filter((node) => node !== series);
}
