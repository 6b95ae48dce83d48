import type { Tone } from '../exhibit.ts';
import { contrastOf, distanceOf, hexOf, mixedWithWhite, tintDistanceOf, type SchemeColour } from './colour.ts';
import type { SchemeName, Theme } from './theme.ts';

/** Marks are told from the background at this contrast (WCAG 2.2, 1.4.11), and text at that (1.4.3). */
const MARK = 3;
const TEXT = 4.5;
/** Two sides of a scale that look less far apart than this are taken for one. */
const APART = 0.15;
/** So are those of one hue, of which one is only lighter: the cells of a table are tints of both. */
const TINTS_APART = 0.05;

/** The colour of a tone in a theme: the theme's own, as strong as it has to be to be seen. */
export function colourOf(tone: Tone, theme: Theme): SchemeColour {
  const { low, high, lines } = rolesIn(theme);
  switch (tone) {
    case 'accent':
      return seen('accent1', theme);
    case 'quiet':
      return shadeOf(theme, { wanted: 3.4, least: MARK });
    case 'second':
      return shadeOf(theme, { wanted: MARK, least: MARK });
    case 'middle':
      return shadeOf(theme, { wanted: 1.8 });
    case 'low':
      return low;
    case 'high':
      return high;
    case 'low-strong':
      return stronger(low, theme);
    case 'high-strong':
      return stronger(high, theme);
    case 'line-1':
    case 'line-2':
    case 'line-3':
    case 'line-4':
    case 'line-5':
      return lines[Number(tone.slice(-1)) - 1] ?? shadeOf(theme, { wanted: 5.5 });
  }
}

/** The colour of text that stands on the background and is not the first to be read. */
export function quietText(theme: Theme): SchemeColour {
  return shadeOf(theme, { wanted: 6.5, least: TEXT });
}

/** The colour of a tone for words: as strong as text has to be. */
export function wordsOf(tone: Tone, theme: Theme): SchemeColour {
  return seenAt(colourOf(tone, theme), { theme, least: TEXT });
}

/** A line that is there and not looked at. */
export function hairline(theme: Theme): SchemeColour {
  return shadeOf(theme, { wanted: 1.4 });
}

/** A tone at a strength of 0 to 1 as a fill behind text: a tint of it, toward the background. */
export function tintOf(colour: SchemeColour, strength: number, theme: Theme): SchemeColour {
  const part = 0.2 + 0.6 * Math.min(1, Math.max(0, strength));
  const isLight = contrastOf(theme.colours.bg1, '000000') > 8;
  return isLight
    ? mixedWithWhite(colour.scheme, part, theme)
    : { scheme: colour.scheme, lumMod: Math.max(0.25, part * 0.75) };
}

interface Roles {
  readonly low: SchemeColour;
  readonly high: SchemeColour;
  readonly lines: readonly SchemeColour[];
}

const roles = new WeakMap<Theme, Roles>();

function rolesIn(theme: Theme): Roles {
  const known = roles.get(theme);
  if (known) return known;
  const made = { ...pairIn(theme), lines: linesIn(theme) };
  roles.set(theme, made);
  return made;
}

