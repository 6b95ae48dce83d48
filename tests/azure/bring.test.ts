import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { azurePath, azureText, sampleSettings } from './settings.ts';

const CLIENT = '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01';
const OBJECT = '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a09';
const TENANTS = ['0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a05', '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a06'];
const HOST = 'plumbline-service.calder.example';

/** Keeps each call, an argument a line, and answers as Azure does: with names whose case has changed. */
const AZ = `#!/bin/sh
printf '%s\\n' "$@" '' >> "$CALLS"
case "$*" in
  'ad app create'*) echo ${CLIENT} ;;
  'ad app show'*) echo ${OBJECT} ;;
  'ad sp create'*) touch "$CALLS.sp" ;;
  'ad sp show'*) [ -e "$CALLS.sp" ] ;;
  # Entra does not know the scope at once.
  'rest'*preAuthorizedApplications*) [ -e "$CALLS.known" ] || { touch "$CALLS.known"; exit 1; } ;;
  *'--name registry'*) echo '{"registrY_NAME":{"value":"plumblinex"},"registrY_SERVER":{"value":"plumblinex.azurecr.io"}}' ;;
  *'--name plumbline'*)
    # An empty number would not compile.
    [ -z "\${INSTANCES+set}" ] || exit 3
    echo '{"publiC_HOST":{"value":"${HOST}"},"boT_APP_ID":{"value":"${CLIENT}"},"storE_IDENTITY_ID":{"value":"${OBJECT}"}}' ;;
esac
`;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-bring-'));
  file = join(folder, '.env.prod');
  await writeFile(join(folder, 'calls'), '');
  await writeFile(join(folder, 'az'), AZ);
  await chmod(join(folder, 'az'), 0o755);
  await writeFile(
    file,
    await filledIn({ ENTRA_TENANTS: TENANTS.join(','), ALERT_EMAIL: 'duty@calder.example', INSTANCES: '' }),
  );
});
afterEach(() => rm(folder, { recursive: true }));

/** The sample with some settings filled in. */
async function filledIn(values: Readonly<Record<string, string>>): Promise<string> {
  const sample = await azureText('env/.env.sample');
  return sample.replaceAll(/^([A-Z_]+)=.*$/gm, (line, name: string) => {
    const value = values[name];
    return value === undefined ? line : `${name}=${value}`;
  });
}

interface Run {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

async function bring(step: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const path = [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  const given = { PATH: path, CALLS: join(folder, 'calls'), IMAGE_TAG: 'abc', PAUSE: '0', ...env };
  try {
    const said = await promisify(execFile)('bash', [azurePath('bring.sh'), step, file], { env: given });
    return { code: 0, ...said };
  } catch (fault) {
    const told = Object(fault) as { readonly code: unknown; readonly stdout: string; readonly stderr: string };
    return { code: told.code, stdout: told.stdout, stderr: told.stderr };
  }
}

/** What was asked of Azure, with its arguments. */
async function calls(): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(folder, 'calls'), 'utf8');
  const all = text.split('\n\n').map((call) => call.split('\n'));
  return all.slice(0, -1);
}

async function settings(): Promise<Readonly<Record<string, string | undefined>>> {
  return parseEnv(await readFile(file, 'utf8'));
}

