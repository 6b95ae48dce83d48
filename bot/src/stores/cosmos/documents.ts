import { randomBytes } from 'node:crypto';
import { checkedBody, type NewDocument, type StoredDocument } from '@plumbline/shared/application/ports/document-store';
import type { JsonObject } from '@plumbline/shared/kernel/json';

/** A document as Cosmos keeps it; `etag` is ours, for Cosmos's own tells order and how many writes there were. */
export interface WireDocument {
  readonly id: string;
  readonly pk: string;
  readonly schema: number;
  readonly etag: string;
  readonly body: JsonObject;
  readonly ttl?: number;
}

/** A note that documents were deleted, for the feed of changes, which shows no deletes. */
export interface Note {
  readonly id: string;
  readonly pk: string;
  readonly etag: string;
  readonly gone: readonly string[];
  readonly ttl: number;
}

/** What Cosmos adds to whatever it keeps and we look at: the version for If-Match, which never leaves this folder. */
export interface Versioned {
  readonly _etag: string;
}

/** A document that is to be written, taken from the caller's at the moment of the call. */
export interface Draft {
  readonly wire: WireDocument;
  /** The body's text: each reader gets a copy of its own. */
  readonly text: string;
}

/** Long enough for an instance that was cut off to come back and still read of the delete. */
const NOTE_SECONDS = 3_600;

/** A draft of a document within the limits, with a new random etag. */
export function draftOf(partition: string, document: NewDocument): Draft {
  const text = checkedBody(document);
  const { id, schema, lifetime } = document;
  const body = JSON.parse(text) as JsonObject;
  const ttl = lifetime === undefined ? {} : { ttl: lifetime };
  return { wire: { id, pk: partition, schema, etag: newEtag(), body, ...ttl }, text };
}

/** A note that these documents of a partition are gone. */
export function noteOf(partition: string, gone: readonly string[]): Note {
  return { id: `~gone|${newEtag()}`, pk: partition, etag: newEtag(), gone, ttl: NOTE_SECONDS };
}

/** What the port shows of a draft. */
export function storedDraft({ wire, text }: Draft): StoredDocument {
  return { id: wire.id, schema: wire.schema, etag: wire.etag, body: JSON.parse(text) as JsonObject };
}

/** What the port shows of a kept document. */
export function stored({ id, schema, etag, body }: WireDocument): StoredDocument {
  return { id, schema, etag, body };
}

export function isNote(kept: WireDocument | Note): kept is Note {
  return 'gone' in kept;
}

function newEtag(): string {
  return randomBytes(12).toString('base64url');
}
