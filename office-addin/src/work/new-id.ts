import { ID_BYTES, insertionId } from '@plumbline/shared/ooxml/insertion-id';

/** A new id for an insertion. */
export function newId(): string {
  return insertionId(Date.now(), crypto.getRandomValues(new Uint8Array(ID_BYTES)));
}
