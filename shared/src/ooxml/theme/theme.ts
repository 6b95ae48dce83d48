import { readPart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, findPath } from '../package/xml.ts';

/** The colours of a theme by the names that slides use for them. */
export const SCHEME = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
] as const;
export type SchemeName = (typeof SCHEME)[number];

/** The look of a document. */
export interface Theme {
  /** Each as six hexadecimal digits. */
  readonly colours: Readonly<Record<SchemeName, string>>;
  readonly headings: string;
  readonly text: string;
}

/** Where a master takes the text's and the background's colours from: `{ bg1: 'lt1', tx1: 'dk1', ... }`. */
export type ColourMap = Readonly<Record<string, string>>;

/** Reads a theme as a master with this colour map sees it; what a broken one leaves out is Office's own. */
export function readTheme(pack: OpcPackage, part: string, map: ColourMap = LIGHT): Theme {
  const root = readPart(pack, part);
  const scheme = root && findPath(root, 'a:themeElements', 'a:clrScheme');
  const known = new Map(
    (scheme ? childrenOf(scheme) : []).flatMap((entry) => {
      const colour = childrenOf(entry)[0];
      const hex = colour?.attributes[colour.name === 'a:sysClr' ? 'lastClr' : 'val'] ?? '';
      return HEX.test(hex) ? [[entry.name.slice(2), hex.toUpperCase()] as const] : [];
    }),
  );
  const fonts = root && findPath(root, 'a:themeElements', 'a:fontScheme');
  const fontOf = (kind: 'a:majorFont' | 'a:minorFont') =>
    (fonts && findPath(fonts, kind, 'a:latin')?.attributes['typeface']) ?? 'Calibri';
  const hexFor = (name: SchemeName) => {
    const source = map[name] ?? LIGHT[name] ?? name;
    return known.get(source) ?? OFFICE[source] ?? '000000';
  };
  return {
    colours: {
      bg1: hexFor('bg1'),
      tx1: hexFor('tx1'),
      bg2: hexFor('bg2'),
      tx2: hexFor('tx2'),
      accent1: hexFor('accent1'),
      accent2: hexFor('accent2'),
      accent3: hexFor('accent3'),
      accent4: hexFor('accent4'),
      accent5: hexFor('accent5'),
      accent6: hexFor('accent6'),
    },
    headings: fontOf('a:majorFont'),
    text: fontOf('a:minorFont'),
  };
}

/** The colour map of a slide master. */
export function colourMapOf(pack: OpcPackage, master: string): ColourMap {
  const root = readPart(pack, master);
  const map = root && (childOf(root, 'p:clrMap') ?? descendantsOf(root, 'p:clrMap')[0]);
  return map ? { ...LIGHT, ...map.attributes } : LIGHT;
}

const HEX = /^[\da-fA-F]{6}$/;
const LIGHT: ColourMap = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
const OFFICE: Readonly<Record<string, string>> = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
};
