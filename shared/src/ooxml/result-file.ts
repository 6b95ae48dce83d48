import { strToU8 } from 'fflate';
import type { DeckKey } from '../figures/deck-words.ts';
import { spoken, type Translate } from '../figures/message.ts';
import { resultsCsv, resultTable } from '../figures/results-file/results-file.ts';
import type { FileKey } from '../figures/results-file/words.ts';
import type { Say } from './exhibits/content.ts';
import { packOf } from './exhibits/packs.ts';
import { reportOf } from './exhibits/report.ts';
import type { DocumentSource } from './exhibits/source.ts';
import type { FileFormat } from './file-format.ts';
import type { Packing } from './package/zip.ts';
import { exhibitDeck } from './slides/exhibit-deck.ts';
import { reportDocument } from './word/report-document.ts';
import { workbookBytes } from './workbook/workbook.ts';

/** What a file is made of: what the reader is shown, and the reader's words. */
export interface FileContent {
  readonly source: DocumentSource & { readonly results: NonNullable<DocumentSource['results']> };
  readonly translate: Translate<FileKey | DeckKey>;
  /** What figures of a report are counted under. */
  readonly figureWord: string;
  readonly language: string;
  readonly rightToLeft: boolean;
  /** Makes an id that no other document has. */
  readonly newId: () => string;
  readonly packing?: Packing;
}

/** A meeting's results as a file of a format. */
export function resultFile(format: FileFormat, content: FileContent): Uint8Array {
  const { source, translate, language, rightToLeft, figureWord, newId, packing } = content;
  const say: Say = (said) => spoken(said, translate);
  const look = { language, rightToLeft, newId, ...(packing ? { packing } : {}) };
  switch (format) {
    case 'pptx':
      return exhibitDeck(packOf('executive-summary', source, say), look);
    case 'docx':
      return reportDocument(reportOf(source, say), { ...look, figureWord });
    case 'xlsx': {
      const rows = resultTable(source, translate);
      return workbookBytes([{ name: source.meeting.composition.title, rows, hasHeader: true }], packing);
    }
    case 'csv':
      return strToU8(resultsCsv(source, translate));
  }
}
