import { expect, it } from '@jest/globals';
import { localConfigIn, productionConfigIn } from './config.ts';

const PRODUCTION = {
  ENTRA_CLIENT_ID: '5a9e2f6c-0d7b-4b43-9c1e-7f3a2b8d4e10',
  ENTRA_TENANTS: '11111111-1111-4111-8111-111111111111, 22222222-2222-4222-8222-22222222222A',
  PUBLIC_HOST: 'plumbline.example.com',
};

it('reads what production needs', () => {
  expect(productionConfigIn({ ...PRODUCTION, PORT: '80', LOG_LEVEL: '' })).toEqual({
    ok: true,
    value: {
      port: 80,
      dataDir: '.data',
      logLevel: 'info',
      host: '0.0.0.0',
      clientId: PRODUCTION.ENTRA_CLIENT_ID,
      tenants: ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-22222222222a'],
      publicHost: 'plumbline.example.com',
    },
  });
});

it('says everything that is wrong at once', () => {
  const wrong = productionConfigIn({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    ENTRA_TENANTS: 'acme',
    PUBLIC_HOST: 'https://x',
  });
  const names = wrong.ok ? [] : wrong.error.map((sentence) => sentence.split(' ')[0]);
  expect(names).toEqual(['PORT', 'LOG_LEVEL', 'ENTRA_CLIENT_ID', 'ENTRA_TENANTS', 'PUBLIC_HOST']);
});

it('needs nothing at all on one machine', () => {
  expect(localConfigIn({})).toEqual({ ok: true, value: { port: 3978, dataDir: '.data', logLevel: 'warn' } });
});
