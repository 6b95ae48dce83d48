import { markOf } from '../insertion.ts';
import { readPart, relationshipsOf, targetOf, type OpcPackage, type Relationship } from '../package/opc-package.ts';
import { childrenOf, copyOf, isElement, type XmlElement } from '../package/xml.ts';
import { cellsOf } from '../workbook/workbook-cells.ts';

/** What Office writes by itself as it hands something over: it says nothing of whether somebody has worked on it. */
export interface ByOffice {
  readonly attribute: (element: XmlElement, name: string) => boolean;
  readonly element: (element: XmlElement, parent: XmlElement) => boolean;
}

/**
 * A mark of all that stands in parts, and in those that only they link to. Of two exports of the same content it is the
 * same, however these name and order their parts.
 */
export function markOfParts(
  pack: OpcPackage,
  first: readonly string[],
  { byOffice, isShared }: { readonly byOffice: ByOffice; readonly isShared: (link: Relationship) => boolean },
): string {
  const parts = [...first];
  for (const part of parts) {
    for (const link of relationshipsOf(pack, part)) {
      const target = isShared(link) ? null : targetOf(part, link);
      if (target !== null && pack.parts.has(target) && !parts.includes(target)) parts.push(target);
    }
  }
  return parts
    .map((part) => markOf('', contentOf(pack, part, byOffice)))
    .toSorted()
    .join('');
}

/** A mark of an element and all in it. */
export function markOfElement(element: XmlElement, byOffice: ByOffice): string {
  return markOf('', JSON.stringify(without(element, byOffice)));
}

function contentOf(pack: OpcPackage, part: string, byOffice: ByOffice): string {
  const bytes = pack.parts.get(part) ?? new Uint8Array();
  const root = part.endsWith('.xml') ? readPart(pack, part) : null;
  if (root) return JSON.stringify(without(root, byOffice));
  const sheets = part.endsWith('.xlsx') ? cellsOf(bytes) : null;
  return sheets ? JSON.stringify([...sheets].map(([name, cells]) => [name, [...cells]])) : String(bytes.length);
}

function without(root: XmlElement, byOffice: ByOffice): XmlElement {
  const copy = copyOf(root);
  const clean = (one: XmlElement): void => {
    one.attributes = Object.fromEntries(
      Object.entries(one.attributes).filter(([name]) => !byOffice.attribute(one, name)),
    );
    one.children = one.children.filter((node) => !isElement(node) || !byOffice.element(node, one));
    for (const child of childrenOf(one)) clean(child);
  };
  clean(copy);
  return copy;
}
