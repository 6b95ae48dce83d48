import type { Meeting } from '../domain/meeting/meeting.ts';
import { isBefore } from '../domain/meeting/phases.ts';
import type { MeetingId } from '../kernel/ids.ts';
import { dayOf, HOUR, SECOND } from '../kernel/instant.ts';
import { meetingChatRecords, type Begun } from '../records/meeting-chat-kinds.ts';
import { decode } from '../records/record.ts';
import { document, forgetAll, listAll, readKept } from './documents.ts';
import { loadMeeting } from './in-team.ts';
import type { MeetingWord, Messenger } from './ports/messenger.ts';
import type { Place } from './ports/document-store.ts';
import type { Ports } from './use-case.ts';

/** A meeting of Teams is over by then, whether or not anybody said so. In seconds, as a store counts lifetimes. */
const UNDER_WAY: number = (6 * HOUR) / SECOND;

/** Meetings whose beginning is to be told late, over all tenants. */
export const LATE_BEGINNINGS: Place = { container: 'private', partition: 'meeting-chats-late' };

/** Which chats are tied to which meetings of an organisation, and what was said there; nobody is told when it changes. */
function chatsPlace(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|meeting-chats` };
}

const IDS = { tied: 'chat|', of: 'meeting|', said: 'said|', begun: 'begun|' } as const;

/** A chat, as Teams names it. */
interface ChatOf {
  readonly tenant: string;
  readonly chat: string;
}

/**
 * Ties a meeting to the chat that it is held in; the last one holds. Where the meeting of Teams is under way already, its
 * beginning is told late. Where it is tied there already, nothing is written.
 */
export async function tie(ports: Ports, { tenant, chat }: ChatOf, meeting: MeetingId): Promise<void> {
  const place = chatsPlace(tenant);
  const hash = hashOf(ports, { tenant, chat });
  const before = await readKept(ports, meetingChatRecords.chat, { place, id: `${IDS.of}${meeting}` });
  const held = await readKept(ports, meetingChatRecords.tied, { place, id: `${IDS.tied}${hash}` });
  if (held?.value.meeting === meeting && before?.value.chat === hash) return;
  if (before && before.value.chat !== hash) await untie(ports, { tenant, hash: before.value.chat, meeting });
  await ports.store.batch(place, [
    { type: 'put', document: document(meetingChatRecords.tied, `${IDS.tied}${hash}`, { meeting }) },
    { type: 'put', document: document(meetingChatRecords.chat, `${IDS.of}${meeting}`, { chat: hash }) },
  ]);
  const begun = await readKept(ports, meetingChatRecords.begun, { place, id: `${IDS.begun}${hash}` });
  if (!begun) return;
  const late = document(meetingChatRecords.late, meeting, { tenant, meeting, ...begun.value });
  await ports.store.put(LATE_BEGINNINGS, { ...late, lifetime: UNDER_WAY });
}

/** Notes that a meeting of Teams is under way in a chat, for whatever is tied to it later. */
export async function noteBegun(ports: Ports, { tenant, chat }: ChatOf, begun: Begun): Promise<void> {
  const note = document(meetingChatRecords.begun, `${IDS.begun}${hashOf(ports, { tenant, chat })}`, begun);
  await ports.store.put(chatsPlace(tenant), { ...note, lifetime: UNDER_WAY });
}

export async function noteEnded(ports: Ports, { tenant, chat }: ChatOf): Promise<void> {
  await ports.store.delete(chatsPlace(tenant), `${IDS.begun}${hashOf(ports, { tenant, chat })}`);
}

/**
 * What is to be said in a chat as a meeting begins or has ended there; `null` where no meeting of ours is tied to it, there
 * is nothing to say of that one, or it was said today. Of several who ask at once, one is told.
 */
export async function takeWord(
  ports: Ports,
  { tenant, chat }: ChatOf,
  moment: MeetingWord['moment'],
): Promise<MeetingWord | null> {
  const id = `${IDS.tied}${hashOf(ports, { tenant, chat })}`;
  const tied = await readKept(ports, meetingChatRecords.tied, { place: chatsPlace(tenant), id });
  return tied && takeWordOf(ports, { tenant, meeting: tied.value.meeting }, moment);
}

/** Tells the beginning of meetings that were tied to their chats only after it. What was taken and not sent is lost. */
export async function sayLate(ports: Ports, messenger: Messenger, goesOn: () => boolean): Promise<void> {
  for (const entry of await listAll(ports, LATE_BEGINNINGS, '')) {
    if (!goesOn()) return;
    try {
      const { reference, locale, ...of } = decode(meetingChatRecords.late, entry);
      const word = await takeWordOf(ports, of, 'begins');
      await ports.store.delete(LATE_BEGINNINGS, entry.id);
      if (word) await messenger.send(reference, { word, locale });
    } catch (fault) {
      ports.tellFault(fault);
    }
  }
}

/** Forgets the chat of a meeting, and what was said there. */
export async function forgetChatOf(ports: Ports, tenant: string, meeting: MeetingId): Promise<void> {
  const place = chatsPlace(tenant);
  const kept = await readKept(ports, meetingChatRecords.chat, { place, id: `${IDS.of}${meeting}` });
  if (kept) await untie(ports, { tenant, hash: kept.value.chat, meeting });
  await ports.store.delete(LATE_BEGINNINGS, meeting);
  await forgetAll(ports, place, `${IDS.said}${meeting}|`);
  await ports.store.delete(place, `${IDS.of}${meeting}`);
}

async function takeWordOf(
  ports: Ports,
  { tenant, meeting: id }: { readonly tenant: string; readonly meeting: MeetingId },
  moment: MeetingWord['moment'],
): Promise<MeetingWord | null> {
  const meeting = (await loadMeeting(ports, tenant, id))?.value;
  if (!meeting || !isWorthTelling(meeting, moment)) return null;
  const now = ports.now();
  const claim = document(meetingChatRecords.said, `${IDS.said}${id}|${moment}|${dayOf(now)}`, { at: now });
  const taken = await ports.store.create(chatsPlace(tenant), claim);
  return taken.ok ? { moment, meeting: id, title: meeting.composition.title } : null;
}

/** A plan is nobody else's business yet; what is over does not begin, and what nobody went through did not end. */
function isWorthTelling(meeting: Meeting, moment: MeetingWord['moment']): boolean {
  if (meeting.status === 'draft' || meeting.format !== 'meeting') return false;
  if (moment === 'begins') return meeting.status === 'open';
  return meeting.status === 'closed' || isBefore('collecting', meeting.phase);
}

/** Only where the chat is still this meeting's. */
async function untie(
  ports: Ports,
  { tenant, hash, meeting }: { readonly tenant: string; readonly hash: string; readonly meeting: MeetingId },
): Promise<void> {
  const address = { place: chatsPlace(tenant), id: `${IDS.tied}${hash}` };
  const kept = await readKept(ports, meetingChatRecords.tied, address);
  if (kept?.value.meeting === meeting) await ports.store.delete(address.place, address.id, kept.etag);
}

/** Which chat it is, for somebody who has the service's secret: ids of chats are not ours to keep. */
function hashOf(ports: Ports, { tenant, chat }: ChatOf): string {
  return ports.idFrom('comment', ['meeting chat', tenant, chat]);
}