const ACCENTS: readonly SchemeName[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/** Darker where the background is light, lighter where it is dark, in the steps that Office's own colour picker has. */
const STEPS: readonly Omit<SchemeColour, 'scheme'>[] = [
  {},
  { lumMod: 0.75 },
  { lumMod: 0.5 },
  { lumMod: 0.6, lumOff: 0.4 },
  { lumMod: 0.4, lumOff: 0.6 },
  { lumMod: 0.2, lumOff: 0.8 },
];

function seen(scheme: SchemeName, theme: Theme): SchemeColour {
  const known = shades.get(theme) ?? new Map<string, SchemeColour>();
  shades.set(theme, known);
  const colour = known.get(scheme) ?? seenAt({ scheme }, { theme, least: MARK });
  known.set(scheme, colour);
  return colour;
}

/** A colour, or the step of it that is seen well enough; the text's own where none is. */
function seenAt(
  colour: SchemeColour,
  { theme, least }: { readonly theme: Theme; readonly least: number },
): SchemeColour {
  const { scheme } = colour;
  const steps = [colour, ...STEPS.map((step) => ({ scheme, ...step }))];
  return steps.find((step) => contrastOf(hexOf(step, theme), theme.colours.bg1) >= least) ?? { scheme: 'tx1' };
}

/** The accent that looks farthest from the first one; where all are alike, the text's own shade is the low side. */
function pairIn(theme: Theme): Pick<Roles, 'low' | 'high'> {
  const high = seen('accent1', theme);
  const distance = (colour: SchemeColour) => distanceOf(hexOf(colour, theme), hexOf(high, theme));
  const [other] = ACCENTS.slice(1)
    .map((scheme) => seen(scheme, theme))
    .toSorted((a, b) => distance(b) - distance(a));
  const isApart = (colour: SchemeColour) =>
    distance(colour) >= APART && tintDistanceOf(hexOf(colour, theme), hexOf(high, theme)) >= TINTS_APART;
  if (other && isApart(other)) return { low: other, high };
  return { low: farthestShade(theme, high), high };
}

function farthestShade(theme: Theme, from: SchemeColour): SchemeColour {
  const distance = (colour: SchemeColour) => distanceOf(hexOf(colour, theme), hexOf(from, theme));
  const [first] = [12, 7, 3.4]
    .map((wanted) => shadeOf(theme, { wanted, least: MARK }))
    .toSorted((a, b) => distance(b) - distance(a));
  return first ?? { scheme: 'tx1' };
}

function linesIn(theme: Theme): readonly SchemeColour[] {
  const chosen: SchemeColour[] = [];
  const candidates = [
    ...ACCENTS.slice(1).map((scheme) => seen(scheme, theme)),
    ...[5.5, 12, 3.4].map((wanted) => shadeOf(theme, { wanted, least: MARK })),
  ];
  const accent = hexOf(seen('accent1', theme), theme);
  for (const least of [0.12, 0.06, 0]) {
    for (const colour of candidates) {
      const hex = hexOf(colour, theme);
      const others = [accent, ...chosen.map((one) => hexOf(one, theme))];
      if (chosen.length < 5 && others.every((one) => one !== hex && distanceOf(one, hex) >= least)) chosen.push(colour);
    }
  }
  return chosen;
}

/** More of the same: nearer to the text's end of the lightness. */
function stronger(colour: SchemeColour, theme: Theme): SchemeColour {
  const isLight = contrastOf(theme.colours.bg1, '000000') > 8;
  const mod = colour.lumMod ?? 1;
  if (isLight)
    return {
      scheme: colour.scheme,
      lumMod: mod * 0.7,
      ...(colour.lumOff !== undefined && { lumOff: colour.lumOff * 0.7 }),
    };
  return { scheme: colour.scheme, lumMod: mod * 0.6, lumOff: (colour.lumOff ?? 0) * 0.6 + 0.4 };
}

interface Wanted {
  readonly wanted: number;
  readonly least?: number;
}

/** Found once for each theme: a chart asks for the same few again and again. */
const shades = new WeakMap<Theme, Map<string, SchemeColour>>();

/** A shade of the text's colour that comes nearest to a contrast with the background, and not below the least. */
function shadeOf(theme: Theme, { wanted, least = 1 }: Wanted): SchemeColour {
  const known = shades.get(theme) ?? new Map<string, SchemeColour>();
  shades.set(theme, known);
  const key = `${wanted} ${least}`;
  const shade = known.get(key) ?? findShade(theme, { wanted, least });
  known.set(key, shade);
  return shade;
}

function findShade(theme: Theme, { wanted, least }: Required<Wanted>): SchemeColour {
  const steps = Array.from({ length: 19 }, (_, step) => 1 - step * 0.05);
  const all = steps.flatMap((mod): readonly SchemeColour[] => [
    { scheme: 'tx1', lumMod: mod },
    { scheme: 'tx1', lumMod: mod, lumOff: 1 - mod },
  ]);
  const [first] = all
    .map((colour) => ({ colour, contrast: contrastOf(hexOf(colour, theme), theme.colours.bg1) }))
    .filter(({ contrast }) => contrast >= least)
    .toSorted((a, b) => Math.abs(a.contrast - wanted) - Math.abs(b.contrast - wanted));
  if (!first) return { scheme: 'tx1' };
  const nearest = first.colour;
  const round = (share: number) => Math.round(share * 100) / 100;
  return {
    scheme: 'tx1',
    lumMod: round(nearest.lumMod ?? 1),
    ...(nearest.lumOff !== undefined && { lumOff: round(nearest.lumOff) }),
  };
}
