import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { BlockText } from '../work/block-text.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import { leadBack } from './lead-back.ts';
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

/** The way back from a block that was put behind another; both by Office's own numbers of them. */
export async function besideBack(
  block: string,
  { number, beside }: { readonly number: number; readonly beside: number },
): Promise<BlockBack> {
  const made = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  const after = made.ok ? await markOf(block, made.value.piece) : '';
  return { kind: 'block-beside', number, beside, block, after };
}

/**
 * Where ways back, the newest first, lead in the text. Numbers of controls and bookmarks are the same in a copy of a
 * document, so it is by what stands there that one sees what was done in this one.
 */
export async function whereBlocksAre(backs: readonly WayBack[]): Promise<Result<readonly (Place | null)[], HostFault>> {
  const listed = await attempt(readControls);
  if (!listed.ok) return listed;
  const { controls } = listed.value;
  const renewed = new Map<string, Place>();
  for (const ofOne of byBlock(backs)) {
    for (const [id, place] of await whereRenewed(ofOne, controls)) renewed.set(id, place);
  }
  const places: (Place | null)[] = [];
  for (const back of backs) places.push(renewed.get(back.id) ?? (await whereTo(back, controls)));
  return ok(places);
}

async function whereTo(back: WayBack, controls: readonly Control[]): Promise<Place | null> {
  switch (back.kind) {
    case 'slide':
    case 'block':
      return null;
    case 'block-beside':
      return whereBeside(back, controls);
    case 'loose-block': {
      const there = await attempt(() => readMarked(back.bookmark));
      return there.ok && there.value !== null ? back.place : null;
    }
  }
}

/** The ways back of renewed blocks, those of each block by themselves. */
function byBlock(backs: readonly WayBack[]): Iterable<readonly Back<'block'>[]> {
  const blocks = new Map<string, Back<'block'>[]>();
  for (const back of backs) {
    if (back.kind !== 'block') continue;
    const key = `${back.place.id} ${back.old.id}`;
    blocks.set(key, [...(blocks.get(key) ?? []), back]);
  }
  return blocks.values();
}

async function whereRenewed(
  backs: readonly Back<'block'>[],
  controls: readonly Control[],
): Promise<readonly (readonly [id: string, place: Place])[]> {
  const [newest] = backs;
  if (!newest) return [];
  const { id } = newest.old;
  const number = Number(newest.place.id);
  const at = indexOf(controls, { id, number });
  if (at === -1) return [];
  const now = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  if (!now.ok) return [];
  const marks = await workOn('markBlock', { id, pieces: [now.value.piece, ...backs.map(({ old }) => old.piece)] });
  if (!marks.ok) return [];
  const [mark = '', ...before] = marks.value;
  const place = { id: newest.place.id, position: at + 1 };
  const changes = backs.map(({ after }, index) => ({ before: before[index] ?? '', after }));
  return backs.filter((_, index) => leadBack(mark, changes)[index] === true).map((back) => [back.id, place]);
}

async function whereBeside(back: Back<'block-beside'>, controls: readonly Control[]): Promise<Place | null> {
  const { block: id, number, beside } = back;
  const at = indexOf(controls, { id, number: beside });
  if (at === -1 || indexOf(controls, { id, number }) === -1) return null;
  const now = await attempt(() => readBlockAt(number, NOTHING_BESIDE));
  const isSame = now.ok && (await isAsLeft(id, now.value.piece, back));
  return isSame ? { id: String(beside), position: at + 1 } : null;
}

function indexOf(controls: readonly Control[], { id, number }: Control): number {
  return controls.findIndex((one) => one.number === number && one.id === id);
}

/** Puts a block back as it was; where somebody has worked on it since, beside what they made of it. */
export async function undoBlock(back: WayBack): Promise<Result<Undone, HostFault>> {
  const listed = await attempt(readControls);
  if (!listed.ok) return listed;
  const { controls, beside } = listed.value;
  // Written down as a change to be accepted, it would stand there twice.
  if (beside.isTracking) return fail({ kind: 'host.tracked', code: 'undo.tracked' });
  switch (back.kind) {
    case 'slide':
      return fail({ kind: 'host.gone', code: 'undo.other-program' });
    case 'block':
      return undoRenewed(back);
    case 'block-beside':
      return undoBeside(back, controls);
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
  if (isSame) {
    const put = await attempt(() => putInto(number, content));
    return put.ok ? ok({ place, keptBoth: false }) : put;
  }
  const put = await attempt(() => putBeside(number, block));
  if (!put.ok) return put;
  const stands = put.value === null ? place : { id: String(put.value), position: place.position + 1 };
  return ok({ place: stands, keptBoth: true });
}

async function undoBeside(
  back: Back<'block-beside'>,
  controls: readonly Control[],
): Promise<Result<Undone, HostFault>> {
  const { place, number, beside, block } = back;
  // Without the one that it stands beside, nothing would be left.
  if (indexOf(controls, { id: block, number: beside }) === -1) return fail({ kind: 'host.gone', code: 'undo.alone' });
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
