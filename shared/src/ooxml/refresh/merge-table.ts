import type { TableContent, Written } from '../exhibit.ts';
import { childOf, childrenOf, copyOf, descendantsOf, findPath, isElement, type XmlElement } from '../package/xml.ts';
import { lookOf } from './look.ts';
import { setText, textIn } from './texts.ts';

export interface TableMerge {
  /** `a:tbl` as it stands; it is changed in place. */
  readonly table: XmlElement;
  readonly base: XmlElement | null;
  readonly fresh: XmlElement;
  readonly content: TableContent;
  readonly written: Written | null;
  readonly mark: (text: string) => string;
}

/** Where the rows and columns of a table stand that were written last: -1 for one that somebody took out. */
export interface TablePlaces {
  /** Row of the table, from 1 on (0 is the header), and row written last, for each row that is to be; `null` for new ones. */
  readonly rows: readonly (Place | null)[];
  readonly columns: readonly (Place | null)[];
  /** Rows that somebody added. */
  readonly added: readonly XmlElement[];
}

export interface Place {
  readonly now: number;
  readonly was: number;
}

/** Renews the cells of a table; false when merged cells stand in the way of rows or columns that come or go. */
export function mergeTable(merge: TableMerge): boolean {
  const { table, content } = merge;
  const places = placesIn(merge);
  const rows = childrenOf(table, 'a:tr');
  const isSame =
    rows.length === content.rows.length + 1 &&
    places.rows.every((place, at) => place?.now === at + 1) &&
    places.columns.every((place, at) => place?.now === at);
  if (!isSame && descendantsOf(table, 'a:tc').some(isMerged)) return false;
  mergeGrid(table, places.columns);
  const [header] = rows;
  const made = content.rows.flatMap((row, at) => {
    const place = places.rows[at] ?? null;
    if (place?.now === -1) return [];
    const neighbour = rows[place?.now ?? Math.min(at + 1, rows.length - 1)] ?? header;
    return neighbour
      ? [mergeRow(merge, { row: row.map(({ text }) => text), at: at + 1, place, like: neighbour, places })]
      : [];
  });
  const titles = content.columns.map(({ title }) => title);
  const top = header && mergeRow(merge, { row: titles, at: 0, place: { now: 0, was: 0 }, like: header, places });
  const at = table.children.findIndex((node) => isElement(node, 'a:tr'));
  const rest = table.children.filter((node) => !isElement(node, 'a:tr'));
  const others = places.added.map((row) => extraRow(row, places.columns));
  rest.splice(at, 0, ...(top ? [top] : []), ...made, ...others);
  table.children = rest;
  return true;
}

/** Finds rows by their first cell and columns by their title, as they were written. */
export function placesIn({
  table,
  content,
  written,
  mark,
}: Pick<TableMerge, 'table' | 'content' | 'written' | 'mark'>): TablePlaces {
  const body = written?.body.form === 'table' ? written.body : null;
  const [header, ...rows] = childrenOf(table, 'a:tr');
  const titles = header ? childrenOf(header, 'a:tc').map((cell) => mark(textIn(cell))) : [];
  const labels = rows.map((row) => mark(textIn(childrenOf(row, 'a:tc')[0] ?? row)));
  const rowKeys = body?.rows.map((cells) => cells[0]?.text ?? '') ?? labels;
  const columnKeys = body?.columns ?? titles;
  const rowsNow = aligned(labels, rowKeys);
  const taken = new Set(rowsNow);
  return {
    rows: placesOf(
      content.rows.map((row) => mark(row[0]?.text ?? '')),
      rowKeys,
      rowsNow,
    ).map((place) => (place ? { ...place, now: place.now === -1 ? -1 : place.now + 1 } : null)),
    columns: placesOf(
      content.columns.map(({ title }) => mark(title)),
      columnKeys,
      aligned(titles, columnKeys),
    ),
    added: rows.filter((_, at) => !taken.has(at)),
  };
}

/** Where each of what was written stands now: by its mark, else, where as many are there, in its place. */
function aligned(now: readonly string[], written: readonly string[]): readonly number[] {
  const taken = new Set<number>();
  const found = written.map((key) => {
    const at = now.findIndex((one, place) => one === key && !taken.has(place));
    if (at !== -1) taken.add(at);
    return at;
  });
  const isWhole = now.length === written.length;
  return found.map((at, place) => (at === -1 && isWhole && !taken.has(place) ? place : at));
}

function placesOf(
  keys: readonly string[],
  written: readonly string[],
  now: readonly number[],
): readonly (Place | null)[] {
  const taken = new Set<number>();
  return keys.map((key) => {
    const was = written.findIndex((one, at) => one === key && !taken.has(at));
    if (was === -1) return null;
    taken.add(was);
    return { was, now: now[was] ?? -1 };
  });
}

interface RowMerge {
  readonly row: readonly string[];
  /** In the table that is to be. */
  readonly at: number;
  readonly place: Place | null;
  /** The row itself, or for a new one its neighbour. */
  readonly like: XmlElement;
  readonly places: TablePlaces;
}

