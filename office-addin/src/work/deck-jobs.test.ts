import { describe, expect, it } from '@jest/globals';
import type { Item } from '../host/host.ts';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import { readPackage, readPart, writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { textOf } from '@plumbline/shared/ooxml/package/xml';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import { addTitleSlide } from '@plumbline/shared/ooxml/slides/add-slides';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { base64Of, bytesOf } from './base64.ts';
import { makeSlides, readColours } from './deck-jobs.ts';
import { slideParts } from './deck-parts.ts';

const WRITING = { language: 'en-GB', rightToLeft: false, figureWord: 'Figure' };

/** What Office exports of a slide: the deck with that slide alone. */
function carrier(): string {
  const deck = newDeck({ ...WRITING, title: 'A deck of the company' });
  const added = addTitleSlide(deck, { title: 'Board meeting', subtitle: 'Confidential' }, WRITING);
  if (!added.ok) throw new Error(added.error);
  return base64Of(writePackage(deck));
}

function items(): readonly Item[] {
  return sampleExhibits().map((exhibit, at) => ({
    exhibit,
    insertion: insertionOf(exhibit, `01J000000000000000000000${String(at).padStart(2, '0')}`, WRITING.language),
  }));
}

describe('the jobs of the worker', () => {
  it('OF67 put exhibits into the deck of the carrier, in their order, and no word of the carrier’s own slide', () => {
    const made = makeSlides({ carrier: carrier(), items: items(), writing: WRITING });
    if (!made.ok) throw new Error(made.error.code);
    const deck = readPackage(bytesOf(made.value));
    if (!deck.ok) throw new Error(deck.error);
    const texts = slideParts(deck.value).map(({ part }) => {
      const root = readPart(deck.value, part);
      return root ? textOf(root) : '';
    });
    expect(texts.length).toBe(items().length);
    items().forEach(({ exhibit }, at) => expect(texts[at]).toContain(exhibit.title));
    expect(texts.join(' ')).not.toContain('Board meeting');
  });

  it('OF64 read the colours that figures will have in the deck', () => {
    const read = readColours({ carrier: carrier() });
    if (!read.ok) throw new Error(read.error.code);
    const { ground, ink, tones } = read.value;
    const all = [ground, ink, ...Object.values(tones)];
    expect(all.filter((colour) => !/^#[0-9A-F]{6}$/i.test(colour))).toEqual([]);
    expect(new Set([ground, tones.low, tones.middle, tones.high]).size).toBe(4);
  });

  it('OF60 name what is no deck', () => {
    expect(readColours({ carrier: base64Of(new Uint8Array(100)) })).toEqual({
      ok: false,
      error: { kind: 'host.refused', code: 'package.unreadable' },
    });
  });
});
