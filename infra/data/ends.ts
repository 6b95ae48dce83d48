import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { BaseConfig } from '@plumbline/bot/config';
import { ownIdentity } from '@plumbline/bot/own-identity';
import { databaseIn, roundKeysIn, type PortOptions } from '@plumbline/bot/open-ports';
import { markUnfinished } from '@plumbline/bot/stores/sqlite/open-database';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import type { StoreName } from './arguments.ts';
import { totalOf } from './contents.ts';
import { move, type End, type MoveOrder } from './move.ts';
import { progressFileAt } from './move-progress.ts';

/** Where stores are found. */
export interface Surroundings extends Pick<PortOptions, 'credential'> {
  readonly dataDir: string;
  /** The folder that paths are named from. */
  readonly from: string;
  readonly storage: BaseConfig['storage'];
}

/** Opens a store alone, also one that a move left half done. Throws a sentence when it cannot be opened. */
export async function openEnd(name: StoreName, around: Surroundings): Promise<End> {
  if (name.kind === 'cosmos') {
    const { storage } = around;
    if (storage.kind !== 'cosmos') {
      throw new Error('For cosmos, COSMOS_ENDPOINT must be set, and COSMOS_DATABASE unless it is plumbline.');
    }
    const { endpoint, database, key } = storage;
    // Its SDK takes longer to load than most commands take.
    const { openCosmosStore } = await import('@plumbline/bot/stores/cosmos/cosmos-store');
    const signIn = key === null ? { credential: around.credential ?? (await ownIdentity()) } : { key };
    const store = await openCosmosStore({ endpoint, database, ...signIn, sessionKey: randomBytes(32) });
    return { name: `cosmos ${endpoint} ${database}`, store };
  }
  const path = databaseIn(folderOf(name, around));
  return { name: `sqlite ${path}`, store: openSqliteStore({ path, unfinished: 'open', wait: 0 }) };
}

/** Moves between two stores and says what the operator must know; resolves to why it was not done, or null. */
export async function moveStores(
  { from, to }: { readonly from: StoreName; readonly to: StoreName },
  around: Surroundings & { readonly tell: MoveOrder['tell']; readonly say: (...lines: readonly string[]) => void },
): Promise<string | null> {
  if (isSame(from, to, around)) return 'Both ends of the move are the same store: name two.';
  const source = await openEnd(from, around);
  try {
    const target = await openEnd(to, around);
    try {
      const progress = progressFileAt(join(around.dataDir, 'move-progress.json'));
      const hold = () => markTarget(to, around);
      const moved = await move({ from: source, to: target, progress, hold, tell: around.tell });
      if (!moved.ok) return moved.error;
      around.say(`${totalOf(moved.value)} documents are in ${target.name}, the same as in ${source.name}.`);
      if (from.kind === 'sqlite') {
        const folder = folderOf(from, around);
        around.say(
          `The service secret and the keys of open rounds did not move: they lie in ${join(folder, 'service-secret')} and`,
          `${roundKeysIn(folder)}, and the service needs them where it runs from now on.`,
        );
      }
      return null;
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

function markTarget(to: StoreName, around: Surroundings): () => void {
  if (to.kind === 'cosmos') return () => undefined;
  return markUnfinished(
    databaseIn(folderOf(to, around)),
    'A move into this folder was cut short: run the same "npm run data -- move" again, and it goes on.',
  );
}

function isSame(a: StoreName, b: StoreName, around: Surroundings): boolean {
  if (a.kind === 'cosmos' || b.kind === 'cosmos') return a.kind === b.kind;
  return folderOf(a, around) === folderOf(b, around);
}

function folderOf(name: { readonly folder: string | null }, { dataDir, from }: Surroundings): string {
  return name.folder === null ? resolve(dataDir) : resolve(from, name.folder);
}
