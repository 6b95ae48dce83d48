import {
  addPart,
  addRelationship,
  emptyPackage,
  PACKAGE,
  writePackage,
  writePart,
  type OpcPackage,
} from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { OFFICE } from '../package/namespaces.ts';
import type { Packing } from '../package/zip.ts';

/** What stands in a cell; a formula has the value that it has now. */
export type CellValue = string | number | null | { readonly formula: string; readonly value: number };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Its first row is a header: bold, and stays in sight. */
  readonly hasHeader?: boolean;
  /** Seen by no reader of the workbook, and in no list of hidden sheets either. */
  readonly isVeryHidden?: boolean;
}

/** The bytes of a workbook with these sheets. */
export function workbookBytes(sheets: readonly Sheet[], packing?: Packing): Uint8Array {
  const pack: OpcPackage = { parts: new Map(bindingOf(sheets)) };
  for (const [at, sheet] of sheets.entries()) writePart(pack, sheetPart(at), sheetXml(sheet));
  return writePackage(pack, packing);
}

/** The address of a cell, columns and rows counted from 0: `B3`. */
export function addressOf(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A range of one column as charts name it: `Data!$B$2:$B$7`. */
export function rangeOf(sheet: string, column: number, rows: { readonly from: number; readonly to: number }): string {
  const name = columnName(column);
  return `${sheet}!$${name}$${rows.from + 1}:$${name}$${rows.to + 1}`;
}

/** A range of one column as formulas of its own sheet name it, whatever row they stand in: `B$2:B$7`. */
export function localRange(column: number, rows: { readonly from: number; readonly to: number }): string {
  const name = columnName(column);
  return `${name}$${rows.from + 1}:${name}$${rows.to + 1}`;
}

/** One cell as charts name it: `Data!$B$1`. */
export function cellOf(sheet: string, column: number, row: number): string {
  return `${sheet}!$${columnName(column)}$${row + 1}`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A cell takes no more characters. */
const LONGEST_TEXT = 32_767;
const WIDEST = 60;

/** The last one that was made: the workbooks of a deck differ in nothing but what stands in their sheets. */
let lastBinding: { readonly kind: string; readonly parts: ReadonlyMap<string, Uint8Array> } | null = null;

function bindingOf(sheets: readonly Sheet[]): ReadonlyMap<string, Uint8Array> {
  const kind = JSON.stringify(sheets.map(({ name, hasHeader, isVeryHidden }) => [name, hasHeader, isVeryHidden]));
  lastBinding = lastBinding?.kind === kind ? lastBinding : { kind, parts: bindingFor(sheets) };
  return lastBinding.parts;
}

/** All of a workbook but what stands in its sheets. */
function bindingFor(sheets: readonly Sheet[]): ReadonlyMap<string, Uint8Array> {
  const pack = emptyPackage();
  const book = 'xl/workbook.xml';
  const entries = sheets.map((sheet, at) => {
    const part = sheetPart(at);
    addPart(pack, part, { contentType: `${SPREADSHEET}.worksheet+xml`, content: new Uint8Array() });
    const id = addRelationship(pack, book, { type: `${OFFICE}/worksheet`, target: part });
    const state = sheet.isVeryHidden === true ? 'veryHidden' : undefined;
    return element('sheet', { name: sheetName(sheet.name), sheetId: at + 1, state, 'r:id': id });
  });
  if (sheets.some(({ hasHeader }) => hasHeader === true)) {
    addPart(pack, 'xl/styles.xml', { contentType: `${SPREADSHEET}.styles+xml`, content: stylesXml() });
    addRelationship(pack, book, { type: `${OFFICE}/styles`, target: 'xl/styles.xml' });
  }
  addPart(pack, book, {
    contentType: `${SPREADSHEET}.sheet.main+xml`,
    content: element(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      element('bookViews', {}, element('workbookView', {})),
      element('sheets', {}, ...entries),
    ),
  });
  addRelationship(pack, PACKAGE, { type: `${OFFICE}/officeDocument`, target: book });
  return pack.parts;
}

function sheetPart(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** Excel takes 31 characters and none of these. */
function sheetName(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').trim();
  return Array.from(plain).slice(0, 31).join('').trim() || 'Sheet';
}

function sheetXml({ rows, hasHeader = false }: Sheet): XmlElement {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => widthOf(rows.map((row) => row[column] ?? null)));
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  return element(
    'worksheet',
    { xmlns: MAIN },
    hasHeader ? element('sheetViews', {}, element('sheetView', { workbookViewId: 0 }, pane)) : null,
    columns === 0
      ? null
      : element(
          'cols',
          {},
          ...widths.map((width, at) => element('col', { min: at + 1, max: at + 1, width, customWidth: 1 })),
        ),
    element(
      'sheetData',
      {},
      ...rows.map((row, at) =>
        element(
          'row',
          { r: at + 1 },
          ...row.map((value, column) => cellXml(value, addressOf(column, at), hasHeader && at === 0 ? 1 : undefined)),
        ),
      ),
    ),
  );
}

function widthOf(values: readonly CellValue[]): number {
  const longest = Math.max(...values.map((value) => (typeof value === 'string' ? value.length : 8)));
  return Math.min(WIDEST, Math.max(9, longest + 2));
}

function cellXml(value: CellValue, r: string, s: number | undefined): XmlElement | null {
  if (value === null) return s === undefined ? null : element('c', { r, s });
  if (typeof value === 'string') {
    const text = Array.from(value).slice(0, LONGEST_TEXT).join('');
    const space = /^\s|\s$/.test(text) ? 'preserve' : undefined;
    return element('c', { r, s, t: 'inlineStr' }, element('is', {}, element('t', { 'xml:space': space }, text)));
  }
  if (typeof value === 'number') return element('c', { r, s }, element('v', {}, String(value)));
  return element('c', { r, s }, element('f', {}, value.formula), element('v', {}, String(value.value)));
}

function stylesXml(): XmlElement {
  const font = (bold: boolean) =>
    element('font', {}, bold ? element('b') : null, element('sz', { val: 11 }), element('name', { val: 'Calibri' }));
  const fill = (pattern: string) => element('fill', {}, element('patternFill', { patternType: pattern }));
  const sides = ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side));
  return element(
    'styleSheet',
    { xmlns: MAIN },
    element('fonts', { count: 2 }, font(false), font(true)),
    element('fills', { count: 2 }, fill('none'), fill('gray125')),
    element('borders', { count: 1 }, element('border', {}, ...sides)),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    element(
      'cellXfs',
      { count: 2 },
      element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      element('xf', { numFmtId: 0, fontId: 1, fillId: 0, borderId: 0, xfId: 0, applyFont: 1 }),
    ),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  );
}
