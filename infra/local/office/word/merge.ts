import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import {
  addPart,
  addRelationship,
  contentTypeOf,
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  isElement,
  type XmlElement,
  type XmlNode,
} from '@plumbline/shared/ooxml/package/xml';
import { copyPart, LINK, type CopyPlan } from '../deck/parts.ts';
import { OfficeError } from '../office-error.ts';

/** The document that takes, with the tree of its main part as it is open. */
export interface TakingDocument {
  readonly pack: OpcPackage;
  readonly part: string;
  readonly root: XmlElement;
}

/**
 * Brings the body of another document into this one: its blocks with everything that they use. Styles that are here
 * already stay as they are here, as in Word; those that are not come along with what they are based on.
 */
export function takeBody(document: TakingDocument, from: OpcPackage): readonly XmlNode[] {
  const source = linkedPart(from, PACKAGE, LINK.document);
  const root = source === null ? null : readPart(from, source);
  const body = root && childOf(root, 'w:body');
  if (source === null || !root || !body) throw new OfficeError('InvalidArgument', 'the package has no w:body');
  const blocks = body.children.filter((node) => !isElement(node, 'w:sectPr'));
  for (const [name, value] of Object.entries(root.attributes)) {
    if (name.startsWith('xmlns:')) document.root.attributes[name] ??= value;
  }
  bringLinks(document, blocks, { from, source });
  bringNumbers(document, blocks, { from, source });
  bringStyles(document, { from, source });
  renumber(document.root, blocks);
  return blocks;
}

interface Source {
  readonly from: OpcPackage;
  readonly source: string;
}

/** Charts, pictures and addresses that the blocks name by the id of a link. */
function bringLinks({ pack, part }: TakingDocument, blocks: readonly XmlNode[], { from, source }: Source): void {
  const links = new Map(relationshipsOf(from, source).map((one) => [one.id, one]));
  const plan: CopyPlan = { placed: new Map(), drops: () => false };
  const renamed = new Map<string, string>();
  for (const one of allElements(blocks)) {
    for (const [name, id] of Object.entries(one.attributes)) {
      const link = name.startsWith('r:') ? links.get(id) : undefined;
      if (!link) continue;
      const known = renamed.get(id);
      if (known !== undefined) {
        one.attributes[name] = known;
        continue;
      }
      const target = targetOf(source, link);
      if (target !== null && !from.parts.has(target)) {
        throw new OfficeError('InvalidArgument', `the package links to ${target}, which is not in it`);
      }
      const { type, isExternal } = link;
      const added = addRelationship(pack, part, {
        type,
        isExternal,
        target: target === null ? link.target : copyPart(target, { from, to: pack }, plan),
      });
      renamed.set(id, added);
      one.attributes[name] = added;
    }
  }
}

function bringStyles({ pack, part }: TakingDocument, { from, source }: Source): void {
  const theirs = linkedPart(from, source, `${OFFICE}/styles`);
  const styles = theirs === null ? null : readPart(from, theirs);
  if (theirs === null || !styles) return;
  const own = linkedPart(pack, part, `${OFFICE}/styles`);
  const root = own === null ? null : readPart(pack, own);
  if (own === null || !root) {
    bringWhole({ pack, part }, { from, source: theirs }, 'word/styles.xml');
    return;
  }
  const known = new Set(childrenOf(root, 'w:style').map(({ attributes }) => attributes['w:styleId']));
  root.children.push(...childrenOf(styles, 'w:style').filter(({ attributes }) => !known.has(attributes['w:styleId'])));
  writePart(pack, own, root);
}

