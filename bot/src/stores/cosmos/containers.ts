import type { Container as CosmosContainer, ContainerDefinition, Database } from '@azure/cosmos';
import type { Container } from '@plumbline/shared/application/ports/document-store';

/** The kinds of storage, each a container of its own. */
export const CONTAINERS = ['core', 'teams', 'ballots', 'private'] as const satisfies readonly Container[];

/** How each container is set up: what makes the infrastructure and what checks it read the same lines. */
export const CONTAINER_SETUP = {
  partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 },
  /** Documents stay unless one has a lifetime of its own. */
  defaultTtl: -1,
  /** Bodies are never searched: indexing them would cost request units at every write. */
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: [{ path: '/id/?' }, { path: '/pk/?' }],
    excludedPaths: [{ path: '/*' }],
  },
} as const;

/** Makes the containers that are missing. */
export async function makeContainers(database: Database): Promise<void> {
  for (const id of CONTAINERS) await database.containers.createIfNotExists(definitionOf(id));
}

/** What differs from the set-up in the containers that there are, as a sentence; null when all is right. */
export async function faultInContainers(database: Database): Promise<string | null> {
  const faults = await Promise.all(CONTAINERS.map((id) => faultIn(database.container(id))));
  const told = faults.filter((fault) => fault !== null);
  if (told.length === 0) return null;
  return (
    `The Cosmos DB database "${database.id}" is not set up for Plumbline: ${told.join('; ')}. ` +
    'Create or change it as bot/src/stores/cosmos/containers.ts says, and start again.'
  );
}

function definitionOf(id: Container): ContainerDefinition & { partitionKey: object } {
  // The SDK's types want arrays that can be changed.
  return structuredClone({ id, ...CONTAINER_SETUP }) as unknown as ContainerDefinition & { partitionKey: object };
}

async function faultIn(container: CosmosContainer): Promise<string | null> {
  const found = await container.read().catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  const there = found?.resource;
  if (!there) return `the container "${container.id}" is missing`;
  const wrong = [
    ...(same(there.partitionKey?.paths, CONTAINER_SETUP.partitionKey.paths) ? [] : ['its partition key is not /pk']),
    ...(there.defaultTtl === CONTAINER_SETUP.defaultTtl ? [] : ['its time to live is not "on, without a default"']),
    ...(isIndexed(there) ? [] : ['its indexing policy is not to index /id and /pk alone']),
  ];
  return wrong.length === 0 ? null : `of the container "${container.id}" ${wrong.join(' and ')}`;
}

/** Azure adds its own excluded path for _etag, so that more exclusions are no fault. */
function isIndexed({ indexingPolicy }: ContainerDefinition): boolean {
  const setUp = CONTAINER_SETUP.indexingPolicy;
  const included = (indexingPolicy?.includedPaths ?? []).map(({ path }) => path).sort();
  const excluded = (indexingPolicy?.excludedPaths ?? []).map(({ path }) => path);
  return (
    indexingPolicy?.indexingMode === setUp.indexingMode &&
    same(
      included,
      setUp.includedPaths.map(({ path }) => path),
    ) &&
    setUp.excludedPaths.every(({ path }) => excluded.includes(path))
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 404;
}
