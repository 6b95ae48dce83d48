import { randomBytes } from 'node:crypto';
import { openCosmosStore, prepareDatabase } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { startCosmosDouble, type UnknownRequest } from '@plumbline/infra/local/cosmos/cosmos-double';
import type { Faults } from '@plumbline/infra/local/cosmos/faults';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';

const STORES = ['sqlite', 'cosmos'] as const;
export type TestStore = (typeof STORES)[number];

/** What keeps the documents of tests that run on either engine: `PLUMBLINE_STORE`, SQLite if not set. */
export function chosenStore(): TestStore {
  const asked = process.env['PLUMBLINE_STORE'] ?? 'sqlite';
  const store = STORES.find((known) => known === asked);
  if (!store) throw new Error(`PLUMBLINE_STORE must be one of ${STORES.join(', ')}, not "${asked}".`);
  return store;
}

/** A Cosmos DB account of a test's own: the double, with a database that is set up. */
export interface TestAccount {
  /** What tells a service where it is. */
  readonly variables: Readonly<Record<string, string>>;
  /** What goes wrong on the wire to it. */
  readonly faults: Faults;
  /** Another instance of the store. */
  open(): Promise<DocumentStore>;
  /** Ends it; rejects when something was asked of it that it does not model. */
  close(): Promise<void>;
}

/** Starts an account that keeps its documents in a file, or in memory when none is given. */
export async function startTestAccount(file?: string): Promise<TestAccount> {
  const double = await startCosmosDouble(file === undefined ? {} : { file });
  const account = { endpoint: double.endpoint, key: double.key, database: 'plumbline' };
  await prepareDatabase(account);
  const sessionKey = randomBytes(32);
  return {
    variables: { COSMOS_ENDPOINT: account.endpoint, COSMOS_KEY: account.key, COSMOS_DATABASE: account.database },
    faults: double.faults,
    open: () => openCosmosStore({ ...account, sessionKey }),
    async close() {
      await double.close();
      if (double.unknown.length > 0) throw new Error(`The double does not model ${told(double.unknown)}`);
    },
  };
}

function told(unknown: readonly UnknownRequest[]): string {
  return [...new Set(unknown.map(({ method, path, why }) => `${method} ${path}: ${why}`))].join('\n');
}
