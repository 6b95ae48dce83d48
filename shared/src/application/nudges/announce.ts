import type { OpenMeeting } from '../../domain/meeting/meeting.ts';
import { SECOND } from '../../kernel/instant.ts';
import { records } from '../../records/kinds.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { decode } from '../../records/record.ts';
import { document, listAll, readKept } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { IDS, meetingPlace, OPEN_MEETINGS } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { ANNOUNCED } from './places.ts';
import { wake } from './queue.ts';

/** So many lists of participants are gone through in one go, of two thousand each. */
const LISTS_AT_ONCE = 2;
const TOGETHER = 25;
/**
 * A meeting is announced so long after its opening: by then its line in the team's list is there, and what is remembered of
 * the store is younger than its opening, so that whoever is looked at is seen to be asked.
 */
const SETTLED = 15 * SECOND;

/**
 * Has everybody looked at whom a meeting asks that was opened since the last time: those who can be reached are invited.
 * What a crash cut short is gone through again, and nobody is invited twice. A meeting that cannot be read has no other one
 * wait. `goesOn` is asked before each.
 */
export async function announceOpened(ports: Ports, goesOn: () => boolean): Promise<void> {
  const known = new Map((await listAll(ports, ANNOUNCED, '')).map((stored) => [stored.id, stored]));
  for (const entry of await listAll(ports, OPEN_MEETINGS, '')) {
    if (!goesOn()) return;
    try {
      const { tenant, meeting: id } = decode(records.openMeeting, entry);
      const stored = known.get(id);
      known.delete(id);
      const mark = stored ? decode(nudgeRecords.announced, stored) : null;
      if (mark?.done === true) continue;
      const meeting = (await loadMeeting(ports, tenant, id))?.value;
      const isSettled = meeting?.status === 'open' && meeting.terms.openedAt + SETTLED <= ports.now();
      if (isSettled) await announce(ports, meeting, mark?.lists ?? null);
    } catch (fault) {
      ports.tellFault(fault);
    }
  }
  for (const over of known.keys()) await ports.store.delete(ANNOUNCED, over);
}

/** `from`: the next list of participants; `null` before the leaders. */
async function announce(ports: Ports, meeting: OpenMeeting, from: number | null): Promise<void> {
  const { tenant, id, terms } = meeting;
  const place = meetingPlace(tenant, id);
  const keep = (lists: number, done: boolean) =>
    ports.store.put(ANNOUNCED, document(nudgeRecords.announced, id, { lists, done }));
  if (from === null) await wakeAll(ports, tenant, terms.leaders);
  // Participants are invited once they can find what they are invited to.
  const told = await readKept(ports, records.inviting, { place, id: IDS.inviting });
  const until = Math.min(told?.value.lists ?? 0, (from ?? 0) + LISTS_AT_ONCE);
  for (let next = from ?? 0; next < until; next += 1) {
    const list = await readKept(ports, records.participants, { place, id: `${IDS.participants}${next}` });
    await wakeAll(ports, tenant, list?.value.people ?? []);
  }
  const lists = Math.max(from ?? 0, until);
  if (from !== lists || lists === terms.participants.lists) await keep(lists, lists === terms.participants.lists);
}

async function wakeAll(ports: Ports, tenant: string, people: OpenMeeting['terms']['leaders']): Promise<void> {
  for (let from = 0; from < people.length; from += TOGETHER) {
    await Promise.all(people.slice(from, from + TOGETHER).map((person) => wake(ports, { tenant, person })));
  }
}
