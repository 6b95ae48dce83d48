import type { TableCell, TableContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { inkOn, schemeClr, solidFill, type SchemeColour } from '../theme/colour.ts';
import { colourOf, hairline, quietText, tintOf } from '../theme/palette.ts';
import type { Theme } from '../theme/theme.ts';
import { paragraph, type Box } from './shapes.ts';

export interface TableLook {
  readonly theme: Theme;
  readonly language: string;
  readonly rightToLeft: boolean;
}

/** A native table as wide as its place, with the text as large as the number of its rows allows. */
export function tableXml({ columns, rows }: TableContent, box: Box, look: TableLook): XmlElement {
  const widths = columnWidths(
    columns.map(({ share }) => share),
    box.width,
  );
  const size = textSize(
    [columns.map(({ title }) => title), ...rows.map((row) => row.map(({ text }) => text))],
    widths,
    box,
  );
  const height = Math.round(size * ROW);
  const header = columns.map(({ title, align }) =>
    cellXml({ text: title, strong: true }, { align, size: size - 1, isHeader: true }, look),
  );
  const body = rows.map((row) =>
    columns.map(({ align }, at) => cellXml(row[at] ?? { text: '' }, { align, size, isHeader: false }, look)),
  );
  return element(
    'a:tbl',
    {},
    element('a:tblPr', { rtl: look.rightToLeft ? 1 : undefined, firstRow: 1 }),
    element('a:tblGrid', {}, ...widths.map((w) => element('a:gridCol', { w }))),
    ...[header, ...body].map((cells) => element('a:tr', { h: height }, ...cells)),
  );
}

/** Sizes that a table on a slide is read at, in points. */
const SIZES = [16, 14, 13, 12, 11, 10, 9];
const SMALLEST = 8;
const EMU = 12_700;
/** The height of a row of one line, in EMU for each point of its text. */
const ROW = EMU * 2.4;
/** Sides of a cell, in EMU, and how wide a letter is on average for its height. */
const SIDE = 100_000;
const LETTER = 0.52;

function columnWidths(shares: readonly number[], width: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0) || 1;
  return shares.map((share) => Math.floor((share / sum) * width));
}

function textSize(rows: readonly (readonly string[])[], widths: readonly number[], box: Box): number {
  const heightAt = (size: number) =>
    rows.reduce((sum, row) => {
      const lines = row.map((text, at) => linesOf(text, (widths[at] ?? box.width) - 2 * SIDE, size));
      return sum + size * EMU * (1.2 * Math.max(1, ...lines) + 1.2);
    }, 0);
  return SIZES.find((size) => heightAt(size) <= box.height) ?? SMALLEST;
}

function linesOf(text: string, width: number, size: number): number {
  return Math.ceil((text.length * size * EMU * LETTER) / Math.max(1, width));
}

interface CellLook {
  readonly align: 'start' | 'end';
  readonly size: number;
  readonly isHeader: boolean;
}

function cellXml({ text, fill, strong }: TableCell, { align, size, isHeader }: CellLook, look: TableLook): XmlElement {
  const { theme } = look;
  const tint = typeof fill === 'object' ? tintOf(colourOf(fill.tone, theme), fill.strength, theme) : null;
  const colour: SchemeColour = tint ? inkOn(tint, theme) : isHeader ? quietText(theme) : { scheme: 'tx1' };
  const words = paragraph([{ text, size, bold: strong ?? false, colour }], { ...look, align });
  const border = isHeader ? ({ scheme: 'tx1' } as const) : hairline(theme);
  return element(
    'a:tc',
    {},
    element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), words),
    element(
      'a:tcPr',
      { marL: SIDE, marR: SIDE, anchor: isHeader ? 'b' : 'ctr' },
      noBorder('a:lnL'),
      noBorder('a:lnR'),
      noBorder('a:lnT'),
      element('a:lnB', { w: isHeader ? 15_875 : 6_350 }, solidFill(border)),
      fill === 'held' ? hatched(theme) : tint ? solidFill(tint) : element('a:noFill'),
    ),
  );
}

function noBorder(name: string): XmlElement {
  return element(name, { w: 0 }, element('a:noFill'));
}

function hatched(theme: Theme): XmlElement {
  return element(
    'a:pattFill',
    { prst: 'ltUpDiag' },
    element('a:fgClr', {}, schemeClr(hairline(theme))),
    element('a:bgClr', {}, schemeClr({ scheme: 'bg1' })),
  );
}
