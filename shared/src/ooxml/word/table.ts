import type { Exhibit, TableCell, TableContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { inkOn, type SchemeColour } from '../theme/colour.ts';
import { colourOf, hairline, quietText, tintOf } from '../theme/palette.ts';
import { paragraph } from './paragraph.ts';
import { STYLE } from './styles.ts';
import { hatching, shading, TEXT_WIDTH, type WordLook } from './word-look.ts';

/** A native table: its first row is repeated on each page, and no row is torn by the end of one. */
export function tableXml(table: TableContent, about: Pick<Exhibit, 'title' | 'altText'>, look: WordLook): XmlElement {
  const widths = columnWidths(table.columns.map(({ share }) => share));
  const isWhole = table.rows.length <= MOST_KEPT;
  const header = table.columns.map(({ title, align }) => ({ cell: { text: title, strong: true }, align }));
  const rows = table.rows.map((row) =>
    table.columns.map(({ align }, at) => ({ cell: row[at] ?? { text: '' }, align })),
  );
  return element(
    'w:tbl',
    {},
    properties(about, look),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    rowXml(header, { widths, isHeader: true, keepNext: true }, look),
    ...rows.map((cells, at) => {
      // A longer table may run on, though neither its first row nor its last parts from what it belongs to.
      const keepNext = isWhole || at === 0 || at >= rows.length - 2;
      return rowXml(cells, { widths, isHeader: false, keepNext }, look);
    }),
  );
}

/** So many rows stand on one page together. */
const MOST_KEPT = 14;

function columnWidths(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0) || 1;
  return shares.map((share) => Math.max(1, Math.floor((share / sum) * TEXT_WIDTH.twips)));
}

function properties({ title, altText }: Pick<Exhibit, 'title' | 'altText'>, { rightToLeft }: WordLook): XmlElement {
  return element(
    'w:tblPr',
    {},
    element('w:tblStyle', { 'w:val': STYLE.table }),
    rightToLeft ? element('w:bidiVisual') : null,
    element('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', {
      'w:val': '0420',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 0,
      'w:noVBand': 1,
    }),
    element('w:tblCaption', { 'w:val': title }),
    element('w:tblDescription', { 'w:val': altText }),
  );
}

interface Placed {
  readonly cell: TableCell;
  readonly align: 'start' | 'end';
}

interface RowLook {
  readonly widths: readonly number[];
  readonly isHeader: boolean;
  readonly keepNext: boolean;
}

function rowXml(cells: readonly Placed[], row: RowLook, look: WordLook): XmlElement {
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), row.isHeader ? element('w:tblHeader') : null),
    ...cells.map((placed, at) => cellXml(placed, { ...row, width: row.widths[at] ?? 1 }, look)),
  );
}

function cellXml(
  { cell: { text, fill, strong }, align }: Placed,
  { width, isHeader, keepNext }: RowLook & { readonly width: number },
  look: WordLook,
): XmlElement {
  const { theme } = look;
  const tint = typeof fill === 'object' ? tintOf(colourOf(fill.tone, theme), fill.strength, theme) : null;
  const colour: SchemeColour | null = tint ? inkOn(tint, theme) : isHeader || fill === 'held' ? quietText(theme) : null;
  const run = { text, bold: strong ?? false, ...(colour ? { colour } : {}) };
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      fill === 'held' ? hatching(hairline(theme), theme) : tint ? shading(tint, theme) : null,
      element('w:vAlign', { 'w:val': isHeader ? 'bottom' : 'center' }),
    ),
    paragraph([run], { style: STYLE.cell, keepNext, align }, look),
  );
}
