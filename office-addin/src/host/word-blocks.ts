import { tagOf } from '@plumbline/shared/ooxml/word/block';
import { INSERTIONS } from '@plumbline/shared/ooxml/word/kept-insertions';
import type { BlockText } from '../work/block-text.ts';
import { WORD_MEMORY } from './abilities.ts';

/** A content control of ours, by Office's own number of it. */
export interface Control {
  readonly number: number;
  readonly id: string;
}

/** What the document keeps beside its text, and how it takes changes. */
export interface Beside {
  /** Our parts, as they are written. */
  readonly kept: readonly string[];
  /** Whether Word writes down every change as one to be accepted: a figure would then stand there twice. */
  readonly isTracking: boolean;
}

/** Our content controls in the order of the text, and what is kept beside it. */
export function readControls(): Promise<{ readonly controls: readonly Control[]; readonly beside: Beside }> {
  return Word.run(async (context) => ({
    controls: await ownControls(context),
    beside: await readBeside(context),
  }));
}

/** A block as it stands now. */
export function readBlockAt(number: number, { kept }: Beside): Promise<BlockText> {
  return Word.run(async (context) => {
    const control = await controlAt(context, number);
    const piece = control.getOoxml();
    await context.sync();
    return {
      id: idOf(control.tag) ?? '',
      piece: piece.value,
      kept,
      isLocked: control.cannotEdit,
      isFixed: control.cannotDelete,
    };
  });
}

/** Puts something in the place of what stands in a control; what it stands there as then. */
export function putInto(number: number, content: string): Promise<string> {
  return Word.run(async (context) => {
    const control = await controlAt(context, number);
    control.insertOoxml(content, 'Replace');
    const after = control.getOoxml();
    await context.sync();
    return after.value;
  });
}

/** Puts a block behind another; Office's number of the new one. */
export function putBeside(number: number, block: string): Promise<number | null> {
  return Word.run(async (context) => {
    const before = new Set((await ownControls(context)).map((one) => one.number));
    const control = await controlAt(context, number);
    control.getRange('Whole').insertOoxml(block, 'After');
    await context.sync();
    return (await ownControls(context)).find((one) => !before.has(one.number))?.number ?? null;
  });
}

/** Deletes a control with all that stands in it. */
export function deleteBlock(number: number): Promise<null> {
  return Word.run(async (context) => {
    (await controlAt(context, number)).delete(false);
    await context.sync();
    return null;
  });
}

/** What stands at a bookmark. */
export interface Marked {
  readonly piece: string;
  readonly bookmark: string;
}

/**
 * Takes a control away and leaves what stands in it, with something else in its place. A hidden bookmark says where that
 * is; `null` where this Word has none.
 */
export function unwrap(number: number, content: string): Promise<Marked | null> {
  return Word.run(async (context) => {
    const control = await controlAt(context, number);
    control.insertOoxml(content, 'Replace');
    const range = control.getRange('Content');
    control.delete(true);
    await context.sync();
    return canKeep() ? await marked(context, range) : null;
  });
}

/** What stands at a bookmark now; `null` where it is gone. */
export function readMarked(bookmark: string): Promise<string | null> {
  return Word.run(async (context) => {
    if (!canKeep()) return null;
    const range = context.document.getBookmarkRangeOrNullObject(bookmark);
    range.load('isEmpty');
    await context.sync();
    if (range.isNullObject) return null;
    const piece = range.getOoxml();
    await context.sync();
    return piece.value;
  });
}

/** Puts a block where a bookmark is, in the place of what stands there or behind it; Office's number of it. */
export function putAtMark(
  bookmark: string,
  { block, place }: { readonly block: string; readonly place: 'Replace' | 'After' },
): Promise<number | null> {
  return Word.run(async (context) => {
    const before = new Set((await ownControls(context)).map((one) => one.number));
    context.document.getBookmarkRange(bookmark).insertOoxml(block, place);
    context.document.deleteBookmark(bookmark);
    await context.sync();
    return (await ownControls(context)).find((one) => !before.has(one.number))?.number ?? null;
  });
}

/** Without the bookmark there is no way back but Word's own, and all else is done. */
async function marked(context: Word.RequestContext, range: Word.Range): Promise<Marked | null> {
  // One that begins so is not listed to anybody, and says nothing of what stands there.
  const bookmark = `_${crypto.randomUUID().replaceAll('-', '')}`;
  try {
    range.insertBookmark(bookmark);
    const piece = range.getOoxml();
    await context.sync();
    return { piece: piece.value, bookmark };
  } catch {
    return null;
  }
}

/** Has the document remember what blocks are: what Word takes in with a text it may not keep beside it. */
export function remember({ at, text }: { readonly at: number; readonly text: string }): Promise<null> {
  return Word.run(async (context) => {
    if (!canKeep()) return null;
    const parts = context.document.customXmlParts.getByNamespace(INSERTIONS);
    parts.load('items/id');
    await context.sync();
    const known = parts.items[at];
    if (known) known.setXml(text);
    else context.document.customXmlParts.add(text);
    await context.sync();
    return null;
  });
}

/** Selects a block, so that it is in sight. */
export function selectBlock(number: number): Promise<null> {
  return Word.run(async (context) => {
    (await controlAt(context, number)).select();
    await context.sync();
    return null;
  });
}

const PREFIX = tagOf({ id: '' });

async function ownControls(context: Word.RequestContext): Promise<readonly Control[]> {
  const { contentControls } = context.document;
  contentControls.load('items/id,items/tag');
  await context.sync();
  return contentControls.items.flatMap(({ id: number, tag }) => {
    const id = idOf(tag);
    return id === null ? [] : [{ number, id }];
  });
}

function idOf(tag: string): string | null {
  return tag.startsWith(PREFIX) && tag.length > PREFIX.length ? tag.slice(PREFIX.length) : null;
}

async function controlAt(context: Word.RequestContext, number: number): Promise<Word.ContentControl> {
  const control = context.document.contentControls.getByIdOrNullObject(number);
  control.load('id,tag,cannotEdit,cannotDelete');
  await context.sync();
  if (control.isNullObject) throw Object.assign(new Error('the block is gone'), { code: 'ItemNotFound' });
  return control;
}

async function readBeside(context: Word.RequestContext): Promise<Beside> {
  if (!canKeep()) return { kept: [], isTracking: false };
  const { document } = context;
  const parts = document.customXmlParts.getByNamespace(INSERTIONS);
  parts.load('items/id');
  document.load('changeTrackingMode');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  await context.sync();
  return { kept: texts.map(({ value }) => value), isTracking: document.changeTrackingMode !== 'Off' };
}

/** Whether this Word has what the document keeps beside its text; without, charts still say what they are. */
export function canKeep(): boolean {
  return Office.context.requirements.isSetSupported(...WORD_MEMORY);
}
