import { linkedPart, readPart, writePart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  findPath,
  isElement,
  textOf,
  type XmlElement,
} from '@plumbline/shared/ooxml/package/xml';
import { LINK } from './parts.ts';

/** What stands on a slide, as Office tells of it; places in points. */
export interface Shape {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly altText: string;
  readonly placeholder: string | null;
  readonly text: string;
}

const EMU = 12_700;
const DRAWN = ['p:sp', 'p:pic', 'p:graphicFrame', 'p:grpSp', 'p:cxnSp'];

/** The shapes of a slide or layout, from the back to the front. */
export function shapesOf(pack: OpcPackage, part: string): readonly Shape[] {
  const root = readPart(pack, part);
  return root ? elementsIn(root).map((shape) => shapeFrom(shape, { pack, part })) : [];
}

/** The text of the slide's title; empty where it has none. */
export function titleOf(pack: OpcPackage, part: string): string {
  return (
    shapesOf(pack, part).find(({ placeholder }) => placeholder === 'title' || placeholder === 'ctrTitle')?.text ?? ''
  );
}

/** Changes one shape of a slide. Whether it was there. */
export function changeShape(
  pack: OpcPackage,
  { part, id }: { readonly part: string; readonly id: string },
  change: (shape: XmlElement) => void,
): boolean {
  const root = readPart(pack, part);
  const shape = root && elementsIn(root).find((one) => propertiesOf(one)?.attributes['id'] === id);
  if (!root || !shape) return false;
  change(shape);
  writePart(pack, part, root);
  return true;
}

/** Takes a shape away. Whether it was there. */
export function removeShape(pack: OpcPackage, part: string, id: string): boolean {
  const root = readPart(pack, part);
  const tree = root && findPath(root, 'p:cSld', 'p:spTree');
  const shape = root && elementsIn(root).find((one) => propertiesOf(one)?.attributes['id'] === id);
  if (!root || !tree || !shape) return false;
  tree.children = tree.children.filter((node) => node !== shape);
  writePart(pack, part, root);
  return true;
}

/** The element that has a shape's id, name and alternative text. */
export function propertiesOf(shape: XmlElement): XmlElement | undefined {
  const outer = childrenOf(shape).find(({ name }) => name.startsWith('p:nv'));
  return outer && childOf(outer, 'p:cNvPr');
}

/** Writes a text into a shape, with the look of its first run. */
export function setText(shape: XmlElement, text: string): void {
  const body = childOf(shape, 'p:txBody');
  if (!body) return;
  const [first] = descendantsOf(body, 'a:rPr');
  const before = body.children.filter((node) => !isElement(node, 'a:p'));
  const paragraphs = text
    .split(/\r\n?|\n|\v/)
    .map((line) => element('a:p', {}, element('a:r', {}, first ?? null, element('a:t', {}, line))));
  body.children = [...before, ...paragraphs];
}

/** Puts a shape somewhere else, in points. */
export function place(shape: XmlElement, change: Partial<Record<'left' | 'top' | 'width' | 'height', number>>): void {
  const frame = transformOf(shape);
  if (!frame) return;
  const set = (name: string, attribute: string, value: number | undefined) => {
    const child = childOf(frame, name);
    if (child && value !== undefined) child.attributes[attribute] = String(Math.round(value * EMU));
  };
  set('a:off', 'x', change.left);
  set('a:off', 'y', change.top);
  set('a:ext', 'cx', change.width);
  set('a:ext', 'cy', change.height);
}

function elementsIn(root: XmlElement): readonly XmlElement[] {
  const tree = findPath(root, 'p:cSld', 'p:spTree');
  return tree ? childrenOf(tree).filter(({ name }) => DRAWN.includes(name)) : [];
}

function shapeFrom(shape: XmlElement, at: { readonly pack: OpcPackage; readonly part: string }): Shape {
  const properties = propertiesOf(shape);
  const frame = transformOf(shape) ?? inheritedFrame(shape, at);
  const off = frame && childOf(frame, 'a:off');
  const ext = frame && childOf(frame, 'a:ext');
  const points = (value: string | undefined) => Number(value ?? 0) / EMU;
  const body = childOf(shape, 'p:txBody');
  const [holder] = descendantsOf(shape, 'p:ph');
  return {
    id: properties?.attributes['id'] ?? '',
    name: properties?.attributes['name'] ?? '',
    type: typeOf(shape),
    left: points(off?.attributes['x']),
    top: points(off?.attributes['y']),
    width: points(ext?.attributes['cx']),
    height: points(ext?.attributes['cy']),
    altText: properties?.attributes['descr'] ?? '',
    placeholder: holder ? (holder.attributes['type'] ?? 'obj') : null,
    text: body ? descendantsOf(body, 'a:p').map(paragraphText).join('\r') : '',
  };
}

function paragraphText(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((node) => (node.name === 'a:br' ? '\v' : descendantsOf(node, 'a:t').map(textOf).join('')))
    .join('');
}

function transformOf(shape: XmlElement): XmlElement | undefined {
  return childOf(shape, 'p:xfrm') ?? findPath(shape, 'p:spPr', 'a:xfrm') ?? findPath(shape, 'p:grpSpPr', 'a:xfrm');
}

/** A placeholder that does not say where it is stands where its layout has it, or the master of that. */
function inheritedFrame(
  shape: XmlElement,
  { pack, part }: { readonly pack: OpcPackage; readonly part: string },
): XmlElement | undefined {
  const [holder] = descendantsOf(shape, 'p:ph');
  const above = linkedPart(pack, part, LINK.layout) ?? linkedPart(pack, part, LINK.master);
  const root = above === null ? null : readPart(pack, above);
  if (!holder || above === null || !root) return undefined;
  const { idx, type = 'obj' } = holder.attributes;
  const others = elementsIn(root).map((one) => ({ one, holder: descendantsOf(one, 'p:ph')[0]?.attributes }));
  const same =
    others.find((other) => idx !== undefined && other.holder?.['idx'] === idx) ??
    others.find((other) => other.holder !== undefined && KINDS[other.holder['type'] ?? 'obj'] === KINDS[type]);
  return same && (transformOf(same.one) ?? inheritedFrame(same.one, { pack, part: above }));
}

/** Placeholders that stand in for each other between a slide, its layout and the master. */
const KINDS: Readonly<Record<string, string>> = {
  title: 'title',
  ctrTitle: 'title',
  subTitle: 'body',
  body: 'body',
  obj: 'body',
  chart: 'body',
  tbl: 'body',
  dt: 'dt',
  ftr: 'ftr',
  sldNum: 'sldNum',
};

function typeOf(shape: XmlElement): string {
  switch (shape.name) {
    case 'p:pic':
      return 'Image';
    case 'p:grpSp':
      return 'Group';
    case 'p:cxnSp':
      return 'Line';
    case 'p:graphicFrame': {
      const uri = findPath(shape, 'a:graphic', 'a:graphicData')?.attributes['uri'] ?? '';
      return uri.endsWith('/table') ? 'Table' : uri.endsWith('/chart') ? 'Chart' : 'Unsupported';
    }
    default:
      return descendantsOf(shape, 'p:ph').length > 0
        ? 'Placeholder'
        : descendantsOf(shape, 'p:cNvSpPr')[0]?.attributes['txBox'] === '1'
          ? 'TextBox'
          : 'GeometricShape';
  }
}
