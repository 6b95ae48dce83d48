import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseIn, openPorts, roundKeysIn, type PortOptions } from '@plumbline/bot/open-ports';
import type { Container, DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { Engines } from '@plumbline/shared/application/use-case';
import { seedDemo } from './demo/seed.ts';
import { standInCredential } from './vault/vault-stand-in.ts';

export interface DemoFolder extends Pick<PortOptions, 'dataDir' | 'now' | 'storage' | 'keptMonths'> {
  /** Fills an empty store. */
  readonly seed?: (ports: Engines) => Promise<void>;
}

/** The file that is there while the demo company is written. */
const BEGUN = 'demo-begun';

/**
 * Opens a data folder that is there. A new one gets the demo company; one that was left in the middle of that is made
 * anew, for nobody has seen it yet. A database that was there before is never touched. The same for documents that are
 * kept in Cosmos DB, where one that is empty counts as new.
 */
export async function openWithDemo(folder: DemoFolder): Promise<Engines> {
  if (folder.storage?.kind === 'cosmos') return openElsewhere(folder, folder.storage);
  const { dataDir } = folder;
  if (existsSync(join(dataDir, BEGUN))) await clear(folder);
  else if (existsSync(databaseIn(dataDir))) return openPorts(folder);
  return fill(folder, () => openPorts(folder));
}

async function openElsewhere(
  folder: DemoFolder,
  storage: Extract<DemoFolder['storage'], { readonly kind: 'cosmos' }>,
): Promise<Engines> {
  const { endpoint, database, key, vault } = storage;
  const isHere = (url: string | null): boolean => url?.startsWith('http:') ?? false;
  if (isHere(endpoint) && key !== null) {
    const { prepareDatabase } = await import('@plumbline/bot/stores/cosmos/cosmos-store');
    await prepareDatabase({ endpoint, database, key });
  }
  const wasLeft = existsSync(join(folder.dataDir, BEGUN));
  if (wasLeft) rmSync(roundKeysIn(folder.dataDir), { recursive: true, force: true });
  const ports = await openPorts({ ...folder, ...(isHere(vault) ? { credential: standInCredential() } : {}) });
  if (wasLeft) await empty(ports.store);
  else if (!(await isEmpty(ports.store))) return ports;
  return fill(folder, () => Promise.resolve(ports));
}

async function fill({ dataDir, seed = seedDemo }: DemoFolder, open: () => Promise<Engines>): Promise<Engines> {
  const begun = join(dataDir, BEGUN);
  writeFileSync(begun, '');
  const ports = await open();
  await seed(ports);
  rmSync(begun);
  return ports;
}

/** The keys go with the database: ids come again, and the key of a round that was sealed never would. */
async function clear(folder: DemoFolder): Promise<void> {
  // Opening fails when another process is still at it.
  const { store } = await openPorts(folder);
  await store.close();
  const database = databaseIn(folder.dataDir);
  for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
  rmSync(roundKeysIn(folder.dataDir), { recursive: true, force: true });
}

const CONTAINERS: readonly Container[] = ['core', 'teams', 'ballots', 'private'];

async function isEmpty(store: DocumentStore): Promise<boolean> {
  const { documents, next } = await store.scan('core', { after: null, limit: 1 });
  return documents.length === 0 && next === null;
}

async function empty(store: DocumentStore): Promise<void> {
  for (const container of CONTAINERS) {
    let after: string | null = null;
    do {
      const { documents, next } = await store.scan(container, { after, limit: 1_000 });
      for (const { place, document } of documents) await store.delete(place, document.id);
      after = next;
    } while (after !== null);
  }
}
