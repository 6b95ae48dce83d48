import { insertionText, parseInsertion, SLIDE_TAG } from '@plumbline/shared/ooxml/insertion';
import {
  addPart,
  addRelationship,
  freePart,
  readPart,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, element, isElement } from '@plumbline/shared/ooxml/package/xml';
import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import { tagsOf } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { markOfParts, type ByOffice } from '@plumbline/shared/ooxml/refresh/mark-of-parts';

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
  return markOfParts(pack, [slide], { byOffice: BY_OFFICE, isShared: ({ type }) => SHARED.test(type) });
}

const PRESENTATION = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const TAGS_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.tags+xml';
const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const CREATION = '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}';
/** What a slide shares with others, and its tags, which are kept apart. */
const SHARED = /\/(?:slideLayout|slideMaster|notesMaster|theme|tags|slide)$/;

/** Links, proofs and numbers; a field says the number of the slide or the day. */
const BY_OFFICE: ByOffice = {
  attribute: (_, name) => /^(?:r:.*|dirty|err|smtClean)$/.test(name),
  element: ({ name }, parent) => parent.name === 'a:fld' || /:(?:creationId|modId|custDataLst)$/.test(name),
};
