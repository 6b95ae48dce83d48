import type { Report } from '../exhibits/content.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import type { XmlElement } from '../package/xml.ts';
import { blockXml, type Inserted } from './block.ts';
import { paragraph } from './paragraph.ts';
import { STYLE } from './styles.ts';
import type { WordLook } from './word-look.ts';

/** What a report is written into, with its exhibits in their order. */
export interface ReportPlace {
  readonly pack: OpcPackage;
  readonly owner: string;
  readonly items: readonly Inserted[];
}

/** A report on its pages: title, headings, sentences, and each exhibit beside what is said of it. */
export function reportBody(
  { title, subtitle, sections }: Report,
  { pack, owner, items }: ReportPlace,
  look: WordLook,
): readonly XmlElement[] {
  let written = 0;
  return [
    paragraph([{ text: title }], { style: STYLE.title }, look),
    paragraph([{ text: subtitle }], { style: STYLE.subtitle }, look),
    ...sections.flatMap(({ heading, level, paragraphs, exhibits }) => {
      const own = items.slice(written, written + exhibits.length);
      const first = look.firstFigure + written;
      written += exhibits.length;
      return [
        paragraph([{ text: heading }], { style: level === 1 ? STYLE.heading1 : STYLE.heading2 }, look),
        ...paragraphs.filter((text) => text.trim() !== '').map((text) => paragraph([{ text }], {}, look)),
        ...own.map((item, at) => blockXml(item, { pack, owner, number: first + at }, look)),
      ];
    }),
  ];
}
