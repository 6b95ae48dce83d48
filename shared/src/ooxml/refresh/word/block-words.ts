import { childOf, descendantsOf, type XmlElement } from '../../package/xml.ts';
import { shortTitle } from '../../word/block.ts';
import type { TitleChange, Words } from '../merge-words.ts';
import { insideOf } from './find-blocks.ts';
import { captionText, pageText, setCaptionText, setPageText } from './page-texts.ts';

/** Renews the caption, the subject, the source line and the words for screen readers where they are what was written last. */
export function mergeBlockWords(control: XmlElement, words: Words): void {
  const { exhibit, written, mark } = words;
  const inside = insideOf(control);
  const caption = captionOf(control, words);
  if (caption && captionText(caption) !== exhibit.title) {
    const alias = descendantsOf(childOf(control, 'w:sdtPr') ?? control, 'w:alias')[0];
    if (alias?.attributes['w:val'] === shortTitle(captionText(caption)))
      alias.attributes['w:val'] = shortTitle(exhibit.title);
    setCaptionText(caption, exhibit.title);
  }
  for (const paragraph of paragraphsOf(control).filter((one) => one !== caption)) {
    const now = mark(pageText(paragraph));
    if (now === written.sourceLine) setIfOther(paragraph, exhibit.sourceLine);
    else if (now === written.subject && exhibit.subject !== null) setIfOther(paragraph, exhibit.subject);
  }
  const follow = (one: XmlElement, attribute: string) => {
    const now = mark(one.attributes[attribute] ?? '');
    if (now === written.altText) one.attributes[attribute] = exhibit.altText;
    else if (now === written.title) one.attributes[attribute] = exhibit.title;
  };
  for (const one of inside) {
    if (one.name === 'wp:docPr') for (const attribute of ['descr', 'title']) follow(one, attribute);
    if (one.name === 'w:tblCaption' || one.name === 'w:tblDescription') follow(one, 'w:val');
  }
}

/** What becomes of the caption of a block. */
export function captionChange(control: XmlElement, words: Words | null, title: string): TitleChange {
  const caption = words && captionOf(control, words);
  if (caption) return captionText(caption) === title ? 'unchanged' : 'follows';
  return paragraphsOf(control).some((one) => captionText(one) === title) ? 'unchanged' : 'kept';
}

/** The paragraph that still says what was written as the title. */
function captionOf(control: XmlElement, { written, mark }: Words): XmlElement | null {
  return paragraphsOf(control).find((one) => mark(captionText(one)) === written.title) ?? null;
}

/** Those that stand by themselves: what is in tables is merged with them. */
function paragraphsOf(control: XmlElement): readonly XmlElement[] {
  const inside = insideOf(control);
  const inTables = new Set(inside.filter(({ name }) => name === 'w:tbl').flatMap((one) => descendantsOf(one, 'w:p')));
  return inside.filter((one) => one.name === 'w:p' && !inTables.has(one));
}

function setIfOther(paragraph: XmlElement, text: string): void {
  if (pageText(paragraph) !== text) setPageText(paragraph, text);
}
