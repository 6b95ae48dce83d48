import { addChart } from '../charts/add-chart.ts';
import type { Exhibit, Insertion, TextParagraph } from '../exhibit.ts';
import { frameName, insertionExtension } from '../insertion.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { quietText, wordsOf } from '../theme/palette.ts';
import type { Ground } from './layouts.ts';
import { graphicFrame, paragraph, placeholder, textBox, type Box } from './shapes.ts';
import type { SlideLook } from './slide-look.ts';
import { tableXml } from './table.ts';
import { linesOf, POINT, sizeThatFits } from './text-fit.ts';
import { OWN_TITLE, scaleOfTitle } from './title-look.ts';
import { CHART } from '../package/namespaces.ts';

/** An exhibit that goes on a slide, and what that slide stands on. */
export interface Standing {
  readonly exhibit: Exhibit;
  readonly insertion: Insertion;
  readonly ground: Ground;
  readonly look: SlideLook;
}

/** What an exhibit is on its slide: the title, its subject under it, the figure, and where its numbers come from. */
export function exhibitShapes(deck: OpcPackage, slide: string, standing: Standing): readonly XmlElement[] {
  const { exhibit, insertion, ground, look } = standing;
  const { subject, body, source } = roomsIn(ground, exhibit);
  const quiet = { ground, look };
  return [
    titleShape(exhibit.title, ground, look),
    exhibit.subject === null || subject === null
      ? null
      : quietShape({ id: 3, name: `Plumbline subject ${insertion.id}` }, subject, { ...quiet, text: exhibit.subject }),
    bodyShape(deck, slide, { ...standing, box: body }),
    quietShape({ id: 5, name: `Plumbline source ${insertion.id}` }, source, { ...quiet, text: exhibit.sourceLine }),
  ].filter((shape) => shape !== null);
}

/** The title in the layout's place for it, smaller where it would run over; where it has none, in a box of its own. */
export function titleShape(text: string, ground: Ground, look: SlideLook): XmlElement {
  const { title, titleBox, titleLook, size } = ground;
  const identity = { id: 2, name: 'Title' };
  const align = titleLook.isCentred ? 'centre' : 'start';
  if (title !== null) {
    const scale = scaleOfTitle(text, titleBox, titleLook);
    return placeholder(identity, { type: title, scale }, [paragraph([{ text }], { ...look, align })]);
  }
  const usual = sizeFor(size, OWN_TITLE.size);
  const own = usual * scaleOfTitle(text, titleBox, { ...OWN_TITLE, size: usual });
  const run = { text, size: own, bold: true, colour: { scheme: 'tx1' } as const };
  return textBox(identity, titleBox, { paragraphs: [paragraph([run], look)], anchor: 'b' });
}

/** The line under the title of a title slide. */
export function subtitleShape(text: string, ground: Ground, look: SlideLook): XmlElement {
  const identity = { id: 3, name: 'Subtitle' };
  if (ground.subtitle) return placeholder(identity, ground.subtitle, [paragraph([{ text }], look)]);
  const run = { text, size: sizeFor(ground.size, 20), colour: quietText(ground.theme) };
  return textBox(identity, ground.content, { paragraphs: [paragraph([run], look)], anchor: 't' });
}

const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';
const SUBJECT = 16;
const SOURCE = 10;
/** Of text that stands alone. */
const SIZES = [18, 16, 14, 13, 12, 11, 10, 9];

interface Rooms {
  readonly subject: Box | null;
  readonly body: Box;
  readonly source: Box;
}

function roomsIn({ content, size }: Ground, exhibit: Exhibit): Rooms {
  const { x, y, width, height } = content;
  const heightOf = (text: string, points: number) =>
    Math.round(points * POINT * (0.4 + 1.2 * Math.min(3, linesOf(text, width, points))));
  const subject = exhibit.subject === null ? 0 : heightOf(exhibit.subject, sizeFor(size, SUBJECT));
  const source = heightOf(exhibit.sourceLine, sizeFor(size, SOURCE));
  const gap = Math.round(size.height * 0.015);
  return {
    subject: exhibit.subject === null ? null : { x, y, width, height: subject },
    body: { x, y: y + subject + gap, width, height: height - subject - source - 2 * gap },
    source: { x, y: y + height - source, width, height: source },
  };
}

/** Sizes are meant for a slide of 13.33 inches; smaller ones are shown as large, and read from as far. */
function sizeFor({ width, height }: Ground['size'], points: number): number {
  const scale = Math.sqrt((width * height) / (12_192_000 * 6_858_000));
  return Math.max(8, Math.round(points * Math.min(1.25, scale) * 2) / 2);
}

function quietShape(
  identity: { readonly id: 3 | 5; readonly name: string },
  box: Box,
  { text, ground, look }: { readonly text: string; readonly ground: Ground; readonly look: SlideLook },
): XmlElement {
  const isSubject = identity.id === 3;
  const run = { text, size: sizeFor(ground.size, isSubject ? SUBJECT : SOURCE), colour: quietText(ground.theme) };
  // A line under a title in the middle belongs to it.
  const align = isSubject && ground.titleLook.isCentred ? 'centre' : 'start';
  return textBox(identity, box, { paragraphs: [paragraph([run], { ...look, align })], anchor: isSubject ? 't' : 'b' });
}

function bodyShape(
  deck: OpcPackage,
  slide: string,
  { exhibit, insertion, ground, look, box }: Standing & { readonly box: Box },
): XmlElement {
  const { body, altText } = exhibit;
  const frame = { id: 4, name: frameName(insertion), altText };
  switch (body.form) {
    case 'chart': {
      const many = body.chart.categories.length;
      const textSize = sizeFor(ground.size, many > 14 ? 10 : many > 9 ? 12 : 14);
      const chartLook = { ...look, theme: ground.theme, textSize };
      const id = addChart(deck, slide, { content: body.chart, insertion, look: chartLook });
      const content = element('c:chart', { 'xmlns:c': CHART, 'r:id': id });
      return graphicFrame(frame, box, { uri: CHART, content });
    }
    case 'table': {
      const content = tableXml(body.table, box, { ...look, theme: ground.theme, largest: sizeFor(ground.size, 16) });
      return graphicFrame({ ...frame, extension: insertionExtension(insertion) }, box, { uri: TABLE_URI, content });
    }
    case 'text': {
      const paragraphs = textParagraphs(body.paragraphs, box, { ground, look });
      return textBox({ ...frame, extension: insertionExtension(insertion) }, box, { paragraphs, anchor: 't' });
    }
  }
}

function textParagraphs(
  paragraphs: readonly TextParagraph[],
  box: Box,
  { ground, look }: { readonly ground: Ground; readonly look: SlideLook },
): readonly XmlElement[] {
  const heightAt = (size: number) =>
    paragraphs.reduce((sum, { lead, text }) => {
      const lines = linesOf(`${lead ?? ''}  ${text}`, box.width, size);
      return sum + size * POINT * (1.2 * lines + GAP);
    }, 0);
  const sizes = SIZES.map((size) => sizeFor(ground.size, size));
  const size = sizeThatFits(sizes, box.height, heightAt);
  return paragraphs.map(({ lead, text }) => {
    const colour = wordsOf('accent', ground.theme);
    const runs = [
      ...(lead === null ? [] : [{ text: `${lead}  `, size, bold: true, colour }]),
      { text, size, colour: { scheme: 'tx1' } as const },
    ];
    return paragraph(runs, { ...look, spaceAfter: size * GAP });
  });
}

/** Between two paragraphs, for the size of their text. */
const GAP = 0.6;
