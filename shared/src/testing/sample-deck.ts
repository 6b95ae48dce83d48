import type { Exhibit } from '../ooxml/exhibit.ts';
import type { Packing } from '../ooxml/package/zip.ts';
import { exhibitDeck } from '../ooxml/slides/exhibit-deck.ts';
import { sampleInsertion } from './exhibits.ts';

/** A whole deck as it is downloaded: a title, and a slide for each exhibit. */
export function sampleDeck(slides: readonly Exhibit[], packing?: Packing): Uint8Array {
  let count = 0;
  const newId = (): string => {
    const [any] = slides;
    count += 1;
    return any ? sampleInsertion(any, count).id : '';
  };
  return exhibitDeck(
    { title: 'Where we stand', subtitle: 'Northwind', slides },
    { language: 'en-GB', rightToLeft: false, newId, ...(packing ? { packing } : {}) },
  );
}
