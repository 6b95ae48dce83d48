import { describe, expect, it } from '@jest/globals';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import {
  emptyPackage,
  readPackage,
  readPart,
  writePackage,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, textOf, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import { exhibitDeck } from '@plumbline/shared/ooxml/slides/exhibit-deck';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { areasOn, overlaps } from './areas.ts';
import { chartDeck, THEMES } from './carrier.ts';
import { sizedDeck } from './other-makers.ts';
import { faultsOf } from './validated.ts';

const LOOK = { language: 'en-GB', rightToLeft: false };
const EXHIBITS = sampleExhibits();

/** Adds every sample to a deck; the roots of the new slides. */
function added(deck: OpcPackage, rightToLeft = false): readonly XmlElement[] {
  const items = EXHIBITS.map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) }));
  const parts = addExhibitSlides(deck, items, { ...LOOK, rightToLeft });
  if (!parts.ok) throw new Error(parts.error);
  return parts.value.map((part) => readPart(deck, part)).filter((root) => root !== null);
}

describe('slides of exhibits', () => {
  it('OF20 make a deck of our own that Office takes, also from right to left', async () => {
    for (const rightToLeft of [false, true]) {
      let count = 0;
      const newId = () => sampleInsertion(EXHIBITS[0] ?? fault(), (count += 1)).id;
      const content = { title: 'Where we stand', subtitle: 'Northwind', slides: EXHIBITS };
      const bytes = exhibitDeck(content, { language: rightToLeft ? 'ar-SA' : 'en-GB', rightToLeft, newId });
      const opened = readPackage(bytes);
      expect(await faultsOf(bytes, 'pptx')).toEqual([]);
      expect(opened.ok && lintPackage(opened.value)).toEqual([]);
    }
  });

  it.each(THEMES)(
    'OF20 are taken in the $name deck of another company, with one layout and no title on it',
    async (colours) => {
      const deck = chartDeck([], { colours }).pack;
      const before = await faultsOf(writePackage(deck), 'pptx');
      const slides = added(deck);
      const after = await faultsOf(writePackage(deck), 'pptx');

      expect(after.filter((one) => !before.includes(one))).toEqual([]);
      expect(slides.map((slide) => overlaps(areasOn(slide)))).toEqual(slides.map(() => []));
      const titles = slides
        .map((slide) => descendantsOf(slide, 'p:sp')[0])
        .map((shape) => (shape ? textOf(shape) : ''));
      expect(titles).toEqual(EXHIBITS.map(({ title }) => title));
    },
  );

  it.each([
    ['4:3', 9_144_000, 6_858_000],
    ['A4 upright', 6_858_000, 9_906_000],
    ['very wide', 18_288_000, 6_858_000],
  ])('OF21 keep to the room of a %s slide, and nothing lies over anything', (_name, width, height) => {
    const slides = added(sizedDeck(width, height));
    for (const slide of slides) {
      const areas = areasOn(slide);
      expect(areas.length).toBeGreaterThanOrEqual(2);
      expect(overlaps(areas)).toEqual([]);
      for (const { left, top, right, bottom } of areas) {
        expect([left >= 0, top >= 0, bottom <= height, right > left, bottom > top]).toEqual([
          true,
          true,
          true,
          true,
          true,
        ]);
      }
    }
  });

  it('OF21 have the title of the layout, the picture in words, the source, and notes for whoever presents them', () => {
    const deck = newDeck({ ...LOOK, title: 'Board' });
    const slides = added(deck);
    const notes = [...deck.parts.keys()].filter((name) => name.startsWith('ppt/notesSlides/notesSlide')).toSorted();

    for (const [at, slide] of slides.entries()) {
      const exhibit = EXHIBITS[at] ?? fault();
      const texts = descendantsOf(slide, 'p:sp').map(textOf);
      const kinds = descendantsOf(slide, 'p:ph').map(({ attributes }) => attributes['type']);
      const described = descendantsOf(slide, 'p:cNvPr').map(({ attributes }) => attributes['descr']);
      const spokenBy = readPart(deck, notes[at] ?? '');
      expect(kinds).toEqual(['title']);
      expect(texts).toEqual(expect.arrayContaining([exhibit.title, exhibit.sourceLine]));
      expect(described).toContain(exhibit.altText);
      expect(exhibit.notes.filter((note) => !textOf(spokenBy ?? fault()).includes(note))).toEqual([]);
    }
  });

  it('OF22 refuse by name what is no deck, and a deck without any layout, and change nothing', () => {
    const nothing = emptyPackage();
    expect(addExhibitSlides(nothing, [], LOOK)).toEqual({ ok: false, error: 'deck.not-a-deck' });
    const bare = newDeck({ ...LOOK, title: 'Board' });
    for (const name of [...bare.parts.keys()]) if (name.startsWith('ppt/slideLayouts/')) bare.parts.delete(name);
    const before = [...bare.parts.keys()];
    expect(addExhibitSlides(bare, [], LOOK)).toEqual({ ok: false, error: 'deck.no-layout' });
    expect([...bare.parts.keys()]).toEqual(before);
  });
});

function fault(): never {
  throw new Error('The samples are gone');
}
