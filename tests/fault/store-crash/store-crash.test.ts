import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import type { DocumentStore, Place, StoredDocument } from '@plumbline/shared/application/ports/document-store';
import { BALLOTS, CAMP, GROUP } from './ballots.ts';

const KILLS = 10;
const WRITER = fileURLToPath(new URL('./ballot-writer.ts', import.meta.url));

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-crash-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Lets a writer run, kills it the given time after its first acknowledgement, and returns the last turn it told of. */
async function writeUntilKilled(path: string, { from, after }: { from: number; after: number }): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, path, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  writer.stdout.setEncoding('utf8').once('data', () => {
    setTimeout(() => writer.kill('SIGKILL'), after);
  });
  writer.stdout.on('data', (text: string) => {
    told += text;
  });
  const [code, signal] = (await once(writer, 'close')) as [number | null, string | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  const turns = told.slice(0, told.lastIndexOf('\n')).split('\n').map(Number);
  expect(turns).toEqual(turns.map((_, n) => from + n));
  return from + turns.length - 1;
}

async function allIn(store: DocumentStore, place: Place): Promise<Map<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  let after: string | null = null;
  do {
    const page = await store.list(place, { prefix: '', limit: 1_000, ...(after !== null && { after }) });
    for (const document of page.documents) found.set(document.id, document);
    after = page.next;
  } while (after !== null);
  return found;
}

function isWhole({ body }: StoredDocument): boolean {
  const { answers, sum } = body;
  return typeof answers === 'string' && sum === createHash('sha256').update(answers).digest('hex');
}

describe('a service killed while leaders vote', () => {
  it(`loses no acknowledged ballot and tears none in ${KILLS} kills at random moments`, async () => {
    const path = join(folder, 'data', 'plumbline.db');
    let acknowledged = -1;
    for (let kill = 0; kill < KILLS; kill += 1) {
      acknowledged = await writeUntilKilled(path, { from: acknowledged + 1, after: Math.random() * 300 });
      const store = openSqliteStore({ path });
      const cast = await allIn(store, BALLOTS);
      const groups = await allIn(store, CAMP);
      await store.close();

      const torn = [...cast.values(), ...groups.values()].filter((document) => !isWhole(document));
      expect(torn.map(({ id }) => id)).toEqual([]);
      // The turn under way when the kill came may be kept or not: its ballot, and its edit of the one before.
      for (let turn = 0; turn <= acknowledged; turn += 1) {
        const edited = cast.get(`ballot-${turn}`)?.body['turn'];
        if (turn < acknowledged) expect(edited).toBe(turn + 1);
        else expect([turn, turn + 1]).toContain(edited);
      }
      expect(cast.size - (acknowledged + 1)).toBeLessThanOrEqual(1);

      const turns = new Set([...groups.values()].map(({ body }) => body['turn']));
      expect(groups.size).toBe(GROUP);
      expect(turns.size).toBe(1);
      expect([acknowledged, acknowledged + 1]).toContain([...turns][0]);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  });
});
