import type { SchemeColour } from '../theme/colour.ts';
import { solidFill } from '../theme/colour.ts';
import { element, type XmlElement } from '../package/xml.ts';

/** A place on a slide, in EMU: 12,700 a point. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a document says a shape is. */
export interface ShapeIdentity {
  readonly id: number;
  readonly name: string;
  readonly altText?: string;
}

/** One run of text. */
export interface Run {
  readonly text: string;
  /** In points; the placeholder's own where it is left out. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: SchemeColour;
}

export interface ParagraphLook {
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly align?: 'start' | 'centre' | 'end';
  /** In points. */
  readonly spaceAfter?: number;
}

const THEME_FONTS = [
  ['a:latin', '+mn-lt'],
  ['a:ea', '+mn-ea'],
  ['a:cs', '+mn-cs'],
] as const;

/** Where a shape lies: `a:xfrm`, or `p:xfrm` for a frame. */
export function placed(name: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: Box): XmlElement {
  return element(name, {}, element('a:off', { x, y }), element('a:ext', { cx: width, cy: height }));
}

/** `p:cNvPr` of a shape, or of a frame, with its alternative text. */
export function identity({ id, name, altText }: ShapeIdentity, extension: XmlElement | null = null): XmlElement {
  return element('p:cNvPr', { id, name, descr: altText }, extension && element('a:extLst', {}, extension));
}

/** One paragraph of runs. */
export function paragraph(runs: readonly Run[], look: ParagraphLook): XmlElement {
  const { language, rightToLeft, align, spaceAfter } = look;
  const [first] = runs;
  const properties = element(
    'a:pPr',
    {
      algn: align === 'centre' ? 'ctr' : align === 'end' ? (rightToLeft ? 'l' : 'r') : rightToLeft ? 'r' : undefined,
      rtl: rightToLeft ? 1 : undefined,
    },
    spaceAfter === undefined
      ? null
      : element('a:spcAft', {}, element('a:spcPts', { val: Math.round(spaceAfter * 100) })),
  );
  return element(
    'a:p',
    {},
    properties,
    ...runs.flatMap((run) =>
      run.text
        .split('\n')
        .flatMap((line, at) => [
          at === 0 ? null : element('a:br', {}, runLook('a:rPr', run, language)),
          line === '' ? null : element('a:r', {}, runLook('a:rPr', run, language), element('a:t', {}, line)),
        ]),
    ),
    // A paragraph without text is as high as its end says.
    first && runs.every(({ text }) => text === '') ? runLook('a:endParaRPr', first, language) : null,
  );
}

function runLook(name: 'a:rPr' | 'a:endParaRPr', { size, bold, colour }: Run, language: string): XmlElement {
  return element(
    name,
    {
      lang: language,
      sz: size === undefined ? undefined : Math.round(size * 100),
      b: bold === undefined ? undefined : bold ? 1 : 0,
      dirty: 0,
    },
    colour ? solidFill(colour) : null,
    // Whoever has a size of its own stands in no placeholder, which would bring the theme's font.
    ...(size !== undefined ? THEME_FONTS.map(([font, typeface]) => element(font, { typeface })) : []),
  );
}

/** A text box at a place, whose text shrinks rather than runs over. */
export function textBox(
  shape: ShapeIdentity & { readonly extension?: XmlElement },
  box: Box,
  text: { readonly paragraphs: readonly XmlElement[]; readonly anchor: 't' | 'b' },
): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity(shape, shape.extension ?? null),
      element('p:cNvSpPr', { txBox: 1 }),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      placed('a:xfrm', box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      element('a:noFill'),
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: text.anchor },
        element('a:normAutofit'),
      ),
      element('a:lstStyle'),
      ...text.paragraphs,
    ),
  );
}

/** A placeholder that the layout gives its place and look. */
export function placeholder(
  shape: ShapeIdentity,
  kind: { readonly type: string; readonly idx?: string; readonly scale?: number },
  paragraphs: readonly XmlElement[],
): XmlElement {
  // Nothing is said where the text fits, so that the layout goes on saying it.
  const { scale = 1 } = kind;
  const smaller = scale < 1 ? element('a:normAutofit', { fontScale: Math.round(scale * 100_000) }) : null;
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity(shape),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: kind.type, idx: kind.idx })),
    ),
    element('p:spPr'),
    element('p:txBody', {}, element('a:bodyPr', {}, smaller), element('a:lstStyle'), ...paragraphs),
  );
}

/** A frame with a chart or a table in it. */
export function graphicFrame(
  shape: ShapeIdentity & { readonly extension?: XmlElement },
  box: Box,
  data: { readonly uri: string; readonly content: XmlElement },
): XmlElement {
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      identity(shape, shape.extension ?? null),
      element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: 1 })),
      element('p:nvPr'),
    ),
    placed('p:xfrm', box),
    element('a:graphic', {}, element('a:graphicData', { uri: data.uri }, data.content)),
  );
}

/** The tree of shapes of a slide, a layout, a master or a page of notes. */
export function shapeTree(...shapes: readonly XmlElement[]): XmlElement {
  const nothing = { x: 0, y: 0 };
  return element(
    'p:spTree',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', nothing),
        element('a:ext', { cx: 0, cy: 0 }),
        element('a:chOff', nothing),
        element('a:chExt', { cx: 0, cy: 0 }),
      ),
    ),
    ...shapes,
  );
}
