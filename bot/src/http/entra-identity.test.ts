import { expect, it } from '@jest/globals';
import { signInPlace } from './entra-identity.ts';

const CLIENT = '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01';
const TENANT = '11111111-1111-4111-8111-111111111111';
const CONFIG = {
  authority: 'https://login.test',
  clientId: CLIENT,
  publicHost: 'plumbline.test',
  directory: { signIn: 'off' },
} as const;

it('ID3 pages ask for the service by its id, the only name by which a registration may ask for itself', () => {
  expect(signInPlace({ ...CONFIG, tenants: [TENANT] })).toEqual({
    authority: `https://login.test/${TENANT}`,
    clientId: CLIENT,
    scope: `${CLIENT}/access_as_user`,
  });
  expect(signInPlace({ ...CONFIG, tenants: [TENANT, CLIENT] }).authority).toBe('https://login.test/organizations');
});
