import type { TableContent, Written } from '../exhibit.ts';
import { childOf, childrenOf, copyOf, descendantsOf, isElement, type XmlElement } from '../package/xml.ts';

/** How tables are written: in slides and in pages they are of other elements. */
export interface TableForm {
  readonly row: string;
  readonly cell: string;
  readonly grid: string;
  readonly column: string;
  /** The attribute of a column that says how wide it is. */
  readonly width: string;
  readonly textIn: (cell: XmlElement) => string;
  /** Puts a text in a cell, in the look of what stands there. */
  readonly setText: (cell: XmlElement, text: string) => void;
  /** Whether a cell takes the room of others. */
  readonly isMerged: (cell: XmlElement) => boolean;
  /** Has a fill that still is what was written follow the new one, and with it the ink on it. */
  readonly mergeFill: (
    cell: XmlElement,
    states: { readonly base: XmlElement | null; readonly fresh: XmlElement },
  ) => void;
  /** Takes from a copied row or column what only one of them may have. */
  readonly asNew: (copy: XmlElement) => void;
}

/** A table that stands in a document, and what it is to say. */
export interface StandingTable {
  readonly form: TableForm;
  /** As it stands; it is changed in place. */
  readonly table: XmlElement;
  readonly content: TableContent;
  readonly written: Written | null;
  readonly mark: (text: string) => string;
}

interface TableMerge extends StandingTable {
  readonly base: XmlElement | null;
  readonly fresh: XmlElement;
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

/**
 * Renews the cells of a table; false when merged cells stand in the way of rows or columns that come or go. `draw` makes
 * the whole table anew: of what was written last, and of what it is to say.
 */
export function mergeTable(standing: StandingTable, draw: (content: TableContent) => XmlElement): boolean {
  const { form, table, content } = standing;
  const base = baseTable(standing.written, content);
  const merge: TableMerge = { ...standing, base: base && draw(base), fresh: draw(content) };
  const places = placesIn(merge);
  const rows = childrenOf(table, form.row);
  const isSame =
    rows.length === content.rows.length + 1 &&
    places.rows.every((place, at) => place?.now === at + 1) &&
    places.columns.every((place, at) => place?.now === at);
  if (!isSame && descendantsOf(table, form.cell).some(form.isMerged)) return false;
  mergeGrid(merge, places.columns);
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
  const at = table.children.findIndex((node) => isElement(node, form.row));
  const rest = table.children.filter((node) => !isElement(node, form.row));
  const others = places.added.map((row) => extraRow(row, { form, columns: places.columns }));
  rest.splice(at, 0, ...(top ? [top] : []), ...made, ...others);
  table.children = rest;
  return true;
}

/** Finds rows by their first cell and columns by their title, as they were written. */
export function placesIn({ form, table, content, written, mark }: StandingTable): TablePlaces {
  const body = written?.body.form === 'table' ? written.body : null;
  const [header, ...rows] = childrenOf(table, form.row);
  const titles = header ? childrenOf(header, form.cell).map((cell) => mark(form.textIn(cell))) : [];
  const labels = rows.map((row) => mark(form.textIn(childrenOf(row, form.cell)[0] ?? row)));
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

/** The table that was written last, as far as it is known: its texts are marks, which are enough to draw its fills. */
function baseTable(written: Written | null, { columns }: TableContent): TableContent | null {
  if (written?.body.form !== 'table') return null;
  const { columns: titles, rows } = written.body;
  return {
    columns: titles.map((title, at) => ({ title, align: columns[at]?.align ?? 'start', share: 1 })),
    rows: rows.map((row) => row.map(({ text, fill }) => (fill === undefined ? { text } : { text, fill }))),
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
  const { form } = merge;
  const made = copyOf(like);
  const cells = childrenOf(made, form.cell);
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
    if (isNew || wrote === undefined || wrote === merge.mark(form.textIn(cell))) {
      if (form.textIn(cell) !== row[to]) form.setText(cell, row[to] ?? '');
    }
    const next = cellAt(merge.fresh, form, { row: at, column: to });
    const base = wasAt && merge.base ? cellAt(merge.base, form, wasAt) : null;
    if (next && (isNew || base)) form.mergeFill(cell, { base, fresh: next });
    return [cell];
  });
  const first = made.children.findIndex((node) => isElement(node, form.cell));
  const rest = made.children.filter((node) => !isElement(node, form.cell));
  rest.splice(Math.max(0, first), 0, ...merged);
  made.children = rest;
  if (!place) form.asNew(made);
  return made;
}

function cellAt(
  table: XmlElement,
  form: TableForm,
  { row, column }: { readonly row: number; readonly column: number },
): XmlElement | null {
  const found = childrenOf(table, form.row)[row];
  return (found && childrenOf(found, form.cell)[column]) ?? null;
}

/** Widths stay; a new column takes its share from all of them, so that the table stays as wide as it is. */
function mergeGrid({ form, table }: TableMerge, columns: TablePlaces['columns']): void {
  const grid = childOf(table, form.grid);
  const old = grid ? childrenOf(grid, form.column) : [];
  if (!grid || old.length === 0) return;
  const isNew = columns.some((column) => column === null);
  const made = columns.flatMap((column, at) => {
    if (column?.now === -1) return [];
    const like = old[column?.now ?? Math.min(at, old.length - 1)];
    if (!like) return [];
    const copy = copyOf(like);
    if (column === null) form.asNew(copy);
    return [copy];
  });
  if (isNew) {
    const share = widthOf(old, form) / Math.max(1, widthOf(made, form));
    for (const column of made)
      column.attributes[form.width] = String(Math.floor(Number(column.attributes[form.width]) * share));
  }
  grid.children = [...made, ...grid.children.filter((node) => !isElement(node, form.column))];
}

function widthOf(columns: readonly XmlElement[], { width }: TableForm): number {
  return columns.reduce((sum, { attributes }) => sum + Number(attributes[width] ?? 0), 0);
}

/** A row that somebody added has the columns that the table has. */
function extraRow(
  row: XmlElement,
  { form, columns }: { readonly form: TableForm; readonly columns: TablePlaces['columns'] },
): XmlElement {
  const cells = childrenOf(row, form.cell);
  const kept = columns.flatMap((column, at) => {
    if (column?.now === -1) return [];
    const cell = cells[column?.now ?? Math.min(at, cells.length - 1)];
    if (!cell) return [];
    const copy = copyOf(cell);
    if (column === null) form.setText(copy, '');
    return [copy];
  });
  const made = copyOf(row);
  made.children = [...kept, ...made.children.filter((node) => !isElement(node, form.cell))];
  return made;
}
