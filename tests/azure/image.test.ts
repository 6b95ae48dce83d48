import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SETTINGS = {
  PORT: '0',
  HOST: '127.0.0.1',
  DRAIN_SECONDS: '0',
  PUBLIC_HOST: 'plumbline.calder.example',
  ENTRA_CLIENT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01',
  ENTRA_TENANTS: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a05',
  TEAMS_APP_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a03',
  BOT_APP_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a02',
  BOT_TENANT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a05',
};

interface Stage {
  /** Files and folders of the repository that it has. */
  readonly copied: readonly string[];
  readonly user: string;
  readonly command: readonly string[];
}

let folder: string;
let stage: Stage;

beforeAll(async () => {
  stage = lastStage(await readFile(join(ROOT, 'infra/azure/Containerfile'), 'utf8'));
  folder = await mkdtemp(join(tmpdir(), 'plumbline-image-'));
  for (const path of stage.copied.filter((one) => one !== 'node_modules')) {
    await cp(join(ROOT, path), join(folder, path), {
      recursive: true,
      filter: (source) => !source.includes('node_modules'),
    });
  }
  await installInto(join(folder, 'node_modules'), stage.copied);
});

afterAll(() => rm(folder, { recursive: true }));

/** Has the packages that are installed here there too, and of our own those that the image has. */
async function installInto(place: string, copied: readonly string[]): Promise<void> {
  await mkdir(join(place, '@plumbline'), { recursive: true });
  const installed = await readdir(join(ROOT, 'node_modules'));
  for (const name of installed.filter((one) => one !== '@plumbline')) {
    await symlink(join(ROOT, 'node_modules', name), join(place, name));
  }
  for (const name of copied.filter((one) => existsSync(join(ROOT, one, 'package.json')) && one !== 'node_modules')) {
    await symlink(join(place, '..', name), join(place, '@plumbline', name));
  }
}

/** What the image is in the end. */
function lastStage(text: string): Stage {
  const lines = text.slice(text.lastIndexOf('\nFROM ')).split('\n');
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const [command = '[]'] = after('CMD');
  const parsed: unknown = JSON.parse(command);
  return {
    copied: after('COPY').map((line) => line.split(' ').at(-1) ?? ''),
    user: after('USER').at(-1) ?? 'root',
    command: Array.isArray(parsed) ? parsed.map(String) : [],
  };
}

/** Runs the command of the image where its files are, until it says something that is waited for. */
function run(env: Readonly<Record<string, string>>, until: RegExp): Promise<string> {
  const [, ...args] = stage.command;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: dirname(process.execPath), NODE_ENV: 'production', DATA_DIR: join(folder, 'data'), ...env },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (until.test(said)) child.kill('SIGTERM');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', () => {
      resolve(said);
    });
  });
}

describe('the image of the service', () => {
  it('AZ6 is run by somebody who is not root', () => {
    expect(stage.user).toBe('node');
    expect(stage.command).toEqual(['node', 'bot/src/main.ts']);
  });

  it('AZ6 says all that it is missing, and starts when it has it', async () => {
    expect(await run({}, /never/)).toContain('ENTRA_CLIENT_ID must be');
    expect(await run(SETTINGS, /Plumbline is running/)).toContain('Plumbline is running');
  });
});
