import type { TableCell, TableContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { inkOn, schemeClr, solidFill, type SchemeColour } from '../theme/colour.ts';
import { colourOf, hairline, quietText, tintOf } from '../theme/palette.ts';
import type { Theme } from '../theme/theme.ts';
import { paragraph, type Box } from './shapes.ts';
import { linesOf, POINT, sizeThatFits, widestWord } from './text-fit.ts';

export interface TableLook {
  readonly theme: Theme;
  readonly language: string;
  readonly rightToLeft: boolean;
  /** The largest size of its text in points, on a slide that is smaller than usual. */
  readonly largest?: number;
}

/** A native table as wide as its place, with the text as large as the number of its rows allows. */
export function tableXml({ columns, rows }: TableContent, box: Box, look: TableLook): XmlElement {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(({ text }) => text))];
  const shares = columns.map(({ share }) => share);
  const widthsAt = (size: number) => columnWidths(shares, { lines, size, width: box.width });
  const heightAt = (size: number) => {
    const widths = widthsAt(size);
    // Where a word would have to break, the text is too large.
    return widths ? sumOf(lines.map((texts) => rowHeight(texts, { widths, size }))) : Number.POSITIVE_INFINITY;
  };
  const { largest = Number.POSITIVE_INFINITY } = look;
  const sizes = SIZES.filter((size) => size <= largest || size === SMALLEST);
  const size = sizeThatFits(sizes, box.height, heightAt);
  const widths = widthsAt(size) ?? byShare(shares, box.width);
  // What is left is shared by the rows, as long as they stay together for the eye.
  const spare = (box.height - sumOf(lines.map((texts) => rowHeight(texts, { widths, size })))) / lines.length;
  const more = Math.max(0, Math.min(size * POINT * AIR, spare));
  const isFilled = rows.some(([first]) => first?.fill !== undefined);
  const cell = (content: TableCell, at: number, isHeader: boolean) => {
    const { align } = columns[at] ?? { align: 'start' };
    // The text of the first column stands under the title's.
    const isFlush = at === 0 && !isFilled && !look.rightToLeft;
    return cellXml(content, { align, size: isHeader ? Math.max(SMALLEST, size - 1) : size, isHeader, isFlush }, look);
  };
  const header = columns.map(({ title }, at) => cell({ text: title, strong: true }, at, true));
  const body = rows.map((row) => columns.map((_, at) => cell(row[at] ?? { text: '' }, at, false)));
  return element(
    'a:tbl',
    {},
    element('a:tblPr', { rtl: look.rightToLeft ? 1 : undefined, firstRow: 1 }),
    element('a:tblGrid', {}, ...widths.map((w) => element('a:gridCol', { w }))),
    ...[header, ...body].map((cells, at) => {
      const h = Math.round(rowHeight(lines[at] ?? [], { widths, size }) + (at === 0 ? 0 : more));
      return element('a:tr', { h }, ...cells);
    }),
  );
}

/** Sizes that a table on a slide is read at, in points. */
const SMALLEST = 8;
const SIZES = [16, 14, 13, 12, 11, 10, 9, SMALLEST];
/** Over and under the text of a cell, and how much higher a row may be, all for the size of its text. */
const PADDING = 0.45;
const AIR = 1;
/** Sides of a cell, in EMU. */
const SIDE = 100_000;

function byShare(shares: readonly number[], width: number): readonly number[] {
  const sum = sumOf(shares) || 1;
  return shares.map((share) => Math.floor((share / sum) * width));
}

/** As wide as its share says, and no narrower than its widest word; `null` where the words have no room. */
function columnWidths(
  shares: readonly number[],
  {
    lines,
    size,
    width,
  }: { readonly lines: readonly (readonly string[])[]; readonly size: number; readonly width: number },
): readonly number[] | null {
  const least = shares.map(
    (_, at) => 2 * SIDE + Math.max(0, ...lines.map((texts) => widestWord(texts[at] ?? '', size))),
  );
  const wished = byShare(shares, width).map((wish, at) => Math.max(wish, least[at] ?? 0));
  const excess = sumOf(wished) - width;
  if (excess <= 0) return wished;
  const slack = sumOf(wished) - sumOf(least);
  if (excess > slack) return null;
  // Whoever has more than it needs gives of that.
  return wished.map((wish, at) => Math.floor(wish - (excess / slack) * (wish - (least[at] ?? 0))));
}

function rowHeight(
  texts: readonly string[],
  { widths, size }: { readonly widths: readonly number[]; readonly size: number },
): number {
  const lines = texts.map((text, at) => linesOf(text, (widths[at] ?? SIDE) - 2 * SIDE, size));
  return size * POINT * (1.2 * Math.max(1, ...lines) + 2 * PADDING);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface CellLook {
  readonly align: 'start' | 'end';
  readonly size: number;
  readonly isHeader: boolean;
  readonly isFlush: boolean;
}

function cellXml(
  { text, fill, strong }: TableCell,
  { align, size, isHeader, isFlush }: CellLook,
  look: TableLook,
): XmlElement {
  const { theme } = look;
  const tint = typeof fill === 'object' ? tintOf(colourOf(fill.tone, theme), fill.strength, theme) : null;
  const colour: SchemeColour = tint ? inkOn(tint, theme) : isHeader ? quietText(theme) : { scheme: 'tx1' };
  const words = paragraph([{ text, size, bold: strong ?? false, colour }], { ...look, align });
  const padding = Math.round(size * POINT * PADDING);
  const border = isHeader ? ({ scheme: 'tx1' } as const) : hairline(theme);
  return element(
    'a:tc',
    {},
    element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), words),
    element(
      'a:tcPr',
      {
        ...{ marL: isFlush ? 0 : SIDE, marR: SIDE, marT: padding, marB: padding },
        anchor: isHeader ? 'b' : 'ctr',
      },
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
