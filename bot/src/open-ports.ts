import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { TokenCredential } from '@azure/identity';
import { remember } from '@plumbline/shared/application/recent';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { Engines } from '@plumbline/shared/application/use-case';
import { askingWords } from '@plumbline/shared/i18n/asking-words';
import { contractWords } from '@plumbline/shared/i18n/contract-words';
import { WRITTEN_IN } from '@plumbline/shared/kernel/languages';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { KeptKeys } from './open-shared.ts';
import { idMaker, openServiceSecret } from './service-secret.ts';
import type { Storage } from './storage-config.ts';
import { openFileRoundKeys } from './stores/round-keys/file-round-keys.ts';
import manifest from '../package.json' with { type: 'json' };
import { traceStore } from './telemetry/trace-store.ts';
import { openSqliteStore } from './stores/sqlite/sqlite-store.ts';

/** The database in a data folder. */
export function databaseIn(dataDir: string): string {
  return join(dataDir, 'plumbline.db');
}

/** Where the keys of open rounds are in a data folder. */
export function roundKeysIn(dataDir: string): string {
  return join(dataDir, 'round-keys');
}

const RANDOM_STEPS = 2 ** 47;

export interface PortOptions {
  readonly dataDir: string;
  readonly now: () => Instant;
  /** The folder if not given. */
  readonly storage?: Storage;
  /** How to sign in to what is shared; as the identity that the service runs as if not given. */
  readonly credential?: TokenCredential;
  /** Nothing set: closed meetings are kept until somebody deletes them. */
  readonly keptMonths?: Engines['keptMonths'];
}

/**
 * Everything outside that the product needs: a store, the keys of open rounds and a secret. On one machine they are all in
 * one folder, whose database belongs to this process alone until the store is closed; in Azure several instances share
 * them. Rejects with an Error whose sentence says what to do.
 */
export async function openPorts(options: PortOptions): Promise<Engines> {
  const { store, roundKeys, secret } = await openKept(options);
  return {
    ...remember(traceStore(store), options.now),
    roundKeys,
    now: options.now,
    // The order of sealed answers hangs on it, so it is the cryptographic generator.
    random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
    idFrom: idMaker(secret),
    words: askingWords(WRITTEN_IN),
    contractWords,
    keptMonths: options.keptMonths ?? (() => null),
    version: manifest.version,
  };
}

async function openKept(options: PortOptions): Promise<KeptKeys & { readonly store: DocumentStore }> {
  const { dataDir, storage = { kind: 'folder' }, credential = null } = options;
  const openKeys = (): KeptKeys => ({
    roundKeys: openFileRoundKeys(roundKeysIn(dataDir)),
    secret: openServiceSecret(dataDir),
  });
  if (storage.kind === 'cosmos') {
    // Loaded where it is used: Azure's clients take longer to load than all the rest.
    const { openShared } = await import('./open-shared.ts');
    return openShared(storage, { openKeys, credential });
  }
  // The database first: it says who else is at work in the folder.
  const store = openSqliteStore({ path: databaseIn(dataDir) });
  return { store, ...openKeys() };
}
