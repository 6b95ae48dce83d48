import { element, type XmlElement } from '../package/xml.ts';
import type { SchemeColour } from '../theme/colour.ts';
import { textColour, type WordLook } from './word-look.ts';

/** Words in a paragraph, or a field with what it says now. */
interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly colour?: SchemeColour;
  /** Such as `PAGE`. */
  readonly field?: string;
}

/** How a paragraph stands on its page. */
interface ParagraphLook {
  readonly style?: string;
  /** Stays on the page of what comes next. */
  readonly keepNext?: boolean;
  readonly align?: 'start' | 'end';
  /** A stop at the end of the line, in twentieths of a point. */
  readonly tabEnd?: number;
}

type Reading = Pick<WordLook, 'theme' | 'language' | 'rightToLeft'>;

/** A paragraph; line breaks in its words are line breaks on the page. */
export function paragraph(runs: readonly Run[], look: ParagraphLook, reading: Reading): XmlElement {
  return element('w:p', {}, paragraphProperties(look, reading), ...runs.flatMap((run) => runXml(run, reading)));
}

/** The properties of a paragraph, or `null` when it has none of its own. */
export function paragraphProperties(look: ParagraphLook, { rightToLeft }: Reading): XmlElement | null {
  const made = element(
    'w:pPr',
    {},
    look.style === undefined ? null : element('w:pStyle', { 'w:val': look.style }),
    look.keepNext === true ? element('w:keepNext') : null,
    look.tabEnd === undefined
      ? null
      : element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': look.tabEnd })),
    rightToLeft ? element('w:bidi') : null,
    // Where text runs from the right, Word takes "right" for the end of the line.
    look.align === 'end' ? element('w:jc', { 'w:val': 'right' }) : null,
  );
  return made.children.length === 0 ? null : made;
}

/** The language of words, and whether they run from the right. */
function runProperties({ bold, colour }: Omit<Run, 'text'>, reading: Reading): XmlElement {
  const { language, rightToLeft, theme } = reading;
  return element(
    'w:rPr',
    {},
    bold === true ? element('w:b') : null,
    bold === true ? element('w:bCs') : null,
    colour ? textColour(colour, theme) : null,
    rightToLeft ? element('w:rtl') : null,
    element('w:lang', rightToLeft ? { 'w:bidi': language } : { 'w:val': language }),
  );
}

function runXml(run: Run, reading: Reading): readonly XmlElement[] {
  const lines = run.text.split(/\r\n|\r|\n/);
  const words = lines.flatMap((line, at) => [...(at === 0 ? [] : [element('w:br')]), ...pieces(line)]);
  const made = (...content: readonly XmlElement[]) => element('w:r', {}, runProperties(run, reading), ...content);
  if (run.field === undefined) return [made(...words)];
  const mark = (kind: 'begin' | 'separate' | 'end') => made(element('w:fldChar', { 'w:fldCharType': kind }));
  const asked = element('w:instrText', { 'xml:space': 'preserve' }, ` ${run.field} `);
  return [mark('begin'), made(asked), mark('separate'), made(...words), mark('end')];
}

/** A tab is none in Word unless it is written as one. */
function pieces(line: string): readonly XmlElement[] {
  return line
    .split('\t')
    .flatMap((piece, at) => [
      ...(at === 0 ? [] : [element('w:tab')]),
      ...(piece === '' ? [] : [element('w:t', { 'xml:space': 'preserve' }, piece)]),
    ]);
}
