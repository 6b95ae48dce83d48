import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPorts } from '@plumbline/bot/open-ports';
import { prepareDatabase } from '@plumbline/bot/stores/cosmos/cosmos-store';
import type { Engines } from '@plumbline/shared/application/use-case';
import { makeId } from '@plumbline/shared/kernel/ids';
import { startCosmosDouble, type CosmosDouble } from './cosmos/cosmos-double.ts';
import { standInCredential, startVaultStandIn, type VaultStandIn } from './vault/vault-stand-in.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-shared-'));
let double: CosmosDouble;
let vault: VaultStandIn;

beforeAll(async () => {
  [double, vault] = await Promise.all([startCosmosDouble(), startVaultStandIn()]);
  await prepareDatabase({ endpoint: double.endpoint, key: double.key, database: 'shared' });
});

afterAll(async () => {
  await Promise.all([double.close(), vault.close()]);
  rmSync(dataDir, { recursive: true });
});

function instance(): Promise<Engines> {
  const { endpoint, key } = double;
  const storage = { kind: 'cosmos', endpoint, key, database: 'shared', vault: vault.url } as const;
  return openPorts({ dataDir, now: () => 0, storage, credential: standInCredential() });
}

// The vault's clock is the machine's here, so the secret and the key take their three seconds each to settle.
it('gives two instances the same documents, ids and author tags, and leaves nothing on their disk', async () => {
  const [one, other] = await Promise.all([instance(), instance()]);
  const place = { container: 'core', partition: 'test' } as const;
  const round = makeId('round', 'one');
  const author = { tenant: 'acme', person: 'anna' };
  await one.store.create(place, { id: 'kept', schema: 1, body: { by: 'one' } });
  await Promise.all([one.roundKeys.create(round), other.roundKeys.create(round)]);
  other.store.catchUp(one.store.seenUntil() ?? '');

  expect((await other.store.read(place, 'kept'))?.body).toEqual({ by: 'one' });
  expect(other.idFrom('team', ['acme', 'key'])).toBe(one.idFrom('team', ['acme', 'key']));
  const tags = await Promise.all([one, other].map(({ roundKeys }) => roundKeys.authorTag(round, author)));
  expect(tags[0]).toMatch(/^[\w-]{43}$/);
  expect(tags[1]).toBe(tags[0]);
  expect(readdirSync(dataDir)).toEqual([]);
  await Promise.all([one.store.close(), other.store.close()]);
});
