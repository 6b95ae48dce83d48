import { addChart } from '../charts/add-chart.ts';
import type { ChartContent, Exhibit, Insertion, TextParagraph } from '../exhibit.ts';
import { frameName } from '../insertion.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { paragraph, paragraphProperties } from './paragraph.ts';
import { STYLE } from './styles.ts';
import { tableXml } from './table.ts';
import { TEXT_WIDTH, type WordLook } from './word-look.ts';
import { CHART } from '../package/namespaces.ts';

/** An exhibit with what makes it findable again. */
export interface Inserted {
  readonly exhibit: Exhibit;
  readonly insertion: Insertion;
}

/** Where a block stands: the part that takes the links of its chart, and its number among the figures. */
interface BlockPlace {
  readonly pack: OpcPackage;
  readonly owner: string;
  readonly number: number;
}

/** The tag of the content control around an exhibit. */
export function tagOf({ id }: Pick<Insertion, 'id'>): string {
  return `plumbline:${id}`;
}

/** A title as a content control has it: Word refuses longer ones. */
export function shortTitle(title: string): string {
  const letters = Array.from(title.replaceAll(/\s+/g, ' '));
  if (title.length <= LONGEST_TITLE) return letters.join('');
  let short = '';
  for (const letter of letters) {
    if (short.length + letter.length > LONGEST_TITLE - 1) break;
    short += letter;
  }
  return `${short}…`;
}

/**
 * An exhibit on a page: what it is about, its caption, the figure and its source, in one content control. The caption
 * comes second because LibreOffice prints the code of a field that stands in the first paragraph of a control.
 */
export function blockXml({ exhibit, insertion }: Inserted, place: BlockPlace, look: WordLook): XmlElement {
  const { subject } = exhibit;
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': shortTitle(exhibit.title) }),
      element('w:tag', { 'w:val': tagOf(insertion) }),
      element('w:id', { 'w:val': controlNumber(insertion.id) }),
    ),
    element(
      'w:sdtContent',
      {},
      subject === null ? null : paragraph([{ text: subject }], { style: STYLE.subject, keepNext: true }, look),
      caption(exhibit, place.number, look),
      ...figure({ exhibit, insertion }, place, look),
      paragraph([{ text: exhibit.sourceLine }], { style: STYLE.source }, look),
    ),
  );
}

const LONGEST_TITLE = 64;

/** Word tells content controls apart by a number; the same exhibit has the same. */
function controlNumber(id: string): number {
  let mark = 0x811c9dc5;
  for (const letter of tagOf({ id })) mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (mark % 0x7fff_fffe) + 1;
}

function caption({ title }: Exhibit, number: number, look: WordLook): XmlElement {
  const colour = { scheme: 'accent1' } as const;
  return paragraph(
    [
      { text: `${look.figureWord} `, colour },
      // Its name is the same in every language, so that one list of figures has all of them.
      { text: String(number), field: 'SEQ Figure \\* ARABIC', colour },
      { text: `\u2002${title}` },
    ],
    { style: STYLE.caption, keepNext: true },
    look,
  );
}

function figure({ exhibit, insertion }: Inserted, place: BlockPlace, look: WordLook): readonly XmlElement[] {
  const { body } = exhibit;
  switch (body.form) {
    case 'chart':
      return [chartParagraph({ exhibit, insertion, content: body.chart }, place, look)];
    case 'table':
      return [tableXml(body.table, exhibit, look)];
    case 'text':
      return body.paragraphs.map((words) => note(words, look));
  }
}

function note({ lead, text }: TextParagraph, look: WordLook): XmlElement {
  const runs = [...(lead === null ? [] : [{ text: `${lead}\u2002`, bold: true }]), { text }];
  return paragraph(runs, { style: STYLE.note, keepNext: true }, look);
}

/** Sizes of the text in charts, in points. */
const CHART_TEXT = 9;

function chartParagraph(
  { exhibit, insertion, content }: Inserted & { readonly content: ChartContent },
  { pack, owner, number }: BlockPlace,
  look: WordLook,
): XmlElement {
  const { theme, language, rightToLeft } = look;
  const link = addChart(pack, owner, {
    content,
    insertion,
    look: { theme, language, rightToLeft, textSize: CHART_TEXT },
  });
  const inline = element(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', { cx: TEXT_WIDTH.emu, cy: heightOf(content) }),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:docPr', { id: number, name: frameName(insertion), descr: exhibit.altText, title: exhibit.title }),
    element('wp:cNvGraphicFramePr'),
    element('a:graphic', {}, element('a:graphicData', { uri: CHART }, element('c:chart', { 'r:id': link }))),
  );
  const run = element('w:r', {}, element('w:drawing', {}, inline));
  return element('w:p', {}, paragraphProperties({ style: STYLE.figure, keepNext: true }, look), run);
}

const MILLIMETRE = 36_000;
/** A row of one bar, each bar more, the axis and the legend, and the largest part of a page, in millimetres. */
const ROW = 8;
const BAR = 6;
const LINE = 4;
const AROUND = 18;
const TALLEST = 190;
/** So many letters of a name stand in a line beside its bar. */
const NAME_LINE = 34;

/** As tall as its rows need, so that bars are of one width on all pages. */
function heightOf({ form, categories, series }: ChartContent): number {
  if (form === 'columns') return 62 * MILLIMETRE;
  if (form === 'lines') return 78 * MILLIMETRE;
  if (form === 'points') return 92 * MILLIMETRE;
  const bars = form === 'bars' ? series.filter(({ mark }) => mark === 'bar').length : 1;
  const rows = categories.map((name) =>
    Math.max(ROW + BAR * (bars - 1), LINE * Math.ceil(name.length / NAME_LINE) + 3),
  );
  const height = rows.reduce((sum, row) => sum + row, AROUND);
  return Math.round(Math.min(TALLEST, height) * MILLIMETRE);
}
