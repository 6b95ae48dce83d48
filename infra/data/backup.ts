import { copyFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseIn, roundKeysIn } from '@plumbline/bot/open-ports';
import { copyRoundKeys } from '@plumbline/bot/stores/round-keys/copy-round-keys';
import { copyDatabase, flush } from '@plumbline/bot/stores/sqlite/copy-database';
import { readDatabase } from '@plumbline/bot/stores/sqlite/read-database';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { contentsOf } from './contents.ts';
import { backupFilesAt, plumblineVersion, sha256Of, type BackupFiles, type Manifest } from './manifest.ts';
import { unsealedRounds, type UnsealedRound } from './unsealed-rounds.ts';

export interface BackupOrder {
  readonly dataDir: string;
  /** The database file of the backup. */
  readonly to: string;
  /** A folder of its own for the keys of rounds whose answers still lie under tags; null for a backup without them. */
  readonly keys: string | null;
  readonly at: Date;
}

export interface Backup {
  readonly files: BackupFiles;
  readonly manifest: Manifest;
  readonly unsealed: readonly UnsealedRound[];
  readonly keys: number;
}

/**
 * Backs a data folder up while its service runs or not. Everything is written in a folder beside the target first, and the
 * manifest gets its name last: what has no manifest is no backup.
 */
export async function backUp({ dataDir, to, keys, at }: BackupOrder): Promise<Result<Backup, string>> {
  const files = backupFilesAt(to);
  const refusal = refusalOf({ dataDir, files, keys });
  if (refusal !== null) return fail(refusal);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(`${to}.unfinished-`);
  try {
    const draft = backupFilesAt(join(folder, 'plumbline.db'));
    copyDatabase({ from: databaseIn(dataDir), to: draft.database });
    // After the database: a service that has just begun makes its secret after it.
    copyPrivately(join(dataDir, 'service-secret'), draft.secret);
    const { contents, unsealed } = await lookInto(draft.database);
    const manifest: Manifest = {
      backup: 1,
      at: at.toISOString(),
      plumbline: plumblineVersion(),
      secret: sha256Of(readFileSync(draft.secret)),
      contents,
    };
    writeFileSync(draft.manifest, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    const copied =
      keys === null ? 0 : copyRoundKeys({ from: roundKeysIn(dataDir), to: keys, rounds: unsealed.map(({ id }) => id) });
    renameSync(draft.secret, files.secret);
    renameSync(draft.database, files.database);
    renameSync(draft.manifest, files.manifest);
    flush(dirname(to));
    return ok({ files, manifest, unsealed, keys: copied });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusalOf(order: {
  readonly dataDir: string;
  readonly files: BackupFiles;
  readonly keys: string | null;
}): string | null {
  const { dataDir, files, keys } = order;
  if (!existsSync(databaseIn(dataDir))) {
    return `There is no database in ${dataDir}: say with DATA_DIR which folder the service uses.`;
  }
  if (!existsSync(join(dataDir, 'service-secret'))) {
    return `There is no service-secret in ${dataDir}, without which a database is of no use: put back the one that it was made with.`;
  }
  const there = [files.database, files.manifest, files.secret].find((file) => existsSync(file));
  if (there !== undefined) return `${there} is there already: choose a name that is free, or move it away.`;
  if (keys !== null && existsSync(keys) && readdirSync(keys).length > 0) {
    return `${keys} is not empty: name a folder of their own for the keys.`;
  }
  return null;
}

async function lookInto(database: string) {
  const reader = readDatabase(database);
  try {
    return { contents: await contentsOf(reader), unsealed: await unsealedRounds(reader) };
  } finally {
    await reader.close();
  }
}

/** A copy that only this user can read, also where the original could be read by others. */
function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  flush(to);
}
