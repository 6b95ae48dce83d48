import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const SETTINGS = new URL('settings.env', import.meta.url);
const ID = '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a0';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-package-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: unknown;
  readonly stderr: string;
}

async function run(...args: readonly string[]): Promise<Run> {
  const { PATH } = process.env;
  try {
    await promisify(execFile)(process.execPath, ['--conditions=plumbline:source', MAIN, ...args], {
      env: { PATH, INIT_CWD: folder },
    });
    return { code: 0, stderr: '' };
  } catch (fault) {
    return { code: Reflect.get(Object(fault), 'code'), stderr: String(Reflect.get(Object(fault), 'stderr')) };
  }
}

it('PK4 the file of settings, filled in, makes the packages in the folder that was named', async () => {
  const given: Readonly<Record<string, string>> = {
    PUBLIC_HOST: 'plumbline.calder.example',
    ENTRA_CLIENT_ID: `${ID}1`,
    BOT_APP_ID: `${ID}2`,
    TEAMS_APP_ID: `${ID}3`,
    PUBLISHER: 'Calder',
    WEBSITE_URL: 'https://calder.example',
    PRIVACY_URL: 'https://calder.example/privacy',
    TERMS_URL: 'https://calder.example/terms',
    APP_NAME_SUFFIX: '',
    PACKAGE_VERSION: '3.14.1',
  };
  const empty = await readFile(SETTINGS, 'utf8');
  const filled = empty.replaceAll(/^([A-Z_]+)=$/gm, (line, name: string) => `${line}${given[name] ?? ''}`);
  await writeFile(join(folder, 'calder.env'), filled);
  expect(await run('calder.env', 'out')).toEqual({ code: 0, stderr: '' });
  expect((await readdir(join(folder, 'out'))).toSorted()).toEqual([
    'plumbline-powerpoint.xml',
    'plumbline-teams.zip',
    'plumbline-word.xml',
  ]);
  const addin = await readFile(join(folder, 'out', 'plumbline-word.xml'), 'utf8');
  expect(addin).toContain('<Version>3.14.1.0</Version>');
});

it('PK4 nothing is written from a file that is not filled in, and every setting is named', async () => {
  await writeFile(join(folder, 'empty.env'), await readFile(SETTINGS));
  const { code, stderr } = await run('empty.env', 'out');
  expect(code).toBe(1);
  expect(stderr).toMatch(/PUBLIC_HOST must be [\s\S]*Nothing was written\.\n$/);
  expect(await readdir(folder)).toEqual(['empty.env']);
});

it('PK4 a file that is not there is said to be missing, with how the command is used', async () => {
  const { code, stderr } = await run('nowhere.env');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^nowhere\.env cannot be read\..*\n\nnpm run package -- FILE/);
});
