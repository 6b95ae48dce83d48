import {
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childrenOf, descendantsOf, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';

/** A slide of a deck: its part, and the link of the presentation to it. */
export interface SlidePart {
  readonly part: string;
  readonly link: string;
}

/** The slides of a deck in their order. */
export function slideParts(pack: OpcPackage): readonly SlidePart[] {
  const presentation = presentationOf(pack);
  const root = readPart(pack, presentation);
  const links = new Map(relationshipsOf(pack, presentation).map((one) => [one.id, targetOf(presentation, one)]));
  return (root ? descendantsOf(root, 'p:sldId') : []).flatMap(({ attributes }) => {
    const link = attributes['r:id'] ?? '';
    const part = links.get(link) ?? null;
    return part === null ? [] : [{ part, link }];
  });
}

/** Takes slides out of a deck, with all that only they use: notes, pictures, films. Layouts and themes stay. */
export function dropSlides(pack: OpcPackage, slides: readonly SlidePart[]): void {
  const presentation = presentationOf(pack);
  const root = readPart(pack, presentation);
  if (!root) return;
  const links = new Set(slides.map(({ link }) => link));
  const ids = new Set(
    descendantsOf(root, 'p:sldId').flatMap(({ attributes }) =>
      links.has(attributes['r:id'] ?? '') ? [attributes['id'] ?? ''] : [],
    ),
  );
  // Sections name slides by the same ids, and custom shows by the same links.
  prune(
    root,
    ({ name, attributes }) =>
      /:sld(Id)?$/.test(name) && (links.has(attributes['r:id'] ?? '') || ids.has(attributes['id'] ?? '')),
  );
  writePart(pack, presentation, root);
  for (const { part, link } of slides) {
    removeRelationship(pack, presentation, link);
    removePart(pack, part);
  }
  const used = reachable(pack);
  for (const name of [...pack.parts.keys()]) {
    if (!used.has(name) && !/(^|\/)_rels\/|^\[Content_Types\]/.test(name)) removePart(pack, name);
  }
}

/** The theme that a slide is drawn in, and the master that says how; `null` for a deck that is broken. */
export function lookOfSlide(
  pack: OpcPackage,
  slide: string,
): { readonly theme: string; readonly master: string } | null {
  const layout = linkedPart(pack, slide, `${OFFICE}/slideLayout`);
  const master = layout === null ? null : linkedPart(pack, layout, `${OFFICE}/slideMaster`);
  const theme = master === null ? null : linkedPart(pack, master, `${OFFICE}/theme`);
  return master === null || theme === null ? null : { theme, master };
}

function presentationOf(pack: OpcPackage): string {
  return linkedPart(pack, PACKAGE, `${OFFICE}/officeDocument`) ?? 'ppt/presentation.xml';
}

function prune(from: XmlElement, isGone: (element: XmlElement) => boolean): void {
  from.children = from.children.filter((node) => !isElement(node) || !isGone(node));
  for (const child of childrenOf(from)) prune(child, isGone);
}

/** The parts that the package leads to, from link to link. */
function reachable(pack: OpcPackage): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (source: string): void => {
    for (const link of relationshipsOf(pack, source)) {
      const target = targetOf(source, link);
      if (target === null || found.has(target) || !pack.parts.has(target)) continue;
      found.add(target);
      visit(target);
    }
  };
  visit(PACKAGE);
  return found;
}
