import { describe, expect, it } from '@jest/globals';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { readPart, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, descendantsOf, textOf, writeXml, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { addExhibitSlides, addTitleSlide } from '@plumbline/shared/ooxml/slides/add-slides';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { areasOn, overlaps, titleOf } from './areas.ts';
import {
  darkLayoutsDeck,
  googleDeck,
  libreOfficeDeck,
  office2010Deck,
  pptxGenDeck,
  sizedDeck,
} from './other-makers.ts';
import { faultsOf } from './validated.ts';

const LOOK = { language: 'en-GB', rightToLeft: false };
const EXHIBITS = sampleExhibits();
const MAKERS: readonly [string, () => OpcPackage | Promise<OpcPackage>][] = [
  ['PptxGenJS', pptxGenDeck],
  ['LibreOffice', libreOfficeDeck],
  ['Google Slides', googleDeck],
  ['Office 2010', office2010Deck],
  ['somebody with dark layouts', darkLayoutsDeck],
];
const LONG =
  'The executive team is further apart on what comes first than on anything else that was asked this quarter';

interface Added {
  readonly part: string;
  readonly root: XmlElement;
}

function added(deck: OpcPackage, exhibits: readonly Exhibit[] = EXHIBITS): readonly Added[] {
  const items = exhibits.map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) }));
  const parts = addExhibitSlides(deck, items, LOOK);
  if (!parts.ok) throw new Error(parts.error);
  return parts.value.map((part) => ({ part, root: readPart(deck, part) ?? never() }));
}

function findingsIn(deck: OpcPackage): readonly string[] {
  return lintPackage(deck).map(({ kind, part, detail }) => `${kind} ${part} ${detail}`);
}

