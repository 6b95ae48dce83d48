import type { JsonObject } from '@plumbline/shared/kernel/json';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { CONFLICT, NOT_FOUND, jsonAnswer, notModelled, refusal } from './answer.ts';
import type { Answer, Refusal } from './answer.ts';
import { isLifetime } from './documents.ts';
import { isList, isObject, parseObject } from './json.ts';
import { etagOf, findContainer, newRid, type ContainerRow, type Database } from './storage.ts';
import type { Target } from './wire-request.ts';

/** The account: one region, which is this server itself, as the client addressed it. */
export function readAccount(host: string): Answer {
  const here = [{ name: 'Local', databaseAccountEndpoint: `http://${host}/` }];
  return jsonAnswer(
    200,
    JSON.stringify({
      _self: '',
      id: 'plumbline-double',
      _rid: 'plumbline-double.local',
      media: '//media/',
      addresses: '//addresses/',
      _dbs: '//dbs/',
      writableLocations: here,
      readableLocations: here,
      enableMultipleWriteLocations: false,
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
    }),
  );
}

/** Creates a database. */
export function createDatabase(database: Database, { body, now }: { body: JsonObject; now: number }): Answer | Refusal {
  const { id } = body;
  if (typeof id !== 'string' || id === '') return refusal(400, 'A database needs an id.');
  const row = database
    .prepare<[string, string, number], DatabaseRow>(
      'INSERT INTO databases (id, rid, ts) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING rid, ts',
    )
    .get(id, newRid(4), now);
  return row === undefined ? CONFLICT : databaseAnswer(id, row, 201);
}

/** Reads a database. */
export function readDatabase(database: Database, id: string): Answer | Refusal {
  const row = findDatabase(database, id);
  return row === null ? NOT_FOUND : databaseAnswer(id, row, 200);
}

/** Creates a container under the partition key `/pk`. */
export function createContainer(
  database: Database,
  target: Target,
  { body, now }: { body: JsonObject; now: number },
): Answer | Refusal {
  const parent = findDatabase(database, target.database);
  if (parent === null) return NOT_FOUND;
  const { id } = body;
  if (typeof id !== 'string' || id === '') return refusal(400, 'A container needs an id.');
  const definition = definitionIn(body);
  if (!definition.ok) return definition.error;
  const row = database
    .prepare<[string, string, string, string, string, number], ContainerRow>(
      `INSERT INTO containers (database, id, rid, lsn, documents, body, etag, ts) VALUES (?, ?, ?, 0, 0, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING rid, lsn, documents, body, etag, ts`,
    )
    .get(target.database, id, newRid(4, parent.rid), JSON.stringify(definition.value), etagOf(0, 1, now), now);
  return row === undefined ? CONFLICT : containerAnswer(id, row, 201);
}

/** Reads a container's definition. */
export function readContainer(database: Database, target: Target): Answer | Refusal {
  const row = findContainer(database, target);
  return row === null ? NOT_FOUND : containerAnswer(target.container, row, 200);
}

/** Replaces a container's definition; its partition key stays. */
export function replaceContainer(
  database: Database,
  target: Target,
  { body, now }: { body: JsonObject; now: number },
): Answer | Refusal {
  const row = findContainer(database, target);
  if (row === null) return NOT_FOUND;
  if (body['id'] !== target.container) return refusal(400, 'The id of a container cannot be changed.');
  const definition = definitionIn(body);
  if (!definition.ok) return definition.error;
  const nth = Number.parseInt(row.etag.slice(10, 14), 16) + 1;
  database
    .prepare('UPDATE containers SET body = ?, etag = ?, ts = ? WHERE rid = ?')
    .run(JSON.stringify(definition.value), etagOf(0, nth, now), now, row.rid);
  return readContainer(database, target);
}

