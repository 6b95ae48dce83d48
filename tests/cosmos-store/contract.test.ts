import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore, prepareDatabase, type CosmosAccount } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { startCosmosDouble, type CosmosDouble } from '@plumbline/infra/local/cosmos/cosmos-double';
import { documentStoreContract } from '@plumbline/shared/testing/document-store.contract';
import { SESSION_KEY } from './database.ts';

let double: CosmosDouble | null = null;
/** The account of an opened store, for those that are opened again. */
let account: CosmosAccount | null = null;
let databases = 0;

afterAll(async () => {
  await double?.close();
});

async function openIn(chosen: CosmosAccount) {
  account = chosen;
  return openCosmosStore({ ...chosen, sessionKey: SESSION_KEY });
}

async function reopen(store: { close(): Promise<void> }) {
  await store.close();
  if (!account) throw new Error('Nothing was opened.');
  return openIn(account);
}

documentStoreContract('Cosmos over the wire double', {
  async open() {
    double ??= await startCosmosDouble();
    databases += 1;
    const { endpoint, key } = double;
    const chosen = { endpoint, key, database: `contract-${databases}` };
    await prepareDatabase(chosen);
    return openIn(chosen);
  },
  reopen,
});

const { COSMOS_ENDPOINT, COSMOS_KEY } = process.env;

// The emulator or an account of one's own: each test has a database of its own there, which is deleted with the next.
if (COSMOS_ENDPOINT !== undefined && COSMOS_KEY !== undefined) {
  const client = new CosmosClient({ endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY });
  let last: string | null = null;

  async function deleteLast(): Promise<void> {
    if (last !== null) await client.database(last).delete();
    last = null;
  }

  afterAll(deleteLast);

  documentStoreContract('Cosmos at COSMOS_ENDPOINT', {
    async open() {
      await deleteLast();
      last = `plumbline-test-${randomUUID()}`;
      const chosen = { endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY, database: last };
      await prepareDatabase(chosen);
      return openIn(chosen);
    },
    reopen,
  });
} else {
  console.log('Skipped the contract at a real Cosmos DB: COSMOS_ENDPOINT and COSMOS_KEY are not set.');
}
