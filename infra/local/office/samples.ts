import { writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { addTitleSlide } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import type { Program } from './open-documents.ts';

/** A file with its name. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOOK = { language: 'en-GB', rightToLeft: false };
const TITLE = 'Quarterly review';
const SUBTITLE = 'Executive team';

/** What is open before somebody opens a file of their own: a deck with its title. */
export function sampleFiles(): Partial<Record<Program, SampleFile>> {
  const deck = newDeck({ ...LOOK, title: TITLE });
  addTitleSlide(deck, { title: TITLE, subtitle: SUBTITLE }, LOOK);
  return { powerpoint: { name: `${TITLE}.pptx`, bytes: writePackage(deck) } };
}
