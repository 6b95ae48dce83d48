import type { Insertion } from '../exhibit.ts';
import { insertionText, markOf, parseInsertion } from '../insertion.ts';
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
const INSERTIONS = 'https://plumbline.app/office/insertions/1';

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
