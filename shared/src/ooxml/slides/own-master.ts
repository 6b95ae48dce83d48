import { element, type XmlElement } from '../package/xml.ts';
import { schemeClr, solidFill, type SchemeColour } from '../theme/colour.ts';
import { NAMESPACES } from './names.ts';
import { COLOUR_MAP } from './notes.ts';
import { identity, placed, shapeTree, type Box } from './shapes.ts';

/** The size of our slides, in EMU: 16:9. */
export const SIZE = { width: 12_192_000, height: 6_858_000 };
const SIDE = 609_600;
const WIDTH = SIZE.width - 2 * SIDE;
const TITLE: Box = { x: SIDE, y: 411_480, width: WIDTH, height: 914_400 };
const BODY: Box = { x: SIDE, y: 1_554_480, width: WIDTH, height: 4_572_000 };
const FOOT = { y: 6_400_800, height: 228_600 };
const FOOTER: Box = { x: SIDE, width: 6_096_000, ...FOOT };
const NUMBER: Box = { x: SIZE.width - SIDE - 914_400, width: 914_400, ...FOOT };

interface Place {
  readonly name: string;
  readonly type: string;
  readonly idx?: number;
  /** Its own; the master's where it is left out. */
  readonly box?: Box;
  readonly words?: string;
  readonly style?: XmlElement;
  readonly anchor?: 't' | 'b';
  /** Its text begins at its edges, as all of ours does. */
  readonly isFlush?: boolean;
}

interface LayoutPlan {
  readonly type: string;
  readonly name: string;
  readonly shapes: () => readonly XmlElement[];
}

/** The layouts of our decks, by their types. */
export const LAYOUTS: readonly LayoutPlan[] = [
  {
    type: 'title',
    name: 'Title Slide',
    shapes: () => [
      place(2, {
        name: 'Title',
        type: 'ctrTitle',
        box: { x: SIDE, y: 1_828_800, width: WIDTH, height: 1_554_480 },
        anchor: 'b',
        style: level('a:lvl1pPr', { size: 40, bold: true, colour: { scheme: 'tx1' } }),
      }),
      place(3, {
        name: 'Subtitle',
        type: 'subTitle',
        idx: 1,
        box: { x: SIDE, y: 3_749_040, width: WIDTH, height: 1_005_840 },
        anchor: 't',
        style: level('a:lvl1pPr', { size: 20, colour: { scheme: 'tx2' } }),
      }),
      rule(),
    ],
  },
  {
    type: 'obj',
    name: 'Title and Content',
    shapes: () => [title(), place(3, { name: 'Content', type: 'obj', idx: 1 }), ...feet()],
  },
  { type: 'titleOnly', name: 'Title Only', shapes: () => [title(), ...feet()] },
  {
    type: 'secHead',
    name: 'Section Header',
    shapes: () => [
      place(2, {
        name: 'Title',
        type: 'title',
        box: { x: SIDE, y: 2_286_000, width: WIDTH, height: 1_371_600 },
        anchor: 'b',
      }),
      ...feet(),
    ],
  },
  { type: 'blank', name: 'Blank', shapes: feet },
];

function title(): XmlElement {
  return place(2, { name: 'Title', type: 'title' });
}

function feet(): readonly XmlElement[] {
  return [
    place(8, { name: 'Footer', type: 'ftr', idx: 11 }),
    place(9, { name: 'Slide Number', type: 'sldNum', idx: 12, words: '‹#›' }),
  ];
}

function place(id: number, { name, type, idx, box, words, style, anchor, isFlush = false }: Place): XmlElement {
  const text =
    type === 'sldNum'
      ? element('a:fld', { id: FIELD, type: 'slidenum' }, element('a:rPr', {}), element('a:t', {}, words ?? ''))
      : null;
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element(
        'p:nvPr',
        {},
        element('p:ph', { type: type === 'obj' ? undefined : type, idx, sz: FEET.has(type) ? 'quarter' : undefined }),
      ),
    ),
    element(
      'p:spPr',
      {},
      box ? placed('a:xfrm', box) : null,
      box ? element('a:prstGeom', { prst: 'rect' }, element('a:avLst')) : null,
    ),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { ...(isFlush && FLUSH), anchor }, element('a:normAutofit')),
      element('a:lstStyle', {}, style ?? null),
      element('a:p', {}, text, element('a:endParaRPr', {})),
    ),
  );
}

