import {
  ChangeFeedStartFrom,
  CosmosClient,
  ErrorResponse,
  type ChangeFeedIteratorOptions,
  type Container,
} from '@azure/cosmos';
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

/** Where a feed begins. The SDK's types do not say that what its factories make is what its options take. */
export function fromBeginning(partition?: string): ChangeFeedIteratorOptions {
  return startingAt(ChangeFeedStartFrom.Beginning(partition));
}

/** A feed of what is written from now on. */
export function fromNow(): ChangeFeedIteratorOptions {
  return startingAt(ChangeFeedStartFrom.Now());
}

/** A feed of what was changed since a time. */
export function fromTime(time: Date): ChangeFeedIteratorOptions {
  return startingAt(ChangeFeedStartFrom.Time(time));
}

/** A feed that goes on where another ended. */
export function fromContinuation(token: string): ChangeFeedIteratorOptions {
  return startingAt(ChangeFeedStartFrom.Continuation(token));
}

function startingAt(start: object): ChangeFeedIteratorOptions {
  return { changeFeedStartFrom: start };
}

/** What of the SDK's error tells failures apart. */
export interface Failure {
  readonly code: unknown;
  readonly substatus: unknown;
  /** Cosmos's name of it. */
  readonly name: unknown;
}

/** How the SDK fails; throws when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (fault) {
    if (!(fault instanceof ErrorResponse)) throw fault;
    const body: unknown = fault.body;
    const name = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    return { code: fault.code, substatus: fault.substatus, name };
  }
  throw new Error('The call was expected to fail.');
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
