import { openCosmosStore, prepareDatabase, type CosmosOptions } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { startCosmosDouble, type CosmosDouble } from '@plumbline/infra/local/cosmos/cosmos-double';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { layLine, type Line } from './line.ts';

/** A database of its own on the wire double, with a line to it. */
export interface TestDatabase {
  readonly double: CosmosDouble;
  readonly line: Line;
  /** Where the database is behind the line. */
  readonly account: { readonly endpoint: string; readonly key: string; readonly database: string };
  /** Opens a store over the line, as one instance of the service would. */
  readonly open: (options?: Partial<CosmosOptions>) => Promise<DocumentStore>;
  /** Resolves when every store was told by its feed of a mark written now, and so of all that was written before. */
  readonly fed: (container: 'core' | 'teams') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The partition of the marks by which a feed is known to have told everything. */
export const MARK = 'mark';

export const SESSION_KEY = new Uint8Array(32).fill(7);

/** Makes a database; its stores wait for next to nothing before they try again. */
export async function makeDatabase(): Promise<TestDatabase> {
  const double = await startCosmosDouble();
  const line = await layLine(double.endpoint);
  const account = { endpoint: line.endpoint, key: double.key, database: 'plumbline' };
  await prepareDatabase(account);
  const opened: DocumentStore[] = [];
  /** Beside the line: its writes are nobody's own, and no fate of the line meets them. */
  const marker = await openCosmosStore({ ...account, endpoint: double.endpoint, sessionKey: SESSION_KEY });
  let marks = 0;
  return {
    double,
    line,
    account,
    async open(options = {}) {
      const store = await openCosmosStore({
        ...account,
        sessionKey: SESSION_KEY,
        feedEvery: 5,
        random: () => 0.01,
        ...options,
      });
      opened.push(store);
      return store;
    },
    async fed(container) {
      marks += 1;
      const id = `${MARK} ${marks}`;
      const heard = opened.map(
        (store) =>
          new Promise<void>((resolve) => {
            const stop = store.watch((change) => {
              if (change.id !== id) return;
              stop();
              resolve();
            });
          }),
      );
      await marker.put({ container, partition: MARK }, { id, schema: 1, body: {} });
      await Promise.all(heard);
    },
    async close() {
      line.fate = () => 'pass';
      double.faults.clear();
      for (const store of [...opened, marker]) await store.close();
      await line.close();
      await double.close();
    },
  };
}