describe('bringing it to Azure, a step at a time', () => {
  it('AZ7 registers the API once, and makes up the ids that are for ever once', async () => {
    expect((await bring('register')).code).toBe(0);
    const first = await settings();
    expect(first).toMatchObject({ ENTRA_CLIENT_ID: CLIENT, ENTRA_OBJECT_ID: OBJECT });
    expect(first['TEAMS_APP_ID']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first['ENTRA_SCOPE_ID']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first['ENTRA_SCOPE_ID']).not.toBe(first['TEAMS_APP_ID']);
    expect((await bring('register')).code).toBe(0);
    expect(await settings()).toEqual(first);
    const made = (await calls()).map((call) => call.slice(0, 3).join(' '));
    expect(made).toEqual([
      ...['ad app create', 'ad sp show', 'ad sp create', 'ad app show'],
      ...['ad sp show', 'ad app show'],
    ]);
  });

  it('AZ7 each step gives the next all that it needs, and a later one changes nothing else in the file', async () => {
    const before = await settings();
    for (const step of ['register', 'image', 'budget', 'deploy', 'manifest']) {
      expect([step, await bring(step)]).toEqual([step, expect.objectContaining({ code: 0 })]);
    }
    const after = await settings();
    expect(after).toMatchObject({
      REGISTRY_NAME: 'plumblinex',
      IMAGE: 'plumblinex.azurecr.io/plumbline:abc',
      PUBLIC_HOST: HOST,
      BOT_APP_ID: CLIENT,
      STORE_IDENTITY_ID: OBJECT,
    });
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    const sample = await sampleSettings();
    expect(changed.filter((name) => sample.get(name) !== '')).toEqual([]);
    expect(Object.keys(after)).toEqual([...sample.keys()]);
    const deployed = (await calls()).filter(([command]) => command === 'deployment').map((call) => call.join(' '));
    expect(deployed).toEqual([
      expect.stringContaining('--name registry'),
      expect.stringContaining('--name budget'),
      expect.stringContaining(`--name plumbline --parameters ${azurePath('main.bicepparam')}`),
    ]);
  });

  it('AZ7 the scope of the API is made before anybody is named who may ask for it, and nothing is left to fill in', async () => {
    await writeFile(file, await filledIn({ ENTRA_TENANTS: TENANTS.join(', ').replace(/^|$/g, '"') }));
    await bring('register');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^PUBLIC_HOST=$/m, `PUBLIC_HOST=${HOST}`));
    const told = await bring('manifest');
    for (const tenant of TENANTS) {
      expect(told.stdout).toContain(
        `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${CLIENT}&redirect_uri=https://${HOST}/tab/\n`,
      );
    }
    const patches = (await calls()).filter(([command]) => command === 'rest');
    expect(patches.map((call) => call.find((part) => part.startsWith('https:')))).toEqual(
      [1, 2, 3].map(() => `https://graph.microsoft.com/v1.0/applications/${OBJECT}`),
    );
    const [first, again, second] = patches.map((call): unknown => JSON.parse(call.at(-1) ?? ''));
    expect(again).toEqual(second);
    const { ENTRA_SCOPE_ID: scope } = await settings();
    expect(first).toMatchObject({
      identifierUris: [`api://${HOST}/${CLIENT}`],
      api: { oauth2PermissionScopes: [{ id: scope, value: 'access_as_user' }] },
      spa: { redirectUris: [`https://${HOST}/tab/`, `brk-multihub://${HOST}`] },
    });
    expect(JSON.stringify(first)).not.toContain('preAuthorizedApplications');
    expect(second).toMatchObject({
      requiredResourceAccess: [{ resourceAppId: CLIENT, resourceAccess: [{ id: scope }] }],
    });
    expect(JSON.stringify(second)).toContain('preAuthorizedApplications');
    expect(JSON.stringify([first, second])).not.toMatch(/\$\{\{|undefined/);
    expect(second).not.toHaveProperty('appId');
  });

  it('AZ7 says what is missing, and asks nothing of Azure then', async () => {
    const { code, stderr } = await bring('deploy');
    expect(code).toBe(1);
    expect(stderr).toContain('REGISTRY_NAME is not set.');
    expect(stderr).toContain('TEAMS_APP_ID is not set.');
    expect(await calls()).toEqual([]);
    expect(await bring('nothing')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('register|image|budget|deploy|manifest'),
    });
  });

  it('AZ7 leaves what it found out to the next steps of a workflow and of the toolkit', async () => {
    const next = join(folder, 'next');
    await bring('register', { GITHUB_ENV: next });
    expect(await readFile(next, 'utf8')).toContain(`ENTRA_CLIENT_ID=${CLIENT}\n`);
    expect((await bring('image', { TEAMSFX_ENV: 'dev' })).stdout).toContain(
      '::set-teamsfx-env IMAGE=plumblinex.azurecr.io/plumbline:abc\n',
    );
  });
});
