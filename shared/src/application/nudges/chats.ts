import { MINUTE } from '../../kernel/instant.ts';
import { USUAL_PREFERENCES, type NudgePreferences } from '../../domain/nudges/preferences.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { nudgeRecords, type ChatToReach } from '../../records/nudge-kinds.ts';
import { document, readKept } from '../documents.ts';
import type { WriteOperation } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';
import { NUDGE_IDS, NUDGE_QUEUE, nudgePlace, type Receiver } from './places.ts';
import { enqueue, leaveQueue, readState, wake } from './queue.ts';

export type { ChatToReach } from '../../records/nudge-kinds.ts';

const NOT_KNOWN = 'UTC';

/**
 * Remembers how somebody is reached in the chat that they have alone with the bot. To be called whenever something comes
 * from there: it writes only what has changed, so that nothing kept says when somebody was there last. Whoever makes the
 * reference leaves out what differs from turn to turn.
 */
export async function rememberChat(ports: Ports, who: Receiver, chat: ChatToReach): Promise<void> {
  const known = await readChat(ports, who);
  if (known && sameChat(known, chat)) return;
  const put: WriteOperation = { type: 'put', document: document(nudgeRecords.chat, NUDGE_IDS.chat, chat) };
  if (await readState(ports, who)) {
    await ports.store.batch(nudgePlace(who), [put]);
    return wake(ports, who);
  }
  const entry = await enqueue(ports, who, Math.floor(ports.now() / MINUTE) * MINUTE);
  const state = { handled: [], last: [], lastDay: null, entry, claimedUntil: null, failing: null };
  // One batch: a chat that is known is looked at.
  const begun = await ports.store.batch(nudgePlace(who), [
    put,
    { type: 'create', document: document(nudgeRecords.state, NUDGE_IDS.state, state) },
  ]);
  // Two turns at the same moment: the other one has begun it.
  if (!begun.ok) await ports.store.batch(nudgePlace(who), [put]);
}

/**
 * Forgets how somebody is reached: they removed the bot. What they said about being spoken to stays, so that whoever stopped
 * it is not spoken to when the bot comes back.
 */
export async function forgetChat(ports: Ports, who: Receiver): Promise<void> {
  const place = nudgePlace(who);
  const state = await readState(ports, who);
  await ports.store.delete(place, NUDGE_IDS.chat);
  await ports.store.delete(place, NUDGE_IDS.state);
  if (state) await ports.store.delete(NUDGE_QUEUE, state.value.entry);
}

/** Forgets all that is kept to speak to somebody, and how they wanted it. */
export async function forgetNudges(ports: Ports, who: Receiver): Promise<void> {
  await forgetChat(ports, who);
  await ports.store.delete(nudgePlace(who), NUDGE_IDS.preferences);
  await leaveQueue(ports, who);
}

export async function readChat(ports: Ports, who: Receiver): Promise<ChatToReach | null> {
  const kept = await readKept(ports, nudgeRecords.chat, { place: nudgePlace(who), id: NUDGE_IDS.chat });
  return kept?.value ?? null;
}

export async function readPreferences(ports: Ports, who: Receiver): Promise<NudgePreferences> {
  const kept = await readKept(ports, nudgeRecords.preferences, { place: nudgePlace(who), id: NUDGE_IDS.preferences });
  return kept?.value ?? USUAL_PREFERENCES;
}

/** The time zone that somebody is in: the one that they chose, else the one that their chat tells. */
export function zoneOf(preferences: NudgePreferences, chat: ChatToReach | null): string {
  const zone = preferences.timeZone ?? chat?.timeZone ?? NOT_KNOWN;
  return isTimeZone(zone) ? zone : NOT_KNOWN;
}

function sameChat(one: ChatToReach, other: ChatToReach): boolean {
  return canonical(one) === canonical(other);
}

/** The text of a value in which the order of its parts makes no difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.sort().join()}}`;
}
