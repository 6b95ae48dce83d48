import type { TokenCredential } from '@azure/identity';
import { metrics } from '@opentelemetry/api';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { ownIdentity } from './own-identity.ts';
import { openSharedSecret, sessionKeyFrom } from './service-secret.ts';
import type { Storage } from './storage-config.ts';
import { openCosmosStore } from './stores/cosmos/cosmos-store.ts';
import { storeMetrics } from './telemetry/store-metrics.ts';

/** Round keys and the secret that comes with them. */
export interface KeptKeys {
  readonly roundKeys: RoundKeys;
  readonly secret: Buffer;
}

/**
 * Opens what several instances of the service share: documents in Cosmos DB, and round keys and the secret in a vault, or
 * where `openKeys` has them when there is none. Signs in as the identity that the service runs as, unless it is told how.
 */
export async function openShared(
  storage: Extract<Storage, { readonly kind: 'cosmos' }>,
  how: { readonly openKeys: () => KeptKeys; readonly credential: TokenCredential | null },
): Promise<KeptKeys & { readonly store: DocumentStore }> {
  const { endpoint, database, key, vault } = storage;
  let { credential } = how;
  const signIn = async (): Promise<TokenCredential> => (credential ??= await ownIdentity());
  const keys = vault === null ? how.openKeys() : await openKeysIn(vault, await signIn());
  const sessionKey = sessionKeyFrom(keys.secret);
  const onCharge = storeMetrics(metrics.getMeter('plumbline'));
  const account = { endpoint, database, ...(key === null ? { credential: await signIn() } : { key }) };
  return { ...keys, store: await openCosmosStore({ ...account, sessionKey, onCharge }) };
}

async function openKeysIn(url: string, credential: TokenCredential): Promise<KeptKeys> {
  const { openVault } = await import('./stores/vault/vault.ts');
  const { openVaultRoundKeys } = await import('./stores/round-keys/vault-round-keys.ts');
  const vault = await openVault({ url, credential });
  return { roundKeys: openVaultRoundKeys(vault), secret: await openSharedSecret(vault) };
}
