import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseIn, openPorts, roundKeysIn } from '@plumbline/bot/open-ports';
import type { Engines } from '@plumbline/shared/application/use-case';
import { seedDemo } from './demo/seed.ts';

export interface DemoFolder {
  readonly dataDir: string;
  readonly now: () => number;
  /** Fills an empty store. */
  readonly seed?: (ports: Engines) => Promise<void>;
}

/**
 * Opens a data folder that is there. A new one gets the demo company; one that was left in the middle of that is made
 * anew, for nobody has seen it yet. A database that was there before is never touched.
 */
export async function openWithDemo(folder: DemoFolder): Promise<Engines> {
  const { dataDir, seed = seedDemo } = folder;
  const begun = join(dataDir, 'demo-begun');
  if (existsSync(begun)) await clear(folder);
  else if (existsSync(databaseIn(dataDir))) return openPorts(folder);
  writeFileSync(begun, '');
  const ports = openPorts(folder);
  await seed(ports);
  rmSync(begun);
  return ports;
}

/** The keys go with the database: ids come again, and the key of a round that was sealed never would. */
async function clear(folder: DemoFolder): Promise<void> {
  // Opening fails when another process is still at it.
  await openPorts(folder).store.close();
  const database = databaseIn(folder.dataDir);
  for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
  rmSync(roundKeysIn(folder.dataDir), { recursive: true, force: true });
}
