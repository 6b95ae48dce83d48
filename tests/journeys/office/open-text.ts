import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import { addPart, addRelationship, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { drawnChart } from '@plumbline/shared/ooxml/refresh/chart-state';
import { controlsIn, findBlocks, type FoundBlock } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { DOCUMENT } from '@plumbline/shared/ooxml/word/parts';
import { chartPart, edit, fillFirstSeries, first, partOf, typeNumber } from '@plumbline/shared/testing/edited-decks';

/** The first block of a figure. */
export function blockOf(text: OpcPackage, figure: string): FoundBlock {
  const found = findBlocks(text).find(({ identity }) => identity?.key.figure === figure);
  if (!found) throw new Error(`There is no ${figure}`);
  return found;
}

/** How many rows the chart of a figure draws. */
export function rowsOf(text: OpcPackage, figure: string): number {
  return drawnChart(partOf(text, chartPart(blockOf(text, figure))), []).categories.length;
}

/** Somebody does something to the block of a figure. */
export function editFigure(text: OpcPackage, figure: string, how: (control: XmlElement) => void): void {
  const { number } = blockOf(text, figure);
  edit(text, DOCUMENT, (root) => {
    const found = controlsIn(root)[number - 1];
    if (found) how(found.control);
  });
}

/** Somebody writes a caption of their own, and makes the figure smaller. */
export function makeOwn(control: XmlElement, caption: string): void {
  const [paragraph] = descendantsOf(control, 'w:p');
  const own = paragraph && descendantsOf(paragraph, 'w:t').at(-1);
  if (own) own.children = [caption];
  first(control, 'wp:extent').attributes['cx'] = '4000000';
}

/** Somebody types a number into the chart of a figure. */
export function typeInto(text: OpcPackage, figure: string, typed: string): void {
  typeNumber(text, chartPart(blockOf(text, figure)), typed);
}

/** Somebody locks what stands in a content control. */
export function lock(control: XmlElement): void {
  const properties = first(control, 'w:sdtPr');
  const at = properties.children.findIndex((node) => isElement(node, 'w:id'));
  properties.children.splice(at + 1, 0, element('w:lock', { 'w:val': 'contentLocked' }));
}

/** Somebody adds a word while Word tracks what is changed. */
export function track(control: XmlElement): void {
  const paragraph = descendantsOf(control, 'w:p').at(-1);
  const word = element('w:r', {}, element('w:t', {}, ' Really?'));
  const by = { 'w:id': 901, 'w:author': 'Maya', 'w:date': '2026-11-20T09:00:00Z' };
  paragraph?.children.push(element('w:ins', by, word));
}

/** Somebody has Word track what is changed, or ends that. */
export function setTracking(text: OpcPackage, isTracking: boolean): void {
  edit(text, SETTINGS, (root) => {
    root.children = root.children.filter((node) => !isElement(node, 'w:trackRevisions'));
    if (isTracking) root.children.unshift(element('w:trackRevisions'));
  });
}

const SETTINGS = 'word/settings.xml';

/** Somebody comments on what stands in a content control. */
export function commentOn(text: OpcPackage, figure: string): void {
  editFigure(text, figure, (control) => {
    const paragraph = descendantsOf(control, 'w:p')[0];
    const mark = (name: string) => element(name, { 'w:id': 7 });
    paragraph?.children.push(
      mark('w:commentRangeStart'),
      mark('w:commentRangeEnd'),
      element('w:r', {}, mark('w:commentReference')),
    );
  });
  const said = element('w:p', {}, element('w:r', {}, element('w:t', {}, 'Is this right?')));
  const comment = element('w:comment', { 'w:id': 7, 'w:author': 'Maya', 'w:date': '2026-11-20T09:00:00Z' }, said);
  const content = element('w:comments', { 'xmlns:w': MAIN }, comment);
  addPart(text, COMMENTS, { contentType: `${TYPE}.comments+xml`, content });
  addRelationship(text, DOCUMENT, { type: `${OFFICE}/comments`, target: COMMENTS });
}

/** The part of the comment that `commentOn` leaves. */
export const COMMENTS = 'word/comments.xml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Somebody colours the first series of the chart of a figure. */
export function recolour(text: OpcPackage, figure: string, colour: string): void {
  fillFirstSeries(text, chartPart(blockOf(text, figure)), colour);
}

/** Somebody deletes the first block of a figure. */
export function deleteFigure(text: OpcPackage, figure: string): void {
  const { number } = blockOf(text, figure);
  edit(text, DOCUMENT, (root) => {
    const found = controlsIn(root)[number - 1];
    if (found) takeOut(root, found.control);
  });
}

/** Somebody cuts the block of a figure out and puts it at the end of the text, behind whatever it stood in. */
export function moveToEnd(text: OpcPackage, figure: string): void {
  const { number } = blockOf(text, figure);
  edit(text, DOCUMENT, (root) => {
    const found = controlsIn(root)[number - 1];
    if (!found) throw new Error(`There is no ${figure}`);
    takeOut(root, found.control);
    const body = first(root, 'w:body');
    const section = body.children.findIndex((node) => isElement(node, 'w:sectPr'));
    body.children.splice(section === -1 ? body.children.length : section, 0, found.control);
  });
}

function takeOut(from: XmlElement, gone: XmlElement): void {
  from.children = from.children.filter((node) => node !== gone);
  for (const node of from.children) if (isElement(node)) takeOut(node, gone);
}
