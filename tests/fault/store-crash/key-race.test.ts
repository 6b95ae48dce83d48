import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROUNDS = 150;
const MAKER = fileURLToPath(new URL('./key-maker.ts', import.meta.url));

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-key-race-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Starts a process that makes keys; resolves when it is ready, to the function that lets it run and gives its tags. */
async function startMaker(): Promise<() => Promise<unknown>> {
  const maker = spawn(process.execPath, [MAKER, folder, String(ROUNDS)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  maker.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  await once(maker.stdout, 'data');
  return async () => {
    maker.stdin.write('go\n');
    await once(maker, 'close');
    const tags: unknown = JSON.parse(told.replace('ready\n', ''));
    return tags;
  };
}

describe('processes that open the same rounds at the same time', () => {
  it('agree on one key a round', async () => {
    const makers = await Promise.all([startMaker(), startMaker(), startMaker()]);
    const [first, ...others] = await Promise.all(makers.map((run) => run()));

    expect(first).toHaveLength(ROUNDS);
    expect(first).not.toContain(null);
    for (const other of others) expect(other).toEqual(first);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.key'))).toEqual([]);
  });
});
