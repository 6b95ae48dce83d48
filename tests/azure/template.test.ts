import { beforeAll, describe, expect, it } from '@jest/globals';
import { productionConfigIn } from '@plumbline/bot/config';
import { LIMITS } from '@plumbline/bot/http/limits';
import { CONTAINERS, CONTAINER_SETUP } from '@plumbline/bot/stores/cosmos/containers';
import { at, openParser, readTemplate, readTemplates, type Resource, type Template, type Value } from './bicep.ts';

let templates: readonly Template[];
beforeAll(async () => {
  templates = await readTemplates();
});

/** What a setting of the service is in Azure, as far as its form goes. */
const WORKED_OUT: Readonly<Record<string, string>> = {
  PORT: '3978',
  PUBLIC_HOST: 'plumbline.calder.example',
  ENTRA_CLIENT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01',
  ENTRA_TENANTS: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a05,0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a06',
  TEAMS_APP_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a03',
  BOT_APP_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a02',
  BOT_TENANT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a05',
  COSMOS_ENDPOINT: 'https://plumbline-x.documents.azure.com:443/',
  COSMOS_DATABASE: 'plumbline',
  KEY_VAULT_URL: 'https://plumblinex.vault.azure.net/',
  RETENTION_MONTHS: '24',
  DIRECTORY: 'managed-identity',
  AZURE_CLIENT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a07',
  APPLICATIONINSIGHTS_CONNECTION_STRING:
    'InstrumentationKey=0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a08;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/',
  APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
  DRAIN_SECONDS: '20',
};

function theOnly(type: string): Resource {
  const found = templates.flatMap(({ resources }) =>
    resources.filter((resource) => resource.type === type && !resource.isExisting),
  );
  const [one] = found;
  if (found.length !== 1 || !one) throw new Error(`There are ${String(found.length)} of ${type}`);
  return one;
}

function listAt(value: Value | undefined, path: string): readonly Value[] {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new Error(`There is no list at ${path}`);
  return found as readonly Value[];
}

function container(): Value {
  const [one] = listAt(theOnly('Microsoft.App/containerApps').body, 'properties.template.containers');
  if (one === undefined) throw new Error('The service has no container');
  return one;
}

/** The names of what the service is set. */
function settings(): readonly string[] {
  return listAt(container(), 'env').map((one) => {
    const name = at(one, 'name');
    if (typeof name !== 'string') throw new Error('A setting has no name');
    return name;
  });
}