describe('slides in the decks of others', () => {
  it.each(MAKERS)('OF20 bring no fault into a deck of %s', async (_name, make) => {
    const deck = await make();
    const before = writePackage(deck);
    const findings = findingsIn(deck);
    expect(addTitleSlide(deck, { title: LONG, subtitle: 'Northwind' }, LOOK)).toMatchObject({ ok: true });
    added(deck);
    const faults = await faultsOf(writePackage(deck), 'pptx');
    // The validator is slow to begin: it sees the deck as it was where there is something to compare.
    const known = faults.length === 0 ? [] : await faultsOf(before, 'pptx');
    expect(faults.filter((fault) => !known.includes(fault))).toEqual([]);
    expect(findingsIn(deck).filter((finding) => !findings.includes(finding))).toEqual([]);
  });

  it.each(MAKERS)(
    'OF21 begin where the text of the title begins, and lie under it, in a deck of %s',
    async (_name, make) => {
      const deck = await make();
      for (const { part, root } of added(
        deck,
        EXHIBITS.map((exhibit) => ({ ...exhibit, subject: LONG })),
      )) {
        const title = titleOf(deck, part);
        const areas = areasOn(root);
        // Where the layout has no place for a title, it has one of its own.
        const { left, right } = title?.text ?? areas[0] ?? never();
        expect(areas).toHaveLength(title ? 3 : 4);
        expect(overlaps(title ? [title.box, ...areas] : areas)).toEqual([]);
        expect(areas.map((area) => [area.left, area.right])).toEqual(areas.map(() => [left, right]));
      }
    },
  );

  it('OF21 write long titles smaller, so that they keep to their place, and leave short ones to the layout', () => {
    const [exhibit = never()] = EXHIBITS;
    const scales = [office2010Deck(), googleDeck()].map((deck) =>
      added(
        deck,
        ['Together', LONG, `${LONG}. ${LONG}. ${LONG}`].map((title) => ({ ...exhibit, title })),
      ).map(({ root }) =>
        Number(
          descendantsOf(descendantsOf(root, 'p:sp')[0] ?? never(), 'a:normAutofit')[0]?.attributes['fontScale'] ?? 1e5,
        ),
      ),
    );
    for (const [short = 0, long = 0, longest = 0] of scales) {
      expect(short).toBe(100_000);
      expect(long).toBeLessThan(short);
      expect(longest).toBeLessThan(long);
    }
  });

  it('OF21 have the line under a title in the middle in the middle too', () => {
    const exhibits = EXHIBITS.map((exhibit) => ({ ...exhibit, subject: 'What divides us' }));
    const aligned = (deck: OpcPackage) =>
      new Set(
        added(deck, exhibits).flatMap(({ root }) =>
          descendantsOf(root, 'p:sp')
            .filter((shape) => textOf(shape) === 'What divides us')
            .map((shape) => descendantsOf(shape, 'a:pPr')[0]?.attributes['algn']),
        ),
      );
    expect([aligned(office2010Deck()), aligned(googleDeck())]).toEqual([new Set(['ctr']), new Set([undefined])]);
  });

  it('OF21 see the colours of the theme as their layout does, and are read on it', () => {
    const [slide = never()] = added(darkLayoutsDeck());
    expect(writeXml(childOf(slide.root, 'p:clrMapOvr') ?? never())).toContain('bg1="dk1"');
    // White at a share of its lightness, where black was made lighter.
    const quiet = descendantsOf(slide.root, 'p:sp').find((shape) => textOf(shape) === EXHIBITS[0]?.sourceLine);
    const shade = descendantsOf(quiet ?? never(), 'a:schemeClr')[0] ?? never();
    expect(childOf(shade, 'a:lumOff')).toBeUndefined();
    expect(Number(childOf(shade, 'a:lumMod')?.attributes['val'])).toBeGreaterThan(40_000);
  });

  it.each([
    ['3 rows of a wide slide', 3, sizedDeck(12_192_000, 6_858_000)],
    ['20 rows of a wide slide', 20, sizedDeck(12_192_000, 6_858_000)],
    ['12 rows of a slide of Google', 12, googleDeck()],
    ['3 rows of a slide that is upright', 3, sizedDeck(6_858_000, 9_906_000)],
    ['20 rows of a slide that is upright', 20, sizedDeck(6_858_000, 9_906_000)],
  ])('OF21 have tables that keep to their place, and can be read: %s', (_name, count, deck) => {
    const exhibit = EXHIBITS.find(({ body }) => body.form === 'table') ?? never();
    if (exhibit.body.form !== 'table') return never();
    const { table } = exhibit.body;
    const words = ['together', 'responsibilities', ''];
    const rows = Array.from({ length: count }, (_, at) => [
      { text: `Row ${at}` },
      ...table.columns.slice(1).map((_column, place) => ({ text: words[place] ?? '' })),
    ]);
    const [slide = never()] = added(deck, [{ ...exhibit, body: { form: 'table', table: { ...table, rows } } }]);
    const frame = areasOn(slide.root).find(({ name }) => name.startsWith('Plumbline heatmap')) ?? never();
    const heights = descendantsOf(slide.root, 'a:tr').map(({ attributes }) => Number(attributes['h']));
    expect(heights).toHaveLength(count + 1);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(frame.bottom - frame.top);
    const sizes = descendantsOf(slide.root, 'a:tbl')
      .flatMap((one) => descendantsOf(one, 'a:rPr'))
      .map(({ attributes }) => Number(attributes['sz']));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(800);
    const widths = descendantsOf(slide.root, 'a:gridCol').map(({ attributes }) => Number(attributes['w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(frame.right - frame.left);
    // No word breaks: its letters are half as wide as they are high.
    const wordWidth = ('responsibilities'.length / 2) * (Math.max(...sizes) / 100) * 12_700;
    expect(widths[2]).toBeGreaterThanOrEqual(wordWidth);
    // A cell without text would be as high as Office's usual text.
    const paragraphs = descendantsOf(slide.root, 'a:tc').flatMap((cell) => descendantsOf(cell, 'a:p'));
    const ends = paragraphs.filter((one) => textOf(one) === '').map((one) => descendantsOf(one, 'a:endParaRPr')[0]);
    expect(new Set(ends.map((end) => end?.attributes['sz']))).toEqual(new Set([String(Math.max(...sizes))]));
  });
});

function never(): never {
  throw new Error('It is not there');
}
