import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseIn } from '@plumbline/bot/open-ports';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { CONTAINERS } from '@plumbline/infra/data/contents';
import { run } from '@plumbline/infra/data/run';
import { startTestAccount, type TestAccount } from '../running/test-store.ts';

let folder = '';
let account: TestAccount;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-move-cosmos-'));
  account = await startTestAccount();
  const store = openSqliteStore({ path: databaseIn(join(folder, 'here')) });
  for (const container of CONTAINERS) {
    for (let n = 0; n < 120; n += 1) {
      const document = { id: `d|${n}`, schema: 1, body: { b: n, a: [{ d: 0.1, c: null }], text: 'ä'.repeat(n) } };
      await store.put(
        { container, partition: `t|acme|${n % 3}` },
        n % 20 === 0 ? { ...document, lifetime: 86_400 } : document,
      );
    }
  }
  await store.close();
});

afterAll(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

async function data(...words: readonly string[]): Promise<readonly [number, string]> {
  let said = '';
  const screen = {
    write: (text: string) => {
      said += text;
    },
  };
  const env = { ...account.variables, DATA_DIR: join(folder, 'here') };
  const code = await run(words, { env, from: folder, out: screen, screen });
  return [code, said];
}

describe('a move to Cosmos DB and back', () => {
  it('keeps every document, and the time that passing ones have left', async () => {
    const there = await data('move', '--from', 'sqlite', '--to', 'cosmos');
    expect(there).toEqual([0, expect.stringContaining('the same as in')]);
    const [, here] = await data('verify');
    expect(await data('verify', 'cosmos')).toEqual([0, here]);
    expect(here).toMatch(/^ballots +114 documents {2}[0-9a-f]{64} {2}and 6 that end by themselves$/m);
    const again = await data('move', '--from', 'sqlite', '--to', 'cosmos');
    expect(again).toEqual([1, expect.stringContaining('is not empty')]);

    const back = await data('move', '--from', 'cosmos', '--to', 'sqlite:back');
    expect(back).toEqual([0, expect.stringContaining('the same as in')]);
    expect(await data('verify', 'sqlite:back')).toEqual([0, here]);
  });
});
