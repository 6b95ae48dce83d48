import { ok, type Result } from '@plumbline/shared/kernel/result';
import type { Report } from '@plumbline/shared/ooxml/exhibits/content';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import { tagOf } from '@plumbline/shared/ooxml/word/block';
import { keptText } from '@plumbline/shared/ooxml/word/kept-insertions';
import { exhibitsOf, reportTag } from '@plumbline/shared/ooxml/word/report-parts';
import type { DocumentColours } from '../preview/document-colours.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Host, Inserted, Item, Place, Writing } from './host.ts';
import { remember } from './word-blocks.ts';
import { wordCare } from './word-care.ts';

/** The text that is open in Word. */
export function wordHost(): Host {
  return { program: 'word', colours, insert, insertReport, takeOut, care: wordCare() };
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

async function insertReport(
  report: Report,
  [own = '', ...ids]: readonly string[],
  writing: Writing,
): Promise<Result<Inserted, HostFault>> {
  const read = await attempt(readPlace);
  if (!read.ok) return read;
  const { piece, figures } = read.value;
  const made = { piece, report, ids: [own, ...ids], writing, firstFigure: figures + 1 };
  const block = await workOn('makeReport', made);
  if (!block.ok) return block;
  const put = await attempt(() => bringIn(block.value, [], figures));
  if (!put.ok) return put;
  const insertions = exhibitsOf(report).map((exhibit, at) => insertionOf(exhibit, ids[at] ?? '', writing.language));
  if (insertions.length > 0) await attempt(() => remember({ at: -1, text: keptText(insertions) }));
  return ok({ places: [{ id: own, position: figures + 1 }] });
}

function takeOut(places: readonly Place[]): Promise<Result<null, HostFault>> {
  return attempt(() =>
    Word.run(async (context) => {
      const { contentControls } = context.document;
      contentControls.load('items/tag');
      await context.sync();
      const ours = new Set(places.flatMap((place) => [tagOf(place), reportTag(place.id)]));
      // One that somebody has deleted by hand is out already.
      for (const control of contentControls.items) if (ours.has(control.tag)) control.delete(false);
      await context.sync();
      return null;
    }),
  );
}

interface Surroundings {
  /** What is selected, with the theme of the document. */
  readonly piece: string;
  /** How many of our figures there are. */
  readonly figures: number;
}

function readPlace(): Promise<Surroundings> {
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
