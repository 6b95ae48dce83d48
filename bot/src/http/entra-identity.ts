import type { Instant } from '@plumbline/shared/kernel/instant';
import type { EntraConfig } from '../entra-config.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import type { Identity } from './authenticate.ts';
import { issuerKeys } from './issuer-keys.ts';
import type { SignInPlace } from './static.ts';

/** Takes tokens of Entra ID, version 2.0, for the onboarded tenants. */
export function entraIdentity(
  config: EntraConfig,
  { now, logger }: { readonly now: () => Instant; readonly logger: Logger },
): Identity {
  const { authority, clientId, publicHost, tenants } = config;
  const issuerOf = (tenant: string): string => `${authority}/${tenant}/v2.0`;
  return {
    keys: issuerKeys({
      url: `${authority}/common/discovery/v2.0/keys`,
      issuers: tenants.map(issuerOf),
      now,
      onFault: (fault) => logger.error({ operation: 'keys', ...faultForLog(fault) }, 'fault'),
    }),
    issuerOf,
    audiences: [clientId, `api://${publicHost}/${clientId}`],
    tenants: new Set(tenants),
  };
}

/** Where people of the onboarded tenants sign in outside of Teams; with one tenant, nobody of another gets as far as a token. */
export function signInPlace({ authority, clientId, tenants }: EntraConfig): SignInPlace {
  const [first = ''] = tenants;
  return {
    authority: `${authority}/${tenants.length === 1 ? first : 'organizations'}`,
    clientId,
    // Pages and service are one registration, which Entra lets ask for itself by its id alone (AADSTS90009).
    scope: `${clientId}/access_as_user`,
  };
}
