import type { DocumentStore, NewDocument, Place, StoredDocument } from '../../application/ports/document-store.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Result } from '../../kernel/result.ts';

/** Gives the store of the running test. */
export type Subject = () => DocumentStore;

export const HERE: Place = { container: 'core', partition: 't|acme|m|meeting_1' };
export const EXISTS = { ok: false, error: { kind: 'store.exists' } };
export const MISSING = { ok: false, error: { kind: 'store.missing' } };
export const STALE = { ok: false, error: { kind: 'store.stale' } };

/** A document of schema 1. */
export function document(id: string, body: JsonObject = {}): NewDocument {
  return { id, schema: 1, body };
}

/** The value of a write that must succeed. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`The write was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The ids of the documents, in their order. */
export function idsOf(documents: readonly StoredDocument[]): string[] {
  return documents.map((kept) => kept.id);
}

/** The ids that the store lists, at most 1000. */
export async function idsIn(store: DocumentStore, prefix = '', place = HERE): Promise<string[]> {
  return idsOf((await store.list(place, { prefix, limit: 1_000 })).documents);
}

/** The order of UTF-8 bytes, which is the order of code points. */
export function byBytes(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  for (const [at, point] of (a ?? []).entries()) {
    const difference = point - (b?.[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return (a?.length ?? 0) - (b?.length ?? 0);
}

/** Changes what it can of a document's body, as a careless caller would. */
export function spoil(kept: StoredDocument | null | undefined): void {
  const list = kept?.body['list'];
  if (Array.isArray(list) && !Object.isFrozen(list)) list.push('spoiled');
}

/** Waits until the condition holds, with the store's own answers as the clock; a condition that never holds throws. */
export async function until(store: DocumentStore, condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !condition(); turn += 1) await store.ping();
  if (!condition()) throw new Error('The store told nothing of a committed write.');
}
