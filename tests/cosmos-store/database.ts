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
  /** Resolves when the feeds of a container have told all that was written before. */
  readonly fed: (container: 'core' | 'teams') => Promise<void>;
  readonly close: () => Promise<void>;
}

export const SESSION_KEY = new Uint8Array(32).fill(7);

/** Makes a database; its stores wait for next to nothing before they try again. */
export async function makeDatabase(): Promise<TestDatabase> {
  const double = await startCosmosDouble();
  const line = await layLine(double.endpoint);
  const account = { endpoint: line.endpoint, key: double.key, database: 'plumbline' };
  await prepareDatabase(account);
  const opened: DocumentStore[] = [];
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
      const path = `/colls/${container}/docs`;
      const from = line.exchanges.length;
      const isOver = (): boolean =>
        line.exchanges
          .slice(from)
          .filter(
            ({ request, status }) =>
              request.headers['a-im'] !== undefined && status === 304 && request.path.endsWith(path),
          ).length >
        2 * opened.length;
      while (!isOver()) await opened[0]?.ping();
    },
    async close() {
      line.fate = () => 'pass';
      double.faults.clear();
      for (const store of opened) await store.close();
      await line.close();
      await double.close();
    },
  };
}
