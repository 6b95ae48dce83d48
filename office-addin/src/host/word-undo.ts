import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { BlockText } from '../work/block-text.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Place } from './place.ts';
import type { Undone } from './standing.ts';
import type { BlockBack, WayBack } from './way-back.ts';
import {
  deleteBlock,
  putAtMark,
  putBeside,
  putInto,
  readBlockAt,
  readControls,
  readMarked,
  type Control,
} from './word-blocks.ts';

const NOTHING_BESIDE = { kept: [], isTracking: false };

/** The way back from a block that was put behind another. */
export async function besideBack(block: string, number: number): Promise<BlockBack> {
  const made = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  return { kind: 'block-beside', number, block, after: made.ok ? await markOf(block, made.value.piece) : '' };
}

/**
 * Where ways back lead in the text. Numbers of controls are the same in a copy of a document, so a block must be there as
 * it was left; a bookmark is in no other.
 */
export async function whereBlocksAre(backs: readonly WayBack[]): Promise<Result<readonly (Place | null)[], HostFault>> {
  const listed = await attempt(readControls);
  if (!listed.ok) return listed;
  const { controls } = listed.value;
  const places: (Place | null)[] = [];
  for (const back of backs) places.push(await whereTo(back, controls));
  return ok(places);
}

async function whereTo(back: WayBack, controls: readonly Control[]): Promise<Place | null> {
  if (back.kind === 'slide') return null;
  if (back.kind === 'loose-block') {
    const there = await attempt(() => readMarked(back.bookmark));
    return there.ok && there.value !== null ? back.place : null;
  }
  const { id, number } = standsAt(back);
  const at = controls.findIndex((one) => one.number === number && one.id === id);
  if (at === -1) return null;
  const now = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  const isSame = now.ok && (await isAsLeft(id, now.value.piece, back));
  return isSame ? { id: String(number), position: at + 1 } : null;
}

function standsAt(back: WayBack & { readonly kind: 'block' | 'block-beside' }): Control {
  return back.kind === 'block'
    ? { id: back.old.id, number: Number(back.place.id) }
    : { id: back.block, number: back.number };
}

/** Puts a block back as it was; where somebody has worked on it since, beside what they made of it. */
export async function undoBlock(back: WayBack): Promise<Result<Undone, HostFault>> {
  switch (back.kind) {
    case 'slide':
      return fail({ kind: 'host.gone', code: 'undo.other-program' });
    case 'block':
      return undoRenewed(back);
    case 'block-beside':
      return undoBeside(back);
    case 'loose-block':
      return undoLoose(back);
  }
}

async function undoRenewed(back: Back<'block'>): Promise<Result<Undone, HostFault>> {
  const { place, old } = back;
  const number = Number(place.id);
  const now = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  if (!now.ok) return now;
  const isSame = await isAsLeft(old.id, now.value.piece, back);
  const copy = await workOn('copyBlock', old);
  if (!copy.ok) return copy;
  const { content, block } = copy.value;
  const put = await attempt(async () => {
    if (isSame) await putInto(number, content);
    else await putBeside(number, block);
  });
  return put.ok ? ok({ place, keptBoth: !isSame }) : put;
}

async function undoBeside(back: Back<'block-beside'>): Promise<Result<Undone, HostFault>> {
  const { place, number, block } = back;
  const now = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  if (!now.ok) return now;
  if (!(await isAsLeft(block, now.value.piece, back))) return ok({ place, keptBoth: true });
  const gone = await attempt(() => deleteBlock(number));
  return gone.ok ? ok({ place, keptBoth: false }) : gone;
}

async function undoLoose(back: Back<'loose-block'>): Promise<Result<Undone, HostFault>> {
  const { place, old, bookmark } = back;
  const now = await attempt(() => readMarked(bookmark));
  if (!now.ok) return now;
  if (now.value === null) return fail({ kind: 'host.gone', code: 'undo.no-mark' });
  const isSame = await isAsLeft(old.id, now.value, back);
  const copy = await workOn('copyBlock', old);
  if (!copy.ok) return copy;
  const { block } = copy.value;
  const put = await attempt(() => putAtMark(bookmark, { block, place: isSame ? 'Replace' : 'After' }));
  if (!put.ok) return put;
  const stands = put.value === null ? place : { ...place, id: String(put.value) };
  return ok({ place: stands, keptBoth: !isSame });
}

type Back<K extends WayBack['kind']> = WayBack & { readonly kind: K };

/** Whether nobody has worked on it since; what can't be told is taken for worked on. */
async function isAsLeft(id: string, piece: string, { after }: { readonly after: string }): Promise<boolean> {
  return after !== '' && (await markOf(id, piece)) === after;
}

/** A mark of what stands in a block; the empty one where it can't be read. */
export async function markOf(id: string, piece: string): Promise<string> {
  const marks = await workOn('markBlock', { id, pieces: [piece] });
  return marks.ok ? (marks.value[0] ?? '') : '';
}

/** Whether two states of a block are the same but for what Word numbers. */
export async function areSame(id: BlockText['id'], one: string, other: string): Promise<Result<boolean, HostFault>> {
  const marks = await workOn('markBlock', { id, pieces: [one, other] });
  return marks.ok ? ok(marks.value[0] === marks.value[1]) : marks;
}
