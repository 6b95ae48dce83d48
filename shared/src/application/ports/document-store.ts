import { assert } from '../../kernel/assert.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Result } from '../../kernel/result.ts';

/** The four kinds of storage. Writes in `core` and `teams` are told to watchers; those in `ballots` and `private` never. */
export type Container = 'core' | 'teams' | 'ballots' | 'private';

/** Where a document lies. A batch, a list and a count see one place only. */
export interface Place {
  readonly container: Container;
  readonly partition: string;
}

/** What is kept under an id; `schema` is the version of the form of `body`, counted from 1. */
interface Content {
  readonly id: string;
  readonly schema: number;
  readonly body: JsonObject;
}

/**
 * A document to be kept. `lifetime`: it is gone so many whole seconds after this write; for good if not given. `survives`:
 * what a write on its own must outlive before it is told; a restart, but not a power cut, is quicker, and is outlived with
 * the next write that outlives both. Both if not given.
 */
export interface NewDocument extends Content {
  readonly lifetime?: number;
  readonly survives?: 'restart';
}

/** A kept document. `etag` is random, differs after every write and says nothing about order or time. */
export interface StoredDocument extends Content {
  readonly etag: string;
}

export interface AlreadyExists {
  readonly kind: 'store.exists';
}
export interface Missing {
  readonly kind: 'store.missing';
}
export interface Stale {
  readonly kind: 'store.stale';
}
export type StoreFailure = AlreadyExists | Missing | Stale;

/** The failure of a batch; `index` is the place of the operation that refused. */
export type BatchFailure = StoreFailure & { readonly index: number };

export type WriteOperation =
  | { readonly type: 'create'; readonly document: NewDocument }
  | { readonly type: 'replace'; readonly document: NewDocument; readonly etag: string }
  | { readonly type: 'put'; readonly document: NewDocument }
  | { readonly type: 'delete'; readonly id: string; readonly etag?: string }
  /** Writes nothing, and lets the batch be done only while the document is there. */
  | { readonly type: 'require'; readonly id: string };

/** Which documents to list: ids that begin with `prefix` and come after `after`; `limit` is 1 to 1000, 100 if not given. */
export interface ListQuery {
  readonly prefix: string;
  readonly after?: string;
  readonly limit?: number;
}

/** One page in the order of the ids' UTF-8 bytes; `next` is the `after` of the following page, null on the last. */
export interface ListPage {
  readonly documents: readonly StoredDocument[];
  readonly next: string | null;
}

/** Where a scan of a container goes on, `null` for its beginning; `limit` is 1 to 1000. */
export interface ScanQuery {
  readonly after: string | null;
  readonly limit: number;
}

/** A document as a scan tells it. */
export interface ScannedDocument {
  readonly place: Place;
  readonly document: StoredDocument;
  /**
   * The rest of its lifetime in whole seconds, at least 1; null when it is there for good. A move needs it: what ends by
   * itself must end in the other store too. (Cosmos: `_ts + ttl` less its own clock, never the `ttl` that was written.)
   */
  readonly secondsLeft: number | null;
}

/** Some of a container's documents, in no order; `next` is the `after` of the following page, null when all were told. */
export interface ScanPage {
  readonly documents: readonly ScannedDocument[];
  readonly next: string | null;
}

/** A committed write; `document` is null when it was deleted. */
export interface StoreChange {
  readonly place: Place;
  readonly id: string;
  readonly document: StoredDocument | null;
}

/**
 * Keeps JSON documents. A resolved write survives a crash. What a caller hands in or gets is a copy: changing it does not
 * change the store. Breaking the limits below is a bug and rejects; so does every call after `close`.
 */
export interface DocumentStore {
  read(place: Place, id: string): Promise<StoredDocument | null>;
  create(place: Place, document: NewDocument): Promise<Result<StoredDocument, AlreadyExists>>;
  replace(place: Place, document: NewDocument, etag: string): Promise<Result<StoredDocument, Missing | Stale>>;
  /** Creates the document or replaces whatever is there. */
  put(place: Place, document: NewDocument): Promise<StoredDocument>;
  /** Deletes the document, only in the version `etag` when one is given. */
  delete(place: Place, id: string, etag?: string): Promise<Result<null, Missing | Stale>>;
  /**
   * Applies the operations in order, all or none; the value has one entry an operation, null for a delete and a require.
   * A batch that requires a document, and a write that deletes it, come one after the other: see `settle`.
   */
  batch(
    place: Place,
    operations: readonly WriteOperation[],
  ): Promise<Result<readonly (StoredDocument | null)[], BatchFailure>>;
  /**
   * Resolves when every batch that required a document which is deleted by now has been carried out, so that what it wrote
   * can be read: at once where the engine does one thing after the other.
   */
  settle(): Promise<void>;
  list(place: Place, query: ListQuery): Promise<ListPage>;
  count(place: Place, query: { readonly prefix: string }): Promise<number>;
  /**
   * Goes through everything in a container, page by page, for an operator who moves or counts it. What is written
   * meanwhile may be told or not, and a document may be told twice.
   */
  scan(container: Container, query: ScanQuery): Promise<ScanPage>;
  /**
   * Tells of every later committed write in `core` and `teams`: this process's own once, in commit order; those of others
   * soon after, of several to one document perhaps only the last. Returns the function that ends it.
   */
  watch(listener: (change: StoreChange) => void): () => void;
  /**
   * How far this process has seen the store, for another one to catch up with: opaque, and secret, for it tells how much
   * was written. Null for an engine that is always up to date.
   */
  seenUntil(): string | null;
  /**
   * Makes every later answer at least as fresh as what another process had seen; a text that is not one is passed over.
   * Says, once, whether that process had seen more of `core` and `teams` than watchers here were told of so far.
   */
  catchUp(seen: string): boolean;
  /**
   * Overwrites what was deleted or replaced, as far as the engine allows: in the places named, at a cost that grows with
   * them, or everywhere when none are named, at a cost that grows with the whole store.
   */
  scrub(places?: readonly Place[]): Promise<void>;
  /** Resolves when the store can serve. */
  ping(): Promise<void>;
  /** Ends all use; further calls of `close` do nothing. */
  close(): Promise<void>;
}

