import type { RoundId, MeetingId } from '../../kernel/ids.ts';
import { assert } from '../../kernel/assert.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { document, readKept } from '../documents.ts';
import { IDS } from '../places.ts';
import { TEAMS_LISTED } from '../organisation/places.ts';
import {
  STORE_LIMITS,
  type Container,
  type DocumentStore,
  type Place,
  type ScannedDocument,
} from '../ports/document-store.ts';
import type { RoundKeys } from '../ports/round-keys.ts';
import { isOfTenant, kindOf, listedMeetings, OVER_ALL_TENANTS, type TenantKind } from './tenant-documents.ts';

/** What holds something of a tenant. */
export interface TenantStores {
  readonly store: DocumentStore;
  readonly roundKeys: RoundKeys;
}

/** How many documents of each kind, and keys of rounds that are not sealed, there are of a tenant, or were. */
export type TenantCounts = Readonly<Partial<Record<TenantKind | 'keys', number>>>;

/** What is there of a tenant. */
export interface TenantHoldings {
  readonly counts: TenantCounts;
  /** How the tenant's teams call their organisation, each name once. */
  readonly organisations: readonly string[];
}

/** What says which rounds there are goes last: until then, whatever was cut short finds the keys again. */
const ORDER = ['ballots', 'private', 'teams', 'core'] as const satisfies readonly Container[];
const PAGE = 200;
/** Whatever is written meanwhile, by a service that still works for the tenant, is found by going through all of it again. */
const MOST_PASSES = 3;

/** Looks at everything that is kept of a tenant. Throws `NewerForm` where a newer version of the program has written. */
export async function lookAtTenant({ store }: Pick<TenantStores, 'store'>, tenant: string): Promise<TenantHoldings> {
  const counts = new Counts();
  const organisations = new Set<string>();
  const { meetings, rounds } = await meetingsOf(store, tenant);
  counts.add('keys', rounds.length);
  for await (const { place, document: kept } of ofLists(store, { tenant, meetings }))
    counts.add(kindOf(place, kept.id), 1);
  for (const container of ORDER) {
    for await (const page of pagesOf(store, container, tenant)) {
      for (const { place, document: kept } of page) {
        counts.add(kindOf(place, kept.id), 1);
        if (container === 'teams' && kept.id === IDS.team) organisations.add(decode(records.team, kept).organisation);
      }
    }
  }
  return { counts: counts.all, organisations: [...organisations] };
}

/**
 * Deletes everything that is kept of a tenant: first what is to be done for it by the clock, then the keys that tie answers
 * to people, then its documents. Every step can be repeated: called again, it goes on where it was cut short. `tell` is
 * given the number of documents that are gone. `isDone` is false when something is written for the tenant all the time.
 */
export async function forgetTenant(
  { store, roundKeys }: TenantStores,
  tenant: string,
  tell: (done: number) => void = () => undefined,
): Promise<{ readonly counts: TenantCounts; readonly isDone: boolean }> {
  const counts = new Counts();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = counts.sum;
    const known = await meetingsOf(store, tenant);
    await forgetProgress(store);
    for await (const { place, document: kept } of ofLists(store, { tenant, meetings: known.meetings })) {
      if ((await store.delete(place, kept.id)).ok) counts.add(kindOf(place, kept.id), 1);
    }
    for (const round of known.rounds) await roundKeys.destroy(round);
    for (const container of ORDER) {
      for await (const page of pagesOf(store, container, tenant)) {
        await forgetPage(store, page, counts);
        if (page.length > 0) tell(counts.sum);
      }
    }
    counts.add('keys', known.rounds.length);
    // A pass that found nothing has seen that nothing is left.
    if (counts.sum === before) {
      await store.scrub();
      return { counts: counts.all, isDone: true };
    }
  }
  await store.scrub();
  return { counts: counts.all, isDone: false };
}

