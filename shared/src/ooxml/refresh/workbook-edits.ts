import type { Written } from '../exhibit.ts';
import { markOfValues } from '../insertion.ts';
import { cachesOf } from '../lint/chart-rules.ts';
import { seriesOf } from '../lint/chart-caches.ts';
import { cellsIn, cellsOf } from '../workbook/workbook-cells.ts';
import { childOf, type XmlElement } from '../package/xml.ts';
import { drawnChart, valuesAcross } from './chart-state.ts';
import type { WorkbookEdit } from './found.ts';

/** What somebody changed in the numbers of a chart: in its workbook alone, or in both it and the chart. */
export function workbookEdits(
  chart: XmlElement,
  workbook: Uint8Array | undefined,
  { written, mark }: { readonly written: Written | null; readonly mark: (text: string) => string },
): readonly WorkbookEdit[] {
  return [...(workbook ? cellEdits(chart, workbook) : []), ...drawnEdits(chart, written, mark)];
}

const IDENTITY_SHEET = 'plumbline';

function cellEdits(chart: XmlElement, workbook: Uint8Array): readonly WorkbookEdit[] {
  const sheets = cellsOf(workbook);
  // One that cannot be opened was edited by nobody.
  if (!sheets) return [];
  const shown = shownCells(chart);
  // The names of points stand in their labels, and no chart reads the cells that say them.
  const isPoints = seriesOf(chart).some((series) => childOf(series, 'c:xVal'));
  const isUnread = (address: string) => isPoints && /^(?:A\d+|[A-Z]+1)$/.test(address);
  const used = new Set([...shown.keys()].map((where) => where.slice(0, where.lastIndexOf('!'))));
  const held = new Map<string, string>(
    [...sheets].flatMap(([sheet, cells]) =>
      used.has(sheet)
        ? [...cells].flatMap(([address, value]) =>
            isUnread(address) && !shown.has(`${sheet}!${address}`)
              ? []
              : [[`${sheet}!${address}`, String(value)] as const],
          )
        : [],
    ),
  );
  const others = [...sheets.keys()].filter((sheet) => !used.has(sheet) && sheet !== IDENTITY_SHEET);
  return [
    ...[...new Set([...shown.keys(), ...held.keys()])].flatMap((where) => {
      const [before, now] = [shown.get(where) ?? null, held.get(where) ?? null];
      return isSame(before, now) ? [] : [{ where, shown: before, typed: now }];
    }),
    ...others.map((where) => ({ where, shown: null, typed: null })),
  ];
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
