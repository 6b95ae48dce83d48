import type { Operation } from '../contract/operation.ts';
import type { OperationName } from '../contract/operations.ts';
import { assert } from '../kernel/assert.ts';
import type { Id, IdKind } from '../kernel/ids.ts';
import { DAY, SECOND } from '../kernel/instant.ts';
import { records } from '../records/kinds.ts';
import { document, readKept } from './documents.ts';
import type { Place, WriteOperation } from './ports/document-store.ts';
import { IDS } from './places.ts';
import type { Call, Ports } from './use-case.ts';

/** The entry that makes a repeated creation answer like the first, without doing it twice. */
export interface Once {
  readonly id: string;
  readonly fingerprint: string;
}

/** A call that creates something, and the name of its operation. */
export type Creation = Pick<Call<Operation>, 'actor' | 'key'> & {
  readonly name: OperationName;
  readonly params: unknown;
  readonly input: unknown;
};

/** The id of what a call creates: the same call sent again creates the same id. */
export function createdId<K extends IdKind>(ports: Ports, kind: K, creation: Creation): Id<K> {
  return ports.idFrom(kind, partsOf(creation));
}

/** The idempotency entry of a call. Neither key nor person can be told from it without the service's secret. */
export function onceOf(ports: Ports, creation: Creation): Once {
  const parts = partsOf(creation);
  return {
    id: `${IDS.once}${ports.idFrom('comment', parts)}`,
    fingerprint: ports.idFrom('comment', [...parts, JSON.stringify([creation.params, creation.input])]),
  };
}

/** Whether a call was carried out before: `same` with the same content, `other` when its key was used for another. */
export async function seenBefore(ports: Ports, place: Place, once: Once): Promise<'no' | 'same' | 'other'> {
  const kept = await readKept(ports, records.onceOnly, { place, id: once.id });
  if (!kept) return 'no';
  return kept.value.fingerprint === once.fingerprint ? 'same' : 'other';
}

/** So long a call that is sent again is known. */
const REMEMBERED_FOR = (7 * DAY) / SECOND;

/** The write that remembers the call; it belongs into the batch that carries it out. */
export function rememberOnce({ id, fingerprint }: Once): WriteOperation {
  const entry = { ...document(records.onceOnly, id, { fingerprint }), lifetime: REMEMBERED_FOR };
  return { type: 'create', document: entry };
}

function partsOf({ name, actor, key }: Creation): readonly string[] {
  assert(key !== null, `${name} came without an idempotency key`);
  return [name, actor.tenant, actor.person, key];
}