function mergeRow(merge: TableMerge, { row, at, place, like, places }: RowMerge): XmlElement {
  const made = copyOf(like);
  const cells = childrenOf(made, 'a:tc');
  const body = merge.written?.body.form === 'table' ? merge.written.body : null;
  const merged = places.columns.flatMap((column, to) => {
    if (column?.now === -1) return [];
    const model = cells[column?.now ?? Math.min(to, cells.length - 1)];
    if (!model) return [];
    const cell = copyOf(model);
    const isNew = place === null || column === null;
    const wasAt = place && column ? { row: at === 0 ? 0 : place.was + 1, column: column.was } : null;
    const marks = at === 0 ? body?.columns : body?.rows[place?.was ?? -1]?.map(({ text }) => text);
    const wrote = column ? marks?.[column.was] : undefined;
    if (isNew || wrote === undefined || wrote === merge.mark(textIn(cell))) {
      const text = childOf(cell, 'a:txBody');
      if (text && textIn(text) !== row[to]) setText(text, row[to] ?? '');
    }
    const next = cellAt(merge.fresh, at, to);
    const base = wasAt && merge.base ? cellAt(merge.base, wasAt.row, wasAt.column) : null;
    if (next && (isNew || base)) mergeFill(cell, { base, fresh: next });
    return [cell];
  });
  const first = made.children.findIndex((node) => isElement(node, 'a:tc'));
  const rest = made.children.filter((node) => !isElement(node, 'a:tc'));
  rest.splice(Math.max(0, first), 0, ...merged);
  // Two rows of one identity are a fault to PowerPoint.
  made.children = place ? rest : rest.filter((node) => !isElement(node, 'a:extLst'));
  return made;
}

/** A fill that still is what was written follows the new one, and with it the ink on it. */
function mergeFill(
  cell: XmlElement,
  { base, fresh }: { readonly base: XmlElement | null; readonly fresh: XmlElement },
): void {
  const [now, was, next] = [cell, base, fresh].map((one) => (one ? childOf(one, 'a:tcPr') : undefined));
  if (!now || !next || (base && lookOf(now) !== lookOf(was))) return;
  const fills = childrenOf(next).filter(({ name }) => FILLS.has(name));
  now.children = now.children.filter((node) => !isElement(node) || !FILLS.has(node.name));
  const at = now.children.findLastIndex((node) => isElement(node) && node.name.startsWith('a:ln'));
  now.children.splice(at + 1, 0, ...fills.map(copyOf));
  const [ink, wasInk, nextInk] = [cell, base, fresh].map((one) => inkOf(one));
  if (!ink || !nextInk || (base && lookOf(ink) !== lookOf(wasInk ?? undefined))) return;
  for (const run of descendantsOf(cell, 'a:rPr')) {
    run.children = [
      ...run.children.filter((node) => isElement(node, 'a:ln')),
      ...childrenOf(nextInk, 'a:solidFill').map(copyOf),
      ...run.children.filter((node) => !isElement(node, 'a:ln') && !isElement(node, 'a:solidFill')),
    ];
  }
}

const FILLS = new Set(['a:noFill', 'a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill']);

function inkOf(cell: XmlElement | null): XmlElement | null {
  return (cell && descendantsOf(cell, 'a:rPr')[0]) ?? null;
}

function cellAt(table: XmlElement, row: number, column: number): XmlElement | null {
  const found = childrenOf(table, 'a:tr')[row];
  return (found && childrenOf(found, 'a:tc')[column]) ?? null;
}

/** Widths stay; a new column takes its share from all of them, so that the table stays as wide as it is. */
function mergeGrid(table: XmlElement, columns: TablePlaces['columns']): void {
  const grid = childOf(table, 'a:tblGrid');
  const old = grid ? childrenOf(grid, 'a:gridCol') : [];
  if (!grid || old.length === 0) return;
  const isNew = columns.some((column) => column === null);
  const made = columns.flatMap((column, at) => {
    if (column?.now === -1) return [];
    const like = old[column?.now ?? Math.min(at, old.length - 1)];
    if (!like) return [];
    const copy = copyOf(like);
    if (column === null) copy.children = copy.children.filter((node) => !isElement(node, 'a:extLst'));
    return [copy];
  });
  if (isNew) {
    const share = widthOf(old) / Math.max(1, widthOf(made));
    for (const column of made) column.attributes['w'] = String(Math.floor(Number(column.attributes['w']) * share));
  }
  grid.children = [...made, ...grid.children.filter((node) => !isElement(node, 'a:gridCol'))];
}

function widthOf(columns: readonly XmlElement[]): number {
  return columns.reduce((sum, { attributes }) => sum + Number(attributes['w'] ?? 0), 0);
}

/** A row that somebody added has the columns that the table has. */
function extraRow(row: XmlElement, columns: TablePlaces['columns']): XmlElement {
  const cells = childrenOf(row, 'a:tc');
  const kept = columns.flatMap((column, at) => {
    if (column?.now === -1) return [];
    const cell = cells[column?.now ?? Math.min(at, cells.length - 1)];
    if (!cell) return [];
    const copy = copyOf(cell);
    const body = findPath(copy, 'a:txBody');
    if (column === null && body) setText(body, '');
    return [copy];
  });
  const made = copyOf(row);
  made.children = [...kept, ...made.children.filter((node) => !isElement(node, 'a:tc'))];
  return made;
}

function isMerged({ attributes }: XmlElement): boolean {
  return ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'].some((name) => attributes[name] !== undefined);
}
