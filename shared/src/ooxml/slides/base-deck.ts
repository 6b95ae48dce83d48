import { addPart, addRelationship, emptyPackage, PACKAGE, type OpcPackage } from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { schemeClr, solidFill, type SchemeColour } from '../theme/colour.ts';
import { ownTheme } from '../theme/own-theme.ts';
import { LINKS, NAMESPACES, TYPES } from './names.ts';
import { addNotesMaster, COLOUR_MAP } from './notes.ts';
import { identity, placed, shapeTree, type Box } from './shapes.ts';
import type { SlideLook } from './slide-look.ts';

/** A deck of our own with no slide in it yet, 16:9. */
export function newDeck({ title, language }: SlideLook & { readonly title: string }): OpcPackage {
  const deck = emptyPackage();
  const presentation = 'ppt/presentation.xml';
  const master = 'ppt/slideMasters/slideMaster1.xml';
  addPart(deck, 'ppt/theme/theme1.xml', { contentType: TYPES.theme, content: ownTheme() });
  const layouts = LAYOUTS.map(({ type, name, shapes }, at) => {
    const part = `ppt/slideLayouts/slideLayout${at + 1}.xml`;
    addPart(deck, part, { contentType: TYPES.layout, content: layoutXml(type, name, shapes()) });
    addRelationship(deck, part, { type: LINKS.master, target: master });
    return addRelationship(deck, master, { type: LINKS.layout, target: part });
  });
  addRelationship(deck, master, { type: LINKS.theme, target: 'ppt/theme/theme1.xml' });
  addPart(deck, master, { contentType: TYPES.master, content: masterXml(layouts) });
  const masterLink = addRelationship(deck, presentation, { type: LINKS.master, target: master });
  addPart(deck, presentation, { contentType: TYPES.presentation, content: presentationXml(masterLink) });
  addNotesMaster(deck, presentation);
  for (const { part, type, link, root } of PROPERTIES) {
    addPart(deck, part, { contentType: type, content: root() });
    addRelationship(deck, presentation, { type: link, target: part });
  }
  addPart(deck, 'docProps/core.xml', { contentType: TYPES.coreProperties, content: coreXml(title, language) });
  addPart(deck, 'docProps/app.xml', { contentType: TYPES.extendedProperties, content: appXml() });
  addRelationship(deck, PACKAGE, { type: LINKS.document, target: presentation });
  addRelationship(deck, PACKAGE, { type: LINKS.coreProperties, target: 'docProps/core.xml' });
  addRelationship(deck, PACKAGE, { type: LINKS.extendedProperties, target: 'docProps/app.xml' });
  return deck;
}

const SIZE = { width: 12_192_000, height: 6_858_000 };
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
}

interface LayoutPlan {
  readonly type: string;
  readonly name: string;
  readonly shapes: () => readonly XmlElement[];
}

const LAYOUTS: readonly LayoutPlan[] = [
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

function place(id: number, { name, type, idx, box, words, style, anchor }: Place): XmlElement {
  const text =
    type === 'sldNum'
      ? element(
          'a:fld',
          { id: FIELD, type: 'slidenum' },
          element('a:rPr', { lang: 'en-GB' }),
          element('a:t', {}, words ?? ''),
        )
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
      element('a:bodyPr', anchor ? { anchor } : {}, element('a:normAutofit')),
      element('a:lstStyle', {}, style ?? null),
      element('a:p', {}, text, element('a:endParaRPr', { lang: 'en-GB' })),
    ),
  );
}

const FEET = new Set(['ftr', 'sldNum', 'dt']);
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

function layoutXml(type: string, name: string, shapes: readonly XmlElement[]): XmlElement {
  return element(
    'p:sldLayout',
    { ...NAMESPACES, type, preserve: 1 },
    element('p:cSld', { name }, shapeTree(...shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

function masterXml(layouts: readonly string[]): XmlElement {
  const inner = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 };
  const shapes = [
    { id: 2, at: { name: 'Title', type: 'title', box: TITLE, anchor: 'b' as const } },
    { id: 3, at: { name: 'Text', type: 'body', idx: 1, box: BODY } },
    { id: 4, at: { name: 'Footer', type: 'ftr', idx: 3, box: FOOTER, style: foot('l') } },
    { id: 5, at: { name: 'Slide Number', type: 'sldNum', idx: 4, box: NUMBER, words: '‹#›', style: foot('r') } },
  ].map(({ id, at }) => {
    const shape = place(id, at);
    const body = shape.children.flatMap((node) =>
      typeof node === 'object' && 'name' in node && node.name === 'p:txBody' ? node.children : [],
    )[0];
    if (typeof body === 'object' && 'attributes' in body) Object.assign(body.attributes, stringsOf(inner));
    return shape;
  });
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

function stringsOf(values: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
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

function presentationXml(master: string): XmlElement {
  return element(
    'p:presentation',
    NAMESPACES,
    element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: 2_147_483_648, 'r:id': master })),
    element('p:sldSz', { cx: SIZE.width, cy: SIZE.height }),
    element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  );
}

const PROPERTIES = [
  {
    part: 'ppt/presProps.xml',
    type: TYPES.presentationProperties,
    link: LINKS.presentationProperties,
    root: () => element('p:presentationPr', NAMESPACES),
  },
  {
    part: 'ppt/viewProps.xml',
    type: TYPES.viewProperties,
    link: LINKS.viewProperties,
    root: () => element('p:viewPr', NAMESPACES),
  },
  {
    part: 'ppt/tableStyles.xml',
    type: TYPES.tableStyles,
    link: LINKS.tableStyles,
    root: () =>
      element('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
  },
];

function coreXml(title: string, language: string): XmlElement {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, title),
    element('dc:creator', {}, 'Plumbline'),
    element('dc:language', {}, language),
  );
}

function appXml(): XmlElement {
  return element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'Plumbline'),
  );
}
