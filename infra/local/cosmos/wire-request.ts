import { notModelled, refusal, type Refusal } from './answer.ts';
import { isList, parseJson } from './json.ts';

/** A request as it came in; `path` is raw, header names are lower case. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export type Operation =
  | 'account.read'
  | 'database.create'
  | 'database.read'
  | 'container.create'
  | 'container.read'
  | 'container.replace'
  | 'ranges.read'
  | 'item.create'
  | 'item.upsert'
  | 'item.read'
  | 'item.replace'
  | 'item.delete'
  | 'batch'
  | 'query'
  | 'plan'
  | 'feed';

/** What a request is about; names are '' where the operation has none. */
export interface Target {
  readonly operation: Operation;
  readonly database: string;
  readonly container: string;
  readonly id: string;
}

/** What a signature covers of the path: the kind of resource, and the decoded link to it or to what holds it. */
export interface SignedPath {
  readonly type: string;
  readonly link: string;
}

/** The decoded parts of the path, or null when it has a query or is not well encoded. */
export function partsOf(path: string): readonly string[] | null {
  if (path.includes('?')) return null;
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** What a signature of a request to this path covers. */
export function signedPath(parts: readonly string[]): SignedPath {
  const isFeed = parts.length % 2 === 1;
  return isFeed
    ? { type: parts.at(-1) ?? '', link: parts.slice(0, -1).join('/') }
    : { type: parts.at(-2) ?? '', link: parts.join('/') };
}

/** What the request asks for, or why it is refused: an unknown route, or a header that selects what is not modelled. */
export function targetOf(request: WireRequest, parts: readonly string[]): Target | Refusal {
  const operation = operationOf(request, parts);
  if (operation === null) return notModelled(`no such route here: ${request.method} ${request.path}`);
  if (typeof operation !== 'string') return operation;
  const strange = strangeHeader(request, operation);
  if (strange !== null) return notModelled(`the header ${strange} is not modelled for ${operation}`);
  return { operation, database: parts[1] ?? '', container: parts[3] ?? '', id: parts[5] ?? '' };
}

/** The one logical partition that the request names, or why it names none. */
export function partitionOf(request: WireRequest): { readonly pk: string } | Refusal {
  const header = request.headers.get('x-ms-documentdb-partitionkey');
  if (header === undefined) return refusal(400, 'PartitionKey value must be supplied for this operation.');
  const pk = onlyText(header);
  return pk === null ? notModelled(`a partition key other than one text is not modelled: ${header}`) : { pk };
}

function onlyText(header: string): string | null {
  const list = parseJson(header);
  const only = isList(list) && list.length === 1 ? list[0] : undefined;
  return typeof only === 'string' ? only : null;
}

function operationOf(request: WireRequest, parts: readonly string[]): Operation | Refusal | null {
  const [dbs = '', , colls = '', , docs = ''] = parts;
  const shape = [dbs, colls, docs].slice(0, Math.ceil(parts.length / 2)).join('/');
  const route = `${request.method} ${shape}${parts.length % 2 === 0 && parts.length > 0 ? '/*' : ''}`;
  if (route === 'POST dbs/colls/docs') return postOf(request);
  if (route === 'GET dbs/colls/docs') return request.headers.has('a-im') ? 'feed' : null;
  return ROUTES.get(route) ?? null;
}

const ROUTES: ReadonlyMap<string, Operation> = new Map([
  ['GET ', 'account.read'],
  ['POST dbs', 'database.create'],
  ['GET dbs/*', 'database.read'],
  ['POST dbs/colls', 'container.create'],
  ['GET dbs/colls/*', 'container.read'],
  ['PUT dbs/colls/*', 'container.replace'],
  ['GET dbs/colls/pkranges', 'ranges.read'],
  ['GET dbs/colls/docs/*', 'item.read'],
  ['PUT dbs/colls/docs/*', 'item.replace'],
  ['DELETE dbs/colls/docs/*', 'item.delete'],
]);

/** A POST to a container's documents is one of five things, as its headers say. */
function postOf(request: WireRequest): Operation | Refusal {
  const chosen = SELECTORS.filter(([header]) => request.headers.get(header)?.toLowerCase() === 'true');
  const [first, second] = chosen;
  if (second !== undefined) return notModelled(`headers that select two operations: ${chosen.join(' and ')}`);
  return first?.[1] ?? 'item.create';
}

const SELECTORS: readonly (readonly [string, Operation])[] = [
  ['x-ms-cosmos-is-batch-request', 'batch'],
  ['x-ms-documentdb-isquery', 'query'],
  ['x-ms-cosmos-is-query-plan-request', 'plan'],
  ['x-ms-documentdb-is-upsert', 'item.upsert'],
];

/** The first header that would change what the operation does, and that this double does not obey. */
function strangeHeader(request: WireRequest, operation: Operation): string | null {
  for (const [header, value] of request.headers) {
    const guarded = header.startsWith('x-ms-') || GUARDED.has(header);
    if (!guarded || EVERYWHERE.has(header)) continue;
    const allowed = SOMEWHERE.get(header);
    if (allowed?.operations.includes(operation) !== true) return header;
    if (allowed.value !== undefined && allowed.value !== value.toLowerCase()) return `${header}: ${value}`;
  }
  return null;
}

const GUARDED: ReadonlySet<string> = new Set([
  'a-im',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'prefer',
  'x-http-method',
]);

/** Headers that change nothing here, or are obeyed by every operation that they concern. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'x-ms-activity-id',
  'x-ms-cosmos-allow-tentative-writes',
  'x-ms-cosmos-correlated-activityid',
  'x-ms-cosmos-sdk-supportedcapabilities',
  'x-ms-date',
  'x-ms-documentdb-query-enablecrosspartition',
  'x-ms-documentdb-responsecontinuationtokenlimitinkb',
  'x-ms-session-token',
  'x-ms-useragent',
  'x-ms-version',
]);

interface Allowed {
  readonly operations: readonly Operation[];
  /** The only value that is obeyed, in lower case; any if not given. */
  readonly value?: string;
}

