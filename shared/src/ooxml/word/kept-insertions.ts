import type { Insertion } from '../exhibit.ts';
import { insertionText, parseInsertion } from '../insertion.ts';
import {
  addPart,
  addRelationship,
  freePart,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childrenOf, element, textOf, type XmlElement } from '../package/xml.ts';

/** What exhibits are, as the XML that a document keeps beside its text: tables and notes have no workbook for it. */
export function insertionsXml(insertions: readonly Insertion[]): XmlElement {
  const kept = insertions.map((insertion) => element('insertion', {}, insertionText(insertion)));
  return element('insertions', { xmlns: INSERTIONS }, ...kept);
}

/** Keeps what exhibits are in a part of its own of a document. */
export function keepInsertions(pack: OpcPackage, owner: string, insertions: readonly Insertion[]): void {
  const part = freePart(pack, 'customXml/item', '.xml');
  const properties = freePart(pack, 'customXml/itemProps', '.xml');
  addPart(pack, part, { contentType: 'application/xml', content: insertionsXml(insertions) });
  addPart(pack, properties, {
    contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    content: element(
      'ds:datastoreItem',
      { 'ds:itemID': STORE, 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': INSERTIONS })),
    ),
  });
  addRelationship(pack, owner, { type: `${OFFICE}/customXml`, target: part });
  addRelationship(pack, part, { type: `${OFFICE}/customXmlProps`, target: properties });
}

/** What a document keeps of the exhibits in it. */
export function keptInsertions(pack: OpcPackage, owner: string): readonly Insertion[] {
  return relationshipsOf(pack, owner)
    .filter(({ type }) => type === `${OFFICE}/customXml`)
    .flatMap((link) => {
      const part = targetOf(owner, link);
      const root = part === null ? null : readPart(pack, part);
      return root?.attributes['xmlns'] === INSERTIONS ? childrenOf(root, 'insertion') : [];
    })
    .flatMap((kept) => parseInsertion(textOf(kept)) ?? []);
}

/** The namespace by which the part is found. */
export const INSERTIONS = 'https://plumbline.app/office/insertions/1';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STORE = '{3E0C1F4B-8D5A-4B8E-9C21-6B1F7A52D9C4}';
