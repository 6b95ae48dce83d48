import { currentSchema, decode, encode, type RecordKind } from '../records/record.ts';
import type { Address, Kept } from './kept.ts';
import { STORE_LIMITS } from './ports/document-store.ts';
import type { DocumentStore, ListPage, NewDocument, Place, StoredDocument } from './ports/document-store.ts';

/** Whatever has the store. */
interface Stored {
  readonly store: DocumentStore;
}

/** A value in the form in which the store keeps it. */
export function document<T extends object>(kind: RecordKind<T>, id: string, value: T): NewDocument {
  return { id, schema: currentSchema(kind), body: encode(kind, value) };
}

/** One document of a kind, or `null` when there is none. */
export async function readKept<T>(
  { store }: Stored,
  kind: RecordKind<T>,
  { place, id }: Address,
): Promise<Kept<T> | null> {
  const stored = await store.read(place, id);
  return stored ? { value: decode(kind, stored), etag: stored.etag } : null;
}

/** All documents of a place whose ids begin with the prefix, in the order of their ids. */
export async function listAll({ store }: Stored, place: Place, prefix: string): Promise<readonly StoredDocument[]> {
  const all: StoredDocument[] = [];
  for await (const page of pagesOf({ store }, place, prefix)) all.push(...page);
  return all;
}

/** All of a kind that lies in a place under ids that begin with the prefix, in no order that says anything. */
export async function allOf<T>(
  stored: Stored,
  kind: RecordKind<T>,
  { place, prefix }: { readonly place: Place; readonly prefix: string },
): Promise<readonly T[]> {
  return (await listAll(stored, place, prefix)).map((one) => decode(kind, one));
}

/** The same documents page by page, for what is too much to have in memory at once. */
export async function* pagesOf(
  { store }: Stored,
  place: Place,
  prefix: string,
): AsyncGenerator<readonly StoredDocument[]> {
  let after: string | null = null;
  do {
    const page: ListPage = await store.list(place, {
      prefix,
      limit: STORE_LIMITS.pageDocuments,
      ...(after === null ? {} : { after }),
    });
    yield page.documents;
    after = page.next;
  } while (after !== null);
}

/** Deletes everything that lies in a place under ids that begin with the prefix. */
export async function forgetAll({ store }: Stored, place: Place, prefix = ''): Promise<void> {
  for (const { id } of await listAll({ store }, place, prefix)) await store.delete(place, id);
}
