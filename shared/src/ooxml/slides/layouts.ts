import {
  contentTypeOf,
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childOf, childrenOf, copyOf, descendantsOf, element, findPath, type XmlElement } from '../package/xml.ts';
import { colourMapOf, readTheme, type Theme } from '../theme/theme.ts';
import { LINKS, TYPES } from './names.ts';
import type { Box } from './shapes.ts';
import { OWN_TITLE, textWithin, titleLookOf, type TitleLook } from './title-look.ts';

/** What a slide of a deck stands on. */
export interface Ground {
  readonly presentation: string;
  readonly layout: string;
  readonly theme: Theme;
  /** Whether the layout gives a title its place. */
  readonly title: 'title' | 'ctrTitle' | null;
  /** Where the title lies, and how it is set there. */
  readonly titleBox: Box;
  readonly titleLook: TitleLook;
  /** The layout's place for a line under the title of a title slide; `null` without one. */
  readonly subtitle: { readonly type: string; readonly idx: string } | null;
  /** `p:clrMapOvr` as the layout has it: a slide on it sees the theme's colours in the same way. */
  readonly colours: XmlElement;
  /** What is left for a figure, under the title and over the footers. */
  readonly content: Box;
  readonly size: { readonly width: number; readonly height: number };
}

/** The part that a deck's slides are listed in; `null` for what is no deck. */
export function presentationOf(deck: OpcPackage): string | null {
  return linkedPart(deck, PACKAGE, LINKS.document);
}

/** Finds the layout of one of these types, the first that there is, and what room it leaves; `null` without any layout. */
export function groundOf(deck: OpcPackage, types: readonly string[]): Ground | null {
  const presentation = presentationOf(deck);
  const root = presentation === null ? null : readPart(deck, presentation);
  if (presentation === null || !root) return null;
  const layouts = layoutsOf(deck, presentation);
  const chosen =
    types.flatMap((type) => layouts.find((layout) => layout.type === type) ?? [])[0] ??
    layouts.find((layout) => layout.title !== null) ??
    layouts[0];
  if (!chosen) return null;
  const slideSize = findPath(root, 'p:sldSz')?.attributes ?? {};
  const size = { width: Number(slideSize['cx'] ?? 12_192_000), height: Number(slideSize['cy'] ?? 6_858_000) };
  const own = chosen.title ? boxIn(chosen.title.shape) : null;
  const inherited = chosen.title && masterPlace(deck, chosen.master, 'title');
  const titleBox = own ?? (inherited && boxIn(inherited)) ?? defaultTitle(size);
  const titleLook = chosen.title
    ? titleLookOf([chosen.title.shape, ...(inherited ? [inherited] : [])], titleStyleOf(deck, chosen.master))
    : OWN_TITLE;
  return {
    presentation,
    layout: chosen.part,
    theme: themeOf(deck, chosen),
    title: chosen.title ? chosen.title.type : null,
    titleBox,
    titleLook,
    subtitle: subtitleIn(chosen.root),
    colours: coloursOf(chosen.root),
    content: contentUnder(titleBox, titleLook, { footers: footersOf(deck, chosen), size }),
    size,
  };
}

interface Layout {
  readonly part: string;
  readonly root: XmlElement;
  readonly master: string;
  readonly type: string;
  readonly title: { readonly type: 'title' | 'ctrTitle'; readonly shape: XmlElement } | null;
}

function layoutsOf(deck: OpcPackage, presentation: string): readonly Layout[] {
  const masters = linkedParts(deck, presentation, LINKS.master);
  return masters.flatMap((master) =>
    linkedParts(deck, master, LINKS.layout).flatMap((part): readonly Layout[] => {
      const root = readPart(deck, part);
      if (!root || contentTypeOf(deck, part) !== TYPES.layout) return [];
      return [{ part, root, master, type: root.attributes['type'] ?? '', title: titleIn(root) }];
    }),
  );
}

function linkedParts(deck: OpcPackage, source: string, type: string): readonly string[] {
  return relationshipsOf(deck, source)
    .filter((link) => link.type === type)
    .flatMap((link) => targetOf(source, link) ?? []);
}

