import {
  contentTypeOf,
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childrenOf, descendantsOf, findPath, type XmlElement } from '../package/xml.ts';
import { colourMapOf, readTheme, type Theme } from '../theme/theme.ts';
import { LINKS, TYPES } from './names.ts';
import type { Box } from './shapes.ts';

/** What a slide of a deck stands on. */
export interface Ground {
  readonly presentation: string;
  readonly layout: string;
  readonly theme: Theme;
  /** Whether the layout gives a title its place. */
  readonly title: 'title' | 'ctrTitle' | null;
  /** Where the title lies, its text's start and end being those of everything below. */
  readonly titleBox: Box;
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
  const theme = linkedPart(deck, chosen.master, LINKS.theme);
  const own = chosen.title && boxIn(chosen.title.shape);
  const inherited = chosen.title && boxOfMaster(deck, chosen.master, ['title']);
  const titleBox = own ?? inherited ?? defaultTitle(size);
  return {
    presentation,
    layout: chosen.part,
    theme: readTheme(deck, theme ?? '', colourMapOf(deck, chosen.master)),
    title: chosen.title ? chosen.title.type : null,
    titleBox,
    content: contentUnder(titleBox, footersOf(deck, chosen), size),
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

function boxOfMaster(deck: OpcPackage, master: string, kinds: readonly string[]): Box | null {
  const root = readPart(deck, master);
  const shape = root && descendantsOf(root, 'p:sp').find((one) => kinds.includes(kindOf(one) ?? ''));
  return shape ? boxIn(shape) : null;
}

const FOOTERS = ['ftr', 'sldNum', 'dt'];

/** Where the footers of a layout lie, by itself or by its master. */
function footersOf(deck: OpcPackage, { root, master }: Layout): readonly Box[] {
  return descendantsOf(root, 'p:sp').flatMap((shape) => {
    const kind = kindOf(shape) ?? '';
    return FOOTERS.includes(kind) ? (boxIn(shape) ?? boxOfMaster(deck, master, [kind]) ?? []) : [];
  });
}

function defaultTitle({ width, height }: Ground['size']): Box {
  const side = Math.round(width * 0.05);
  return { x: side, y: Math.round(height * 0.06), width: width - 2 * side, height: Math.round(height * 0.14) };
}

/** Titles in the middle of a layout, such as that of a title slide, leave the room that an ordinary slide has. */
function contentUnder(title: Box, footers: readonly Box[], { width, height }: Ground['size']): Box {
  const under = title.y + title.height;
  const top = under < height * 0.4 ? under : Math.round(height * 0.22);
  const lowest = Math.round(height * 0.96);
  const bottom = Math.min(lowest, ...footers.filter((box) => box.y > height * 0.75).map((box) => box.y));
  const isWide = title.width > width * 0.6;
  const side = Math.round(width * 0.05);
  return {
    x: isWide ? title.x : side,
    width: isWide ? Math.min(title.width, width - title.x) : width - 2 * side,
    y: top + Math.round(height * 0.01),
    height: bottom - top - Math.round(height * 0.02),
  };
}
