import { writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { addTitleSlide } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { randomUUID } from 'node:crypto';
import type { Program } from './open-documents.ts';

/** A file with its name. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOOK = { language: 'en-GB', rightToLeft: false };
const TITLE = 'Quarterly review';
const SUBTITLE = 'Executive team';

/** What is open before somebody opens a file of their own: a deck with its title, and a document with a heading. */
export function sampleFiles(): Record<Program, SampleFile> {
  const deck = newDeck({ ...LOOK, title: TITLE });
  addTitleSlide(deck, { title: TITLE, subtitle: SUBTITLE }, LOOK);
  const heading = 'How we work together';
  const report = reportDocument(
    {
      title: TITLE,
      subtitle: SUBTITLE,
      sections: [{ heading, level: 1, paragraphs: ['What the team found comes below this line.'], exhibits: [] }],
    },
    { ...LOOK, figureWord: 'Figure', newId: randomUUID },
  );
  return {
    powerpoint: { name: `${TITLE}.pptx`, bytes: writePackage(deck) },
    word: { name: `${TITLE}.docx`, bytes: report },
  };
}
