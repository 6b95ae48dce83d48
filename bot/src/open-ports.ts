import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { openRecent } from '@plumbline/shared/application/recent';
import type { Engines } from '@plumbline/shared/application/use-case';
import { askingWords } from '@plumbline/shared/i18n/asking-words';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { idMaker, openServiceSecret } from './service-secret.ts';
import { openFileRoundKeys } from './stores/round-keys/file-round-keys.ts';
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

/**
 * Everything outside that the product needs, on one machine: a database, the keys of open rounds and a secret, all in one
 * folder that belongs to this process alone until the store is closed. Throws an Error whose sentence says what to do.
 */
export function openPorts(options: { readonly dataDir: string; readonly now: () => Instant }): Engines {
  // The database first: it says who else is at work in the folder.
  const store = openSqliteStore({ path: databaseIn(options.dataDir) });
  return {
    store,
    recent: openRecent(store),
    roundKeys: openFileRoundKeys(roundKeysIn(options.dataDir)),
    now: options.now,
    // The order of sealed answers hangs on it, so it is the cryptographic generator.
    random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
    idFrom: idMaker(openServiceSecret(options.dataDir)),
    words: askingWords(),
  };
}
