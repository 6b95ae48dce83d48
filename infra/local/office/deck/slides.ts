import {
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  removeRelationship,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  findPath,
  isElement,
  type XmlElement,
} from '@plumbline/shared/ooxml/package/xml';
import { OfficeError } from '../office-error.ts';
import { LINK, sweep } from './parts.ts';

/** A slide in its place. */
export interface Slide {
  readonly number: string;
  readonly link: string;
  readonly part: string;
  readonly creationId: string | null;
}

export const CREATION_ID = '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}';
export const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';

/** The part that holds the deck together, with its name. */
export function presentationOf(pack: OpcPackage): { readonly part: string; readonly root: XmlElement } {
  const part = linkedPart(pack, PACKAGE, LINK.document) ?? '';
  const root = readPart(pack, part);
  if (root?.name === 'p:presentation') return { part, root };
  throw new OfficeError('InvalidArgument', 'that is no PowerPoint deck');
}

/** All slides in their order. */
export function slidesOf(pack: OpcPackage): readonly Slide[] {
  const { part, root } = presentationOf(pack);
  const links = new Map(relationshipsOf(pack, part).map((one) => [one.id, targetOf(part, one)]));
  return childrenOf(childOf(root, 'p:sldIdLst') ?? root, 'p:sldId').flatMap(({ attributes }) => {
    const link = attributes['r:id'] ?? '';
    const slide = links.get(link);
    if (slide === undefined || slide === null || !pack.parts.has(slide)) return [];
    return [{ number: attributes['id'] ?? '', link, part: slide, creationId: creationIdIn(readPart(pack, slide)) }];
  });
}

/** The id that Office gives a slide: its number in the deck and the id of its creation. */
export function idOf({ number, creationId }: Slide): string {
  return `${number}#${creationId ?? ''}`;
}

/** Finds a slide as Office does: by `256#123`, `256#`, `#123` or `256`. */
export function slideOf(pack: OpcPackage, id: string): Slide | null {
  const [number = '', creationId = ''] = id.split('#');
  if (number === '' && creationId === '') return null;
  return (
    slidesOf(pack).find(
      (slide) => (number === '' || slide.number === number) && (creationId === '' || slide.creationId === creationId),
    ) ?? null
  );
}

/** Changes the list of slides; sections follow: what is new stands in the section of the slide before it. */
export function writeOrder(
  pack: OpcPackage,
  entries: readonly { readonly number: string; readonly link: string }[],
): void {
  const { part, root } = presentationOf(pack);
  const list = childOf(root, 'p:sldIdLst') ?? insertList(root);
  const old = new Map(childrenOf(list, 'p:sldId').map((one) => [one.attributes['id'], one]));
  list.children = entries.map(
    ({ number, link }) => old.get(number) ?? element('p:sldId', { id: number, 'r:id': link }),
  );
  if (entries.length === 0) root.children = root.children.filter((node) => node !== list);
  orderSections(
    root,
    entries.map(({ number }) => number),
  );
  writePart(pack, part, root);
}

/** Takes slides away with everything that only they had. */
export function removeSlides(pack: OpcPackage, gone: readonly Slide[]): void {
  const numbers = new Set(gone.map(({ number }) => number));
  const links = new Set(gone.map(({ link }) => link));
  writeOrder(
    pack,
    slidesOf(pack).filter(({ number }) => !numbers.has(number)),
  );
  const { part, root } = presentationOf(pack);
  // A custom show that names a slide which is gone would have Office repair the file.
  const shows = childOf(root, 'p:custShowLst');
  if (shows) {
    for (const list of descendantsOf(shows, 'p:sldLst')) {
      list.children = list.children.filter((node) => !isElement(node) || !links.has(node.attributes['r:id'] ?? ''));
    }
    writePart(pack, part, root);
  }
  for (const link of links) removeRelationship(pack, part, link);
  const parts = new Set(gone.map((slide) => slide.part));
  for (const { part: other } of slidesOf(pack)) {
    const dead = relationshipsOf(pack, other).filter((one) => parts.has(targetOf(other, one) ?? ''));
    for (const { id } of dead) removeRelationship(pack, other, id);
    if (dead.length > 0) dropDeadClicks(pack, other);
  }
  sweep(pack);
}

/** A number that no slide of the deck has. */
export function freeNumber(root: XmlElement): number {
  const taken = childrenOf(childOf(root, 'p:sldIdLst') ?? root, 'p:sldId').map(({ attributes }) =>
    Number(attributes['id']),
  );
  return Math.max(255, ...taken) + 1;
}

/** The id of the creation that a slide says of itself. */
export function creationIdIn(slide: XmlElement | null): string | null {
  const list = slide && findPath(slide, 'p:cSld', 'p:extLst');
  const extension = list && childrenOf(list, 'p:ext').find(({ attributes }) => attributes['uri'] === CREATION_ID);
  return (extension && childrenOf(extension)[0]?.attributes['val']) ?? null;
}

/** Takes the clicks of a slide away of which the link is gone. */
export function dropDeadClicks(pack: OpcPackage, slide: string): void {
  const root = readPart(pack, slide);
  if (!root) return;
  dropClicks(root, new Set(relationshipsOf(pack, slide).map(({ id }) => id)));
  writePart(pack, slide, root);
}

/** Which comes before which in a presentation, as its schema wants it. */
const BEFORE_SLIDES = ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst'];

function insertList(root: XmlElement): XmlElement {
  const list = element('p:sldIdLst');
  const at = root.children.findLastIndex((node) => isElement(node) && BEFORE_SLIDES.includes(node.name));
  root.children.splice(at + 1, 0, list);
  return list;
}

function orderSections(root: XmlElement, numbers: readonly string[]): void {
  const lists = descendantsOf(root, 'p14:section').map(
    (section) => childOf(section, 'p14:sldIdLst') ?? appendTo(section, element('p14:sldIdLst')),
  );
  const [first] = lists;
  if (!first) return;
  const sectionOf = new Map(
    lists.flatMap((list) => childrenOf(list, 'p14:sldId').map(({ attributes }) => [attributes['id'], list] as const)),
  );
  for (const list of lists) list.children = [];
  let current = first;
  for (const number of numbers) {
    current = sectionOf.get(number) ?? current;
    current.children.push(element('p14:sldId', { id: number }));
  }
}

function appendTo(parent: XmlElement, child: XmlElement): XmlElement {
  parent.children.push(child);
  return child;
}

function dropClicks(from: XmlElement, alive: ReadonlySet<string>): void {
  from.children = from.children.filter((node) => {
    const link = isElement(node) && node.name.startsWith('a:hlink') ? (node.attributes['r:id'] ?? '') : '';
    return link === '' || alive.has(link);
  });
  for (const child of childrenOf(from)) dropClicks(child, alive);
}
