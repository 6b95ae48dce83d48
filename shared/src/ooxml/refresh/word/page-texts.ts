import type { TextParagraph } from '../../exhibit.ts';
import { childOf, childrenOf, descendantsOf, element, isElement, textOf, type XmlElement } from '../../package/xml.ts';
import type { ParagraphForm } from '../merge-words.ts';

/** The words of a paragraph of a page; a break and a tab in it are a space, and what a field asks for is none. */
export function pageText(paragraph: XmlElement): string {
  return runsIn(paragraph).map(wordsOfRun).join('');
}

/** Puts a text in the place of all words of a paragraph, in the look of its first; what else stands in it stays. */
export function setPageText(paragraph: XmlElement, text: string): void {
  putInRuns(paragraph, runsIn(paragraph), text);
}

/** The words of a caption behind its number; all of them where the number was taken away. */
export function captionText(paragraph: XmlElement): string {
  return behindNumber(paragraph).map(wordsOfRun).join('').trim();
}

/** Puts other words behind the number of a caption; the number, and what leads to it, stay. */
export function setCaptionText(paragraph: XmlElement, text: string): void {
  const runs = behindNumber(paragraph);
  putInRuns(
    paragraph,
    runs,
    runs.length < runsIn(paragraph).length || hasSimpleField(paragraph) ? `\u2002${text}` : text,
  );
}

/** Paragraphs of pages. */
export const PAGE_PARAGRAPHS: ParagraphForm = {
  name: 'w:p',
  textIn: pageText,
  setLead,
  asNew: dropMarks,
};

/** Takes from a copy what a document may have only once: marks of paragraphs, bookmarks and notes. */
export function dropMarks(copy: XmlElement): void {
  copy.attributes = Object.fromEntries(
    Object.entries(copy.attributes).filter(([name]) => !/^w14:(?:paraId|textId)$/.test(name)),
  );
  copy.children = copy.children.filter((node) => !isElement(node) || !ONCE.has(node.name));
  for (const child of childrenOf(copy)) dropMarks(child);
}

const ONCE = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
]);

/** A lead stands in the look of the first words, what follows it in that of the last. */
function setLead(paragraph: XmlElement, { lead, text }: TextParagraph): void {
  const runs = runsIn(paragraph).filter((run) => wordsOfRun(run) !== '');
  const [first, ...others] = runs;
  const last = others.at(-1);
  if (lead === null || !first || !last) {
    setPageText(paragraph, lead === null ? text : `${lead}\u2002${text}`);
    return;
  }
  setRun(first, `${lead}\u2002`);
  putInRuns(paragraph, [last, ...others.slice(0, -1)], text);
}

function runsIn(paragraph: XmlElement): readonly XmlElement[] {
  return descendantsOf(paragraph, 'w:r');
}

function behindNumber(paragraph: XmlElement): readonly XmlElement[] {
  const runs = runsIn(paragraph);
  const end = runs.findLastIndex((run) =>
    childrenOf(run, 'w:fldChar').some(({ attributes }) => attributes['w:fldCharType'] === 'end'),
  );
  const simple = new Set(descendantsOf(paragraph, 'w:fldSimple').flatMap(runsIn));
  const last = Math.max(
    end,
    runs.findLastIndex((run) => simple.has(run)),
  );
  return runs.slice(last + 1);
}

function hasSimpleField(paragraph: XmlElement): boolean {
  return descendantsOf(paragraph, 'w:fldSimple').length > 0;
}

function wordsOfRun(run: XmlElement): string {
  return childrenOf(run)
    .map((child) => (child.name === 'w:t' ? textOf(child) : child.name === 'w:br' || child.name === 'w:tab' ? ' ' : ''))
    .join('');
}

/** The first run takes the text, the others lose theirs: an empty run is removed unless something else stands in it. */
function putInRuns(paragraph: XmlElement, runs: readonly XmlElement[], text: string): void {
  const [first, ...others] = runs;
  if (!first) {
    if (text !== '') paragraph.children.push(runLike(runsIn(paragraph).at(-1), text));
    return;
  }
  setRun(first, text);
  for (const run of others) setRun(run, '');
  const empty = new Set(others.filter((run) => childrenOf(run).every(({ name }) => name === 'w:rPr')));
  removeAll(paragraph, empty);
}

function runLike(model: XmlElement | undefined, text: string): XmlElement {
  const look = model && childOf(model, 'w:rPr');
  return element('w:r', {}, look ?? null, ...wordsXml(text));
}

function setRun(run: XmlElement, text: string): void {
  const first = run.children.findIndex((node) => isElement(node) && WORDS.has(node.name));
  const before = first === -1 ? run.children : run.children.slice(0, first);
  const behind = first === -1 ? [] : run.children.slice(first);
  const isOther = (node: XmlElement['children'][number]) => !isElement(node) || !WORDS.has(node.name);
  run.children = [...before, ...wordsXml(text), ...behind.filter(isOther)];
}

function wordsXml(text: string): readonly XmlElement[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [element('w:br')]),
      ...(line === '' ? [] : [element('w:t', { 'xml:space': 'preserve' }, line)]),
    ]);
}

const WORDS = new Set(['w:t', 'w:br', 'w:tab', 'w:cr']);

function removeAll(parent: XmlElement, gone: ReadonlySet<XmlElement>): void {
  parent.children = parent.children.filter((node) => !isElement(node) || !gone.has(node));
  for (const child of childrenOf(parent)) removeAll(child, gone);
}
