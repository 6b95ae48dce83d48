import type { OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { drawnChart } from '@plumbline/shared/ooxml/refresh/chart-state';
import { controlsIn, findBlocks, type FoundBlock } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { DOCUMENT } from '@plumbline/shared/ooxml/word/parts';
import { chartPart, edit, first, partOf, typeNumber } from '@plumbline/shared/testing/edited-decks';

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
