import { CosmosClient, type Container } from '@azure/cosmos';
import { startCosmosDouble, type CosmosDouble, type DoubleOptions } from './cosmos-double.ts';

/** A double with the real SDK in front of it. */
export interface TestAccount {
  readonly double: CosmosDouble;
  readonly client: CosmosClient;
  readonly container: Container;
  /** Another client of the same account, with a session of its own. */
  another(): Container;
  close(): Promise<void>;
}

/** Starts a double with a database `plumbline` and a container `core` in it whose documents may have a lifetime. */
export async function startTestAccount(options: DoubleOptions = {}): Promise<TestAccount> {
  const double = await startCosmosDouble(options);
  const clients: CosmosClient[] = [];
  const connect = (): CosmosClient => {
    const client = connectTo(double);
    clients.push(client);
    return client;
  };
  const close = async (): Promise<void> => {
    for (const one of clients) one.dispose();
    await double.close();
  };
  try {
    const client = connect();
    const { database } = await client.databases.createIfNotExists({ id: 'plumbline' });
    const { container } = await database.containers.createIfNotExists(CORE);
    return { double, client, container, another: () => connect().database('plumbline').container('core'), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

const CORE = {
  id: 'core',
  partitionKey: { paths: ['/pk'] },
  indexingPolicy: { includedPaths: [], excludedPaths: [{ path: '/*' }] },
  defaultTtl: -1,
};

function connectTo({ endpoint, key }: CosmosDouble): CosmosClient {
  return new CosmosClient({
    endpoint,
    key,
    consistencyLevel: 'Session',
    connectionPolicy: { enableBackgroundEndpointRefreshing: false },
  });
}
