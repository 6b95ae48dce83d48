import type { DraftMeeting, Meeting } from '../domain/meeting/meeting.ts';
import { MINUTE, type Instant } from '../kernel/instant.ts';
import { records } from '../records/kinds.ts';
import { document, pagesOf } from './documents.ts';
import { PLANNED_OPENINGS } from './places.ts';
import type { StoredDocument } from './ports/document-store.ts';
import type { Ports } from './use-case.ts';

/**
 * Has a draft looked at when its moment comes. To be called before the draft says so itself: an entry of which no draft says
 * anything does nothing and goes when its moment comes, and a draft without an entry would never open.
 */
export async function listOpening(ports: Ports, { tenant, id }: Meeting, opensAt: Instant): Promise<void> {
  const entry = document(records.plannedOpening, entryOf(opensAt, id), { tenant, meeting: id });
  await ports.store.put(PLANNED_OPENINGS, entry);
}

/** Takes a draft off the list that is gone for good. */
export async function unlistOpening(ports: Ports, { id, opening }: DraftMeeting): Promise<void> {
  if (opening) await ports.store.delete(PLANNED_OPENINGS, entryOf(opening.opensAt, id));
}

/** What is to be looked at now, the earliest first. */
export async function dueOpenings(ports: Ports): Promise<readonly StoredDocument[]> {
  const until = `${minuteOf(ports.now())}|~`;
  const due: StoredDocument[] = [];
  for await (const page of pagesOf(ports, PLANNED_OPENINGS, '')) {
    due.push(...page.filter(({ id }) => id < until));
    if (page.some(({ id }) => id >= until)) break;
  }
  return due;
}

function entryOf(opensAt: Instant, meeting: string): string {
  return `${minuteOf(opensAt)}|${meeting}`;
}

function minuteOf(at: Instant): string {
  return String(Math.floor(at / MINUTE)).padStart(9, '0');
}
