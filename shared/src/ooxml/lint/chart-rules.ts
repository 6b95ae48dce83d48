import { linkedPart, relationshipsOf, targetOf, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../package/xml.ts';
import { axesOf, cacheIn, groupsOf, seriesOf, valueIn, type ChartCache } from './chart-caches.ts';
import type { PartFinding } from './finding.ts';
import { repeated } from './package-rules.ts';
import { cellsIn, cellsOf, type SheetCells } from '../workbook/workbook-cells.ts';

/** Looks at one chart: its caches against themselves and against its workbook, its series, axes and labels. */
export function lintChart(pack: OpcPackage, part: string, chart: XmlElement): readonly PartFinding[] {
  return [...lintSeries(chart), ...lintAxes(chart), ...lintLabels(chart), ...lintWorkbook(pack, part, chart)];
}

/** Every cache of a series, whatever it is of. */
export function cachesOf(series: XmlElement): readonly ChartCache[] {
  return childrenOf(series)
    .filter(({ name }) => DATA.has(name))
    .flatMap((owner) => cacheIn(owner) ?? []);
}

/** Whether a cache shows what the cells of its range hold; what has no plain range is not compared. */
function agreesWith(cache: ChartCache, sheets: ReadonlyMap<string, SheetCells>): boolean {
  const range = cache.formula === null ? null : cellsIn(cache.formula);
  if (!range) return true;
  const cells = sheets.get(range.sheet);
  if (!cells) return false;
  return range.cells.every((address, idx) => {
    const cached = cache.points.find((point) => point.idx === idx)?.text ?? '';
    const held = cells.get(address);
    if (held === undefined || cached === '') return held === undefined && cached === '';
    return typeof held === 'number' && cache.isNumeric ? Number(cached) === held : cached === String(held);
  });
}

const DATA = new Set(['c:tx', 'c:cat', 'c:val', 'c:xVal', 'c:yVal', 'c:bubbleSize']);
const PACKAGE_LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package';

function lintSeries(chart: XmlElement): readonly PartFinding[] {
  const all = seriesOf(chart);
  const indexes = repeated(all.map((series) => valueIn(series, 'c:idx') ?? ''));
  const orders = repeated(all.map((series) => valueIn(series, 'c:order') ?? ''));
  return [
    ...indexes.map((idx) => ({ kind: 'series.duplicate' as const, detail: `idx ${idx}` })),
    ...orders.map((order) => ({ kind: 'series.duplicate' as const, detail: `order ${order}` })),
    ...all.flatMap((series) => [...lintCaches(series), ...lintPoints(series)]),
  ];
}

function lintPoints(series: XmlElement): readonly PartFinding[] {
  const labels = childOf(series, 'c:dLbls');
  const lists = [childrenOf(series, 'c:dPt'), labels ? childrenOf(labels, 'c:dLbl') : []];
  return lists
    .flatMap((points) => repeated(points.map((point) => valueIn(point, 'c:idx') ?? '')))
    .map((idx) => ({ kind: 'point.duplicate' as const, detail: `idx ${idx}` }));
}

function lintCaches(series: XmlElement): readonly PartFinding[] {
  const caches = cachesOf(series);
  const findings = caches.flatMap(lintCache);
  const counts = childrenOf(series)
    .filter(({ name }) => name !== 'c:tx' && DATA.has(name))
    .flatMap((owner) => cacheIn(owner)?.count ?? []);
  if (new Set(counts).size > 1 && findings.length === 0) {
    return [{ kind: 'cache.count', detail: `${counts.join(' and ')} points` }];
  }
  return findings;
}

function lintCache(cache: ChartCache): readonly PartFinding[] {
  const { count, points, formula, isNumeric } = cache;
  const detail = formula ?? cache.element.name;
  const findings: PartFinding[] = [];
  const range = formula === null ? null : cellsIn(formula);
  const isWrong =
    (count === null && points.length > 0) ||
    (count !== null && range !== null && range.cells.length !== count) ||
    points.some(({ idx }) => !(idx >= 0) || (count !== null && idx >= count)) ||
    repeated(points.map(({ idx }) => String(idx))).length > 0;
  if (isWrong) findings.push({ kind: 'cache.count', detail });
  for (const { idx, text } of points) {
    if (text === null) findings.push({ kind: 'cache.value-missing', detail: `${detail} ${idx}` });
    else if (isNumeric && !isNumber(text)) findings.push({ kind: 'cache.not-a-number', detail: `${detail} ${text}` });
  }
  return findings;
}

/** Excel's own mark for a missing number is a text; Office draws it as nothing. */
function isNumber(text: string): boolean {
  return text === '#N/A' || (text.trim() !== '' && Number.isFinite(Number(text)));
}

function lintAxes(chart: XmlElement): readonly PartFinding[] {
  const axes = axesOf(chart);
  const there = new Set(axes.map((axis) => valueIn(axis, 'c:axId') ?? ''));
  const used = groupsOf(chart).flatMap((group) =>
    childrenOf(group, 'c:axId').map(({ attributes }) => attributes['val']),
  );
  const crossed = axes.map((axis) => valueIn(axis, 'c:crossAx'));
  const missing = new Set([...used, ...crossed].filter((id) => id === undefined || !there.has(id)));
  return [
    ...[...missing].map((id) => ({ kind: 'axis.missing' as const, detail: id ?? '' })),
    ...[...there].filter((id) => !used.includes(id)).map((id) => ({ kind: 'axis.unused' as const, detail: id })),
  ];
}

/** Where Office lets labels stand; groups that are not named here are not looked at. */
function placesOf(group: XmlElement): readonly string[] | null {
  switch (group.name) {
    case 'c:barChart':
      return valueIn(group, 'c:grouping') === 'clustered' || childOf(group, 'c:grouping') === undefined
        ? ['ctr', 'inEnd', 'inBase', 'outEnd']
        : ['ctr', 'inEnd', 'inBase'];
    case 'c:lineChart':
    case 'c:scatterChart':
    case 'c:bubbleChart':
      return ['t', 'b', 'l', 'r', 'ctr'];
    case 'c:pieChart':
      return ['bestFit', 'ctr', 'inEnd', 'outEnd'];
    case 'c:doughnutChart':
    case 'c:areaChart':
    case 'c:bar3DChart':
      return [];
    default:
      return null;
  }
}

function lintLabels(chart: XmlElement): readonly PartFinding[] {
  return groupsOf(chart).flatMap((group) => {
    const places = placesOf(group);
    if (!places) return [];
    return descendantsOf(group, 'c:dLblPos')
      .map(({ attributes }) => attributes['val'] ?? '')
      .filter((place) => !places.includes(place))
      .map((place) => ({ kind: 'label.position' as const, detail: `${group.name} ${place}` }));
  });
}

function lintWorkbook(pack: OpcPackage, part: string, chart: XmlElement): readonly PartFinding[] {
  const data = childOf(chart, 'c:externalData');
  const link = relationshipsOf(pack, part).find(({ id }) => id === data?.attributes['r:id']);
  if (!data || !link) {
    // A chart without its numbers cannot be edited; the link itself is looked at elsewhere.
    return data || linkedPart(pack, part, PACKAGE_LINK) !== null ? [] : [{ kind: 'workbook.missing', detail: '' }];
  }
  const target = targetOf(part, link);
  const bytes = target === null ? undefined : pack.parts.get(target);
  if (!bytes) return [];
  const sheets = cellsOf(bytes);
  if (!sheets) return [{ kind: 'workbook.corrupt', detail: target ?? '' }];
  return seriesOf(chart)
    .flatMap(cachesOf)
    .filter((cache) => !agreesWith(cache, sheets))
    .map((cache) => ({ kind: 'cache.differs', detail: cache.formula ?? '' }));
}
