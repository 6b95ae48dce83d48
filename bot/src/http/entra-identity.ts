import type { JWK } from 'jose';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { EntraConfig } from '../entra-config.ts';
import type { Identity } from './authenticate.ts';
import { issuerKeys } from './issuer-keys.ts';
import type { SignInPlace } from './static.ts';

/** Takes tokens of Entra ID, version 2.0, for the onboarded tenants. */
export function entraIdentity(config: EntraConfig, now: () => Instant): Identity {
  const { authority, clientId, publicHost, tenants } = config;
  const issuerOf = (tenant: string): string => `${authority}/${tenant}/v2.0`;
  return {
    keys: issuerKeys({
      url: `${authority}/common/discovery/v2.0/keys`,
      now,
      isOurs: (key) => mayIssueFor(key, tenants.map(issuerOf)),
    }),
    issuerOf,
    audiences: [clientId, `api://${publicHost}/${clientId}`],
    tenants: new Set(tenants),
  };
}

/** Where people of the onboarded tenants sign in outside of Teams; with one tenant, nobody of another gets as far as a token. */
export function signInPlace({ authority, clientId, publicHost, tenants }: EntraConfig): SignInPlace {
  const [first = ''] = tenants;
  return {
    authority: `${authority}/${tenants.length === 1 ? first : 'organizations'}`,
    clientId,
    scope: `api://${publicHost}/${clientId}/access_as_user`,
  };
}

/** The common key set also has keys of single tenants and of private accounts; each says whose tokens it signs. */
function mayIssueFor(key: JWK, issuers: readonly string[]): boolean {
  const issuer: unknown = 'issuer' in key ? key['issuer'] : undefined;
  if (typeof issuer !== 'string') return true;
  return issuers.some((ours) => issuer === ours || issuer.replace('{tenantid}', tenantIn(ours)) === ours);
}

function tenantIn(issuer: string): string {
  return issuer.split('/').at(-2) ?? '';
}
