import type { ChartLook } from '../charts/chart-look.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { hexOf, type SchemeColour } from '../theme/colour.ts';
import type { SchemeName, Theme } from '../theme/theme.ts';
import { CHART, DRAWING, OFFICE } from '../package/namespaces.ts';

/** How exhibits are to look on pages. */
export interface WordLook extends Pick<ChartLook, 'theme' | 'language' | 'rightToLeft'> {
  /** The word before the number of a caption: "Figure". */
  readonly figureWord: string;
  /** The number of the first figure; Word counts anew when its fields are updated. */
  readonly firstFigure: number;
}

/** The namespaces of a page. */
export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': OFFICE,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': DRAWING,
  'xmlns:c': CHART,
} as const;

/** The width of the text on an A4 page with margins of 25 mm, in EMU and in twentieths of a point. */
export const TEXT_WIDTH = { emu: 5_760_000, twips: 9_070 } as const;

/** The colour of a text as the theme's. */
export function textColour(colour: SchemeColour, theme: Theme): XmlElement {
  return element('w:color', { 'w:val': hexOf(colour, theme), ...themed('w:theme', 'Color', colour) });
}

/** The colour of a border as the theme's. */
export function border(name: string, colour: SchemeColour, { size, space, theme }: BorderLook): XmlElement {
  const line = { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': hexOf(colour, theme) };
  return element(name, { ...line, ...themed('w:theme', 'Color', colour) });
}

interface BorderLook {
  /** Eighths of a point. */
  readonly size: number;
  /** Points between the line and the text. */
  readonly space: number;
  readonly theme: Theme;
}

/** A fill as the theme's. */
export function shading(colour: SchemeColour, theme: Theme): XmlElement {
  const plain = { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hexOf(colour, theme) };
  return element('w:shd', { ...plain, ...themed('w:themeFill', '', colour) });
}

/** Thin stripes: nothing is to be seen here. */
export function hatching(line: SchemeColour, theme: Theme): XmlElement {
  return element('w:shd', {
    'w:val': 'thinDiagStripe',
    'w:color': hexOf(line, theme),
    ...themed('w:theme', 'Color', line),
    'w:fill': theme.colours.bg1,
    'w:themeFill': 'background1',
  });
}

const NAMES: Partial<Record<SchemeName, string>> = {
  tx1: 'text1',
  bg1: 'background1',
  tx2: 'text2',
  bg2: 'background2',
};

/** Word says a lighter colour by a tint and a darker one by a shade, each of 255. */
function themed(prefix: string, suffix: string, { scheme, lumMod, lumOff }: SchemeColour): Record<string, string> {
  const share = (part: number) =>
    Math.round(part * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, '0');
  return {
    [`${prefix}${suffix}`]: NAMES[scheme] ?? scheme,
    ...(lumMod === undefined ? {} : { [`${prefix}${lumOff === undefined ? 'Shade' : 'Tint'}`]: share(lumMod) }),
  };
}
