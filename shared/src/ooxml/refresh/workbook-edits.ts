import { IDENTITY_SHEET } from '../charts/add-chart.ts';
import type { Written } from '../exhibit.ts';
import { markOfValues } from '../insertion.ts';
import { cachesOf } from '../lint/chart-rules.ts';
import { seriesOf } from '../lint/chart-caches.ts';
import { cellsIn, cellsOf, type SheetCells } from '../workbook/workbook-cells.ts';
import { childOf, type XmlElement } from '../package/xml.ts';
import { drawnChart, valuesAcross } from './chart-state.ts';
import type { WorkbookEdit } from './found.ts';

/** What somebody changed in the numbers of a chart: in its workbook alone, or in both it and the chart. */
export function workbookEdits(
  chart: XmlElement,
  workbook: Uint8Array | undefined,
  { written, mark }: Memory,
): readonly WorkbookEdit[] {
  return [...(workbook ? cellEdits(chart, workbook, { written, mark }) : []), ...drawnEdits(chart, written, mark)];
}

/** What was written last, and how its texts are known again. */
interface Memory {
  readonly written: Written | null;
  readonly mark: (text: string) => string;
}

function cellEdits(chart: XmlElement, workbook: Uint8Array, memory: Memory): readonly WorkbookEdit[] {
  const sheets = cellsOf(workbook);
  // One that cannot be opened was edited by nobody.
  if (!sheets) return [];
  const shown = shownCells(chart);
  // The names of points stand in their labels, and no chart reads the cells that say them.
  const isPoints = seriesOf(chart).some((series) => childOf(series, 'c:xVal'));
  const isUnread = (address: string) => isPoints && /^(?:A\d+|[A-Z]+1)$/.test(address);
  const used = sheetsIn(shown);
  // Where every series was deleted, the chart names no sheet any more.
  const others = [...sheets.keys()].filter((sheet) => !used.has(sheet) && sheet !== IDENTITY_SHEET);
  const read = used.size > 0 ? [...used] : others;
  const held = new Map<string, string>();
  for (const sheet of read) {
    const cells = sheets.get(sheet) ?? new Map<string, string | number>();
    const isShown = (address: string) => shown.has(`${sheet}!${address}`);
    const left = columnsLeft(chart, cells, { isShown, ...memory });
    for (const [address, value] of cells) {
      if (isShown(address) || !(isUnread(address) || left.has(address))) held.set(`${sheet}!${address}`, String(value));
    }
  }
  return [
    ...[...new Set([...shown.keys(), ...held.keys()])].flatMap((where) => {
      const [before, now] = [shown.get(where) ?? null, held.get(where) ?? null];
      return isSame(before, now) ? [] : [{ where, shown: before, typed: now }];
    }),
    ...others.filter((sheet) => !read.includes(sheet)).map((where) => ({ where, shown: null, typed: null })),
  ];
}

function sheetsIn(shown: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...shown.keys()].map((where) => where.slice(0, where.lastIndexOf('!'))));
}

/**
 * The cells of series that somebody deleted from the chart: PowerPoint leaves their columns in the workbook, and as long
 * as they are as they were written nobody typed anything.
 */
function columnsLeft(
  chart: XmlElement,
  cells: SheetCells,
  { isShown, written, mark }: Memory & { readonly isShown: (address: string) => boolean },
): ReadonlySet<string> {
  if (written?.body.form !== 'chart') return new Set();
  const { series, categories } = written.body;
  const drawn = new Set(drawnChart(chart, series).series.map(({ id }) => id));
  const gone = series.filter(({ id }) => !drawn.has(id));
  const columns = new Set([...cells.keys()].map((address) => address.replace(/\d+$/, '')));
  return new Set(
    [...columns].flatMap((column) => {
      const addresses = [...Array(categories.length + 1).keys()].map((row) => `${column}${row + 1}`);
      if (addresses.some(isShown)) return [];
      const [name = '', ...rows] = addresses.map((address) => cells.get(address) ?? null);
      const numbers = markOfValues(rows.map(numberIn), mark);
      const isLeft =
        gone.some((one) => one.name === name && one.values === numbers) ||
        (column === 'A' && rows.every((text, at) => mark(String(text ?? '')) === categories[at]));
      return isLeft ? addresses : [];
    }),
  );
}

/** Text in the place of a number is a number of no series. */
function numberIn(value: string | number | null): number | null {
  return typeof value === 'string' ? NaN : value;
}

/** What the chart shows of each cell that it reads. */
function shownCells(chart: XmlElement): ReadonlyMap<string, string | null> {
  const shown = new Map<string, string | null>();
  for (const cache of seriesOf(chart).flatMap(cachesOf)) {
    const range = cache.formula === null ? null : cellsIn(cache.formula);
    for (const [idx, address] of (range?.cells ?? []).entries()) {
      const point = cache.points.find((one) => one.idx === idx);
      shown.set(`${range?.sheet ?? ''}!${address}`, point?.text ?? null);
    }
  }
  return shown;
}

function isSame(a: string | null, b: string | null): boolean {
  if (a === b || ((a ?? '') === '' && (b ?? '') === '')) return true;
  return a !== null && b !== null && a.trim() !== '' && Number(a) === Number(b);
}

/** PowerPoint draws what is typed into the workbook at once: then only the mark of what was written tells of it. */
function drawnEdits(
  chart: XmlElement,
  written: Written | null,
  mark: (text: string) => string,
): readonly WorkbookEdit[] {
  if (written?.body.form !== 'chart') return [];
  const { series, categories } = written.body;
  const drawn = drawnChart(chart, series);
  const numbers = drawn.series.flatMap((one) => {
    const wrote = series.find(({ id }) => id === one.id);
    if (!wrote) return [one.name];
    const isOther = markOfValues(one.values, mark) !== wrote.values || one.name !== wrote.name;
    const [first] = series;
    const across = valuesAcross(one.element);
    const isMoved = across !== null && first !== undefined && markOfValues(across, mark) !== first.values;
    return isOther || isMoved ? [one.name] : [];
  });
  const renamed = drawn.categories.filter((category, at) => mark(category) !== categories[at]);
  return [...numbers, ...renamed].map((where) => ({ where, shown: null, typed: null }));
}
