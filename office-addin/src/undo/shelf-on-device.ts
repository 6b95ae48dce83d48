import type { Kept, Shelf } from './shelf.ts';

const STORE = 'kept';
/** A new form of what is kept is a new number: what is there in an older one is forgotten. */
const FORM = 2;

/** A shelf in a database of the browser: it is there until it is cleared, on this device alone. */
export function shelfOnDevice<T>(name: string): Shelf<T> {
  let opening: Promise<IDBDatabase> | null = null;
  const open = () => {
    opening ??= opened(name).catch((cause: unknown) => {
      opening = null;
      throw cause;
    });
    return opening;
  };
  const inStore = async <R>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => { readonly result: R },
  ): Promise<R> => {
    const transaction = (await open()).transaction(STORE, mode);
    const asked = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('it is not kept'));
      transaction.onerror = () => reject(transaction.error ?? new Error('it is not kept'));
    });
    return asked.result;
  };
  return {
    async put(kept) {
      await inStore('readwrite', (store) => store.put(kept));
    },
    all: () => inStore<readonly Kept<T>[]>('readonly', (store) => store.getAll()),
    async remove(ids) {
      for (const id of ids) await inStore('readwrite', (store) => store.delete(id));
    },
  };
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, FORM);
    asked.onupgradeneeded = () => {
      const { result } = asked;
      if (result.objectStoreNames.contains(STORE)) result.deleteObjectStore(STORE);
      result.createObjectStore(STORE, { keyPath: 'id' });
    };
    asked.onsuccess = () => {
      // Another pane with a newer form is not kept waiting.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error ?? new Error('there is no database'));
    asked.onblocked = () => reject(new Error('another pane holds the database'));
  });
}
