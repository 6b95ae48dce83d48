import { rmSync } from 'node:fs';
import { databaseIn, openPorts } from '@plumbline/bot/open-ports';
import type { Place } from '@plumbline/shared/application/ports/document-store';
import type { Ports } from '@plumbline/shared/application/use-case';
import { seedDemo } from './demo/seed.ts';

const MARK: Place = { container: 'private', partition: 'local-mode' };
const MARK_ID = 'demo';

/**
 * Opens a data folder, with the demo company in it the first time. A folder that was left in the middle of that is made
 * anew: nobody has seen it yet.
 */
export async function openWithDemo(options: { readonly dataDir: string; readonly now: () => number }): Promise<Ports> {
  let ports = openPorts(options);
  const mark = await ports.store.read(MARK, MARK_ID);
  if (mark?.body['status'] === 'done') return ports;
  if (mark) {
    await ports.store.close();
    const database = databaseIn(options.dataDir);
    for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
    ports = openPorts(options);
  }
  await ports.store.put(MARK, { id: MARK_ID, schema: 1, body: { status: 'begun' } });
  await seedDemo(ports);
  await ports.store.put(MARK, { id: MARK_ID, schema: 1, body: { status: 'done' } });
  return ports;
}