describe('the templates for Azure', () => {
  it('AZ1 are what the grammar of their language takes, and each of their parts is described', async () => {
    expect(templates.map(({ name, faults }) => [name, faults])).toEqual(templates.map(({ name }) => [name, []]));
    const undescribed = templates.flatMap(({ name, params, outputs }) =>
      [...params, ...outputs].filter(({ isDescribed }) => !isDescribed).map((one) => `${name}: ${one.name}`),
    );
    expect(undescribed).toEqual([]);
    const broken = readTemplate(await openParser(), 'broken', "resource x 'A/b@2024-01-01' = {\n  name: \n");
    expect(broken.faults).not.toEqual([]);
  });

  it('AZ1 hand each module all that it asks for, and nothing else', () => {
    const byName = new Map(templates.map((template) => [template.name, template]));
    const main = byName.get('main.bicep');
    expect(main?.modules.map(({ path }) => path).toSorted()).toEqual([
      'bot.bicep',
      'service.bicep',
      'store.bicep',
      'watch.bicep',
    ]);
    for (const { path, body } of main?.modules ?? []) {
      const params = byName.get(path)?.params ?? [];
      const given = Object.keys(Object(at(body, 'params')) as object);
      const needed = params.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
      expect([path, given.filter((name) => !params.some((param) => param.name === name))]).toEqual([path, []]);
      expect([path, needed.filter((name) => !given.includes(name))]).toEqual([path, []]);
    }
  });

  it('AZ2 set every setting that the service needs, and none that is a secret', () => {
    const names = settings();
    const env = Object.fromEntries(names.map((name) => [name, WORKED_OUT[name]]));
    expect(names.filter((name) => WORKED_OUT[name] === undefined)).toEqual([]);
    expect(productionConfigIn(env)).toMatchObject({ ok: true, value: { storage: { kind: 'cosmos', key: null } } });
    expect(names).not.toEqual(expect.arrayContaining(['COSMOS_KEY']));
    expect(names).not.toEqual(expect.arrayContaining(['BOT_PASSWORD']));
    // Without any of them the service would not start, or not keep its data where it belongs.
    const optional = [
      'PORT',
      'RETENTION_MONTHS',
      'DIRECTORY',
      'COSMOS_DATABASE',
      'AZURE_CLIENT_ID',
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      'APPLICATION_INSIGHTS_NO_STATSBEAT',
      'DRAIN_SECONDS',
    ];
    for (const name of names.filter((one) => !optional.includes(one))) {
      const without = productionConfigIn({ ...env, [name]: undefined });
      expect([name, without.ok && without.value.storage.kind === 'cosmos']).toEqual([name, false]);
    }
  });

  it('AZ3 make every container as the store checks it when it opens', () => {
    const { body } = theOnly('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers');
    const { id, ...setUp } = Object(at(body, 'properties.resource')) as Readonly<Record<string, unknown>>;
    expect(id).toEqual({ expression: 'id' });
    expect(setUp).toEqual(CONTAINER_SETUP);
    const made = templates.flatMap(({ variables }) => variables.get('containers') ?? []);
    expect(made.flat()).toEqual([...CONTAINERS]);
  });

  it('AZ4 have nobody sign in with a key, and hand out none', () => {
    expect(at(theOnly('Microsoft.DocumentDB/databaseAccounts').body, 'properties')).toMatchObject({
      disableLocalAuth: true,
      disableKeyBasedMetadataWriteAccess: true,
      minimalTlsVersion: 'Tls12',
    });
    expect(at(theOnly('Microsoft.BotService/botServices').body, 'properties')).toMatchObject({
      msaAppType: 'UserAssignedMSI',
      disableLocalAuth: true,
    });
    expect(at(theOnly('Microsoft.ContainerRegistry/registries').body, 'properties.adminUserEnabled')).toBe(false);
    const written = JSON.stringify(templates);
    expect(written).not.toMatch(/listKeys|listCredentials|listSecrets|sharedKey/i);
    // The only connection string opens nothing: whoever reports signs in.
    expect(written.match(/\w+\.properties\.connectionString/gi)).toEqual(['insights.properties.ConnectionString']);
    expect(at(theOnly('Microsoft.Insights/components').body, 'properties.DisableLocalAuth')).toBe(true);
    const outputs = templates.flatMap(({ outputs }) => outputs);
    expect(outputs.filter(({ text }) => /key|secret|password|token/i.test(text.replace(/^@.*$/gm, '')))).toEqual([]);
  });

  it('AZ4 let keys of rounds be purged, and keep backups short', () => {
    const vault = at(theOnly('Microsoft.KeyVault/vaults').body, 'properties');
    // Purge protection would keep the key of a round for weeks after it is destroyed.
    expect(at(vault, 'enablePurgeProtection')).toBeUndefined();
    expect(vault).toMatchObject({
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 7,
    });
    const account = theOnly('Microsoft.DocumentDB/databaseAccounts').body;
    expect(at(account, 'properties.backupPolicy.continuousModeProperties.tier')).toBe('Continuous7Days');
  });

  it('AZ5 run two instances or more, that are asked where the service answers', () => {
    const { body } = theOnly('Microsoft.App/containerApps');
    expect(at(body, 'properties.template.scale.minReplicas')).toEqual({ expression: 'instances' });
    const probes = listAt(container(), 'probes').map((probe) => [at(probe, 'type'), at(probe, 'httpGet.path')]);
    expect(probes).toEqual([
      ['Startup', '/health/live'],
      ['Liveness', '/health/live'],
      ['Readiness', '/health/ready'],
    ]);
    // An instance that is told to stop is looked at often enough before it takes no more, and is let finish.
    const readiness = listAt(container(), 'probes').at(-1);
    const looks = Number(at(readiness, 'periodSeconds')) * Number(at(readiness, 'failureThreshold'));
    // The store of a service that is ready may take longer than the second that is the default.
    const seconds = looks + Number(at(readiness, 'timeoutSeconds'));
    expect(Number(at(readiness, 'timeoutSeconds'))).toBe(5);
    const drain = listAt(container(), 'env').find((one) => at(one, 'name') === 'DRAIN_SECONDS');
    expect(seconds).toBeLessThan(Number(at(drain, 'value')));
    const grace = Number(at(body, 'properties.template.terminationGracePeriodSeconds'));
    expect(Number(at(drain, 'value')) + LIMITS.stop / 1_000).toBeLessThan(grace);
    expect(at(body, 'properties.configuration.ingress')).toMatchObject({ allowInsecure: false, external: true });
    expect(templates.find(({ name }) => name === 'service.bicep')?.variables.get('port')).toBe(3978);
  });
});
