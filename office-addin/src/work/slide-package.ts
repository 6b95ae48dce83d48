import { insertionText, markOf, parseInsertion, SLIDE_TAG } from '@plumbline/shared/ooxml/insertion';
import {
  addPart,
  addRelationship,
  freePart,
  readPart,
  relationshipsOf,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, copyOf, element, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import { tagsOf } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { cellsOf } from '@plumbline/shared/ooxml/workbook/workbook-cells';

/** A tag of a slide as Office tells it. */
export interface SlideTag {
  readonly key: string;
  readonly value: string;
}

/** A slide as Office exports it, with the tags that the export dropped. */
export interface ExportedSlide {
  /** The deck with this slide alone, as base64. */
  readonly slide: string;
  readonly tags: readonly SlideTag[];
}

/** Puts our tag back where an export dropped it: of some insertions nothing else is left. */
export function restoreTag(pack: OpcPackage, slide: string, tags: readonly SlideTag[]): void {
  const own = tags.find(({ key }) => key.toUpperCase() === SLIDE_TAG);
  const insertion = own && parseInsertion(own.value);
  const root = readPart(pack, slide);
  const content = root && childOf(root, 'p:cSld');
  if (!insertion || !root || !content || tagsOf(pack, slide).length > 0) return;
  const part = freePart(pack, 'ppt/tags/tag', '.xml');
  const tag = element('p:tag', { name: SLIDE_TAG, val: insertionText(insertion) });
  addPart(pack, part, { contentType: TAGS_TYPE, content: element('p:tagLst', { 'xmlns:p': PRESENTATION }, tag) });
  const link = element('p:tags', {
    'xmlns:r': OFFICE,
    'r:id': addRelationship(pack, slide, { type: `${OFFICE}/tags`, target: part }),
  });
  const list = childOf(content, 'p:custDataLst');
  if (list) list.children.push(link);
  else {
    const at = content.children.findLastIndex((node) => isElement(node, 'p:spTree'));
    content.children.splice(at + 1, 0, element('p:custDataLst', {}, link));
  }
  writePart(pack, slide, root);
}

/** What our tag says after a change; `null` where it says nothing any more. */
export function tagAfter(pack: OpcPackage, slide: string): string | null {
  const [first] = tagsOf(pack, slide);
  return first ? insertionText(first.insertion) : null;
}

/** Gives a slide another number of its creation: PowerPoint refuses, or passes over, one that it has already. */
export function renumber(pack: OpcPackage, slide: string, creationId: number): void {
  const root = readPart(pack, slide);
  const content = root && childOf(root, 'p:cSld');
  if (!root || !content) return;
  let list = childOf(content, 'p:extLst');
  if (!list) {
    list = element('p:extLst');
    content.children.push(list);
  }
  const made = element('p14:creationId', { 'xmlns:p14': P14, val: creationId });
  list.children = [
    ...list.children.filter((node) => !isElement(node) || node.attributes['uri'] !== CREATION),
    element('p:ext', { uri: CREATION }, made),
  ];
  writePart(pack, slide, root);
}

/**
 * A mark of all that stands on a slide, in its notes and its charts: two exports of a slide on which nobody has worked
 * have the same. Numbers that Office gives as it exports do not count.
 */
export function markOfSlide(pack: OpcPackage, slide: string): string {
  // Exports may name and order the same parts in another way.
  return ownParts(pack, slide)
    .map((part) => markOf('', contentOf(pack, part)))
    .toSorted()
    .join('');
}

const PRESENTATION = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const TAGS_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.tags+xml';
const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const CREATION = '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}';
/** What a slide shares with others, and its tags, which are kept apart. */
const SHARED = /\/(?:slideLayout|slideMaster|notesMaster|theme|tags|slide)$/;

/** The slide and what only it uses. */
function ownParts(pack: OpcPackage, slide: string): readonly string[] {
  const found = [slide];
  for (const part of found) {
    for (const link of relationshipsOf(pack, part)) {
      const target = SHARED.test(link.type) ? null : targetOf(part, link);
      if (target !== null && pack.parts.has(target) && !found.includes(target)) found.push(target);
    }
  }
  return found;
}

function contentOf(pack: OpcPackage, part: string): string {
  const bytes = pack.parts.get(part) ?? new Uint8Array();
  const root = part.endsWith('.xml') ? readPart(pack, part) : null;
  if (root) return JSON.stringify(withoutNumbers(root));
  return part.endsWith('.xlsx') ? cellsIn(bytes) : String(bytes.length);
}

/** What stands there as somebody made it: without what Office writes by itself as it exports, proofs and counts pages. */
function withoutNumbers(root: XmlElement): XmlElement {
  const copy = copyOf(root);
  const clean = (one: XmlElement): void => {
    one.attributes = Object.fromEntries(Object.entries(one.attributes).filter(([name]) => !BY_OFFICE.test(name)));
    // A field says the number of the slide or the day.
    if (one.name === 'a:fld') one.children = [];
    one.children = one.children.filter(
      (node) => !isElement(node) || !/:(?:creationId|modId|custDataLst)$/.test(node.name),
    );
    for (const child of childrenOf(one)) clean(child);
  };
  clean(copy);
  return copy;
}

const BY_OFFICE = /^(?:r:.*|dirty|err|smtClean)$/;

function cellsIn(workbook: Uint8Array): string {
  const sheets = cellsOf(workbook);
  return sheets ? JSON.stringify([...sheets].map(([name, cells]) => [name, [...cells]])) : String(workbook.length);
}