class Counts {
  readonly #all = new Map<TenantKind | 'keys', number>();

  add(kind: TenantKind | 'keys', count: number): void {
    if (count > 0) this.#all.set(kind, (this.#all.get(kind) ?? 0) + count);
  }

  get all(): TenantCounts {
    return Object.fromEntries(this.#all);
  }

  /** Of documents alone. */
  get sum(): number {
    return [...this.#all].reduce((sum, [kind, count]) => (kind === 'keys' ? sum : sum + count), 0);
  }
}

interface TenantMeetings {
  readonly meetings: ReadonlySet<MeetingId>;
  /** The rounds that may have a key. */
  readonly rounds: readonly RoundId[];
}

async function meetingsOf(store: DocumentStore, tenant: string): Promise<TenantMeetings> {
  const meetings = new Set<MeetingId>();
  const rounds: RoundId[] = [];
  for await (const page of pagesOf(store, 'core', tenant)) {
    for (const { document: kept } of page) {
      if (kept.id !== IDS.meeting) continue;
      const meeting = decode(records.meeting, kept);
      meetings.add(meeting.id);
      if (meeting.status === 'draft' || (meeting.status === 'closed' && meeting.sealed)) continue;
      rounds.push(...meeting.rounds.map(({ id }) => id));
    }
  }
  return { meetings, rounds };
}

/** What stands of a tenant on the lists of all. */
async function* ofLists(
  store: DocumentStore,
  { tenant, meetings }: { readonly tenant: string; readonly meetings: ReadonlySet<MeetingId> },
) {
  for (const place of OVER_ALL_TENANTS) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<DocumentStore['list']>> = await store.list(place, {
        prefix: '',
        limit: STORE_LIMITS.pageDocuments,
        ...(after === null ? {} : { after }),
      });
      for (const kept of page.documents) {
        if (kept.body['tenant'] === tenant || listedMeetings(place, kept.id, meetings)) yield { place, document: kept };
      }
      after = page.next;
    } while (after !== null);
  }
}

/** Where going through all teams stands may be at one of the tenant's: it begins again, which costs nothing but time. */
async function forgetProgress(store: DocumentStore): Promise<void> {
  const address = { place: TEAMS_LISTED, id: 'progress' };
  const kept = await readKept({ store }, organisationRecords.teamsListed, address);
  if ((kept?.value.after ?? null) === null || !kept) return;
  const anew = document(organisationRecords.teamsListed, address.id, { ...kept.value, after: null });
  await store.replace(address.place, anew, kept.etag);
}

async function* pagesOf(store: DocumentStore, container: Container, tenant: string) {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<DocumentStore['scan']>> = await store.scan(container, { after, limit: PAGE });
    yield page.documents.filter(({ place }) => isOfTenant(place, tenant));
    after = page.next;
  } while (after !== null);
}

async function forgetPage(store: DocumentStore, page: readonly ScannedDocument[], counts: Counts): Promise<void> {
  const byPartition = Map.groupBy(page, ({ place }) => place.partition);
  for (const documents of byPartition.values()) {
    for (let from = 0; from < documents.length; from += STORE_LIMITS.batchOperations) {
      await forgetTogether(store, documents.slice(from, from + STORE_LIMITS.batchOperations), counts);
    }
  }
}

/** In one batch, or one by one where something has ended by itself meanwhile. */
async function forgetTogether(
  store: DocumentStore,
  documents: readonly ScannedDocument[],
  counts: Counts,
): Promise<void> {
  const [first] = documents;
  assert(first, 'a partition of a page has a document');
  const place: Place = first.place;
  const ids = [...new Set(documents.map(({ document: { id } }) => id))];
  const batch = await store.batch(
    place,
    ids.map((id) => ({ type: 'delete', id })),
  );
  for (const id of ids) {
    if (batch.ok || (await store.delete(place, id)).ok) counts.add(kindOf(place, id), 1);
  }
}