const IN_PARTITION: readonly Operation[] = [
  'item.create',
  'item.upsert',
  'item.read',
  'item.replace',
  'item.delete',
  'batch',
  'query',
  'feed',
];
const EVERY: readonly Operation[] = [
  ...ROUTES.values(),
  'item.create',
  'item.upsert',
  'batch',
  'query',
  'plan',
  'feed',
];

const SOMEWHERE: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  ['a-im', { operations: ['feed'], value: 'incremental feed' }],
  ['if-match', { operations: ['item.replace', 'item.delete'] }],
  ['if-none-match', { operations: ['item.read', 'feed'] }],
  ['prefer', { operations: ['batch'], value: 'return=minimal' }],
  ['x-ms-consistency-level', { operations: EVERY, value: 'session' }],
  ['x-ms-continuation', { operations: ['query', 'plan'] }],
  ['x-ms-cosmos-batch-atomic', { operations: ['batch'], value: 'true' }],
  ['x-ms-cosmos-batch-continue-on-error', { operations: ['batch'], value: 'false' }],
  ['x-ms-cosmos-is-batch-request', { operations: ['batch'] }],
  ['x-ms-cosmos-is-query-plan-request', { operations: ['plan'] }],
  ['x-ms-cosmos-offer-autopilot-settings', { operations: ['database.create', 'container.create'] }],
  ['x-ms-cosmos-query-version', { operations: ['plan'] }],
  ['x-ms-cosmos-supported-query-features', { operations: ['plan'] }],
  ['x-ms-documentdb-is-upsert', { operations: ['item.upsert'] }],
  ['x-ms-documentdb-isquery', { operations: ['query'] }],
  ['x-ms-documentdb-partitionkey', { operations: IN_PARTITION }],
  ['x-ms-documentdb-partitionkeyrangeid', { operations: ['feed'], value: '0' }],
  ['x-ms-max-item-count', { operations: ['query', 'plan', 'feed', 'ranges.read'] }],
  ['x-ms-offer-throughput', { operations: ['database.create', 'container.create'] }],
]);
