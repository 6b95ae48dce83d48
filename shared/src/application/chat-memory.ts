import { chatRecords, type ChatMemory } from '../records/chat-kinds.ts';
import { document, readKept } from './documents.ts';
import { privatePlace } from './places.ts';
import type { Actor, Ports } from './use-case.ts';

export type { ChatMemory, Errand } from '../records/chat-kinds.ts';

const ID = 'chat|memory';

const NOTHING: ChatMemory = { team: null, last: null, commitments: [], waiting: null, undo: null };

/** What the conversation with somebody remembers; it goes when they delete what is theirs. */
export async function recallChat(ports: Ports, { tenant, person }: Actor): Promise<ChatMemory> {
  const kept = await readKept(ports, chatRecords.memory, { place: privatePlace(tenant, person), id: ID });
  return kept?.value ?? NOTHING;
}

/** Whether somebody is met for the first time: of several who ask at once, one is told so. */
export async function meet(ports: Ports, { tenant, person }: Actor): Promise<boolean> {
  const created = await ports.store.create(privatePlace(tenant, person), document(chatRecords.memory, ID, NOTHING));
  return created.ok;
}

/** Keeps it. One person says one thing after the other, so the last word stands. */
export async function keepChat(ports: Ports, { tenant, person }: Actor, memory: ChatMemory): Promise<void> {
  await ports.store.put(privatePlace(tenant, person), document(chatRecords.memory, ID, memory));
}
