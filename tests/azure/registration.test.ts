import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

it('OA1 the registration declares the role that the service looks for, and gives it to people alone', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../infra/azure/entra.manifest.json', import.meta.url), 'utf8'),
  );
  expect(manifest).toMatchObject({
    appRoles: [{ value: 'Organisation.Administer', allowedMemberTypes: ['User'], isEnabled: true }],
  });
});
