import { tagOf } from '@plumbline/shared/ooxml/word/block';
import { INSERTIONS } from '@plumbline/shared/ooxml/word/kept-insertions';
import type { BlockText } from '../work/jobs.ts';

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

/** What stood in a control that was taken away, and stays. */
export interface Loose {
  readonly range: Word.Range;
  readonly after: string;
}

/** Takes a control away and leaves what stands in it, with something else in its place where that is given. */
export function unwrap(number: number, content: string | null): Promise<Loose> {
  return Word.run(async (context) => {
    const control = await controlAt(context, number);
    if (content !== null) control.insertOoxml(content, 'Replace');
    await context.sync();
    const range = control.getRange('Content');
    // Word knows it by this as long as the document is open.
    context.trackedObjects.add(range);
    control.delete(true);
    const after = range.getOoxml();
    await context.sync();
    return { range, after: after.value };
  });
}

/** What stands where a control was taken away. */
export function readLoose({ range }: Loose): Promise<string> {
  return Word.run(range, async (context) => {
    const piece = range.getOoxml();
    await context.sync();
    return piece.value;
  });
}

/** Puts a block in the place of what stands where its control was taken away, or behind it. */
export function putBack({ range }: Loose, block: string, place: 'Replace' | 'After'): Promise<number | null> {
  return Word.run(range, async (context) => {
    const document = range.context.document;
    const before = new Set((await ownControls(context, document)).map((one) => one.number));
    range.insertOoxml(block, place);
    await context.sync();
    return (await ownControls(context, document)).find((one) => !before.has(one.number))?.number ?? null;
  });
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

async function ownControls(
  context: Word.RequestContext,
  document: Word.Document = context.document,
): Promise<readonly Control[]> {
  const { contentControls } = document;
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

/** Custom parts and the mode of changes came to Word together; in Word of before, charts still say what they are. */
function canKeep(): boolean {
  return Office.context.requirements.isSetSupported('WordApi', '1.4');
}
