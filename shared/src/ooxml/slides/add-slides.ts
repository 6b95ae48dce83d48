import type { Exhibit, Insertion } from '../exhibit.ts';
import { addChart } from '../charts/add-chart.ts';
import { frameName, insertionExtension, insertionText, markOf, SLIDE_TAG } from '../insertion.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addPart, addRelationship, freePart, readPart, writePart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, element, isElement, type XmlElement } from '../package/xml.ts';
import { quietText } from '../theme/palette.ts';
import { groundOf, presentationOf, type Ground } from './layouts.ts';
import { LINKS, NAMESPACES, TYPES } from './names.ts';
import { addNotes } from './notes.ts';
import { graphicFrame, paragraph, placeholder, shapeTree, textBox, type Box, type ParagraphLook } from './shapes.ts';
import { tableXml } from './table.ts';

/** An exhibit and as what it goes into the deck. */
export interface SlideItem {
  readonly exhibit: Exhibit;
  readonly insertion: Insertion;
}

export interface SlideLook {
  /** Of the words: `en-GB`. */
  readonly language: string;
  readonly rightToLeft: boolean;
}

/** Why no slide can be added: the document is no deck, or has no layout that a slide could stand on. */
export type DeckFault = 'deck.not-a-deck' | 'deck.no-layout';

/** Adds a slide for each exhibit at the end of a deck, of whatever maker; returns the parts of the new slides. */
export function addExhibitSlides(
  deck: OpcPackage,
  items: readonly SlideItem[],
  look: SlideLook,
): Result<readonly string[], DeckFault> {
  const ground = groundOf(deck, ['titleOnly', 'obj', 'tx', 'objTx', 'twoObj']);
  if (!ground) return fail(isDeck(deck) ? 'deck.no-layout' : 'deck.not-a-deck');
  return ok(items.map((item) => addExhibitSlide(deck, item, { ground, look })));
}

/** Adds a slide that only has a title and a line under it. */
export function addTitleSlide(
  deck: OpcPackage,
  words: { readonly title: string; readonly subtitle: string },
  look: SlideLook,
): Result<string, DeckFault> {
  const ground = groundOf(deck, ['title', 'secHead', 'titleOnly']);
  if (!ground) return fail(isDeck(deck) ? 'deck.no-layout' : 'deck.not-a-deck');
  const part = freePart(deck, 'ppt/slides/slide', '.xml');
  const subtitle = placeholder({ id: 3, name: 'Subtitle' }, { type: 'subTitle', idx: '1' }, [
    paragraph([{ text: words.subtitle }], look),
  ]);
  const shapes = [titleShape(words.title, ground, look), subtitle];
  addPart(deck, part, { contentType: TYPES.slide, content: slideXml(shapes, { tag: null, id: words.title }) });
  addRelationship(deck, part, { type: LINKS.layout, target: ground.layout });
  listSlide(deck, ground.presentation, part);
  return ok(part);
}

const EMU = 12_700;
const CHART_URI = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';

interface Standing {
  readonly ground: Ground;
  readonly look: SlideLook;
}

function addExhibitSlide(deck: OpcPackage, item: SlideItem, { ground, look }: Standing): string {
  const { exhibit, insertion } = item;
  const part = freePart(deck, 'ppt/slides/slide', '.xml');
  // The part has to be there before links can lead from it.
  addPart(deck, part, { contentType: TYPES.slide, content: element('p:sld', NAMESPACES) });
  addRelationship(deck, part, { type: LINKS.layout, target: ground.layout });
  const rooms = roomsIn(ground, exhibit.subject !== null);
  const shapes = [
    titleShape(exhibit.title, ground, look),
    exhibit.subject === null || rooms.subject === null
      ? null
      : subjectShape(exhibit.subject, rooms.subject, { item, ground, look }),
    bodyShape(deck, part, { item, ground, look, box: rooms.body }),
    sourceShape(rooms.source, { item, ground, look }),
  ].filter((shape) => shape !== null);
  writePart(deck, part, slideXml(shapes, { tag: addTag(deck, part, insertion), id: insertion.id }));
  listSlide(deck, ground.presentation, part);
  addNotes(
    deck,
    { part, presentation: ground.presentation },
    { paragraphs: [...exhibit.notes, exhibit.sourceLine], look: { ...look, spaceAfter: 6 } },
  );
  return part;
}

interface Rooms {
  readonly subject: Box | null;
  readonly body: Box;
  readonly source: Box;
}

function roomsIn({ content, size }: Ground, hasSubject: boolean): Rooms {
  const { x, y, width, height } = content;
  const subject = hasSubject ? Math.round(sizeFor(size, 16) * EMU * 1.6) : 0;
  const source = Math.round(sizeFor(size, 10) * EMU * 1.8);
  const gap = Math.round(size.height * 0.015);
  return {
    subject: hasSubject ? { x, y, width, height: subject } : null,
    body: { x, y: y + subject + gap, width, height: height - subject - source - 2 * gap },
    source: { x, y: y + height - source, width, height: source },
  };
}

/** Sizes are meant for a slide of 13.33 inches; smaller ones are shown as large, and read from as far. */
function sizeFor({ width, height }: Ground['size'], points: number): number {
  const scale = Math.sqrt((width * height) / (12_192_000 * 6_858_000));
  return Math.max(8, Math.round(points * Math.min(1.25, scale) * 2) / 2);
}

