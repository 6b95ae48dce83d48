import { readPart, writePackage, writePart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, descendantsOf, element } from '@plumbline/shared/ooxml/package/xml';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';

/** How a deck looks; what is left out is as in our own. */
interface DeckTheme {
  readonly name: string;
  readonly isDark: boolean;
  readonly colours: Readonly<Record<string, string>>;
}

/** Our own, a dark one, and one of a company whose accents are all alike. */
export const DECK_THEMES: readonly DeckTheme[] = [
  { name: 'own', isDark: false, colours: {} },
  {
    name: 'dark',
    isDark: true,
    colours: {
      dk1: '14202B',
      lt1: 'F4F6F8',
      dk2: '223140',
      lt2: 'C9D3DC',
      ...accents('5FB3D9', 'F2A65A', '9BD18B', 'C9A0DC', 'E8C547', 'EF7F7F'),
    },
  },
  {
    name: 'alike',
    isDark: false,
    colours: {
      dk1: '12261E',
      dk2: '1F4A38',
      lt2: 'E9F1ED',
      ...accents('0B6B47', '1C7A55', '2E8A64', '419A74', '56AA85', '6DBA97'),
    },
  },
];

/** A slide for each exhibit in a deck of that look. */
export function themedDeck(exhibits: readonly Exhibit[], theme: DeckTheme): Uint8Array {
  const look = { language: 'en-GB', rightToLeft: false };
  const deck = newDeck({ ...look, title: 'Figures' });
  recolour(deck, theme);
  const items = exhibits.map((exhibit, at) => ({
    exhibit,
    insertion: insertionOf(exhibit, `01J${String(at).padStart(23, '0')}`, look.language),
  }));
  const added = addExhibitSlides(deck, items, look);
  if (!added.ok) throw new Error(added.error);
  return writePackage(deck);
}

function accents(...hexes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(hexes.map((hex, at) => [`accent${at + 1}`, hex]));
}

function recolour(deck: OpcPackage, { isDark, colours }: DeckTheme): void {
  const theme = readPart(deck, THEME);
  const scheme = theme && descendantsOf(theme, 'a:clrScheme')[0];
  const master = readPart(deck, MASTER);
  const map = master && childOf(master, 'p:clrMap');
  if (!scheme || !map) throw new Error('Our own deck has a theme and a master.');
  for (const colour of childrenOf(scheme)) {
    const val = colours[colour.name.replace('a:', '')];
    if (val !== undefined) colour.children = [element('a:srgbClr', { val })];
  }
  if (isDark) Object.assign(map.attributes, { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' });
  writePart(deck, THEME, theme);
  writePart(deck, MASTER, master);
}

const THEME = 'ppt/theme/theme1.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
