import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CosmosClient } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import type { Wire } from './wire.ts';

/** Where the database is and who asks: with the account's key, or as somebody who signs in. */
export type CosmosAccount = {
  /** Such as `https://plumbline.documents.azure.com`. */
  readonly endpoint: string;
  readonly database: string;
} & ({ readonly key: string } | { readonly credential: TokenCredential });

export interface ConnectionOptions {
  /** How long one request may take, in milliseconds. */
  readonly requestTimeout: number;
  readonly maxSockets: number;
}

/** A client of the account, with all tries again turned off, and the function that ends it. */
export function connect(
  account: CosmosAccount,
  options: ConnectionOptions & { readonly wire: Wire },
): { readonly client: CosmosClient; readonly end: () => void } {
  const { wire, requestTimeout, maxSockets } = options;
  const Agent = account.endpoint.startsWith('http:') ? HttpAgent : HttpsAgent;
  const agent = new Agent({ keepAlive: true, maxSockets });
  const client = new CosmosClient({
    endpoint: account.endpoint,
    ...('key' in account ? { key: account.key } : { aadCredentials: account.credential }),
    // Without it the SDK sends no session token at all.
    consistencyLevel: 'Session',
    agent,
    httpClient: wire.client,
    connectionPolicy: {
      requestTimeout,
      // Found endpoints bring tries of the SDK's own, up to 120 for a read. The account's name leads to its write region.
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    },
  });
  return {
    client,
    end() {
      client.dispose();
      agent.destroy();
    },
  };
}
