import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openSharedSecret } from '@plumbline/bot/service-secret';
import { openVault, type Vault } from '@plumbline/bot/stores/vault/vault';
import { VaultClock } from './vault-clock.ts';
import { standInCredential, startVaultStandIn, type VaultStandIn } from './vault-stand-in.ts';

const clock = new VaultClock();
let standIn: VaultStandIn;

beforeEach(async () => {
  standIn = await startVaultStandIn({ now: clock.now });
});

afterEach(async () => {
  await standIn.close();
});

function open(): Promise<Vault> {
  return openVault({ url: standIn.url, credential: standInCredential(), pause: clock.pause });
}

it('is made once in a vault, whichever instance comes first', async () => {
  const vaults = await Promise.all([open(), open(), open(), open()]);
  const secrets = await Promise.all(vaults.map(openSharedSecret));

  expect(secrets[0]).toHaveLength(32);
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
  expect(await openSharedSecret(await open())).toEqual(secrets[0]);
  expect(standIn.secrets.names()).toEqual({ active: ['plumbline-service-secret'], deleted: [] });
});

it('is never replaced when it was deleted or is none', async () => {
  const vault = await open();
  await openSharedSecret(vault);
  await vault.erase('plumbline-service-secret', { underWay: false });
  await vault.write('plumbline-service-secret', 'short');
  await expect(openSharedSecret(vault)).rejects.toThrow('is not a secret of 32 bytes');

  standIn.secrets.answer({
    method: 'DELETE',
    path: '/secrets/plumbline-service-secret',
    query: new URLSearchParams({ 'api-version': '2026-04-01' }),
    text: '',
  });
  await expect(openSharedSecret(vault)).rejects.toThrow('was deleted in the vault: recover it');
});
