import { childOf, childrenOf, findPath, type XmlElement } from '../package/xml.ts';
import type { Box } from './shapes.ts';
import { linesOf, POINT } from './text-fit.ts';

/** How a layout sets the text of its title. */
export interface TitleLook {
  /** In points. */
  readonly size: number;
  readonly isCentred: boolean;
  /** How far the text is from the sides of its box, in EMU. */
  readonly insets: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
}

/** Of a title that lies in no layout. */
export const OWN_TITLE: TitleLook = {
  size: 28,
  isCentred: false,
  insets: { left: 0, top: 0, right: 0, bottom: 0 },
};

/** Reads the look of a title from its places, the layout's before the master's, and from the master's style of titles. */
export function titleLookOf(places: readonly XmlElement[], style: XmlElement | undefined): TitleLook {
  const levels = [
    ...places.flatMap((place) => findPath(place, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr') ?? []),
    ...(style ? childrenOf(style, 'a:lvl1pPr') : []),
  ];
  const sizes = levels.flatMap((level) => childOf(level, 'a:defRPr') ?? []);
  const told = (elements: readonly XmlElement[], name: string) =>
    elements.map(({ attributes }) => attributes[name]).find((value) => value !== undefined);
  const bodies = places.flatMap((place) => findPath(place, 'p:txBody', 'a:bodyPr') ?? []);
  const inset = (name: string, usual: number) => numberOr(told(bodies, name), usual);
  return {
    size: numberOr(told(sizes, 'sz'), USUAL) / 100,
    isCentred: told(levels, 'algn') === 'ctr',
    insets: {
      left: inset('lIns', 91_440),
      top: inset('tIns', 45_720),
      right: inset('rIns', 91_440),
      bottom: inset('bIns', 45_720),
    },
  };
}

/** Where the text of a title begins and ends in its box: everything below is as wide. */
export function textWithin(box: Box, { insets }: TitleLook): Box {
  return {
    x: box.x + insets.left,
    y: box.y + insets.top,
    width: Math.max(1, box.width - insets.left - insets.right),
    height: Math.max(1, box.height - insets.top - insets.bottom),
  };
}

/** The part of its size that a title is written at, so that it keeps to its box; 1 where it fits as it is. */
export function scaleOfTitle(text: string, box: Box, look: TitleLook): number {
  const { width, height } = textWithin(box, look);
  const fits = (scale: number) => {
    const size = look.size * scale;
    // One line is never too high: whoever made the layout has seen one there.
    const lines = linesOf(text, width * CAUTION, size);
    return lines === 1 || lines * size * LINE * POINT <= height;
  };
  return SCALES.find(fits) ?? LEAST;
}

/** Where nothing says a size, programs take one of their own; this is the largest. */
const USUAL = 4_400;
const LINE = 1.15;
/** Titles are in fonts of every width, and one that runs over is seen at once. */
const CAUTION = 0.92;
const SCALES = [1, 0.9, 0.8, 0.7, 0.625, 0.55, 0.475];
const LEAST = 0.4;

function numberOr(text: string | undefined, usual: number): number {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : usual;
}
