import { element, type XmlElement } from '../package/xml.ts';
import type { SchemeName, Theme } from './theme.ts';

/**
 * A colour as the theme's, made darker by `lumMod` or lighter with `lumOff`, both shares of the lightness, and greyer by
 * `satMod`.
 */
export interface SchemeColour {
  readonly scheme: SchemeName;
  readonly satMod?: number;
  readonly lumMod?: number;
  readonly lumOff?: number;
}

/** The colour as DrawingML writes it. */
export function schemeClr({ scheme, satMod, lumMod, lumOff }: SchemeColour): XmlElement {
  const part = (name: string, share: number | undefined) =>
    share === undefined ? null : element(name, { val: Math.round(share * 100_000) });
  return element(
    'a:schemeClr',
    { val: scheme },
    part('a:satMod', satMod),
    part('a:lumMod', lumMod),
    part('a:lumOff', lumOff),
  );
}

/** The colour that a theme makes of it, as six hexadecimal digits. */
export function hexOf({ scheme, satMod = 1, lumMod = 1, lumOff = 0 }: SchemeColour, theme: Theme): string {
  const [hue, saturation, lightness] = hslOf(rgbOf(theme.colours[scheme]));
  return hexFrom([hue, Math.min(1, saturation * satMod), Math.min(1, Math.max(0, lightness * lumMod + lumOff))]);
}

/** A part of a theme's colour mixed with white: lighter alone, a dark and strong colour would begin to glow. */
export function mixedWithWhite(scheme: SchemeName, part: number, theme: Theme): SchemeColour {
  const [, , lightness] = hslOf(rgbOf(theme.colours[scheme]));
  const room = (at: number) => 1 - Math.abs(2 * at - 1);
  const mixed = room(lightness * part + 1 - part);
  const satMod = mixed === 0 ? 1 : Math.round(((part * room(lightness)) / mixed) * 100) / 100;
  return { scheme, ...(satMod < 1 ? { satMod } : {}), lumMod: part, lumOff: 1 - part };
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** How far apart two colours look, from 0 to about 1, red and green weighing half: many leaders cannot tell them apart. */
export function distanceOf(a: string, b: string): number {
  const [l1, a1, b1] = okLab(rgbOf(a));
  const [l2, a2, b2] = okLab(rgbOf(b));
  return Math.hypot(l1 - l2, (a1 - a2) / 2, b1 - b2);
}

/** How far apart two colours would look as tints of one lightness. */
export function tintDistanceOf(a: string, b: string): number {
  const [, a1, b1] = okLab(rgbOf(a));
  const [, a2, b2] = okLab(rgbOf(b));
  return Math.hypot((a1 - a2) / 2, b1 - b2);
}

/** The text colour of the theme that can be read best on a fill; a shade of it where neither of both can. */
export function inkOn(fill: SchemeColour, theme: Theme): SchemeColour {
  const contrast = (ink: SchemeColour) => contrastOf(hexOf(ink, theme), hexOf(fill, theme));
  const best = (inks: readonly SchemeColour[]) => inks.reduce((a, b) => (contrast(b) > contrast(a) ? b : a));
  const own = best([{ scheme: 'tx1' }, { scheme: 'bg1' }]);
  return contrast(own) >= 4.5 ? own : best([own, ...ENDS]);
}

/** A fill of one colour. */
export function solidFill(colour: SchemeColour): XmlElement {
  return element('a:solidFill', {}, schemeClr(colour));
}

/** Nearly black and nearly white. */
const ENDS: readonly SchemeColour[] = [
  { scheme: 'tx1', lumMod: 0.05 },
  { scheme: 'tx1', lumMod: 0.05, lumOff: 0.95 },
];

type Triple = readonly [number, number, number];

function rgbOf(hex: string): Triple {
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function okLab([red, green, blue]: Triple): Triple {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hslOf([red, green, blue]: Triple): Triple {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const range = most - least;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sixth / 6, saturation, lightness];
}

function hexFrom([hue, saturation, lightness]: Triple): string {
  const channel = (shift: number): string => {
    const place = (shift + hue * 12) % 12;
    const value =
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
}
