import type { AuditEntry } from '../../domain/audit/audit.ts';
import { renamed, type Leaver } from '../../domain/meeting/former-member.ts';
import { DAY, MINUTE, type Duration, type Instant } from '../../kernel/instant.ts';
import type { MeetingId, PersonId, TeamId } from '../../kernel/ids.ts';
import { lifecycleRecords } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { document, listAll } from '../documents.ts';
import type { NewDocument, Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';
import { auditMarksPlace, auditPlace } from './places.ts';

/** An entry with the id under which it lies. */
export interface KeptEntry extends AuditEntry {
  readonly id: string;
}

/** Where no shorter time is set for an organisation, entries end by themselves after two years. */
const LONGEST_KEPT = 24;
const MONTH: Duration = (DAY * 365.25) / 12;
/** Counted down from here, so that the newest entry has the first id. */
const LAST_MINUTE = 999_999_999;
export const ENTRIES_PER_PAGE = 50;

/** How long so many months are. */
export function monthsLong(months: number): Duration {
  return Math.round(months * MONTH);
}

/** For how many months an organisation's logs are kept. */
export function longestLogged(ports: Ports, tenant: string): number {
  return Math.min(ports.keptMonths(tenant) ?? LONGEST_KEPT, LONGEST_KEPT);
}

/** Writes an entry down. `twice` is the same for the same call sent again, and random for anything else. */
export async function appendEntry(
  ports: Ports,
  {
    tenant,
    of,
    entry,
    twice,
  }: {
    readonly tenant: string;
    readonly of: TeamId | PersonId;
    readonly entry: AuditEntry;
    readonly twice: readonly string[];
  },
): Promise<void> {
  const at = toTheMinute(entry.at);
  await ports.store.put(
    auditPlace(tenant, of),
    entryDocument(ports, tenant, { ...entry, at, id: idAt(ports, at, twice) }),
  );
}

/** One page of a log, newest first; `after` is the last id of the page before. */
export async function readEntries(
  ports: Ports,
  place: Place,
  after: string | null,
): Promise<{ readonly entries: readonly KeptEntry[]; readonly next: string | null }> {
  const query = { prefix: '', limit: ENTRIES_PER_PAGE, ...(after === null ? {} : { after }) };
  const { documents, next } = await ports.store.list(place, query);
  return { entries: documents.map(entryOf), next };
}

/** All of a log. */
export async function entriesOf(ports: Ports, place: Place): Promise<readonly KeptEntry[]> {
  return (await listAll(ports, place, '')).map(entryOf);
}

/** All of a log that was done by a person, or to them. */
export async function entriesAbout(ports: Ports, place: Place, person: PersonId): Promise<readonly KeptEntry[]> {
  return (await entriesOf(ports, place)).filter((entry) => entry.person === person || entry.about === person);
}

/**
 * Puts the alias of a former member wherever the person was. Each entry gets a new id, for one that was made from a call
 * could be made again by whoever knows of it, and ends when it would have ended.
 */
export async function renameInLog(
  ports: Ports,
  { tenant, team, leaver }: { readonly tenant: string; readonly team: TeamId; readonly leaver: Leaver },
): Promise<void> {
  const place = auditPlace(tenant, team);
  for (const { id, ...entry } of await entriesAbout(ports, place, leaver.person)) {
    const about = entry.about === null ? null : renamed(entry.about, leaver);
    const next = {
      ...entry,
      person: renamed(entry.person, leaver),
      about,
      id: idAt(ports, entry.at, randomParts(ports)),
    };
    // One batch, so that a crash leaves neither a second entry nor none.
    await ports.store.batch(place, [
      { type: 'delete', id },
      { type: 'put', document: entryDocument(ports, tenant, next) },
    ]);
  }
}

/** Whether this was already written down today; the mark that says so is gone tomorrow. */
export async function isMarked(ports: Ports, mark: AuditMark): Promise<boolean> {
  return (await ports.store.read(auditMarksPlace(mark.tenant, mark.of), mark.id)) !== null;
}

/** Remembers that this was written down today. */
export async function setMark(ports: Ports, mark: AuditMark): Promise<void> {
  const marked = { ...document(lifecycleRecords.auditMark, mark.id, {}), lifetime: DAY / 1_000 };
  await ports.store.put(auditMarksPlace(mark.tenant, mark.of), marked);
}

/** Where it is remembered that something was written down today. */
export interface AuditMark {
  readonly tenant: string;
  readonly of: MeetingId | TeamId | PersonId;
  readonly id: string;
}

/** Parts that make an id that never comes again. */
export function randomParts(ports: Ports): readonly string[] {
  return [String(ports.random()), String(ports.random()), String(ports.random())];
}

function entryOf(stored: Parameters<typeof decode>[1]): KeptEntry {
  return { ...decode(lifecycleRecords.auditEntry, stored), id: stored.id };
}

function entryDocument(ports: Ports, tenant: string, { id, ...entry }: KeptEntry): NewDocument {
  const kept = monthsLong(longestLogged(ports, tenant));
  const left = Math.ceil((entry.at + kept - ports.now()) / 1_000);
  return { ...document(lifecycleRecords.auditEntry, id, entry), lifetime: Math.max(1, left) };
}

function idAt(ports: Ports, at: Instant, parts: readonly string[]): string {
  const down = String(LAST_MINUTE - Math.floor(at / MINUTE)).padStart(9, '0');
  return `${down}-${ports.idFrom('comment', ['audit', ...parts]).slice('comment_'.length)}`;
}

function toTheMinute(at: Instant): Instant {
  return Math.floor(at / MINUTE) * MINUTE;
}
