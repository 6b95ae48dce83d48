import {
  linkedPart,
  PACKAGE,
  readPackage,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../package/xml.ts';
import { OFFICE } from '../package/namespaces.ts';

/** What stands in the cells of one sheet, by address (`B2`); empty cells are left out. */
export type SheetCells = ReadonlyMap<string, string | number>;

/** Reads what the cells of a workbook show, whoever wrote it: sheets by their names; `null` when it is no workbook. */
export function cellsOf(bytes: Uint8Array): ReadonlyMap<string, SheetCells> | null {
  const opened = readPackage(bytes);
  if (!opened.ok) return null;
  const pack = opened.value;
  const book = linkedPart(pack, PACKAGE, `${OFFICE}/officeDocument`);
  const root = book === null ? null : readPart(pack, book);
  const list = root && childOf(root, 'sheets');
  if (book === null || !list) return null;
  const texts = sharedTexts(pack, book);
  const sheets = new Map<string, SheetCells>();
  for (const sheet of childrenOf(list, 'sheet')) {
    const link = relationshipsOf(pack, book).find(({ id }) => id === sheet.attributes['r:id']);
    const part = link && targetOf(book, link);
    const content = part === undefined || part === null ? null : readPart(pack, part);
    if (!content) return null;
    sheets.set(sheet.attributes['name'] ?? '', sheetCells(content, texts));
  }
  return sheets;
}

/** The cells that a formula of a chart names, in their order: `Sheet1!$B$2:$B$7`; `null` for what is no plain range. */
export function cellsIn(formula: string): { readonly sheet: string; readonly cells: readonly string[] } | null {
  const found = RANGE.exec(formula.trim());
  if (!found) return null;
  const [, quoted, plain, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = found;
  const columns = numbersBetween(columnNumber(firstColumn), columnNumber(lastColumn));
  const rows = numbersBetween(Number(firstRow), Number(lastRow));
  if (columns.length * rows.length > MOST_CELLS) return null;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? '',
    cells: rows.flatMap((row) => columns.map((column) => `${columnName(column)}${row}`)),
  };
}

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!(,]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;
const MOST_CELLS = 100_000;

function sharedTexts(pack: OpcPackage, book: string): readonly string[] {
  const part = linkedPart(pack, book, `${OFFICE}/sharedStrings`);
  const root = part === null ? null : readPart(pack, part);
  return root ? childrenOf(root, 'si').map(richText) : [];
}

function sheetCells(sheet: XmlElement, texts: readonly string[]): SheetCells {
  const cells = new Map<string, string | number>();
  for (const cell of descendantsOf(sheet, 'c')) {
    const value = cellValue(cell, texts);
    if (value !== null && value !== '') cells.set(cell.attributes['r'] ?? '', value);
  }
  return cells;
}

function cellValue(cell: XmlElement, texts: readonly string[]): string | number | null {
  const inline = childOf(cell, 'is');
  if (inline) return richText(inline);
  const value = childOf(cell, 'v');
  if (!value) return null;
  const text = textOf(value);
  switch (cell.attributes['t']) {
    case 's':
      return texts[Number(text)] ?? null;
    case 'str':
    case 'e':
      return text;
    default:
      return Number(text);
  }
}

/** The text without its phonetic readings. */
function richText(parent: XmlElement): string {
  return childrenOf(parent)
    .map((child) => (child.name === 't' ? textOf(child) : child.name === 'r' ? richText(child) : ''))
    .join('');
}

function columnNumber(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnName(number: number): string {
  return number > 26
    ? columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number);
}

function numbersBetween(low: number, high: number): readonly number[] {
  return Array.from({ length: Math.min(Math.max(0, high - low + 1), MOST_CELLS) }, (_, at) => low + at);
}
