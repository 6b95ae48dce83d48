import { asJsonObject } from '../kernel/json.ts';
import { currentSchema, decode, type RecordKind } from '../records/record.ts';
import type { NewDocument, Place, StoredDocument } from './ports/document-store.ts';
import type { Ports } from './use-case.ts';

/** A decoded document together with the version of it that was read. */
export interface Kept<T> {
  readonly value: T;
  readonly etag: string;
}

/** Where one document lies. */
export interface Address {
  readonly place: Place;
  readonly id: string;
}

/** A value in the form in which the store keeps it. */
export function document<T extends object>(kind: RecordKind<T>, id: string, value: T): NewDocument {
  return { id, schema: currentSchema(kind), body: asJsonObject(value) };
}

/** One document of a kind, or `null` when there is none. */
export async function readKept<T>(ports: Ports, kind: RecordKind<T>, { place, id }: Address): Promise<Kept<T> | null> {
  const stored = await ports.store.read(place, id);
  return stored ? { value: decode(kind, stored), etag: stored.etag } : null;
}

/** All documents of a place whose ids begin with the prefix, in the order of their ids. */
export async function listAll(ports: Ports, place: Place, prefix: string): Promise<readonly StoredDocument[]> {
  const all: StoredDocument[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Ports['store']['list']>> = await ports.store.list(place, {
      prefix,
      limit: 1_000,
      ...(after === null ? {} : { after }),
    });
    all.push(...page.documents);
    after = page.next;
  } while (after !== null);
  return all;
}
