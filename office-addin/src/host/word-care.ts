import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { BlockText } from '../work/block-text.ts';
import type { BlockPiece, RemadeBlock } from '../work/jobs.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Place } from './host.ts';
import { lookThrough } from './look-through.ts';
import type {
  Care,
  Changed,
  Changer,
  Checked,
  CheckRun,
  Condition,
  Manner,
  PlaceFault,
  RefreshManner,
  Standing,
  Wish,
} from './standing.ts';
import type { BlockBack } from './way-back.ts';
import {
  canKeep,
  putBeside,
  putInto,
  readBlockAt,
  readControls,
  remember,
  selectBlock,
  unwrap,
  type Beside,
  type Control,
} from './word-blocks.ts';
import { areSame, besideBack, markOf, undoBlock, whereBlocksAre } from './word-undo.ts';

/** Looks after what was put into the text that is open in Word. */
export function wordCare(): Care {
  return {
    check,
    prepare: () => Promise.resolve(ok({ refresh, detach } satisfies Changer)),
    whereTo: whereBlocksAre,
    undo: undoBlock,
    show: (place) => attempt(() => selectBlock(Number(place.id))),
  };
}

async function check(run: CheckRun): Promise<Result<Checked, HostFault>> {
  const listed = await attempt(readControls);
  if (!listed.ok) return listed;
  const { controls, beside } = listed.value;
  return lookThrough(
    controls,
    {
      idOf: ({ number }) => String(number),
      look: (control, place) => standingOf({ place, control, beside }, run.freshOf),
    },
    run,
  );
}

async function standingOf(
  { place, control, beside }: { readonly place: Place; readonly control: Control; readonly beside: Beside },
  freshOf: CheckRun['freshOf'],
): Promise<Result<readonly Standing[], HostFault>> {
  const block = await attempt(() => readBlockAt(control.number, beside));
  if (!block.ok) return block;
  const piece = await workOn('readBlock', block.value);
  if (!piece.ok) return piece;
  const { lacksAltText } = piece.value;
  const condition = await conditionOf(block.value, { piece: piece.value, beside }, freshOf);
  if (!condition.ok) return condition;
  // Of some only the tag is left.
  const identity = piece.value.identity ?? { id: control.id, key: null, provenance: null };
  return ok([{ place, frame: null, identity, copy: { number: 1, of: 1 }, lacksAltText, condition: condition.value }]);
}

async function conditionOf(
  block: BlockText,
  { piece, beside }: { readonly piece: BlockPiece; readonly beside: Beside },
  freshOf: CheckRun['freshOf'],
): Promise<Result<Condition, HostFault>> {
  const { apart, identity } = piece;
  if (apart !== null) return ok({ status: 'apart', why: apart });
  if (identity === null) return ok({ status: 'lost', why: canKeep() ? 'unnamed' : 'old-word' });
  const fresh = await freshOf(identity);
  if (fresh.status !== 'found') return ok(fresh);
  const compared = await workOn('compareBlock', { block, exhibit: fresh.exhibit });
  const isOpen = compared.ok && (compared.value.status === 'stale' || compared.value.status === 'edited');
  return isOpen && beside.isTracking ? ok({ status: 'broken', why: 'refresh.tracked' }) : compared;
}

function refresh(
  place: Place,
  wishes: readonly Wish[],
  { manner, writing }: RefreshManner,
): Promise<Result<Changed, PlaceFault>> {
  const [wish] = wishes;
  if (!wish) return Promise.resolve(ok({ place, outcomes: [], undo: null }));
  const { exhibit, replaceEdited } = wish;
  return change(place, manner, {
    remake: (block) => workOn('renewBlock', { block, exhibit, replaceEdited, writing }),
    put: (old, made) => renewInPlace(place, { old, made, manner }),
  });
}

function detach(place: Place, _: readonly Standing[], manner: Manner): Promise<Result<Changed, PlaceFault>> {
  return change(place, manner, {
    remake: (block) => workOn('detachBlock', block),
    put: (old, made) => loosen(place, old, made),
  });
}

interface Change {
  readonly remake: (block: BlockText) => Promise<Result<RemadeBlock, HostFault>>;
  readonly put: (old: BlockText, made: Made) => Promise<Result<Changed, PlaceFault>>;
}

type Made = NonNullable<RemadeBlock['made']>;

async function change(place: Place, manner: Manner, { remake, put }: Change): Promise<Result<Changed, PlaceFault>> {
  const refused = (kind: 'refresh.tracked' | 'refresh.moved') =>
    ok({ place, outcomes: [fail({ kind })], undo: null } satisfies Changed);
  const listed = await attempt(readControls);
  if (!listed.ok) return listed;
  const { beside } = listed.value;
  if (beside.isTracking) return refused('refresh.tracked');
  const old = await attempt(() => readBlockAt(Number(place.id), beside));
  if (!old.ok) return old;
  const remade = await remake(old.value);
  if (!remade.ok) return remade;
  const { outcome, made, memory, hasComments } = remade.value;
  if (!made) return ok({ place, outcomes: [outcome], undo: null });
  if (hasComments && manner !== 'beside') return fail({ kind: 'place.caution', caution: 'caution.block-comments' });
  // Remembered first: what fails behind it leaves a block that is known by what it was before.
  if (memory) await attempt(() => remember(memory));
  const now = await attempt(() => readBlockAt(Number(place.id), beside));
  if (!now.ok) return now;
  const isSame = await areSame(old.value.id, old.value.piece, now.value.piece);
  if (!isSame.ok) return isSame;
  return isSame.value ? put(old.value, made) : refused('refresh.moved');
}

async function renewInPlace(
  place: Place,
  { old, made, manner }: { readonly old: BlockText; readonly made: Made; readonly manner: Manner },
): Promise<Result<Changed, PlaceFault>> {
  const number = Number(place.id);
  const done = (back: BlockBack | null) =>
    ok({ place, outcomes: [ok(null)], undo: back && { id: crypto.randomUUID(), place, ...back } } satisfies Changed);
  if (manner === 'beside') {
    const put = await attempt(() => putBeside(number, made.block));
    return put.ok
      ? done(put.value === null ? null : await besideBack(old.id, { number: put.value, beside: number }))
      : put;
  }
  const put = await attempt(() => putInto(number, made.content));
  if (!put.ok) {
    await restore(number, old);
    return put;
  }
  return done({ kind: 'block', old, after: await markOf(old.id, put.value) });
}

async function loosen(place: Place, old: BlockText, made: Made): Promise<Result<Changed, PlaceFault>> {
  const loose = await attempt(() => unwrap(Number(place.id), made.content));
  if (!loose.ok) {
    await restore(Number(place.id), old);
    return loose;
  }
  if (loose.value === null) return ok({ place, outcomes: [ok(null)], undo: null });
  const { piece, bookmark } = loose.value;
  const back: BlockBack = { kind: 'loose-block', old, after: await markOf(old.id, piece), bookmark };
  return ok({ place, outcomes: [ok(null)], undo: { id: crypto.randomUUID(), place, ...back } });
}

/** Word breaks off where something fails in the middle: what was there before is put back if it is not there still. */
async function restore(number: number, old: BlockText): Promise<void> {
  const now = await attempt(() => readBlockAt(number, { kept: [], isTracking: false }));
  if (!now.ok) return;
  const isSame = await areSame(old.id, old.piece, now.value.piece);
  if (!isSame.ok || isSame.value) return;
  const copy = await workOn('copyBlock', old);
  if (copy.ok) await attempt(() => putInto(number, copy.value.content));
}
