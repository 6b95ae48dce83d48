import { expect } from '@jest/globals';
import { sampleExhibits, sampleInsertion } from './exhibits.ts';
import { lintPackage } from '../ooxml/lint/lint-package.ts';
import { descendantsOf, element, textOf, type XmlElement } from '../ooxml/package/xml.ts';
import { readPackage, readPart, writePackage, writePart, type OpcPackage } from '../ooxml/package/opc-package.ts';
import type { Exhibit, ExhibitFigure } from '../ooxml/exhibit.ts';
import { addExhibitSlides } from '../ooxml/slides/add-slides.ts';
import { newDeck } from '../ooxml/slides/base-deck.ts';
import { findInsertions } from '../ooxml/refresh/find-insertions.ts';
import type { FoundInsertion } from '../ooxml/refresh/found.ts';
import { refreshSlide } from '../ooxml/refresh/refresh-slide.ts';

/** English, from left to right. */
export const LOOK = { language: 'en-GB', rightToLeft: false };
const EMPTY = writePackage(newDeck({ ...LOOK, title: 'Board' }));

/** A deck of our own with an insertion of each exhibit. */
export function deckOf(exhibits: readonly Exhibit[] = sampleExhibits()): OpcPackage {
  const opened = readPackage(EMPTY);
  if (!opened.ok) throw new Error(opened.error);
  const deck = opened.value;
  addExhibitSlides(
    deck,
    exhibits.map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) })),
    LOOK,
  );
  return deck;
}

/** The sample of a figure. */
export function sample(figure: ExhibitFigure): Exhibit {
  const found = sampleExhibits().find(({ key }) => key.figure === figure);
  if (!found) throw new Error(`No sample of ${figure}`);
  return found;
}

/** The one insertion of a deck. */
export function only(deck: OpcPackage): FoundInsertion {
  const [found, ...others] = findInsertions(deck);
  if (!found || others.length > 0) throw new Error('Not one insertion');
  return found;
}

/** A part that must be there. */
export function partOf(deck: OpcPackage, name: string): XmlElement {
  const root = readPart(deck, name);
  if (!root) throw new Error(`No ${name}`);
  return root;
}

/** The part of the chart that an insertion or a block has. */
export function chartPart({ state }: Pick<FoundInsertion, 'state'>): string {
  if (state.kind !== 'chart') throw new Error('No chart');
  return state.chart;
}

/** Changes a part as somebody in PowerPoint would. */
export function edit(deck: OpcPackage, part: string, how: (root: XmlElement) => void): void {
  const root = partOf(deck, part);
  how(root);
  writePart(deck, part, root);
}

/** The first element of a name, which must be there. */
export function first(root: XmlElement, name: string): XmlElement {
  const found = descendantsOf(root, name)[0];
  if (!found) throw new Error(`No ${name}`);
  return found;
}

/** Types another number over the first of a chart. */
export function typeNumber(pack: OpcPackage, chart: string, typed: string): void {
  edit(pack, chart, (root) => {
    first(first(root, 'c:val'), 'c:v').children = [typed];
  });
}

/** Colours the first series of a chart. */
export function fillFirstSeries(pack: OpcPackage, chart: string, colour: string): void {
  edit(pack, chart, (root) => {
    const fill = element('a:solidFill', {}, element('a:srgbClr', { val: colour }));
    first(first(root, 'c:ser'), 'c:spPr').children = [fill];
  });
}

/** Types other words in the place of some. */
export function retype(deck: OpcPackage, part: string, texts: Readonly<Record<string, string>>): void {
  edit(deck, part, (root) => {
    for (const text of descendantsOf(root, 'a:t')) {
      const by = texts[textOf(text)];
      if (by !== undefined) text.children = [by];
    }
  });
}

/** All texts of a part, in their order. */
export function textsOn(deck: OpcPackage, part: string): readonly string[] {
  return descendantsOf(partOf(deck, part), 'a:t').map(textOf);
}

/** Refreshes the one insertion of a deck, which must be without fault afterwards. */
export function refreshed(deck: OpcPackage, exhibit: Exhibit, replaceEdited = false): void {
  const result = refreshSlide(deck, only(deck), { exhibit, look: LOOK, replaceEdited });
  expect(result).toMatchObject({ ok: true });
  expect(lintPackage(deck)).toEqual([]);
}
