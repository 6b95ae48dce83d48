import type { UndoRecord } from '../host/way-back.ts';
import { nobodysShelf } from './shelf.ts';
import { shelfOnDevice } from './shelf-on-device.ts';
import { createUndoStore, type UndoStore } from './undo-store.ts';

/** They outlive every screen, also the one that asks somebody to sign in again. */
const stores = new Map<string | null, UndoStore>();

/** What a person can still undo; `null` where it is not known who is here: then all is kept as long as the pane. */
export function undoStoreOf(person: string | null): UndoStore {
  const known = stores.get(person);
  if (known) return known;
  const device = person === null ? nobodysShelf<UndoRecord>() : shelfOnDevice<UndoRecord>('plumbline-undo');
  const made = createUndoStore({ person: person ?? '', device, now: Date.now });
  stores.set(person, made);
  return made;
}

/** What somebody else left on this device goes, and what is too old or too much. */
export async function tidyUndos(person: string): Promise<void> {
  await undoStoreOf(person).list();
}
