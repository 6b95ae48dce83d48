import type { Result } from '@plumbline/shared/kernel/result';
import { tagOf } from '@plumbline/shared/ooxml/word/block';
import { keptText } from '@plumbline/shared/ooxml/word/kept-insertions';
import type { DocumentColours } from '../preview/document-colours.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Host, Inserted, Item, Place, Writing } from './host.ts';
import { remember } from './word-blocks.ts';
import { wordCare } from './word-care.ts';

/** The text that is open in Word. */
export function wordHost(): Host {
  return { program: 'word', colours, insert, takeOut, care: wordCare() };
}

async function colours(): Promise<Result<DocumentColours, HostFault>> {
  const read = await attempt(readPlace);
  return read.ok ? workOn('readTextColours', { piece: read.value.piece }) : read;
}

async function insert(items: readonly Item[], writing: Writing): Promise<Result<Inserted, HostFault>> {
  const read = await attempt(readPlace);
  if (!read.ok) return read;
  const { piece, figures } = read.value;
  const block = await workOn('makeBlocks', { piece, items, writing, firstFigure: figures + 1 });
  if (!block.ok) return block;
  const put = await attempt(() => bringIn(block.value, items, figures));
  // Word may not keep beside its text what comes with a text.
  if (put.ok) await attempt(() => remember({ at: -1, text: keptText(items.map(({ insertion }) => insertion)) }));
  return put;
}

function takeOut(places: readonly Place[]): Promise<Result<null, HostFault>> {
  return attempt(() =>
    Word.run(async (context) => {
      const { contentControls } = context.document;
      contentControls.load('items/tag');
      await context.sync();
      const ours = new Set(places.map(tagOf));
      // One that somebody has deleted by hand is out already.
      for (const control of contentControls.items) if (ours.has(control.tag)) control.delete(false);
      await context.sync();
      return null;
    }),
  );
}

interface Standing {
  /** What is selected, with the theme of the document. */
  readonly piece: string;
  /** How many of our figures there are. */
  readonly figures: number;
}

function readPlace(): Promise<Standing> {
  return Word.run(async (context) => {
    const piece = context.document.getSelection().getOoxml();
    const controls = context.document.contentControls;
    controls.load('items/tag');
    await context.sync();
    return {
      piece: piece.value,
      figures: controls.items.filter(({ tag }) => tag.startsWith(tagOf({ id: '' }))).length,
    };
  });
}

function bringIn(block: string, items: readonly Item[], before: number): Promise<Inserted> {
  return Word.run(async (context) => {
    context.document.getSelection().insertOoxml(block, 'After');
    await context.sync();
    return { places: items.map(({ insertion }, at) => ({ id: insertion.id, position: before + at + 1 })) };
  });
}
