import { element, type XmlElement } from '../package/xml.ts';
import type { SchemeColour } from '../theme/colour.ts';
import type { Theme } from '../theme/theme.ts';
import { textColour } from './word-look.ts';

/** A style of paragraphs, in points. */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Ours, where Word has none of that kind. */
  readonly isOwn?: boolean;
  readonly before: number;
  readonly after: number;
  /** Of its lines, 1 is set close. */
  readonly lines?: number;
  /** The document's own where there is none. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: SchemeColour;
  /** Whether it stays with the paragraph after it. */
  readonly keepNext?: boolean;
  /** The level of a heading, from 0. */
  readonly outline?: number;
  readonly isHeading?: boolean;
  readonly border?: XmlElement;
  readonly ground?: XmlElement;
  readonly indent?: { readonly start: number; readonly end: number };
}

/** The style as a part of styles has it; its parts stand in the order of the schema. */
export function paragraphStyle(style: ParagraphStyle, theme: Theme): XmlElement {
  const { id, name, isOwn = false, keepNext = false, bold = false, size, colour, outline, indent } = style;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': isOwn ? 1 : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:next', { 'w:val': 'Normal' }),
    element('w:uiPriority', { 'w:val': isOwn ? 36 : 9 }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      keepNext ? element('w:keepNext') : null,
      keepNext ? element('w:keepLines') : null,
      style.border ? element('w:pBdr', {}, style.border) : null,
      style.ground ?? null,
      element('w:spacing', {
        'w:before': twips(style.before),
        'w:after': twips(style.after),
        'w:line': Math.round(240 * (style.lines ?? 1)),
        'w:lineRule': 'auto',
      }),
      indent ? element('w:ind', { 'w:left': twips(indent.start), 'w:right': twips(indent.end) }) : null,
      outline === undefined ? null : element('w:outlineLvl', { 'w:val': outline }),
    ),
    element(
      'w:rPr',
      {},
      style.isHeading === true ? themeFonts('major') : null,
      ...(bold ? [element('w:b'), element('w:bCs')] : []),
      colour ? textColour(colour, theme) : null,
      ...(size === undefined ? [] : sizes(size)),
    ),
  );
}

/** The fonts of the theme, for every script. */
export function themeFonts(kind: 'major' | 'minor'): XmlElement {
  return element('w:rFonts', {
    'w:asciiTheme': `${kind}HAnsi`,
    'w:eastAsiaTheme': `${kind}EastAsia`,
    'w:hAnsiTheme': `${kind}HAnsi`,
    'w:cstheme': `${kind}Bidi`,
  });
}

/** A size in points, for scripts from both sides. */
export function sizes(points: number): readonly XmlElement[] {
  const half = { 'w:val': Math.round(points * 2) };
  return [element('w:sz', half), element('w:szCs', half)];
}

function twips(points: number): number {
  return Math.round(points * 20);
}
