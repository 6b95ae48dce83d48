import {
  addPart,
  addRelationship,
  freePart,
  linkedPart,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, element, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { LINK } from './parts.ts';

/** What carries tags: a part, and the element in it under which Office writes their list. */
export interface Tagged {
  readonly part: string;
  /** Finds that element in the part as it is read. */
  readonly holder: (root: XmlElement) => XmlElement | undefined;
  /** The names of elements that come before the list by the schema. */
  readonly after: readonly string[];
}

export const SLIDE_TAGS = {
  holder: (root: XmlElement) => childOf(root, 'p:cSld'),
  after: ['p:bg', 'p:spTree'],
};

export const DECK_TAGS = {
  holder: (root: XmlElement) => root,
  after: [
    ...['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz'],
    ...['p:smartTags', 'p:embeddedFontLst', 'p:custShowLst', 'p:photoAlbum'],
  ],
};

/** The tags, by their names in capitals, as PowerPoint keeps them. */
export function tagsOf(pack: OpcPackage, tagged: Tagged): ReadonlyMap<string, string> {
  const part = tagPart(pack, tagged);
  const root = part === null ? null : readPart(pack, part);
  return new Map(
    (root ? childrenOf(root, 'p:tag') : []).map(({ attributes }) => [
      (attributes['name'] ?? '').toUpperCase(),
      attributes['val'] ?? '',
    ]),
  );
}

/** Sets a tag, or takes it away with `null`. */
export function setTag(
  pack: OpcPackage,
  tagged: Tagged,
  { key, value }: { readonly key: string; readonly value: string | null },
): void {
  const tags = new Map(tagsOf(pack, tagged));
  if (value === null) tags.delete(key.toUpperCase());
  else tags.set(key.toUpperCase(), value);
  const part = tagPart(pack, tagged);
  if (tags.size === 0) {
    if (part !== null) unlink(pack, tagged, part);
    return;
  }
  const list = element(
    'p:tagLst',
    { 'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main' },
    ...[...tags].map(([name, val]) => element('p:tag', { name, val })),
  );
  if (part === null) link(pack, tagged, list);
  else writePart(pack, part, list);
}

function tagPart(pack: OpcPackage, { part, holder }: Tagged): string | null {
  const root = readPart(pack, part);
  const within = root && holder(root);
  const entry = within && childOf(childOf(within, 'p:custDataLst') ?? element('none'), 'p:tags');
  const id = entry?.attributes['r:id'];
  const found = relationshipsOf(pack, part).find((one) => one.id === id);
  return found ? targetOf(part, found) : null;
}

function link(pack: OpcPackage, { part, holder, after }: Tagged, list: XmlElement): void {
  const name = freePart(pack, 'ppt/tags/tag', '.xml');
  addPart(pack, name, {
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.tags+xml',
    content: list,
  });
  const id = addRelationship(pack, part, { type: LINK.tags, target: name });
  const root = readPart(pack, part);
  const within = root && holder(root);
  if (!root || !within) return;
  let custom = childOf(within, 'p:custDataLst');
  if (!custom) {
    custom = element('p:custDataLst');
    const at = within.children.findLastIndex((node) => isElement(node) && after.includes(node.name));
    within.children.splice(at + 1, 0, custom);
  }
  custom.children.push(element('p:tags', { 'r:id': id }));
  writePart(pack, part, root);
}

function unlink(pack: OpcPackage, { part, holder }: Tagged, tags: string): void {
  const root = readPart(pack, part);
  const within = root && holder(root);
  const custom = within && childOf(within, 'p:custDataLst');
  const entry = custom && childOf(custom, 'p:tags');
  if (!entry) return;
  custom.children = custom.children.filter((node) => node !== entry);
  if (custom.children.length === 0) within.children = within.children.filter((node) => node !== custom);
  writePart(pack, part, root);
  removeRelationship(pack, part, entry.attributes['r:id'] ?? '');
  if (linkedPart(pack, part, LINK.tags) !== tags) removePart(pack, tags);
}
