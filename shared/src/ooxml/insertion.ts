import type { Exhibit, ExhibitBody, ExhibitFigure, ExhibitKey, Insertion, Provenance, Written } from './exhibit.ts';
import { childOf, childrenOf, element, textOf, type XmlElement } from './package/xml.ts';

/** An exhibit as it goes into a document in the words of a locale, with the marks of all that is written of it. */
export function insertionOf(exhibit: Exhibit, id: string, language: string): Insertion {
  return { id, key: exhibit.key, provenance: exhibit.provenance, language, written: writtenOf(exhibit, id) };
}

/** What stands in a slide's tag and in the hidden sheet of a workbook. */
export function insertionText(insertion: Insertion): string {
  return JSON.stringify(insertion);
}

/** Reads an insertion back; `null` when the text is none, or of a figure that this version does not know. */
export function parseInsertion(text: string): Insertion | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  return isInsertion(read) ? read : null;
}

/** The name of the tag of a slide that says what was inserted on it; Office writes names of tags in capitals. */
export const SLIDE_TAG = 'PLUMBLINE';

/** The name of the frame in the document's list of objects: it outlives exports that drop tags and extensions. */
export function frameName({ id, key }: Pick<Insertion, 'id' | 'key'>): string {
  return `Plumbline ${key.figure}${key.of === null ? '' : `:${key.of}`} ${id}`;
}

/** Reads the name of a frame; `null` when it is none of ours. */
export function readFrameName(name: string): Pick<Insertion, 'id' | 'key'> | null {
  const [, figure = '', of, id = ''] = FRAME_NAME.exec(name) ?? [];
  return isFigure(figure) ? { id, key: { figure, of: of ?? null } } : null;
}

/** Stands in the `a:extLst` of a frame's `p:cNvPr`: tables and text boxes have no workbook that could keep it. */
export function insertionExtension(insertion: Insertion): XmlElement {
  const kept = element('pl:insertion', { 'xmlns:pl': NAMESPACE }, insertionText(insertion));
  return element('a:ext', { uri: EXTENSION }, kept);
}

/** The insertion that the properties of a frame (`p:cNvPr`) keep in their extensions. */
export function insertionInExtension(properties: XmlElement): Insertion | null {
  const list = childOf(properties, 'a:extLst');
  const own = list && childrenOf(list).find(({ attributes }) => attributes['uri'] === EXTENSION);
  return own ? parseInsertion(textOf(own)) : null;
}

/** Whether an extension is the one that keeps an insertion. */
export function isInsertionExtension({ attributes }: XmlElement): boolean {
  return attributes['uri'] === EXTENSION;
}

/**
 * A mark of a text by which it is known again and from which it cannot be read: a document may go on without a name
 * that the analyst took out of it. White space does not count, since editors change it.
 */
export function markOf(id: string, text: string): string {
  let mark = 0x811c9dc5;
  for (const letter of `${id} ${text.replaceAll(/\s+/g, ' ').trim()}`) {
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark.toString(16).padStart(8, '0');
}

/** The mark of a series' values, as the caches of a chart hold them. */
export function markOfValues(values: readonly (number | null)[], mark: (text: string) => string): string {
  return mark(values.map((value) => value ?? '-').join(' '));
}

const NAMESPACE = 'https://plumbline.app/office/1';
const EXTENSION = '{6C1F0B52-3C3B-4D0E-9B57-50D1A5C0A7E1}';
const FRAME_NAME = /^Plumbline ([a-z-]+)(?::(\S+))? ([0-9A-Z]{26})$/;
const FIGURES: Readonly<Record<ExhibitFigure, true>> = {
  summary: true,
  likert: true,
  agreement: true,
  profile: true,
  heatmap: true,
  'before-after': true,
  trend: true,
  order: true,
  importance: true,
  allocation: true,
  strengths: true,
  perception: true,
  commitments: true,
  method: true,
};

/** The marks of all that is written of an exhibit. */
export function writtenOf(exhibit: Exhibit, id: string): Written {
  const mark = (text: string) => markOf(id, text);
  return {
    title: mark(exhibit.title),
    subject: exhibit.subject === null ? null : mark(exhibit.subject),
    altText: mark(exhibit.altText),
    sourceLine: mark(exhibit.sourceLine),
    notes: exhibit.notes.map(mark),
    body: writtenBody(exhibit.body, mark),
  };
}

function writtenBody(body: ExhibitBody, mark: (text: string) => string): Written['body'] {
  switch (body.form) {
    case 'chart':
      return {
        form: 'chart',
        categories: body.chart.categories.map(mark),
        series: body.chart.series.map(({ id, name, values, mark: drawn, tone, tones, labels }) => ({
          id,
          name,
          values: markOfValues(values, mark),
          mark: drawn,
          tone,
          ...(tones ? { tones } : {}),
          labels: typeof labels === 'string' ? labels : labels.map((label) => (label === null ? null : mark(label))),
        })),
        axis: body.chart.axis,
        ...(body.chart.upAxis ? { upAxis: body.chart.upAxis } : {}),
      };
    case 'table':
      return {
        form: 'table',
        columns: body.table.columns.map(({ title }) => mark(title)),
        rows: body.table.rows.map((row) =>
          row.map(({ text, fill }) => ({ text: mark(text), ...(fill === undefined ? {} : { fill }) })),
        ),
      };
    case 'text':
      return {
        form: 'text',
        paragraphs: body.paragraphs.map(({ lead, text }) => mark(`${lead ?? ''} ${text}`)),
      };
  }
}

function isInsertion(read: unknown): read is Insertion {
  return (
    isRecord(read) &&
    typeof read['id'] === 'string' &&
    isKey(read['key']) &&
    isProvenance(read['provenance']) &&
    (read['language'] === undefined || typeof read['language'] === 'string') &&
    (read['written'] === undefined || isWritten(read['written']))
  );
}

function isKey(read: unknown): read is ExhibitKey {
  return isRecord(read) && isFigure(read['figure']) && isText(read['of']);
}

function isFigure(read: unknown): read is ExhibitFigure {
  return typeof read === 'string' && Object.hasOwn(FIGURES, read);
}

function isProvenance(read: unknown): read is Provenance {
  return (
    isRecord(read) &&
    (read['ids'] === undefined || isIds(read['ids'])) &&
    typeof read['team'] === 'string' &&
    typeof read['meeting'] === 'string' &&
    typeof read['revision'] === 'number' &&
    isCount(read['closedAt']) &&
    isCount(read['answered']) &&
    typeof read['invited'] === 'number' &&
    typeof read['minimumGroup'] === 'number'
  );
}

function isIds(read: unknown): boolean {
  return isRecord(read) && typeof read['team'] === 'string' && typeof read['meeting'] === 'string';
}

/** What a version of Plumbline wrote is believed as a whole: its form is looked at, not each of its marks. */
function isWritten(read: unknown): read is Written {
  return (
    isRecord(read) &&
    typeof read['title'] === 'string' &&
    Array.isArray(read['notes']) &&
    isRecord(read['body']) &&
    ['chart', 'table', 'text'].includes(String(read['body']['form']))
  );
}

function isText(read: unknown): read is string | null {
  return read === null || typeof read === 'string';
}

function isCount(read: unknown): read is number | null {
  return read === null || typeof read === 'number';
}

function isRecord(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}
