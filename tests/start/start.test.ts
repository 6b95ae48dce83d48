import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunningService, type StartOptions } from '../running/running-service.ts';

const MAIN = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url));
const folders: string[] = [];
const services: RunningService[] = [];

afterEach(async () => {
  for (const service of services.splice(0)) await service.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
  folders.push(folder);
  return folder;
}

async function started(options: StartOptions = {}): Promise<RunningService> {
  const service = new RunningService(options);
  services.push(service);
  await service.start();
  return service;
}

/** Runs what `npm start` runs until it ends by itself; what it said, and its exit code. */
async function refused(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, said: said.trim() };
}

describe('starting on one machine', () => {
  it('prints one address, and finds its data again', async () => {
    const service = await started();
    expect(service.written.trim()).toBe(`Plumbline is running: ${service.origin}`);
    const teams = () => fetch(`${service.origin}/`).then(({ status }) => status);
    expect(await teams()).toBe(200);
    await service.kill();
    await service.start();
    expect(await teams()).toBe(200);
    expect(service.written.match(/Plumbline is running/g)).toHaveLength(2);
  });

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, said } = await refused({ PORT: port, DATA_DIR: newFolder() });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken by another program`);
    expect(said).toContain('npm start');
  });

  it('says what to do when the data folder belongs to a start that still runs', async () => {
    // Several services may share a Cosmos database, and nobody else's file.
    const service = await started({ store: 'sqlite' });
    const { code, said } = await refused({ PORT: '0', DATA_DIR: service.dataDir });
    expect(code).toBe(1);
    expect(said).toMatch(/another process|in use/i);
    expect(said).toMatch(/stop|DATA_DIR/i);
  });

  it('says what to do when the data folder is a file, or the settings are wrong, with every fault at once', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, 'not a folder');
    const asFile = await refused({ PORT: '0', DATA_DIR: file });
    expect([asFile.code, asFile.said]).toEqual([1, expect.stringContaining('DATA_DIR')]);
    const wrong = await refused({ PORT: 'many', DATA_DIR: newFolder(), LOG_LEVEL: 'loud' });
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain('PORT');
    expect(wrong.said).toContain('LOG_LEVEL');
  });
});