/** The limits that every adapter keeps, so that what one takes the others take. Sizes are UTF-8 bytes of JSON bodies. */
export const STORE_LIMITS = {
  idBytes: 255,
  partitionBytes: 512,
  documentBytes: 2_000_000,
  /** One fewer than Cosmos takes: its adapter adds a write that tells other instances of deletes. */
  batchOperations: 99,
  batchBytes: 2_000_000,
  pageDocuments: 1_000,
  defaultPageDocuments: 100,
} as const;

/** Whether writes in the container are told to watchers. */
export function isWatched(container: Container): boolean {
  return container === 'core' || container === 'teams';
}

/** Asserts that the partition can be one: 1 to 512 bytes, without `/ \ ? #` and control characters. */
export function checkPlace(place: Place): void {
  assert(place.partition !== '', 'a partition needs a name');
  checkName(place.partition, STORE_LIMITS.partitionBytes);
}

/** Asserts that the text can be an id: 1 to 255 bytes, without `/ \ ? #` and control characters. */
export function checkId(id: string): void {
  assert(id !== '', 'a document needs an id');
  checkName(id, STORE_LIMITS.idBytes);
}

/** Asserts that a page can have so many documents. */
export function checkLimit(limit: number): void {
  assert(
    Number.isInteger(limit) && limit >= 1 && limit <= STORE_LIMITS.pageDocuments,
    `a page has 1 to ${STORE_LIMITS.pageDocuments} documents, not ${limit}`,
  );
}

/** Asserts that the query is within the limits and returns its page size. */
export function checkQuery(query: ListQuery): number {
  const limit = query.limit ?? STORE_LIMITS.defaultPageDocuments;
  checkLimit(limit);
  checkName(query.prefix, STORE_LIMITS.idBytes);
  if (query.after !== undefined) checkId(query.after);
  return limit;
}

/** The JSON text of a document's body, once the document is known to be within the limits. */
export function checkedBody(document: NewDocument): string {
  checkId(document.id);
  const { schema, lifetime = 1 } = document;
  assert(Number.isInteger(schema) && schema >= 1, `${schema} is not a schema version`);
  assert(Number.isInteger(lifetime) && lifetime >= 1, `${lifetime} is not a number of whole seconds`);
  const body = JSON.stringify(document.body);
  assert(fits(body, STORE_LIMITS.documentBytes), `the document ${document.id} has more than 2 MB`);
  return body;
}

/** Asserts that a batch is within the limits: at most 99 operations, and bodies of 2 MB together. */
export function checkBatch(operations: readonly WriteOperation[]): void {
  const { length } = operations;
  assert(
    length <= STORE_LIMITS.batchOperations,
    `a batch of ${length} operations is over ${STORE_LIMITS.batchOperations}`,
  );
  let bodies = '';
  for (const operation of operations) {
    if (operation.type === 'delete' || operation.type === 'require') checkId(operation.id);
    else bodies += checkedBody(operation.document);
  }
  assert(fits(bodies, STORE_LIMITS.batchBytes), 'the documents of a batch have more than 2 MB together');
}

function checkName(name: string, bytes: number): void {
  assert(fits(name, bytes), `the name ${name.slice(0, 40)}... has more than ${bytes} bytes`);
  assert(
    !/[/\\?#\p{Cc}]/u.test(name),
    `the name ${JSON.stringify(name)} has a character that not every engine can keep`,
  );
  assert(name.isWellFormed(), `the name ${JSON.stringify(name)} has half a character`);
}

/** Whether the text has at most so many bytes in UTF-8; a UTF-16 unit never takes more than three. */
function fits(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return true;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xe000) length += 2;
    else length += 3;
  }
  return length <= bytes;
}
