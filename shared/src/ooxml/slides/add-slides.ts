import type { Exhibit, Insertion } from '../exhibit.ts';
import { insertionText, markOf, SLIDE_TAG } from '../insertion.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addPart, addRelationship, freePart, readPart, writePart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, copyOf, element, isElement, type XmlElement } from '../package/xml.ts';
import { exhibitShapes, subtitleShape, titleShape } from './exhibit-shapes.ts';
import { groundOf, presentationOf, type Ground } from './layouts.ts';
import { LINKS, NAMESPACES, TYPES } from './names.ts';
import { addNotes } from './notes.ts';
import { shapeTree } from './shapes.ts';
import type { SlideLook } from './slide-look.ts';

/** An exhibit and as what it goes into the deck. */
export interface SlideItem {
  readonly exhibit: Exhibit;
  readonly insertion: Insertion;
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
  const parts = items.map((item) => addExhibitSlide(deck, item, { ground, look }));
  listSlides(deck, ground.presentation, parts);
  return ok(parts);
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
  const shapes = [titleShape(words.title, ground, look), subtitleShape(words.subtitle, ground, look)];
  const content = slideXml(shapes, { tag: null, id: words.title, ground });
  addPart(deck, part, { contentType: TYPES.slide, content });
  addRelationship(deck, part, { type: LINKS.layout, target: ground.layout });
  listSlides(deck, ground.presentation, [part]);
  return ok(part);
}

function addExhibitSlide(
  deck: OpcPackage,
  item: SlideItem,
  { ground, look }: { readonly ground: Ground; readonly look: SlideLook },
): string {
  const { exhibit, insertion } = item;
  const part = freePart(deck, 'ppt/slides/slide', '.xml');
  // The part has to be there before links can lead from it.
  addPart(deck, part, { contentType: TYPES.slide, content: element('p:sld', NAMESPACES) });
  addRelationship(deck, part, { type: LINKS.layout, target: ground.layout });
  const shapes = exhibitShapes(deck, part, { exhibit, insertion, ground, look });
  writePart(deck, part, slideXml(shapes, { tag: addTag(deck, part, insertion), id: insertion.id, ground }));
  addNotes(
    deck,
    { part, presentation: ground.presentation },
    { paragraphs: [...exhibit.notes, exhibit.sourceLine], look: { ...look, spaceAfter: 6 } },
  );
  return part;
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
  { tag, id, ground }: { readonly tag: string | null; readonly id: string; readonly ground: Ground },
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
    copyOf(ground.colours),
  );
}

const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const CREATION = '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}';

/** Puts slides at the end of the deck's list. */
function listSlides(deck: OpcPackage, presentation: string, parts: readonly string[]): void {
  const root = readPart(deck, presentation);
  if (!root || parts.length === 0) return;
  let list = childOf(root, 'p:sldIdLst');
  if (!list) {
    list = element('p:sldIdLst');
    const before = root.children.findIndex((node) => isElement(node, 'p:sldSz') || isElement(node, 'p:notesSz'));
    root.children.splice(before === -1 ? root.children.length : before, 0, list);
  }
  const highest = Math.max(255, ...childrenOf(list).map(({ attributes }) => Number(attributes['id'])));
  for (const [at, part] of parts.entries()) {
    const link = addRelationship(deck, presentation, { type: LINKS.slide, target: part });
    list.children.push(element('p:sldId', { id: highest + 1 + at, 'r:id': link }));
  }
  writePart(deck, presentation, root);
}

function isDeck(deck: OpcPackage): boolean {
  const presentation = presentationOf(deck);
  return presentation !== null && readPart(deck, presentation)?.name === 'p:presentation';
}
