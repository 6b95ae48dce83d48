import { expect, it } from '@jest/globals';
import { localConfigIn, localEntraIn, productionConfigIn } from './config.ts';

const PRODUCTION = {
  ENTRA_CLIENT_ID: '5a9e2f6c-0d7b-4b43-9c1e-7f3a2b8d4e10',
  ENTRA_TENANTS: '11111111-1111-4111-8111-111111111111, 22222222-2222-4222-8222-22222222222A',
  PUBLIC_HOST: 'plumbline.example.com',
  TEAMS_APP_ID: '33333333-3333-4333-8333-333333333333',
  BOT_APP_ID: '44444444-4444-4444-8444-444444444444',
  BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
};

it('reads what production needs', () => {
  expect(productionConfigIn({ ...PRODUCTION, PORT: '80', LOG_LEVEL: '' })).toEqual({
    ok: true,
    value: {
      port: 80,
      dataDir: '.data',
      logLevel: 'info',
      storage: { kind: 'folder' },
      keptMonths: expect.any(Function),
      drain: 10_000,
      telemetry: { otlp: false, azure: null },
      host: '0.0.0.0',
      rates: { requestsPerMinute: 1_200, requestsPerMinuteOfTenant: 60_000 },
      authority: 'https://login.microsoftonline.com',
      clientId: PRODUCTION.ENTRA_CLIENT_ID,
      tenants: ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-22222222222a'],
      publicHost: 'plumbline.example.com',
      directory: { signIn: 'off' },
      teamsAppId: PRODUCTION.TEAMS_APP_ID,
      botId: PRODUCTION.BOT_APP_ID,
      botTenant: PRODUCTION.BOT_TENANT_ID,
      botPassword: null,
    },
  });
});

it('takes another cloud of Entra, by its origin alone', () => {
  const sovereign = productionConfigIn({ ...PRODUCTION, ENTRA_AUTHORITY: 'https://login.microsoftonline.us' });
  expect(sovereign).toMatchObject({ ok: true, value: { authority: 'https://login.microsoftonline.us' } });
  for (const wrong of ['http://login.example.com', 'https://login.example.com/common', 'login.example.com']) {
    const refused = productionConfigIn({ ...PRODUCTION, ENTRA_AUTHORITY: wrong });
    expect(refused).toEqual({ ok: false, error: [expect.stringMatching(/^ENTRA_AUTHORITY must be an https origin/)] });
  }
});

it('checks tokens on one machine as in production once it is told where people sign in', () => {
  expect(localEntraIn(PRODUCTION)).toEqual({ ok: true, value: null });
  const authority = 'https://localhost:4001';
  expect(localEntraIn({ ...PRODUCTION, ENTRA_AUTHORITY: authority })).toMatchObject({ ok: true, value: { authority } });
  expect(localEntraIn({ ENTRA_AUTHORITY: authority })).toMatchObject({ ok: false });
});

it('BD1 does not let the bot and the API share a registration', () => {
  const shared = productionConfigIn({ ...PRODUCTION, BOT_APP_ID: PRODUCTION.ENTRA_CLIENT_ID.toUpperCase() });
  expect(shared).toEqual({ ok: false, error: [expect.stringMatching(/^BOT_APP_ID must not be ENTRA_CLIENT_ID/)] });
});

it('says everything that is wrong at once', () => {
  const wrong = productionConfigIn({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    ENTRA_TENANTS: 'acme',
    PUBLIC_HOST: 'https://x',
  });
  const names = wrong.ok ? [] : wrong.error.map((sentence) => sentence.split(' ')[0]);
  expect(names).toEqual([
    'PORT',
    'LOG_LEVEL',
    'ENTRA_CLIENT_ID',
    'ENTRA_TENANTS',
    'PUBLIC_HOST',
    'TEAMS_APP_ID',
    'BOT_APP_ID',
    'BOT_TENANT_ID',
  ]);
});

it('needs nothing at all on one machine', () => {
  expect(localConfigIn({})).toEqual({
    ok: true,
    value: {
      port: 3978,
      dataDir: '.data',
      logLevel: 'warn',
      storage: { kind: 'folder' },
      keptMonths: expect.any(Function),
      drain: 0,
      telemetry: { otlp: false, azure: null },
    },
  });
});

it('takes a drain of some seconds, and no more than the platform waits', () => {
  expect(localConfigIn({ DRAIN_SECONDS: '2.5' })).toMatchObject({ ok: true, value: { drain: 2_500 } });
  for (const wrong of ['-1', '41', 'soon']) {
    expect(localConfigIn({ DRAIN_SECONDS: wrong })).toEqual({
      ok: false,
      error: ['DRAIN_SECONDS must be a number of seconds from 0 to 40.'],
    });
  }
});

it('reports to whom it is told to, and to nobody else', () => {
  const azure = 'InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=https://x.in.example/';
  expect(
    localConfigIn({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
      APPLICATIONINSIGHTS_CONNECTION_STRING: azure,
    }),
  ).toMatchObject({ ok: true, value: { telemetry: { otlp: true, azure } } });
  const wrong = localConfigIn({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=none',
  });
  expect(wrong.ok ? [] : wrong.error.map((sentence) => sentence.split(' ')[0])).toEqual([
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
  ]);
});

const SHARED = {
  COSMOS_ENDPOINT: 'https://plumbline.documents.azure.com:443/',
  KEY_VAULT_URL: 'https://plumbline.vault.azure.net',
};

