import { element, type XmlElement } from '../package/xml.ts';
import { hairline, quietText } from '../theme/palette.ts';
import { paragraphStyle, sizes, themeFonts, type ParagraphStyle } from './paragraph-style.ts';
import { border, NAMESPACES, shading, type WordLook } from './word-look.ts';

/** The styles that pages use: Word's own by their names of old, and ours where Word has none. */
export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  caption: 'Caption',
  footer: 'Footer',
  subject: 'PlumblineSubject',
  figure: 'PlumblineFigure',
  note: 'PlumblineNote',
  cell: 'PlumblineCell',
  source: 'PlumblineSource',
  table: 'PlumblineTable',
} as const;

type StyleLook = Pick<WordLook, 'theme' | 'language' | 'rightToLeft'>;

/** The styles of a document of our own. */
export function documentStyles(look: StyleLook): XmlElement {
  const { theme } = look;
  const own = pageStyles(look).map((style) => paragraphStyle(style, theme));
  return element('w:styles', NAMESPACES, defaults(look), ...base(), ...own, ...ofExhibits(look));
}

/** The styles that an exhibit uses; a document that has a Caption of its own goes on with it. */
export function blockStyles(look: StyleLook): XmlElement {
  return element('w:styles', NAMESPACES, ...base(), ...ofExhibits(look));
}

/** The styles that a whole report uses in a document of somebody else, which goes on with its own where it has them. */
export function reportStyles(look: StyleLook): XmlElement {
  const own = pageStyles(look).map((style) => paragraphStyle(style, look.theme));
  return element('w:styles', NAMESPACES, ...base(), ...own, ...ofExhibits(look));
}

const INK = { scheme: 'tx1' } as const;
const ACCENT = { scheme: 'accent1' } as const;
/** Behind a note: paper that is a little darker. */
const GROUND = { scheme: 'tx1', lumMod: 0.05, lumOff: 0.95 } as const;

function pageStyles({ theme }: StyleLook): readonly ParagraphStyle[] {
  const quiet = quietText(theme);
  const heading = { keepNext: true, isHeading: true, bold: true } as const;
  const rule = border('w:bottom', ACCENT, { size: 12, space: 12, theme });
  return [
    { ...heading, id: STYLE.title, name: 'Title', before: 0, after: 4, size: 26, colour: INK },
    {
      id: STYLE.subtitle,
      name: 'Subtitle',
      before: 0,
      after: 22,
      size: 12,
      colour: quiet,
      border: rule,
      keepNext: true,
    },
    { ...heading, id: STYLE.heading1, name: 'heading 1', before: 22, after: 6, size: 17, colour: ACCENT, outline: 0 },
    { ...heading, id: STYLE.heading2, name: 'heading 2', before: 16, after: 4, size: 13, colour: INK, outline: 1 },
    { id: STYLE.footer, name: 'footer', before: 0, after: 0, size: 8.5, colour: quiet },
  ];
}

function ofExhibits(look: StyleLook): readonly XmlElement[] {
  const { theme, rightToLeft } = look;
  const quiet = quietText(theme);
  const own = { isOwn: true } as const;
  const side = border(rightToLeft ? 'w:right' : 'w:left', ACCENT, { size: 18, space: 9, theme });
  const indent = { start: 12, end: 6 };
  const styles: readonly ParagraphStyle[] = [
    { id: STYLE.caption, name: 'caption', before: 2, after: 4, size: 11, bold: true, colour: INK, keepNext: true },
    {
      ...own,
      id: STYLE.subject,
      name: 'Plumbline Subject',
      before: 14,
      after: 0,
      size: 10,
      colour: quiet,
      keepNext: true,
    },
    { ...own, id: STYLE.figure, name: 'Plumbline Figure', before: 2, after: 0, keepNext: true },
    {
      ...own,
      id: STYLE.note,
      name: 'Plumbline Note',
      before: 3,
      after: 3,
      lines: 1.15,
      size: 10,
      border: side,
      ground: shading(GROUND, theme),
      indent,
    },
    { ...own, id: STYLE.cell, name: 'Plumbline Cell', before: 2.5, after: 2.5, size: 9.5 },
    { ...own, id: STYLE.source, name: 'Plumbline Source', before: 5, after: 16, size: 8.5, colour: quiet },
  ];
  return [...styles.map((style) => paragraphStyle(style, theme)), tableStyle(look)];
}

function defaults({ language, rightToLeft }: StyleLook): XmlElement {
  const languages = { 'w:val': rightToLeft ? 'en-GB' : language, 'w:bidi': rightToLeft ? language : 'ar-SA' };
  const run = [themeFonts('minor'), ...sizes(10.5), element('w:lang', languages)];
  const spacing = { 'w:after': 140, 'w:line': 276, 'w:lineRule': 'auto' };
  return element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, ...run)),
    element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', spacing))),
  );
}

function base(): readonly XmlElement[] {
  const style = (type: string, id: string, ...children: readonly XmlElement[]) =>
    element('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, ...children);
  const named = (name: string) => element('w:name', { 'w:val': name });
  return [
    style('paragraph', 'Normal', named('Normal'), element('w:qFormat')),
    style(
      'table',
      'TableNormal',
      named('Normal Table'),
      element('w:uiPriority', { 'w:val': 99 }),
      element('w:semiHidden'),
      element('w:unhideWhenUsed'),
      element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), margins(108)),
    ),
  ];
}

function tableStyle({ theme }: StyleLook): XmlElement {
  const line = border('w:bottom', hairline(theme), { size: 4, space: 0, theme });
  const inside = border('w:insideH', hairline(theme), { size: 4, space: 0, theme });
  const underHeader = border('w:bottom', INK, { size: 8, space: 0, theme });
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': STYLE.table },
    element('w:name', { 'w:val': 'Plumbline Table' }),
    element('w:basedOn', { 'w:val': 'TableNormal' }),
    element('w:uiPriority', { 'w:val': 99 }),
    element('w:pPr', {}, element('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })),
    element('w:tblPr', {}, element('w:tblBorders', {}, line, inside), margins(90)),
    element(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      element('w:rPr', {}, element('w:b'), element('w:bCs')),
      element('w:tcPr', {}, element('w:tcBorders', {}, underHeader)),
    ),
  );
}

function margins(sides: number): XmlElement {
  const side = (name: string, width: number) => element(name, { 'w:w': width, 'w:type': 'dxa' });
  return element(
    'w:tblCellMar',
    {},
    side('w:top', 0),
    side('w:left', sides),
    side('w:bottom', 0),
    side('w:right', sides),
  );
}
