import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CosmosClient, type Container } from '@azure/cosmos';
import { fromBeginning, fromContinuation, startTestAccount, failureOf } from './test-account.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cosmos-'));
  file = join(folder, 'cosmos.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the file', () => {
  it('keeps documents, etags, resource ids, sessions and where a feed goes on over a restart', async () => {
    const before = await startTestAccount({ file });
    const { resource: kept, etag } = await before.container.items.create({ id: 'a', pk: 'p' });
    const { continuationToken } = await before.container.items.getChangeFeedIterator(fromBeginning()).readNext();
    await before.close();

    const after = await startTestAccount({ file });
    const { container } = after;
    const { resource } = await container.item('a', 'p').read<object>();
    const { headers } = await container
      .item('a', 'p')
      .replace({ id: 'a', pk: 'p', n: 2 }, { accessCondition: { type: 'IfMatch', condition: etag } });
    const { result } = await container.items
      .getChangeFeedIterator<{ id: string }>(fromContinuation(continuationToken))
      .readNext();
    await after.close();

    expect(resource).toEqual(kept);
    expect(headers['x-ms-session-token']).toBe('0:-1#2');
    expect(result).toEqual([expect.objectContaining({ id: 'a', n: 2 })]);
    expect([...before.double.unknown, ...after.double.unknown]).toEqual([]);
  });

  it('can be served by two doubles at a time', async () => {
    const one = await startTestAccount({ file });
    const other = await startTestAccount({ file });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : other).container.items.create({ id: `${n}`, pk: 'p' })),
    );
    const { headers } = await other.container.item('0', 'p').read();
    const conflict = await failureOf(other.container.items.create({ id: '0', pk: 'p' }));
    await one.close();
    await other.close();

    expect(headers['x-ms-session-token']).toBe('0:-1#20');
    expect(conflict).toMatchObject({ code: 409 });
  });
});

describe('a process of its own', () => {
  it('says where it is, serves, and keeps what it acknowledged when it is killed', async () => {
    const account = await startTestAccount({ file });
    await account.close();
    const first = await startProcess();
    await withContainer(first.endpoint, (container) => container.items.create({ id: 'a', pk: 'p' }));
    await first.end('SIGKILL');
    const second = await startProcess();
    const { statusCode } = await withContainer(second.endpoint, (container) => container.item('a', 'p').read());
    const code = await second.end('SIGTERM');

    expect([statusCode, code]).toEqual([200, 0]);
  });

  it('says what is wrong with its port', async () => {
    const { code, said } = await runToEnd({ COSMOS_DOUBLE_PORT: '99999' });

    expect([code, said]).toEqual([
      1,
      'COSMOS_DOUBLE_PORT is "99999": give it a port, 0 to 65535, 0 for any that is free.\n',
    ]);
  });
});

interface Running {
  readonly endpoint: string;
  /** Ends it with the signal and resolves with its exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

async function startProcess(): Promise<Running> {
  const child = spawnDouble({ COSMOS_DOUBLE_PORT: '0', COSMOS_DOUBLE_FILE: file, COSMOS_DOUBLE_KEY: KEY });
  const closed = once(child, 'close');
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('\n')) break;
  }
  const endpoint = /http:\S+/.exec(said)?.[0] ?? '';
  return {
    endpoint,
    async end(signal) {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

async function runToEnd(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const child = spawnDouble(env);
  const closed = once(child, 'close');
  let said = '';
  for await (const chunk of child.stderr) said += String(chunk);
  await closed;
  return { code: child.exitCode, said };
}

function spawnDouble(env: Readonly<Record<string, string>>): ChildProcessByStdio<null, Readable, Readable> {
  const entry = fileURLToPath(new URL('main.ts', import.meta.url));
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
}

const KEY = Buffer.from('a key of its own').toString('base64');

async function withContainer<T>(endpoint: string, use: (container: Container) => Promise<T>): Promise<T> {
  const client = new CosmosClient({ endpoint, key: KEY });
  try {
    return await use(client.database('plumbline').container('core'));
  } finally {
    client.dispose();
  }
}
