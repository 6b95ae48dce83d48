import { expect, it } from '@jest/globals';
import { azureText } from './settings.ts';

/** The clients that Microsoft names for single sign-on: Teams, Microsoft 365, Outlook, and all of Office. */
const CLIENTS = [
  ...['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'],
  ...['4765445b-32c6-49b0-83e6-1d93765276ca', '0ec893e0-5785-4de6-99da-4ed124e5296c'],
  ...['d3590ed6-52b3-4102-aeff-aad2292ab01c', 'bc59ab01-8403-45c6-8796-ac3ef710b3e3'],
  ...['27922004-5251-4030-b22d-91ecd9a37ea4', 'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e'],
];

async function manifest(): Promise<unknown> {
  return JSON.parse(await azureText('entra.manifest.json'));
}

it('OA1 the registration declares the role that the service looks for, and gives it to people alone', async () => {
  expect(await manifest()).toMatchObject({
    appRoles: [{ value: 'Organisation.Administer', allowedMemberTypes: ['User'], isEnabled: true }],
  });
});

it('AZ10 the clients of Microsoft may ask for the scope, and the registration asks for it itself, and for nothing else', async () => {
  const scope = '${{ENTRA_SCOPE_ID}}';
  expect(await manifest()).toMatchObject({
    api: {
      oauth2PermissionScopes: [{ id: scope, value: 'access_as_user' }],
      preAuthorizedApplications: CLIENTS.map((appId) => ({ appId, delegatedPermissionIds: [scope] })),
    },
    requiredResourceAccess: [{ resourceAppId: '${{ENTRA_CLIENT_ID}}', resourceAccess: [{ id: scope, type: 'Scope' }] }],
  });
});