it('keeps documents in Cosmos DB and keys in Key Vault when it is told where they are', () => {
  expect(productionConfigIn({ ...PRODUCTION, ...SHARED })).toMatchObject({
    ok: true,
    value: {
      storage: {
        kind: 'cosmos',
        endpoint: SHARED.COSMOS_ENDPOINT,
        database: 'plumbline',
        key: null,
        vault: SHARED.KEY_VAULT_URL,
      },
    },
  });
  const here = { COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_KEY: 'a'.repeat(86) + '==', COSMOS_DATABASE: 'mine' };
  expect(localConfigIn(here)).toMatchObject({
    ok: true,
    value: {
      storage: { kind: 'cosmos', endpoint: here.COSMOS_ENDPOINT, database: 'mine', key: here.COSMOS_KEY, vault: null },
    },
  });
});

it.each([
  ['a key or a vault without a database', { COSMOS_KEY: 'x', KEY_VAULT_URL: 'x' }, ['COSMOS_KEY', 'KEY_VAULT_URL']],
  ['a database without a vault', { COSMOS_ENDPOINT: SHARED.COSMOS_ENDPOINT }, ['KEY_VAULT_URL']],
  [
    'addresses without TLS',
    { COSMOS_ENDPOINT: 'http://127.0.0.1:8081', KEY_VAULT_URL: 'http://localhost:1' },
    ['COSMOS_ENDPOINT', 'KEY_VAULT_URL'],
  ],
  [
    'what is no address, no name and no key',
    { COSMOS_ENDPOINT: 'plumbline', COSMOS_DATABASE: 'a/b', COSMOS_KEY: 'a key', KEY_VAULT_URL: 'https://x.y/secrets' },
    ['COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'COSMOS_KEY', 'KEY_VAULT_URL'],
  ],
])('does not start production with %s', (_, variables, names) => {
  const wrong = productionConfigIn({ ...PRODUCTION, ...variables });
  expect(wrong.ok ? [] : wrong.error.map((sentence) => sentence.split(' ')[0])).toEqual(names);
});

it('tells no key that is wrong, and asks for one where nobody can sign in', () => {
  const wrong = localConfigIn({ COSMOS_ENDPOINT: SHARED.COSMOS_ENDPOINT, COSMOS_KEY: 'sesame!' });
  expect(JSON.stringify(wrong)).not.toContain('sesame');
  expect(localConfigIn({ COSMOS_ENDPOINT: 'http://localhost:8081' })).toEqual({
    ok: false,
    error: [expect.stringContaining('COSMOS_KEY must be set for a COSMOS_ENDPOINT on this machine')],
  });
  expect(localConfigIn({ COSMOS_ENDPOINT: 'http://elsewhere:8081', COSMOS_KEY: 'a'.repeat(88) }).ok).toBe(false);
});

it('HT5 takes other rates for a person and an organisation, and refuses such as could not hold', () => {
  const rates = { RATE_PER_PERSON: '600', RATE_PER_TENANT: '30000' };
  expect(productionConfigIn({ ...PRODUCTION, ...rates })).toMatchObject({
    ok: true,
    value: { rates: { requestsPerMinute: 600, requestsPerMinuteOfTenant: 30_000 } },
  });
  expect(productionConfigIn({ ...PRODUCTION, RATE_PER_PERSON: '0', RATE_PER_TENANT: 'many' })).toEqual({
    ok: false,
    error: [expect.stringMatching(/^RATE_PER_PERSON must/), expect.stringMatching(/^RATE_PER_TENANT must/)],
  });
  expect(productionConfigIn({ ...PRODUCTION, RATE_PER_PERSON: '600', RATE_PER_TENANT: '599' })).toEqual({
    ok: false,
    error: [expect.stringMatching(/^RATE_PER_TENANT must not be below RATE_PER_PERSON/)],
  });
});

it('DI2 reads how teams of Microsoft Teams are read, or says what is wrong', () => {
  const directoryOf = (env: Readonly<Record<string, string>>) => {
    const read = productionConfigIn({ ...PRODUCTION, ...env });
    return read.ok ? read.value.directory : read.error;
  };
  const graph = 'https://graph.microsoft.com';
  expect(directoryOf({ DIRECTORY: 'managed-identity' })).toEqual({ signIn: 'managed-identity', graph });
  expect(directoryOf({ DIRECTORY: 'secret', ENTRA_CLIENT_SECRET: 's', GRAPH_ORIGIN: 'https://graph.example' })).toEqual(
    {
      signIn: 'secret',
      graph: 'https://graph.example',
      secret: 's',
    },
  );
  expect(directoryOf({ DIRECTORY: 'off', GRAPH_ORIGIN: 'nonsense' })).toEqual({ signIn: 'off' });
  expect(directoryOf({ DIRECTORY: 'secret' })).toEqual([
    'ENTRA_CLIENT_SECRET must be the secret of the API registration where DIRECTORY is secret.',
  ]);
  expect(directoryOf({ DIRECTORY: 'yes' })).toEqual(['DIRECTORY must be off, secret or managed-identity, not "yes".']);
  expect(directoryOf({ DIRECTORY: 'managed-identity', GRAPH_ORIGIN: 'http://graph.example/v1.0' })).toEqual([
    'GRAPH_ORIGIN must be an https origin without a path, such as https://graph.microsoft.com, or left out.',
  ]);
});
