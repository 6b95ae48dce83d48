import type { Exhibit, TextParagraph, Written } from '../exhibit.ts';
import {
  childOf,
  childrenOf,
  copyOf,
  descendantsOf,
  findPath,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../package/xml.ts';
import type { Frame } from './find-insertions.ts';
import { paragraphText, setLead, setParagraph, setText, textIn } from './texts.ts';

/** What a refresh does to the title of a slide. */
export type TitleChange =
  /** It says the same as before. */
  | 'unchanged'
  /** Nobody touched it, and it follows the new finding. */
  | 'follows'
  /** Somebody wrote their own, or the title is another insertion's. */
  | 'kept';

export interface Words {
  readonly exhibit: Exhibit;
  readonly written: Written;
  readonly mark: (text: string) => string;
}

/** What becomes of the title of a slide. */
export function titleChange(frames: readonly Frame[], words: Words | null, title: string): TitleChange {
  const found = titleOf(frames, words);
  if (!found) return 'kept';
  if (textIn(found) === title) return 'unchanged';
  return words?.mark(textIn(found)) === words?.written.title && words ? 'follows' : 'kept';
}

/** Renews the title, the subject and the source line where they still say what was written last. */
export function mergeSlideWords(frames: readonly Frame[], frame: Frame, words: Words): void {
  const { exhibit, written, mark } = words;
  const title = titleOf(frames, words);
  if (title && mark(textIn(title)) === written.title && textIn(title) !== exhibit.title) setText(title, exhibit.title);
  for (const { element } of frames) {
    const body = element.name === 'p:sp' && element !== frame.element ? childOf(element, 'p:txBody') : undefined;
    if (!body || body === title) continue;
    const now = mark(textIn(body));
    if (now === written.sourceLine) setIfOther(body, exhibit.sourceLine);
    else if (now === written.subject && exhibit.subject !== null) setIfOther(body, exhibit.subject);
  }
  const { attributes } = frame.properties;
  if (mark(attributes['descr'] ?? '') === written.altText) attributes['descr'] = exhibit.altText;
}

/** Renews the paragraphs of the notes that are ours; what somebody wrote between and around them stays. */
export function mergeNotes(notes: XmlElement, { exhibit, written, mark }: Words): void {
  const body = descendantsOf(notes, 'p:sp').find((shape) => placeholderOf(shape) === 'body');
  const text = body && childOf(body, 'p:txBody');
  if (!text) return;
  const ours = new Set([...written.notes, written.sourceLine]);
  const isOurs = (node: XmlElement['children'][number]): node is XmlElement =>
    isElement(node, 'a:p') && ours.has(mark(paragraphText(node)));
  const first = text.children.find(isOurs);
  // Whoever took them all out wants none.
  if (!first) return;
  const hasSource = text.children.some((node) => isOurs(node) && mark(paragraphText(node)) === written.sourceLine);
  const next = [...exhibit.notes, ...(hasSource ? [exhibit.sourceLine] : [])];
  const old = text.children.filter(isOurs);
  const made: XmlNode[] = next.map((words, place) => {
    const paragraph = copyOf(old[place] ?? first);
    if (paragraphText(paragraph) !== words) setParagraph(paragraph, words);
    return paragraph;
  });
  const last = text.children.findLastIndex(isOurs);
  const behind = text.children.length - 1 - last;
  // Theirs stay where they stand between ours; more of ours than before go behind the last.
  const kept = text.children.flatMap((node): readonly XmlNode[] => (isOurs(node) ? made.splice(0, 1) : [node]));
  kept.splice(kept.length - behind, 0, ...made);
  text.children = kept;
}

/** How paragraphs are written: in slides and in pages they are of other elements. */
export interface ParagraphForm {
  readonly name: string;
  readonly textIn: (paragraph: XmlElement) => string;
  readonly setLead: (paragraph: XmlElement, words: TextParagraph) => void;
  /** Takes from a copied paragraph what only one of them may have. */
  readonly asNew: (copy: XmlElement) => void;
}

/** Renews a text box paragraph by paragraph; those that somebody rewrote stay. */
export function mergeTextBox(body: XmlElement, words: Words): void {
  mergeParagraphs(body, words, SLIDE_PARAGRAPHS);
}

/** Renews those paragraphs of a text that still are what was written, and puts new ones behind the last of them. */
export function mergeParagraphs(
  body: XmlElement,
  { exhibit, written, mark }: Words,
  { name, textIn: textOf, setLead: put, asNew }: ParagraphForm,
): void {
  if (exhibit.body.form !== 'text' || written.body.form !== 'text') return;
  const marks = written.body.paragraphs;
  const own = childrenOf(body, name).filter((one) => marks.includes(mark(textOf(one))));
  // Each that was written last is renewed in its place among those that are there still.
  const renewed = exhibit.body.paragraphs.flatMap((words, at) => {
    const wrote = marks[at];
    const now = own.find((one) => mark(textOf(one)) === wrote);
    if (wrote !== undefined && !now) return [];
    const like = now ?? own.at(-1);
    // Where somebody rewrote them all, there is no place for one of ours.
    if (!like) return [];
    const made = copyOf(like);
    if (!now) asNew(made);
    if (mark(textOf(made)) !== mark(`${words.lead ?? ''} ${words.text}`)) put(made, words);
    return [{ made, in: now }];
  });
  const last = own.at(-1);
  const added = renewed.flatMap((one) => (one.in ? [] : [one.made]));
  body.children = body.children.flatMap((node) => {
    const place = renewed.find((one) => one.in === node);
    const behind = node === last ? added : [];
    if (place) return [place.made, ...behind];
    return isElement(node) && own.includes(node) ? behind : [node];
  });
}

const SLIDE_PARAGRAPHS: ParagraphForm = { name: 'a:p', textIn: paragraphText, setLead, asNew: () => undefined };

/** The title of a slide; on a layout without a place for one, the box that still says what was written as its title. */
function titleOf(frames: readonly Frame[], words: Words | null): XmlElement | undefined {
  const title = frames.find(({ element }) => ['title', 'ctrTitle'].includes(placeholderOf(element) ?? ''));
  if (title) return childOf(title.element, 'p:txBody');
  return frames
    .flatMap(({ element }) => childOf(element, 'p:txBody') ?? [])
    .find((body) => words !== null && words.mark(textIn(body)) === words.written.title);
}

function placeholderOf(shape: XmlElement): string | undefined {
  return findPath(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes['type'];
}

function setIfOther(body: XmlElement, text: string): void {
  if (textIn(body) !== text) setText(body, text);
}
