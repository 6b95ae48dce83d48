import { useView } from '../app/api.ts';
import { undoStoreOf } from './undo-stores.ts';
import type { UndoStore } from './undo-store.ts';

/** What whoever is signed in can still undo. */
export function useUndoStore(): UndoStore {
  const { data } = useView('viewHome', {});
  return undoStoreOf(data?.person.person ?? null);
}
