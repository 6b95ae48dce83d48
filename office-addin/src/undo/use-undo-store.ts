import { useView } from '../app/api.ts';
import type { UndoRecord } from '../host/way-back.ts';
import { shelfOnDevice } from './shelf-on-device.ts';
import { createUndoStore, type UndoStore } from './undo-store.ts';

/** It outlives every screen, also the one that asks somebody to sign in again. */
const stores = new Map<string, UndoStore>();

/** What whoever is signed in can still undo. */
export function useUndoStore(): UndoStore {
  const { data } = useView('viewHome', {});
  return storeOf(data?.person.person ?? '');
}

function storeOf(person: string): UndoStore {
  const known = stores.get(person);
  if (known) return known;
  const made = createUndoStore({ person, device: shelfOnDevice<UndoRecord>('plumbline-undo'), now: Date.now });
  stores.set(person, made);
  return made;
}
