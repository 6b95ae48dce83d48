import { MINUTE, type Instant } from '../../kernel/instant.ts';
import { nudgeRecords, type NudgeState } from '../../records/nudge-kinds.ts';
import { decode } from '../../records/record.ts';
import { document, listAll, readKept } from '../documents.ts';
import type { Kept } from '../kept.ts';
import type { Ports } from '../use-case.ts';
import { dueOf, entryAt, NUDGE_IDS, NUDGE_QUEUE, nudgePlace, type Receiver } from './places.ts';

const TRIES = 5;

/** Where the messages to somebody stand; `null` for somebody who cannot be reached. */
export function readState(ports: Ports, who: Receiver): Promise<Kept<NudgeState> | null> {
  return readKept(ports, nudgeRecords.state, { place: nudgePlace(who), id: NUDGE_IDS.state });
}

/** Writes where they stand over the version that was read; `null` when somebody else was faster, or it is gone. */
export async function replaceState(
  ports: Ports,
  who: Receiver,
  { etag, value }: Kept<NudgeState>,
): Promise<Kept<NudgeState> | null> {
  const next = document(nudgeRecords.state, NUDGE_IDS.state, value);
  const written = await ports.store.replace(nudgePlace(who), next, etag);
  return written.ok ? { value, etag: written.value.etag } : null;
}

/** Puts somebody into the queue; says under which id. */
export async function enqueue(ports: Ports, who: Receiver, at: Instant): Promise<string> {
  const id = entryAt(ports, who, at);
  const { tenant, person } = who;
  await ports.store.put(NUDGE_QUEUE, document(nudgeRecords.queued, id, { tenant, person }));
  return id;
}

/**
 * Has somebody looked at from another moment on. The new entry is there before the state names it, and the old one goes
 * last: a crash in between leaves an entry that does not count, never nobody to look at.
 */
export async function moveTo(
  ports: Ports,
  who: Receiver,
  { kept, at }: { readonly kept: Kept<NudgeState>; readonly at: Instant },
): Promise<Kept<NudgeState> | null> {
  const { entry: before } = kept.value;
  const entry = await enqueue(ports, who, at);
  const moved = await replaceState(ports, who, { ...kept, value: { ...kept.value, entry } });
  if (entry === before) return moved;
  if (moved) await ports.store.delete(NUDGE_QUEUE, before);
  // Whoever was faster may have moved them to the same minute, and then this entry is theirs.
  else if ((await readState(ports, who))?.value.entry !== entry) await ports.store.delete(NUDGE_QUEUE, entry);
  return moved;
}

/**
 * Has somebody looked at now, or from another moment on, where they can be reached and are not looked at by then anyway.
 * Whoever stands nowhere in the queue is put there.
 */
export async function wake(ports: Ports, who: Receiver, from: Instant = ports.now()): Promise<void> {
  const at = Math.floor(from / MINUTE) * MINUTE;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await readState(ports, who);
    if (!kept) return;
    const { entry } = kept.value;
    if (dueOf(entry) <= at && (await ports.store.read(NUDGE_QUEUE, entry)) !== null) return;
    if (await moveTo(ports, who, { kept, at })) return;
  }
}

/** Has the last message come again, where it is still to be said: it is taken out of what is over. */
export async function sayAgain(ports: Ports, who: Receiver): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await readState(ports, who);
    if (!kept) return;
    const last = new Set(kept.value.last);
    const handled = kept.value.handled.filter((hash) => !last.has(hash));
    if (await replaceState(ports, who, { ...kept, value: { ...kept.value, handled, last: [] } })) return;
  }
}

/** Takes somebody out of the queue, also where a crash left an entry that does not count. */
export async function leaveQueue(ports: Ports, { tenant, person }: Receiver): Promise<void> {
  for (const entry of await listAll(ports, NUDGE_QUEUE, '')) {
    const queued = decode(nudgeRecords.queued, entry);
    if (queued.tenant === tenant && queued.person === person) await ports.store.delete(NUDGE_QUEUE, entry.id);
  }
}
