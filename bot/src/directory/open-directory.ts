import type { Directory } from '@plumbline/shared/application/ports/directory';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { EntraConfig } from '../entra-config.ts';
import { ownIdentity } from '../own-identity.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import { graphDirectory, type OnBehalfOf } from './graph-directory.ts';
import type { ApiProof } from './on-behalf.ts';

/** The audience of a token with which a managed identity proves that it is an application. */
const TOKEN_EXCHANGE = 'api://AzureADTokenExchange/.default';

/** The directory of whoever calls. */
export type DirectoryOf = (of: OnBehalfOf) => Directory;

/** Opens the way to Microsoft Graph that the settings ask for; `null` where it is off. */
export async function openDirectory(
  entra: EntraConfig,
  { now, logger }: { readonly now: () => Instant; readonly logger: Logger },
): Promise<DirectoryOf | null> {
  const { directory } = entra;
  if (directory.signIn === 'off') return null;
  const onFault = (fault: unknown): void => logger.error({ operation: 'directory', ...faultForLog(fault) }, 'fault');
  const proof: ApiProof =
    directory.signIn === 'secret'
      ? { kind: 'secret', secret: directory.secret }
      : { kind: 'managed-identity', assertion: await ownAssertion() };
  // Loaded where it is used: who leaves this off does not wait for it.
  const { onBehalfTokens } = await import('./on-behalf.ts');
  const tokens = onBehalfTokens({ entra, proof, graph: directory.graph, now, onFault });
  return graphDirectory({ origin: directory.graph, tokens, onFault });
}

async function ownAssertion(): Promise<() => Promise<string>> {
  const identity = await ownIdentity();
  return async () => {
    const token = await identity.getToken(TOKEN_EXCHANGE);
    if (!token) throw new Error('The managed identity has no token for the API registration');
    return token.token;
  };
}
