import { assert } from '../../kernel/assert.ts';
import type { Exhibit } from '../exhibit.ts';
import { insertionOf } from '../insertion.ts';
import { writePackage } from '../package/opc-package.ts';
import { addExhibitSlides, addTitleSlide } from './add-slides.ts';
import { newDeck } from './base-deck.ts';
import type { Packing } from '../package/zip.ts';
import type { SlideLook } from './slide-look.ts';

/** What a deck is made of, in the order of its slides. */
export interface DeckContent {
  readonly title: string;
  readonly subtitle: string;
  readonly slides: readonly Exhibit[];
}

/** How a deck is to look, and what it takes from outside. */
export interface DeckLook extends SlideLook {
  /** Makes an id that no other document has. */
  readonly newId: () => string;
  readonly packing?: Packing;
}

/** A whole deck of our own: a title slide, and one for each exhibit; each is an insertion with an id of its own. */
export function exhibitDeck(content: DeckContent, look: DeckLook): Uint8Array {
  const deck = newDeck({ ...look, title: content.title });
  const first = addTitleSlide(deck, content, look);
  const items = content.slides.map((exhibit) => ({
    exhibit,
    insertion: insertionOf(exhibit, look.newId(), look.language),
  }));
  const others = addExhibitSlides(deck, items, look);
  assert(first.ok && others.ok, 'our own deck has the layouts that its slides stand on');
  return writePackage(deck, look.packing);
}
