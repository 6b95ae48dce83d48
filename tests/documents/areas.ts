import { linkedPart, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, descendantsOf, findPath, type XmlElement } from '@plumbline/shared/ooxml/package/xml';

export interface Area {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where everything lies that has a place of its own. */
export function areasOn(slide: XmlElement): readonly Area[] {
  return [...descendantsOf(slide, 'p:sp'), ...descendantsOf(slide, 'p:graphicFrame')].flatMap(
    (shape) => areaOf(shape) ?? [],
  );
}

/** Where the title of a slide lies by its layout, or by that layout's master, and its text in there; `null` without. */
export function titleOf(deck: OpcPackage, slide: string): { readonly box: Area; readonly text: Area } | null {
  const layout = linkedPart(deck, slide, `${LINKS}/slideLayout`) ?? '';
  const places = [layout, linkedPart(deck, layout, `${LINKS}/slideMaster`) ?? ''].flatMap((part) => {
    const root = readPart(deck, part);
    const isTitle = (shape: XmlElement) => descendantsOf(shape, 'p:ph')[0]?.attributes['type'] === 'title';
    return (root && descendantsOf(root, 'p:sp').find(isTitle)) ?? [];
  });
  const [box] = places.flatMap((place) => areaOf(place) ?? []);
  if (!box) return null;
  const inset = (name: string, usual: number) => {
    const told = places.map((place) => findPath(place, 'p:txBody', 'a:bodyPr')?.attributes[name]);
    return Number(told.find((value) => value !== undefined) ?? usual);
  };
  return { box, text: { ...box, left: box.left + inset('lIns', 91_440), right: box.right - inset('rIns', 91_440) } };
}

/** What lies over what. */
export function overlaps(areas: readonly Area[]): readonly string[] {
  return areas.flatMap((one, at) =>
    areas
      .slice(at + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.name} over ${other.name}`),
  );
}

const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function areaOf(shape: XmlElement): Area | null {
  const place = childOf(shape, 'p:xfrm') ?? findPath(shape, 'p:spPr', 'a:xfrm');
  const [from, size] = [place && childOf(place, 'a:off'), place && childOf(place, 'a:ext')];
  if (!from || !size) return null;
  const [left, top] = [Number(from.attributes['x']), Number(from.attributes['y'])];
  const name = descendantsOf(shape, 'p:cNvPr')[0]?.attributes['name'] ?? '';
  return { name, left, top, right: left + Number(size.attributes['cx']), bottom: top + Number(size.attributes['cy']) };
}