/** Lists come with numbers of their own, so that they do not go on counting somebody else's. */
function bringNumbers({ pack, part }: TakingDocument, blocks: readonly XmlNode[], { from, source }: Source): void {
  const theirs = linkedPart(from, source, `${OFFICE}/numbering`);
  const lists = theirs === null ? null : readPart(from, theirs);
  const uses = allElements(blocks).filter(({ name }) => name === 'w:numId');
  if (theirs === null || !lists || uses.length === 0) return;
  const own = linkedPart(pack, part, `${OFFICE}/numbering`);
  const root = own === null ? null : readPart(pack, own);
  if (own === null || !root) {
    bringWhole({ pack, part }, { from, source: theirs }, 'word/numbering.xml');
    return;
  }
  const firstAbstract = nextOf(childrenOf(root, 'w:abstractNum'), 'w:abstractNumId');
  const firstNumber = nextOf(childrenOf(root, 'w:num'), 'w:numId');
  const abstracts = new Map<string, string>();
  for (const [at, one] of childrenOf(lists, 'w:abstractNum').entries()) {
    abstracts.set(one.attributes['w:abstractNumId'] ?? '', String(firstAbstract + at));
    one.attributes['w:abstractNumId'] = String(firstAbstract + at);
    // The kinds of lists stand before the lists.
    const place = root.children.findLastIndex((node) => isElement(node, 'w:abstractNum'));
    root.children.splice(place + 1, 0, one);
  }
  const numbers = new Map<string, string>();
  for (const [at, one] of childrenOf(lists, 'w:num').entries()) {
    numbers.set(one.attributes['w:numId'] ?? '', String(firstNumber + at));
    one.attributes['w:numId'] = String(firstNumber + at);
    const kind = childOf(one, 'w:abstractNumId');
    if (kind) kind.attributes['w:val'] = abstracts.get(kind.attributes['w:val'] ?? '') ?? '0';
    root.children.push(one);
  }
  for (const use of uses) use.attributes['w:val'] = numbers.get(use.attributes['w:val'] ?? '') ?? '0';
  writePart(pack, own, root);
}

function bringWhole(
  to: { readonly pack: OpcPackage; readonly part: string },
  { from, source }: Source,
  name: string,
): void {
  const contentType = contentTypeOf(from, source) ?? 'application/xml';
  addPart(to.pack, name, { contentType, content: from.parts.get(source) ?? new Uint8Array() });
  addRelationship(to.pack, to.part, { type: `${OFFICE}/${name.slice(5, -4)}`, target: name });
}

/** Numbers that must be the only ones of their kind in a document: of controls, drawings and bookmarks. */
function renumber(root: XmlElement, blocks: readonly XmlNode[]): void {
  const controls = new Set(descendantsOf(root, 'w:sdtPr').map(controlNumber));
  let drawing = Math.max(0, ...descendantsOf(root, 'wp:docPr').map(({ attributes }) => Number(attributes['id'] ?? 0)));
  let bookmark = Math.max(
    0,
    ...descendantsOf(root, 'w:bookmarkStart').map(({ attributes }) => Number(attributes['w:id'] ?? 0)),
  );
  const marks = new Map<string, string>();
  for (const one of allElements(blocks)) {
    if (one.name === 'w:sdtPr') {
      const id = childOf(one, 'w:id');
      let number = controlNumber(one);
      while (controls.has(number)) number += 1;
      controls.add(number);
      if (id) id.attributes['w:val'] = String(number);
    }
    if (one.name === 'wp:docPr') {
      drawing += 1;
      one.attributes['id'] = String(drawing);
    }
    if (one.name === 'w:bookmarkStart') {
      bookmark += 1;
      marks.set(one.attributes['w:id'] ?? '', String(bookmark));
      one.attributes['w:id'] = String(bookmark);
    }
    if (one.name === 'w:bookmarkEnd') one.attributes['w:id'] = marks.get(one.attributes['w:id'] ?? '') ?? '0';
  }
}

function controlNumber(properties: XmlElement): number {
  return Number(childOf(properties, 'w:id')?.attributes['w:val'] ?? 1);
}

function nextOf(elements: readonly XmlElement[], attribute: string): number {
  return Math.max(0, ...elements.map(({ attributes }) => Number(attributes[attribute] ?? 0))) + 1;
}

function allElements(nodes: readonly XmlNode[]): readonly XmlElement[] {
  return nodes.flatMap((node) => (isElement(node) ? [node, ...allElements(node.children)] : []));
}
