import { element, type XmlElement } from '../package/xml.ts';
import { schemeClr, solidFill, type SchemeColour } from '../theme/colour.ts';
import type { Theme } from '../theme/theme.ts';

/** How a chart is to look in its document. */
export interface ChartLook {
  readonly theme: Theme;
  /** In points. */
  readonly textSize: number;
  /** Of the words in it: `en-GB`. */
  readonly language: string;
  readonly rightToLeft: boolean;
}

/** How a text of a chart looks. */
export interface TextLook {
  readonly colour: SchemeColour;
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The text of a whole part of a chart: `c:txPr`. */
export function textProperties(text: TextLook, { rightToLeft, language }: ChartLook): XmlElement {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', { rtl: rightToLeft ? 1 : undefined }, runProperties('a:defRPr', text)),
      element('a:endParaRPr', { lang: language }),
    ),
  );
}

/** Words of their own in a chart: the content of a `c:tx`. */
export function richText(words: string, text: TextLook, { rightToLeft, language }: ChartLook): XmlElement {
  const run = runProperties('a:rPr', text);
  run.attributes = { lang: language, ...run.attributes };
  return element(
    'c:rich',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', { rtl: rightToLeft ? 1 : undefined }, runProperties('a:defRPr', text)),
      element('a:r', {}, run, element('a:t', {}, words)),
    ),
  );
}

/** Fill and no outline. */
export function filled(colour: SchemeColour): XmlElement {
  return element('c:spPr', {}, solidFill(colour), noLine());
}

/** There, and not seen. */
export function unseen(): XmlElement {
  return element('c:spPr', {}, element('a:noFill'), noLine());
}

/** A line of so many points. */
export function lined(colour: SchemeColour, points: number): XmlElement {
  const ends = { w: Math.round(points * 12_700), cap: 'rnd' };
  return element('c:spPr', {}, element('a:ln', ends, solidFill(colour), element('a:round')));
}

function noLine(): XmlElement {
  return element('a:ln', {}, element('a:noFill'));
}

function runProperties(name: 'a:defRPr' | 'a:rPr', { colour, size, bold = false }: TextLook): XmlElement {
  return element(
    name,
    { sz: Math.round(size * 100), b: bold ? 1 : 0 },
    element('a:solidFill', {}, schemeClr(colour)),
    element('a:latin', { typeface: '+mn-lt' }),
    element('a:ea', { typeface: '+mn-ea' }),
    element('a:cs', { typeface: '+mn-cs' }),
  );
}
