import type { JsonObject } from '@plumbline/shared/kernel/json';
import {
  CONFLICT,
  isRefusal,
  NOT_FOUND,
  NOT_MET,
  refusal,
  TOO_LARGE,
  WRONG_PARTITION,
  type Refusal,
} from './answer.ts';
import { SMALL_CHARGE, readCharge, writeCharge } from './charges.ts';
import {
  documentRid,
  etagOf,
  prepared,
  REMEMBERED_WRITES,
  type ContainerRow,
  type Database,
  type DocumentRow,
} from './storage.ts';
import { findDocument, latest } from './versions.ts';

/** The most that a document, a request or a batch may have, in bytes of UTF-8. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** Where and when a write happens: one logical partition, one second, and its place among the writes of a transaction. */
export interface Slot {
  readonly container: ContainerRow;
  readonly pk: string;
  readonly now: number;
  readonly place: number;
}

/** What came of an operation on a document; `row` is the document as it now is, null when it is deleted. */
export type Outcome =
  | { readonly done: true; readonly status: number; readonly row: DocumentRow | null; readonly charge: number }
  | { readonly done: false; readonly why: Refusal };

/** Creates the document that the body says. */
export function createItem(database: Database, slot: Slot, body: JsonObject): Outcome {
  const id = idOf(slot, body);
  if (typeof id !== 'string') return refused(id);
  if (existing(database, slot, id) !== null) return refused(CONFLICT);
  return written(write(database, slot, { id, body, before: null }), 201);
}

/** Creates the document, or replaces the one that is there. */
export function upsertItem(database: Database, slot: Slot, body: JsonObject): Outcome {
  const id = idOf(slot, body);
  if (typeof id !== 'string') return refused(id);
  const before = existing(database, slot, id);
  return written(write(database, slot, { id, body, before }), before === null ? 201 : 200);
}

/** Replaces the document of that id, in the version `ifMatch` when one is given. */
export function replaceItem(
  database: Database,
  slot: Slot,
  { id, body, ifMatch }: { id: string; body: JsonObject; ifMatch: string | undefined },
): Outcome {
  const name = idOf(slot, body);
  if (typeof name !== 'string') return refused(name);
  if (name !== id) return refused(refusal(400, 'The id of the body is not the one of the link.'));
  const before = existing(database, slot, id);
  if (before === null) return refused(NOT_FOUND);
  if (!matches(before, ifMatch)) return refused(NOT_MET);
  return written(write(database, slot, { id, body, before }), 200);
}

/** Deletes the document, in the version `ifMatch` when one is given. */
export function deleteItem(
  database: Database,
  slot: Slot,
  { id, ifMatch }: { id: string; ifMatch: string | undefined },
): Outcome {
  const before = existing(database, slot, id);
  if (before === null) return refused(NOT_FOUND);
  if (!matches(before, ifMatch)) return refused(NOT_MET);
  retire(database, slot, id);
  return { done: true, status: 204, row: null, charge: writeCharge(before.body.length) };
}

/** Reads the document as it is within a transaction. */
export function readItem(database: Database, slot: Slot, id: string): Outcome {
  const row = existing(database, slot, id);
  return row === null ? refused(NOT_FOUND) : { done: true, status: 200, row, charge: readCharge(row.body.length) };
}

/** The JSON of a document with what the service adds to it. */
export function documentJson(row: DocumentRow, more: Readonly<Record<string, number>> = {}): string {
  const collection = Buffer.from(row.container.replaceAll('-', '/'), 'base64');
  const database = collection.subarray(0, 4).toString('base64').replaceAll('/', '-');
  const added = JSON.stringify({
    _rid: row.rid,
    _self: `dbs/${database}/colls/${row.container}/docs/${row.rid}/`,
    _etag: row.etag,
    _attachments: 'attachments/',
    _ts: row.ts,
    ...more,
  });
  return `${row.body.slice(0, -1)},${added.slice(1)}`;
}

/** The charge of an outcome, a small one when nothing was done. */
export function chargeOf(outcome: Outcome): number {
  return outcome.done ? outcome.charge : SMALL_CHARGE;
}

/** Whether the document is in the version that the header names; `*` is any. */
export function matches(row: DocumentRow, etag: string | undefined): boolean {
  return etag === undefined || etag === '*' || etag === row.etag;
}

