import { addPart, addRelationship, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, isElement, textOf, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { drawnChart } from '@plumbline/shared/ooxml/refresh/chart-state';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import type { FoundInsertion } from '@plumbline/shared/ooxml/refresh/found';
import { chartPart, edit, fillFirstSeries, first, partOf, typeNumber } from '@plumbline/shared/testing/edited-decks';
import { slidesOf } from '@plumbline/infra/local/office/deck/slides';

/** The first insertion of a figure. */
export function insertion(deck: OpcPackage, figure: string): FoundInsertion {
  const found = findInsertions(deck).find(({ identity }) => identity.key.figure === figure);
  if (!found) throw new Error(`There is no ${figure}`);
  return found;
}

/** What every slide says. */
export function textsOf(deck: OpcPackage): readonly string[] {
  return slidesOf(deck).map(({ part }) => {
    const root = readPart(deck, part);
    return root ? textOf(root) : '';
  });
}

/** How many rows a chart draws. */
export function rowsOf(deck: OpcPackage, figure: string): number {
  return drawnChart(partOf(deck, chartPart(insertion(deck, figure))), []).categories.length;
}

/** Somebody writes another title over that of a figure. */
export function retitle(deck: OpcPackage, figure: string, title: string): void {
  edit(deck, insertion(deck, figure).slide, (root) => {
    const [text] = descendantsOf(root, 'a:t');
    if (text) text.children = [title];
  });
}

/** Somebody types a number into a chart. */
export function typeInto(deck: OpcPackage, figure: string, typed: string): void {
  typeNumber(deck, chartPart(insertion(deck, figure)), typed);
}

/** Somebody colours the first series of the chart of a figure, and draws it as far from the left edge as said. */
export function recolourAndMove(deck: OpcPackage, figure: string, to: { readonly colour: string; readonly x: number }) {
  const found = insertion(deck, figure);
  fillFirstSeries(deck, chartPart(found), to.colour);
  edit(deck, found.slide, (root) => {
    placeOf(root).attributes['x'] = String(to.x);
  });
}

/** The colour of the first series of a figure, and how far its frame stands from the left edge, in EMU. */
export function colourAndPlace(deck: OpcPackage, figure: string) {
  const found = insertion(deck, figure);
  const series = first(partOf(deck, chartPart(found)), 'c:ser');
  const colour = first(first(series, 'c:spPr'), 'a:srgbClr').attributes['val'];
  return { colour, x: Number(placeOf(partOf(deck, found.slide)).attributes['x']) };
}

function placeOf(slide: XmlElement): XmlElement {
  return first(first(slide, 'p:graphicFrame'), 'a:off');
}

/** The part of the comment that `commentOn` leaves. */
export const COMMENT = 'ppt/comments/modernComment_1.xml';

/** Somebody comments on the slide of a figure, as current PowerPoint keeps it. */
export function commentOn(deck: OpcPackage, figure: string): void {
  const { slide } = insertion(deck, figure);
  const content = element('p188:cmLst', { 'xmlns:p188': 'http://schemas.microsoft.com/office/powerpoint/2018/8/main' });
  addPart(deck, COMMENT, { contentType: 'application/vnd.ms-powerpoint.comments+xml', content });
  const type = 'http://schemas.microsoft.com/office/2018/10/relationships/comments';
  addRelationship(deck, slide, { type, target: COMMENT });
}

/** A deck as it is saved with its fonts; the list of them is all that is looked at. */
export function embedFonts(deck: OpcPackage): void {
  edit(deck, 'ppt/presentation.xml', (root) => {
    const at = root.children.findIndex((node) => isElement(node, 'p:notesSz'));
    root.children.splice(at + 1, 0, element('p:embeddedFontLst'));
  });
}