/** The container's physical partitions: always one. */
export function readRanges(database: Database, target: Target): Answer | Refusal {
  const row = findContainer(database, target);
  if (row === null) return NOT_FOUND;
  const etag = etagOf(0, 0, 0);
  const range = {
    id: '0',
    _rid: row.rid,
    _etag: etag,
    minInclusive: '',
    maxExclusive: 'FF',
    ridPrefix: 0,
    _self: `${selfOf(row)}pkranges/0/`,
    throughputFraction: 1,
    status: 'online',
    parents: [],
    _ts: row.ts,
  };
  return jsonAnswer(200, JSON.stringify({ _rid: row.rid, PartitionKeyRanges: [range], _count: 1 }), { etag });
}

interface DatabaseRow {
  readonly rid: string;
  readonly ts: number;
}

function databaseAnswer(id: string, { rid, ts }: DatabaseRow, status: number): Answer {
  const etag = etagOf(0, 0, ts);
  const body = { id, _rid: rid, _self: `dbs/${rid}/`, _etag: etag, _colls: 'colls/', _users: 'users/', _ts: ts };
  return jsonAnswer(status, JSON.stringify(body), { etag });
}

function containerAnswer(id: string, row: ContainerRow, status: number): Answer {
  return jsonAnswer(status, JSON.stringify({ ...parseObject(row.body), ...addedTo(row, id) }), { etag: row.etag });
}

function findDatabase(database: Database, id: string): DatabaseRow | null {
  const row = database.prepare<[string], DatabaseRow>('SELECT rid, ts FROM databases WHERE id = ?').get(id);
  return row ?? null;
}

/** The definition with what the service fills in, or what of it is not modelled. */
function definitionIn(body: JsonObject): Result<JsonObject, Refusal> {
  const strange = Object.keys(body).find((name) => !DEFINED.has(name) && !name.startsWith('_'));
  if (strange !== undefined) return fail(notModelled(`containers with ${strange} are not modelled`));
  const { id = '', partitionKey, indexingPolicy, defaultTtl } = body;
  const paths = isObject(partitionKey) ? partitionKey['paths'] : undefined;
  if (JSON.stringify(paths) !== '["/pk"]') {
    return fail(notModelled('a partition key other than /pk is not modelled'));
  }
  if (defaultTtl !== undefined && defaultTtl !== null && !isLifetime(defaultTtl)) {
    return fail(refusal(400, `The input ttl '${JSON.stringify(defaultTtl)}' is invalid.`));
  }
  return ok({
    id,
    indexingPolicy: completed(isObject(indexingPolicy) ? indexingPolicy : {}),
    partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 },
    ...(typeof defaultTtl === 'number' ? { defaultTtl } : {}),
    conflictResolutionPolicy: {
      mode: 'LastWriterWins',
      conflictResolutionPath: '/_ts',
      conflictResolutionProcedure: '',
    },
    geospatialConfig: { type: 'Geography' },
  });
}

const DEFINED: ReadonlySet<string> = new Set([
  'id',
  'partitionKey',
  'indexingPolicy',
  'defaultTtl',
  'conflictResolutionPolicy',
  'geospatialConfig',
]);

/** The service always leaves etags out of the index, and says so. */
function completed(policy: JsonObject): JsonObject {
  const { includedPaths, excludedPaths } = policy;
  const etags = { path: '/"_etag"/?' };
  const excluded = isList(excludedPaths) ? excludedPaths : [];
  const hasEtags = excluded.some((one) => isObject(one) && one['path'] === etags.path);
  return {
    indexingMode: 'consistent',
    automatic: true,
    ...policy,
    includedPaths: isList(includedPaths) ? includedPaths : [{ path: '/*' }],
    excludedPaths: hasEtags ? excluded : [...excluded, etags],
  };
}

function selfOf({ rid }: ContainerRow): string {
  const parent = Buffer.from(rid.replaceAll('-', '/'), 'base64').subarray(0, 4).toString('base64').replaceAll('/', '-');
  return `dbs/${parent}/colls/${rid}/`;
}

function addedTo(row: ContainerRow, id: string): JsonObject {
  return {
    id,
    _rid: row.rid,
    _self: selfOf(row),
    _etag: row.etag,
    _ts: row.ts,
    _docs: 'docs/',
    _sprocs: 'sprocs/',
    _triggers: 'triggers/',
    _udfs: 'udfs/',
    _conflicts: 'conflicts/',
  };
}
