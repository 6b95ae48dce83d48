import { createServer } from 'node:https';
import { expect, it } from '@jest/globals';
import { makeCertificate } from '../local/entra/stand-in/certificate.ts';
import { trustCertificate } from '../local/entra/stand-in/trust.ts';
import { openEnd } from './ends.ts';

const AROUND = { dataDir: '/nowhere', from: '/' };

it('an account without a key is opened as whoever the command runs as', async () => {
  const shown = new Set<string>();
  const { key, cert } = makeCertificate(Date.now());
  trustCertificate(cert);
  const account = createServer({ key, cert }, (request, response) => {
    shown.add(decodeURIComponent(request.headers.authorization ?? ''));
    response.writeHead(403, { 'content-type': 'application/json' }).end('{"code":"Forbidden","message":"no role"}');
  });
  await new Promise<void>((resolve) => account.listen(0, '127.0.0.1', resolve));
  const bound = account.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const storage = {
    kind: 'cosmos',
    endpoint: `https://localhost:${String(port)}`,
    database: 'plumbline',
    key: null,
    vault: null,
  } as const;
  const credential = {
    getToken: () => Promise.resolve({ token: 'of-the-operator', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  try {
    await expect(openEnd({ kind: 'cosmos' }, { ...AROUND, storage, credential })).rejects.toThrow();
    expect([...shown]).toEqual(['type=aad&ver=1.0&sig=of-the-operator']);
  } finally {
    account.closeAllConnections();
    await new Promise((resolve) => account.close(resolve));
  }
});

it('cosmos is refused with what must be set where the environment names no account', async () => {
  await expect(openEnd({ kind: 'cosmos' }, { ...AROUND, storage: { kind: 'folder' } })).rejects.toThrow(
    'For cosmos, COSMOS_ENDPOINT must be set, and COSMOS_DATABASE unless it is plumbline.',
  );
});
