import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { databaseIn, roundKeysIn } from '@plumbline/bot/open-ports';
import { copyRoundKeys } from '@plumbline/bot/stores/round-keys/copy-round-keys';
import { openFileRoundKeys } from '@plumbline/bot/stores/round-keys/file-round-keys';
import { flush } from '@plumbline/bot/stores/sqlite/copy-database';
import { readDatabase } from '@plumbline/bot/stores/sqlite/read-database';
import { replaceDatabase } from '@plumbline/bot/stores/sqlite/replace-database';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { contentsOf, differences } from './contents.ts';
import { backupFilesAt, manifestIn, sha256Of, type BackupFiles, type Manifest } from './manifest.ts';
import { unsealedRounds, type UnsealedRound } from './unsealed-rounds.ts';

export interface RestoreOrder {
  readonly dataDir: string;
  /** The database file of the backup. */
  readonly from: string;
  /** The folder of the keys that were backed up with it; null when there is none. */
  readonly keys: string | null;
  readonly at: Date;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the replaced database is kept; null when there was none. */
  readonly aside: string | null;
  /** The rounds that nobody can answer any more, for their keys are in neither folder. */
  readonly keyless: readonly UnsealedRound[];
}

/**
 * Puts a backup in the place of a data folder's database, once it is known to be whole. A round whose key is nowhere is
 * marked as one whose key was destroyed: with a new key, somebody who has answered could answer a second time.
 */
export async function restore({ dataDir, from, keys, at }: RestoreOrder): Promise<Result<Restored, string>> {
  const files = backupFilesAt(from);
  if (keys !== null && !existsSync(keys)) return fail(`There is no folder ${keys}: name the one that --keys made.`);
  const checked = await check(files);
  if (!checked.ok) return checked;
  const { manifest, unsealed } = checked.value;
  const path = databaseIn(dataDir);
  const stamp = freeStamp(dataDir, at);
  const aside = existsSync(path) ? `${path}.replaced-${stamp}` : null;
  let keyless: readonly UnsealedRound[] = [];
  await replaceDatabase({
    path,
    by: files.database,
    aside: aside ?? '',
    along: async () => {
      replaceSecret({ path: join(dataDir, 'service-secret'), by: files.secret, stamp });
      const folder = roundKeysIn(dataDir);
      if (keys !== null) copyRoundKeys({ from: keys, to: folder, rounds: unsealed.map(({ id }) => id) });
      keyless = await giveUpKeyless(folder, unsealed);
    },
  });
  return ok({ manifest, aside, keyless });
}

/** The date, for the names of what is replaced; with a number when something was replaced in the same second. */
function freeStamp(dataDir: string, at: Date): string {
  const date = at.toISOString().replaceAll(':', '-').replace(/\..*/, '');
  const isTaken = (stamp: string) =>
    ['plumbline.db', 'service-secret'].some((name) => existsSync(join(dataDir, `${name}.replaced-${stamp}`)));
  for (let n = 1; ; n += 1) {
    const stamp = n === 1 ? date : `${date}-${n}`;
    if (!isTaken(stamp)) return stamp;
  }
}

interface Whole {
  readonly manifest: Manifest;
  readonly unsealed: readonly UnsealedRound[];
}

async function check(files: BackupFiles): Promise<Result<Whole, string>> {
  const absent = [files.database, files.manifest, files.secret].find((file) => !existsSync(file));
  if (absent !== undefined) {
    return fail(
      `${absent} is not there: a backup is three files, FILE, FILE.json and FILE.secret, and one without all of them was ` +
        'never finished. Take another backup.',
    );
  }
  const manifest = manifestIn(readFileSync(files.manifest, 'utf8'));
  if (manifest === null) {
    return fail(
      `${files.manifest} is no manifest that this version reads: take the one that was made with the backup.`,
    );
  }
  if (sha256Of(readFileSync(files.secret)) !== manifest.secret) {
    return fail(`${files.secret} is not the secret of this backup: take the one that was made with it.`);
  }
  const reader = readDatabase(files.database);
  try {
    const different = differences(manifest.contents, await contentsOf(reader));
    if (different.length > 0) {
      return fail(
        `${files.database} does not hold what its manifest says (${different.join(', ')}): it was changed or belongs to ` +
          'another backup. Take another backup.',
      );
    }
    return ok({ manifest, unsealed: await unsealedRounds(reader) });
  } finally {
    await reader.close();
  }
}

/** The one that was there stays beside it, if it is another. */
function replaceSecret({ path, by, stamp }: { readonly path: string; readonly by: string; readonly stamp: string }) {
  const same = existsSync(path) && readFileSync(path).equals(readFileSync(by));
  if (same) return;
  const incoming = `${path}.incoming`;
  copyFileSync(by, incoming);
  chmodSync(incoming, 0o600);
  flush(incoming);
  if (existsSync(path)) renameSync(path, `${path}.replaced-${stamp}`);
  renameSync(incoming, path);
}

async function giveUpKeyless(folder: string, rounds: readonly UnsealedRound[]): Promise<readonly UnsealedRound[]> {
  const keys = openFileRoundKeys(folder);
  const keyless: UnsealedRound[] = [];
  for (const round of rounds) {
    if ((await keys.authorTag(round.id, { tenant: '', person: '' })) !== null) continue;
    await keys.destroy(round.id);
    keyless.push(round);
  }
  return keyless;
}
