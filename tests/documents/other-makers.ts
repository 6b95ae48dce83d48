import { readFile } from 'node:fs/promises';
import {
  readPackage,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, descendantsOf, findPath, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import PptxGenJS from 'pptxgenjs';

/** What is used of the maker, whose types are those of another module system. */
interface DeckMaker {
  addSlide(): { addChart(kind: string, data: readonly object[], place: object): unknown };
  write(how: { readonly outputType: 'uint8array' }): Promise<Uint8Array>;
}

/** A deck that PptxGenJS made, with a chart of its own. */
export async function pptxGenDeck(): Promise<OpcPackage> {
  const maker = new (PptxGenJS as unknown as new () => DeckMaker)();
  const data = [{ name: 'Revenue', labels: ['Q1', 'Q2'], values: [3, 4] }];
  maker.addSlide().addChart('bar', data, { x: 1, y: 1, w: 6, h: 3 });
  return opened(new Uint8Array(await maker.write({ outputType: 'uint8array' })));
}

/** A deck that LibreOffice 7.4 saved: twelve layouts, titles of 44 points, no style for them, and no notes. */
export async function libreOfficeDeck(): Promise<OpcPackage> {
  return opened(new Uint8Array(await readFile(new URL('made-by-libreoffice.pptx', import.meta.url))));
}

/** As Google Slides exports decks: 10 by 5.6 inches, layouts with names in capitals, its own insets, no notes. */
export function googleDeck(): OpcPackage {
  const deck = sizedDeck(9_144_000, 5_143_500);
  withoutNotes(deck);
  onMaster(deck, (shape, kind) => {
    if (kind === 'title') {
      place(shape, { x: 311_700, y: 445_025, cx: 8_520_600, cy: 572_700 });
      inset(shape, { lIns: 91_425, tIns: 91_425, rIns: 91_425, bIns: 91_425 });
    }
    if (kind === 'ftr') place(shape, { x: 311_700, y: 4_749_843, cx: 3_000_000, cy: 215_900 });
    if (kind === 'sldNum') place(shape, { x: 8_472_458, y: 4_663_217, cx: 548_700, cy: 393_600 });
  });
  for (const [at, name] of ['TITLE', 'TITLE_AND_BODY', 'TITLE_ONLY', 'SECTION_HEADER', 'BLANK'].entries()) {
    change(deck, `ppt/slideLayouts/slideLayout${at + 1}.xml`, (root) => {
      const slide = childOf(root, 'p:cSld');
      if (slide) slide.attributes['name'] = name;
    });
  }
  return deck;
}

/** As Office 2010 began a deck: 4:3, titles in the middle, 44 points, insets of a tenth of an inch. */
export function office2010Deck(): OpcPackage {
  const deck = sizedDeck(9_144_000, 6_858_000);
  onMaster(deck, (shape, kind) => {
    if (kind === 'title') {
      place(shape, { x: 457_200, y: 274_638, cx: 8_229_600, cy: 1_143_000 });
      inset(shape, {});
    }
    if (kind === 'ftr') place(shape, { x: 3_124_200, y: 6_356_350, cx: 2_895_600, cy: 365_125 });
    if (kind === 'sldNum') place(shape, { x: 6_553_200, y: 6_356_350, cx: 2_133_600, cy: 365_125 });
  });
  change(deck, MASTER, (root) => {
    const level = findPath(root, 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr');
    const run = level && childOf(level, 'a:defRPr');
    if (level) level.attributes['algn'] = 'ctr';
    if (run) run.attributes['sz'] = '4400';
  });
  return deck;
}

/** A deck on whose layouts the theme's dark is the background, as layouts say it and not their master. */
export function darkLayoutsDeck(): OpcPackage {
  const deck = newDeck({ language: 'en-GB', rightToLeft: false, title: 'Board' });
  for (const name of deck.parts.keys()) {
    if (!/^ppt\/slideLayouts\/[^/]+\.xml$/.test(name)) continue;
    change(deck, name, (root) => {
      const own = childOf(root, 'p:clrMapOvr');
      const accents = [1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`] as const);
      const attributes = {
        ...{ bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2', hlink: 'hlink', folHlink: 'folHlink' },
        ...Object.fromEntries(accents),
      };
      if (own) own.children = [{ name: 'a:overrideClrMapping', attributes, children: [] }];
    });
  }
  return deck;
}

/** A deck of our own on slides of another size, in EMU, with its places moved along. */
export function sizedDeck(width: number, height: number): OpcPackage {
  const deck = newDeck({ language: 'en-GB', rightToLeft: false, title: 'Board' });
  const [across, down] = [width / 12_192_000, height / 6_858_000];
  const scale = (root: XmlElement, name: string, by: readonly [string, number][]) => {
    for (const { attributes } of descendantsOf(root, name)) {
      for (const [key, share] of by) attributes[key] = String(Math.round(Number(attributes[key]) * share));
    }
  };
  change(deck, PRESENTATION, (root) => {
    const size = childOf(root, 'p:sldSz');
    if (size) size.attributes = { cx: String(width), cy: String(height) };
  });
  for (const part of deck.parts.keys()) {
    if (!/^ppt\/slide(Master|Layout)s\/[^/]+\.xml$/.test(part)) continue;
    change(deck, part, (root) => {
      scale(root, 'a:off', [
        ['x', across],
        ['y', down],
      ]);
      scale(root, 'a:ext', [
        ['cx', across],
        ['cy', down],
      ]);
    });
  }
  return deck;
}

const PRESENTATION = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';

function opened(bytes: Uint8Array): OpcPackage {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function change(deck: OpcPackage, part: string, by: (root: XmlElement) => void): void {
  const root = readPart(deck, part);
  if (!root) throw new Error(`The deck has no ${part}`);
  by(root);
  writePart(deck, part, root);
}

function onMaster(deck: OpcPackage, by: (shape: XmlElement, kind: string) => void): void {
  change(deck, MASTER, (root) => {
    for (const shape of descendantsOf(root, 'p:sp'))
      by(shape, descendantsOf(shape, 'p:ph')[0]?.attributes['type'] ?? '');
  });
}

function place(
  shape: XmlElement,
  { x, y, cx, cy }: { readonly x: number; readonly y: number; readonly cx: number; readonly cy: number },
): void {
  const at = findPath(shape, 'p:spPr', 'a:xfrm');
  const [offset, extent] = [at && childOf(at, 'a:off'), at && childOf(at, 'a:ext')];
  if (offset) offset.attributes = { x: String(x), y: String(y) };
  if (extent) extent.attributes = { cx: String(cx), cy: String(cy) };
}

function inset(shape: XmlElement, insets: Readonly<Record<string, number>>): void {
  const body = findPath(shape, 'p:txBody', 'a:bodyPr');
  if (body) body.attributes = Object.fromEntries(Object.entries(insets).map(([name, value]) => [name, String(value)]));
}

/** Takes the master of notes away, with all that leads to it. */
function withoutNotes(deck: OpcPackage): void {
  change(deck, PRESENTATION, (root) => {
    root.children = root.children.filter((node) => !isElement(node, 'p:notesMasterIdLst'));
  });
  for (const { id, type } of relationshipsOf(deck, PRESENTATION)) {
    if (type.endsWith('/notesMaster')) removeRelationship(deck, PRESENTATION, id);
  }
  for (const part of ['ppt/notesMasters/notesMaster1.xml', 'ppt/theme/theme2.xml']) removePart(deck, part);
}
