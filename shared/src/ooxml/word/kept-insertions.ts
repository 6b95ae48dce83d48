import type { Insertion } from '../exhibit.ts';
import { insertionText, markOf, parseInsertion } from '../insertion.ts';
import {
  addPart,
  addRelationship,
  freePart,
  readPart,
  relationshipsOf,
  targetOf,
  writePart,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childrenOf, element, parseXml, textOf, writeXml, type XmlElement } from '../package/xml.ts';
import { OFFICE } from '../package/namespaces.ts';

/** Keeps what exhibits are in a part beside the text of a document: tables and notes have no workbook for it. */
export function keepInsertions(pack: OpcPackage, owner: string, insertions: readonly Insertion[]): void {
  const part = freePart(pack, 'customXml/item', '.xml');
  const properties = freePart(pack, 'customXml/itemProps', '.xml');
  addPart(pack, part, { contentType: 'application/xml', content: insertionsXml(insertions) });
  addPart(pack, properties, {
    contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    content: element(
      'ds:datastoreItem',
      {
        'ds:itemID': storeOf(insertions),
        'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
      },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': INSERTIONS })),
    ),
  });
  addRelationship(pack, owner, { type: `${OFFICE}/customXml`, target: part });
  addRelationship(pack, part, { type: `${OFFICE}/customXmlProps`, target: properties });
}

/** What a document keeps of the exhibits in it. */
export function keptInsertions(pack: OpcPackage, owner: string): readonly Insertion[] {
  return keptParts(pack, owner).flatMap(({ insertions }) => insertions);
}

/** Has a document remember what was written last; what was written before stays, for copies and for what is undone. */
export function rememberInsertion(pack: OpcPackage, owner: string, insertion: Insertion): void {
  const parts = keptParts(pack, owner);
  const own = parts.find(({ insertions }) => insertions.some(({ id }) => id === insertion.id));
  if (own) writePart(pack, own.part, insertionsXml(remembered(own.insertions, insertion)));
  else keepInsertions(pack, owner, [insertion]);
}

/** Has a document forget what an id was. */
export function forgetInsertion(pack: OpcPackage, owner: string, id: string): void {
  for (const { part, insertions } of keptParts(pack, owner)) {
    const rest = insertions.filter((one) => one.id !== id);
    if (rest.length < insertions.length) writePart(pack, part, insertionsXml(rest));
  }
}

/** What is kept, with one more; of one id the last few times that it was written. */
export function remembered(kept: readonly Insertion[], insertion: Insertion): readonly Insertion[] {
  const text = insertionText(insertion);
  const others = kept.filter((one) => one.id !== insertion.id || insertionText(one) !== text);
  const own = others.filter(({ id }) => id === insertion.id);
  const old = new Set(own.slice(0, Math.max(0, own.length - MOST + 1)));
  return [...others.filter((one) => !old.has(one)), insertion];
}

/** The part as Office's own calls give and take it. */
export function keptText(insertions: readonly Insertion[]): string {
  return writeXml(insertionsXml(insertions));
}

/** What such a text keeps; nothing where it is none of ours. */
export function keptInText(text: string): readonly Insertion[] {
  const parsed = parseXml(text);
  return parsed.ok ? insertionsIn(parsed.value) : [];
}

/** The namespace by which the part is found. */
export const INSERTIONS = 'https://plumbline.app/office/insertions/1';

/** So many times something is remembered. */
const MOST = 6;

function keptParts(
  pack: OpcPackage,
  owner: string,
): readonly { readonly part: string; readonly insertions: readonly Insertion[] }[] {
  return relationshipsOf(pack, owner)
    .filter(({ type }) => type === `${OFFICE}/customXml`)
    .flatMap((link) => {
      const part = targetOf(owner, link);
      const root = part === null ? null : readPart(pack, part);
      return part === null || root?.attributes['xmlns'] !== INSERTIONS
        ? []
        : [{ part, insertions: insertionsIn(root) }];
    });
}

function insertionsIn(root: XmlElement): readonly Insertion[] {
  if (root.attributes['xmlns'] !== INSERTIONS) return [];
  return childrenOf(root, 'insertion').flatMap((kept) => parseInsertion(textOf(kept)) ?? []);
}

function insertionsXml(insertions: readonly Insertion[]): XmlElement {
  const kept = insertions.map((insertion) => element('insertion', {}, insertionText(insertion)));
  return element('insertions', { xmlns: INSERTIONS }, ...kept);
}

/** A document tells such parts apart by a GUID: blocks that are inserted one after another have one each. */
function storeOf(insertions: readonly Insertion[]): string {
  const ids = insertions.map(({ id }) => id).join(' ');
  const digits = ['1', '2', '3', '4']
    .map((part) => markOf(part, ids))
    .join('')
    .toUpperCase();
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return `{${groups.join('-')}}`;
}