function titleIn(root: XmlElement): Layout['title'] {
  for (const shape of descendantsOf(root, 'p:sp')) {
    const type = kindOf(shape);
    if (type === 'title' || type === 'ctrTitle') return { type, shape };
  }
  return null;
}

/** What a placeholder is for; `null` for what is none. */
function kindOf(shape: XmlElement): string | null {
  const mark = findPath(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
  return mark ? (mark.attributes['type'] ?? 'obj') : null;
}

function boxIn(shape: XmlElement): Box | null {
  const place = findPath(shape, 'p:spPr', 'a:xfrm');
  const offset = place && childrenOf(place, 'a:off')[0]?.attributes;
  const extent = place && childrenOf(place, 'a:ext')[0]?.attributes;
  if (!offset || !extent) return null;
  const box = {
    x: Number(offset['x']),
    y: Number(offset['y']),
    width: Number(extent['cx']),
    height: Number(extent['cy']),
  };
  return Object.values(box).every((value) => Number.isFinite(value)) && box.width > 0 && box.height > 0 ? box : null;
}

function masterPlace(deck: OpcPackage, master: string, kind: string): XmlElement | null {
  const root = readPart(deck, master);
  return (root && descendantsOf(root, 'p:sp').find((one) => kindOf(one) === kind)) ?? null;
}

function titleStyleOf(deck: OpcPackage, master: string): XmlElement | undefined {
  const root = readPart(deck, master);
  return root ? findPath(root, 'p:txStyles', 'p:titleStyle') : undefined;
}

function subtitleIn(root: XmlElement): Ground['subtitle'] {
  for (const shape of descendantsOf(root, 'p:sp')) {
    const { type, idx } = findPath(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes ?? {};
    if ((type === 'subTitle' || type === 'body') && idx !== undefined) return { type, idx };
  }
  return null;
}

function coloursOf(root: XmlElement): XmlElement {
  const own = childOf(root, 'p:clrMapOvr');
  return own ? copyOf(own) : element('p:clrMapOvr', {}, element('a:masterClrMapping'));
}

function themeOf(deck: OpcPackage, { root, master }: Layout): Theme {
  const map = findPath(root, 'p:clrMapOvr', 'a:overrideClrMapping')?.attributes ?? colourMapOf(deck, master);
  return readTheme(deck, linkedPart(deck, master, LINKS.theme) ?? '', map);
}

const FOOTERS = ['ftr', 'sldNum', 'dt'];

/** Where the footers of a layout lie, by itself or by its master. */
function footersOf(deck: OpcPackage, { root, master }: Layout): readonly Box[] {
  return descendantsOf(root, 'p:sp').flatMap((shape) => {
    const kind = kindOf(shape) ?? '';
    if (!FOOTERS.includes(kind)) return [];
    const inherited = masterPlace(deck, master, kind);
    return boxIn(shape) ?? (inherited && boxIn(inherited)) ?? [];
  });
}

function defaultTitle({ width, height }: Ground['size']): Box {
  const side = Math.round(width * 0.05);
  return { x: side, y: Math.round(height * 0.06), width: width - 2 * side, height: Math.round(height * 0.14) };
}

/** Titles in the middle of a layout, such as that of a title slide, leave the room that an ordinary slide has. */
function contentUnder(
  title: Box,
  look: TitleLook,
  { footers, size }: { readonly footers: readonly Box[]; readonly size: Ground['size'] },
): Box {
  const { width, height } = size;
  const under = title.y + title.height;
  const top = under < height * 0.4 ? under : Math.round(height * 0.22);
  const lowest = Math.round(height * 0.96);
  const bottom = Math.min(lowest, ...footers.filter((box) => box.y > height * 0.75).map((box) => box.y));
  const side = Math.round(width * 0.05);
  const text = textWithin(title, look);
  const sides = title.width > width * 0.6 ? text : { x: side, width: width - 2 * side };
  return {
    x: sides.x,
    // A master may be wider than its slides.
    width: Math.max(side, Math.min(sides.width, width - sides.x - Math.min(side, Math.max(0, sides.x)))),
    y: top + Math.round(height * 0.01),
    height: bottom - top - Math.round(height * 0.02),
  };
}