function refused(why: Refusal): Outcome {
  return { done: false, why };
}

function written(row: DocumentRow | Refusal, status: number): Outcome {
  if (isRefusal(row)) return refused(row);
  return { done: true, status, row, charge: writeCharge(row.body.length) };
}

function existing(database: Database, { container, pk, now }: Slot, id: string): DocumentRow | null {
  return findDocument(database, latest(container, now), { pk, id });
}

/** The id in the body, or what is wrong with the body. */
function idOf(slot: Slot, body: JsonObject): string | Refusal {
  const { id, pk, ttl } = body;
  if (typeof id !== 'string' || id === '' || /[/\\?#]/.test(id) || Buffer.byteLength(id) > 1023) {
    return refusal(400, `The input name '${typeof id === 'string' ? id : ''}' is invalid.`);
  }
  if (pk !== slot.pk) return WRONG_PARTITION;
  if (ttl !== undefined && !isLifetime(ttl)) {
    return refusal(
      400,
      `The input ttl '${JSON.stringify(ttl)}' is invalid. Ensure to provide a nonzero positive integer less than or equal to '2147483647'`,
    );
  }
  return id;
}

/** Whether a document or a container may have this as its lifetime in seconds; -1 is for good. */
export function isLifetime(ttl: unknown): ttl is number {
  return typeof ttl === 'number' && Number.isInteger(ttl) && (ttl === -1 || ttl >= 1) && ttl <= 2_147_483_647;
}

function write(
  database: Database,
  slot: Slot,
  { id, body, before }: { id: string; body: JsonObject; before: DocumentRow | null },
): DocumentRow | Refusal {
  const lsn = slot.container.lsn + 1;
  const text = JSON.stringify(withoutAdded(body));
  if (Buffer.byteLength(text) > MOST_BYTES) return TOO_LARGE;
  const row: DocumentRow = {
    container: slot.container.rid,
    pk: slot.pk,
    id,
    rid: before?.rid ?? newDocumentRid(database, slot.container),
    etag: etagOf(lsn, slot.place, slot.now),
    ts: slot.now,
    ttl: isLifetime(body['ttl']) ? body['ttl'] : null,
    lsn,
    place: slot.place,
    gone: 'gone' in body ? 1 : 0,
    body: text,
  };
  retire(database, slot, id);
  prepared<[DocumentRow]>(
    database,
    `INSERT INTO documents (container, pk, id, rid, etag, ts, ttl, lsn, place, gone, body)
     VALUES (@container, @pk, @id, @rid, @etag, @ts, @ttl, @lsn, @place, @gone, @body)`,
  ).run(row);
  return row;
}

/** Takes the document away, and remembers it for readers who are behind. A version of this same write nobody ever saw. */
function retire(database: Database, { container, pk }: Slot, id: string): void {
  const name = { rid: container.rid, pk, id, until: container.lsn + 1 };
  prepared<[object]>(
    database,
    `INSERT INTO replaced SELECT container, pk, id, rid, etag, ts, ttl, lsn, place, gone, body, @until
     FROM documents WHERE container = @rid AND pk = @pk AND id = @id AND lsn < @until`,
  ).run(name);
  prepared<[object]>(database, 'DELETE FROM documents WHERE container = @rid AND pk = @pk AND id = @id').run({
    rid: name.rid,
    pk,
    id,
  });
}

/** Counts the transaction's writes as one, and forgets what no reader can be behind enough to see. */
export function countWrite(database: Database, container: ContainerRow): void {
  const lsn = container.lsn + 1;
  prepared<[number, string]>(database, 'UPDATE containers SET lsn = ? WHERE rid = ?').run(lsn, container.rid);
  prepared<[string, number]>(database, 'DELETE FROM replaced WHERE container = ? AND until < ?').run(
    container.rid,
    lsn - REMEMBERED_WRITES,
  );
}

function newDocumentRid(database: Database, container: ContainerRow): string {
  const count = prepared<[string], { readonly documents: number }>(
    database,
    'UPDATE containers SET documents = documents + 1 WHERE rid = ? RETURNING documents',
  );
  return documentRid(container.rid, count.get(container.rid)?.documents ?? 1);
}

/** What the service adds is never taken from a client that sends a document back as it got it. */
function withoutAdded(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !ADDED.has(name)));
}

const ADDED: ReadonlySet<string> = new Set(['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn']);
