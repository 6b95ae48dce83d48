import { expect } from '@jest/globals';
import { lintPackage } from '../ooxml/lint/lint-package.ts';
import { readPackage, type OpcPackage } from '../ooxml/package/opc-package.ts';
import { childOf, descendantsOf, isElement, textOf, type XmlElement } from '../ooxml/package/xml.ts';
import type { Exhibit } from '../ooxml/exhibit.ts';
import { controlsIn, findBlocks, type FoundBlock } from '../ooxml/refresh/word/find-blocks.ts';
import { refreshBlock } from '../ooxml/refresh/word/refresh-block.ts';
import { DOCUMENT } from '../ooxml/word/parts.ts';
import { reportDocument } from '../ooxml/word/report-document.ts';
import { edit, LOOK, partOf } from './edited-decks.ts';
import { sampleExhibits } from './exhibits.ts';

/** A document of our own with a block for each exhibit, and words before each. */
export function textOfExhibits(exhibits: readonly Exhibit[] = sampleExhibits()): OpcPackage {
  let made = 0;
  const newId = () => `01J1${String((made += 1)).padStart(22, '0')}`;
  const sections = exhibits.map((exhibit, at) => ({
    heading: `Part ${at + 1}`,
    level: 1 as const,
    paragraphs: ['What we think of it.'],
    exhibits: [exhibit],
  }));
  const bytes = reportDocument({ title: 'Board', subtitle: 'Q4', sections }, { ...LOOK, figureWord: 'Figure', newId });
  const opened = readPackage(bytes);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** The one block of a text. */
export function onlyBlock(pack: OpcPackage): FoundBlock {
  const [found, ...others] = findBlocks(pack);
  if (!found || others.length > 0) throw new Error('Not one block');
  return found;
}

/** Changes the first block of a text as somebody in Word would. */
export function editBlock(pack: OpcPackage, how: (control: XmlElement, root: XmlElement) => void): void {
  edit(pack, DOCUMENT, (root) => {
    const [first] = controlsIn(root);
    if (!first) throw new Error('No block');
    how(first.control, root);
  });
}

/** What stands in a content control. */
export function contentOf(control: XmlElement): XmlElement {
  const content = childOf(control, 'w:sdtContent');
  if (!content) throw new Error('No content');
  return content;
}

/** Types other words in the place of some. */
export function retypeText(pack: OpcPackage, texts: Readonly<Record<string, string>>): void {
  edit(pack, DOCUMENT, (root) => {
    for (const text of descendantsOf(root, 'w:t')) {
      const by = texts[textOf(text).trim()];
      if (by !== undefined) text.children = [by];
    }
  });
}

/** The words of all paragraphs of a text, in their order. */
export function paragraphsOf(pack: OpcPackage): readonly string[] {
  return descendantsOf(partOf(pack, DOCUMENT), 'w:p').map((one) => descendantsOf(one, 'w:t').map(textOf).join(''));
}

/** Takes elements of a name out, wherever they are. */
export function without(parent: XmlElement, name: string): void {
  parent.children = parent.children.filter((node) => !isElement(node, name));
  for (const child of parent.children) if (isElement(child)) without(child, name);
}

/** Refreshes the one block of a text, which must be without fault afterwards. */
export function refreshedText(pack: OpcPackage, exhibit: Exhibit, replaceEdited = false): void {
  const result = refreshBlock(pack, onlyBlock(pack), { exhibit, look: LOOK, replaceEdited });
  expect(result).toMatchObject({ ok: true });
  expect(lintPackage(pack)).toEqual([]);
}
