import type { Translate } from '@plumbline/shared/figures/message';
import type { DeckKey } from '@plumbline/shared/figures/deck-words';
import { spoken } from '@plumbline/shared/figures/message';
import { resultsCsv, resultTable } from '@plumbline/shared/figures/results-file/results-file';
import type { FileKey } from '@plumbline/shared/figures/results-file/words';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import { reportOf } from '@plumbline/shared/ooxml/exhibits/report';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { ID_BYTES, insertionId } from '@plumbline/shared/ooxml/insertion-id';
import { exhibitDeck } from '@plumbline/shared/ooxml/slides/exhibit-deck';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { workbookBytes } from '@plumbline/shared/ooxml/workbook/workbook';
import type { FileFormat } from './file-format.ts';

/** What a file is made of: what the reader is shown, and the reader's words. */
export interface FileContent {
  readonly source: DocumentSource & { readonly results: NonNullable<DocumentSource['results']> };
  readonly translate: Translate<FileKey | DeckKey>;
  /** What figures of a report are counted under. */
  readonly figureWord: string;
  readonly language: string;
  readonly rightToLeft: boolean;
}

/** Makes the file of a format. */
export function fileOf(format: FileFormat, content: FileContent): Blob {
  const { source, translate, language, rightToLeft, figureWord } = content;
  const say: Say = (said) => spoken(said, translate);
  const look = { language, rightToLeft, newId };
  switch (format) {
    case 'pptx':
      return blobOf(exhibitDeck(packOf('executive-summary', source, say), look), format);
    case 'docx':
      return blobOf(reportDocument(reportOf(source, say), { ...look, figureWord }), format);
    case 'xlsx': {
      const rows = resultTable(source, translate);
      return blobOf(workbookBytes([{ name: source.meeting.composition.title, rows, hasHeader: true }]), format);
    }
    case 'csv':
      return new Blob([resultsCsv(source, translate)], { type: 'text/csv;charset=utf-8' });
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Readonly<Record<Exclude<FileFormat, 'csv'>, string>> = {
  pptx: `${OFFICE}.presentationml.presentation`,
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

function blobOf(bytes: Uint8Array, format: keyof typeof TYPES): Blob {
  return new Blob([new Uint8Array(bytes)], { type: TYPES[format] });
}

function newId(): string {
  return insertionId(Date.now(), crypto.getRandomValues(new Uint8Array(ID_BYTES)));
}