const FEET = new Set(['ftr', 'sldNum', 'dt']);
const FLUSH = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 };
const FIELD = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

/** The one ornament: a short line between the title of a title slide and what is under it. */
function rule(): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: 10, name: 'Rule' }),
      element('p:cNvSpPr'),
      element('p:nvPr', { userDrawn: 1 }),
    ),
    element(
      'p:spPr',
      {},
      placed('a:xfrm', { x: SIDE, y: 3_520_440, width: 914_400, height: 45_720 }),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      solidFill({ scheme: 'accent1' }),
      element('a:ln', {}, element('a:noFill')),
    ),
  );
}

/** A layout of our own. */
export function layoutXml(type: string, name: string, shapes: readonly XmlElement[]): XmlElement {
  return element(
    'p:sldLayout',
    { ...NAMESPACES, type, preserve: 1 },
    element('p:cSld', { name }, shapeTree(...shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

/** The master of our own layouts; `layouts` are its links to them. */
export function masterXml(layouts: readonly string[]): XmlElement {
  const shapes = [
    { id: 2, at: { name: 'Title', type: 'title', box: TITLE, anchor: 'b' as const } },
    { id: 3, at: { name: 'Text', type: 'body', idx: 1, box: BODY } },
    { id: 4, at: { name: 'Footer', type: 'ftr', idx: 3, box: FOOTER, style: foot('l') } },
    { id: 5, at: { name: 'Slide Number', type: 'sldNum', idx: 4, box: NUMBER, words: '‹#›', style: foot('r') } },
  ].map(({ id, at }) => place(id, { ...at, isFlush: true }));
  const ids = layouts.map((link, at) => element('p:sldLayoutId', { id: 2_147_483_649 + at, 'r:id': link }));
  return element(
    'p:sldMaster',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      element('p:bg', {}, element('p:bgRef', { idx: 1001 }, schemeClr({ scheme: 'bg1' }))),
      shapeTree(...shapes),
    ),
    element('p:clrMap', COLOUR_MAP),
    element('p:sldLayoutIdLst', {}, ...ids),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, titleStyle()),
      element('p:bodyStyle', {}, ...bodyStyles()),
      element('p:otherStyle'),
    ),
  );
}

interface LevelLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: SchemeColour;
  readonly font?: '+mj' | '+mn';
  readonly algn?: 'l' | 'r';
}

function level(name: string, { size, bold = false, colour, font = '+mn', algn = 'l' }: LevelLook): XmlElement {
  return element(
    name,
    { marL: 0, indent: 0, algn },
    element('a:lnSpc', {}, element('a:spcPct', { val: 95_000 })),
    element('a:buNone'),
    element(
      'a:defRPr',
      { sz: size * 100, b: bold ? 1 : 0 },
      solidFill(colour),
      element('a:latin', { typeface: `${font}-lt` }),
      element('a:ea', { typeface: `${font}-ea` }),
      element('a:cs', { typeface: `${font}-cs` }),
    ),
  );
}

function titleStyle(): XmlElement {
  return level('a:lvl1pPr', { size: 28, bold: true, colour: { scheme: 'tx1' }, font: '+mj' });
}

function bodyStyles(): readonly XmlElement[] {
  return [20, 18, 16].map((size, at) => level(`a:lvl${at + 1}pPr`, { size, colour: { scheme: 'tx1' } }));
}

function foot(algn: 'l' | 'r'): XmlElement {
  return level('a:lvl1pPr', { size: 10, colour: { scheme: 'tx2' }, algn });
}