function titleShape(text: string, ground: Ground, look: ParagraphLook): XmlElement {
  const words = [paragraph([{ text }], look)];
  if (ground.title !== null) return placeholder({ id: 2, name: 'Title' }, { type: ground.title }, words);
  const run = { text, size: sizeFor(ground.size, 28), bold: true, colour: { scheme: 'tx1' } as const };
  return textBox({ id: 2, name: 'Title' }, ground.titleBox, { paragraphs: [paragraph([run], look)], anchor: 'b' });
}

function subjectShape(
  text: string,
  box: Box,
  { item, ground, look }: Standing & { readonly item: SlideItem },
): XmlElement {
  const run = { text, size: sizeFor(ground.size, 16), colour: quietText(ground.theme) };
  const name = `Plumbline subject ${item.insertion.id}`;
  return textBox({ id: 3, name }, box, { paragraphs: [paragraph([run], look)], anchor: 't' });
}

function sourceShape(box: Box, { item, ground, look }: Standing & { readonly item: SlideItem }): XmlElement {
  const run = { text: item.exhibit.sourceLine, size: sizeFor(ground.size, 10), colour: quietText(ground.theme) };
  const name = `Plumbline source ${item.insertion.id}`;
  return textBox({ id: 5, name }, box, { paragraphs: [paragraph([run], look)], anchor: 'b' });
}

function bodyShape(
  deck: OpcPackage,
  part: string,
  { item, ground, look, box }: Standing & { readonly item: SlideItem; readonly box: Box },
): XmlElement {
  const { exhibit, insertion } = item;
  const { body, altText } = exhibit;
  const frame = { id: 4, name: frameName(insertion), altText };
  switch (body.form) {
    case 'chart': {
      const many = body.chart.categories.length;
      const textSize = sizeFor(ground.size, many > 14 ? 10 : many > 9 ? 12 : 14);
      const chartLook = { ...look, theme: ground.theme, textSize };
      const id = addChart(deck, part, { content: body.chart, insertion, look: chartLook });
      const content = element('c:chart', { 'xmlns:c': CHART_URI, 'r:id': id });
      return graphicFrame(frame, box, { uri: CHART_URI, content });
    }
    case 'table': {
      const content = tableXml(body.table, box, { ...look, theme: ground.theme });
      return graphicFrame({ ...frame, extension: insertionExtension(insertion) }, box, { uri: TABLE_URI, content });
    }
    case 'text': {
      const size = sizeFor(ground.size, body.paragraphs.length > 7 ? 14 : 18);
      const paragraphs = body.paragraphs.map(({ lead, text }) => {
        const runs = [
          ...(lead === null ? [] : [{ text: `${lead}  `, size, bold: true, colour: { scheme: 'accent1' } as const }]),
          { text, size, colour: { scheme: 'tx1' } as const },
        ];
        return paragraph(runs, { ...look, spaceAfter: size * 0.6 });
      });
      return textBox({ ...frame, extension: insertionExtension(insertion) }, box, { paragraphs, anchor: 't' });
    }
  }
}

function addTag(deck: OpcPackage, slide: string, insertion: Insertion): string {
  const part = freePart(deck, 'ppt/tags/tag', '.xml');
  addPart(deck, part, {
    contentType: TYPES.tags,
    content: element('p:tagLst', NAMESPACES, element('p:tag', { name: SLIDE_TAG, val: insertionText(insertion) })),
  });
  return addRelationship(deck, slide, { type: LINKS.tags, target: part });
}

function slideXml(
  shapes: readonly XmlElement[],
  { tag, id }: { readonly tag: string | null; readonly id: string },
): XmlElement {
  // PowerPoint takes a slide whose number it knows for one that is there already: each id has its own.
  const val = Number.parseInt(markOf(id, 'slide'), 16);
  const made = element('p14:creationId', { 'xmlns:p14': P14, val });
  return element(
    'p:sld',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      shapeTree(...shapes),
      tag === null ? null : element('p:custDataLst', {}, element('p:tags', { 'r:id': tag })),
      element('p:extLst', {}, element('p:ext', { uri: CREATION }, made)),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const CREATION = '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}';

/** Puts a slide at the end of the deck's list. */
function listSlide(deck: OpcPackage, presentation: string, part: string): void {
  const root = readPart(deck, presentation);
  if (!root) return;
  const link = addRelationship(deck, presentation, { type: LINKS.slide, target: part });
  let list = childOf(root, 'p:sldIdLst');
  if (!list) {
    list = element('p:sldIdLst');
    const before = root.children.findIndex((node) => isElement(node, 'p:sldSz') || isElement(node, 'p:notesSz'));
    root.children.splice(before === -1 ? root.children.length : before, 0, list);
  }
  const highest = Math.max(255, ...childrenOf(list).map(({ attributes }) => Number(attributes['id'])));
  list.children.push(element('p:sldId', { id: highest + 1, 'r:id': link }));
  writePart(deck, presentation, root);
}

function isDeck(deck: OpcPackage): boolean {
  const presentation = presentationOf(deck);
  return presentation !== null && readPart(deck, presentation)?.name === 'p:presentation';
}
