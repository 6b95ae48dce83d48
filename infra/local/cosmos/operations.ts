import type { JsonObject } from '@plumbline/shared/kernel/json';
import {
  bareAnswer,
  isRefusal,
  jsonAnswer,
  notModelled,
  NO_CONTAINER,
  NOT_FOUND,
  refusal,
  refusalAnswer,
  TOO_LARGE,
} from './answer.ts';
import type { Answer, Refusal } from './answer.ts';
import { parseBatch, runBatch } from './batch.ts';
import { feedAnswer } from './change-feed.ts';
import { readCharge } from './charges.ts';
import * as containers from './containers.ts';
import {
  chargeOf,
  countWrite,
  createItem,
  deleteItem,
  documentJson,
  MOST_BYTES,
  replaceItem,
  upsertItem,
} from './documents.ts';
import type { Outcome, Slot } from './documents.ts';
import { parseObject } from './json.ts';
import { pageSize } from './pages.ts';
import { parseQuery, planAnswer, queryAnswer } from './queries.ts';
import { servedLsn, sessionToken } from './sessions.ts';
import { findContainer, snapshot, transaction, type ContainerRow, type Database } from './storage.ts';
import { findDocument, type View } from './versions.ts';
import { partitionOf, type Target, type WireRequest } from './wire-request.ts';

/** What an operation works on; `now` in whole seconds, `lag` in writes, `pageDocuments` the most that a page has. */
export interface Surroundings {
  readonly database: Database;
  readonly now: number;
  readonly lag: number;
  readonly pageDocuments: number | null;
  readonly emptyPages: boolean;
}

/** A request with what it asks for. */
export interface Call {
  readonly request: WireRequest;
  readonly target: Target;
}

/** Does what the request asks for. A refusal with status 501 is what this double does not model. */
export function perform(around: Surroundings, call: Call): Answer | Refusal {
  const { request, target } = call;
  const { database, now } = around;
  switch (target.operation) {
    case 'account.read':
      return containers.readAccount(request.headers.get('host') ?? 'localhost');
    case 'database.create':
      return withBody(request, (body) => containers.createDatabase(database, { body, now }));
    case 'database.read':
      return containers.readDatabase(database, target.database);
    case 'container.create':
      return withBody(request, (body) => containers.createContainer(database, target, { body, now }));
    case 'container.read':
      return containers.readContainer(database, target);
    case 'container.replace':
      return withBody(request, (body) => containers.replaceContainer(database, target, { body, now }));
    case 'ranges.read':
      return containers.readRanges(database, target);
    case 'item.create':
      return withBody(request, (body) => writeItem(around, call, (slot) => createItem(database, slot, body)));
    case 'item.upsert':
      return withBody(request, (body) => writeItem(around, call, (slot) => upsertItem(database, slot, body)));
    case 'item.replace':
      return withBody(request, (body) =>
        writeItem(around, call, (slot) =>
          replaceItem(database, slot, { id: target.id, body, ifMatch: ifMatchOf(call) }),
        ),
      );
    case 'item.delete':
      return writeItem(around, call, (slot) => deleteItem(database, slot, { id: target.id, ifMatch: ifMatchOf(call) }));
    case 'item.read':
      return seen(around, call, (view) => readOne(database, view, call));
    case 'batch':
      return batch(around, call);
    case 'plan':
      return plan(request);
    case 'query':
      return seen(around, call, (view) => query(around, view, request));
    case 'feed':
      return seen(around, call, (view) => feed(around, view, request));
  }
}

function withBody(request: WireRequest, work: (body: JsonObject) => Answer | Refusal): Answer | Refusal {
  if (Buffer.byteLength(request.body) > MOST_BYTES) return TOO_LARGE;
  const body = parseObject(request.body);
  return body === null ? refusal(400, 'The request body is not a JSON object.') : work(body);
}

function ifMatchOf({ request }: Call): string | undefined {
  return request.headers.get('if-match');
}

/** One write to one document, as a transaction of its own. */
function writeItem({ database, now }: Surroundings, call: Call, work: (slot: Slot) => Outcome): Answer | Refusal {
  const partition = partitionOf(call.request);
  if (isRefusal(partition)) return partition;
  return transaction<Answer | Refusal>(database, () => {
    const container = findContainer(database, call.target);
    if (container === null) return { keep: false, value: NO_CONTAINER };
    const outcome = work({ container, pk: partition.pk, now, place: 0 });
    if (outcome.done) countWrite(database, container);
    const lsn = container.lsn + (outcome.done ? 1 : 0);
    return { keep: outcome.done, value: itemAnswer(outcome, sessionHeaders({ container, lsn }, call)) };
  });
}

function itemAnswer(outcome: Outcome, session: Record<string, string>): Answer {
  const headers = { ...session, 'x-ms-request-charge': String(chargeOf(outcome)) };
  if (!outcome.done) return refusalAnswer(outcome.why, headers);
  if (outcome.row === null) return bareAnswer(outcome.status, headers);
  return jsonAnswer(outcome.status, documentJson(outcome.row), { ...headers, etag: outcome.row.etag });
}

/** Several writes to one partition, all or none. */
function batch({ database, now }: Surroundings, call: Call): Answer | Refusal {
  const { request, target } = call;
  if (request.headers.get('x-ms-cosmos-batch-atomic')?.toLowerCase() !== 'true') {
    return notModelled('a batch that is not atomic is not modelled');
  }
  const partition = partitionOf(request);
  if (isRefusal(partition)) return partition;
  const operations = parseBatch(request.body);
  if (isRefusal(operations)) return operations;
  const minimal = request.headers.has('prefer');
  return transaction<Answer | Refusal>(database, () => {
    const container = findContainer(database, target);
    if (container === null) return { keep: false, value: NO_CONTAINER };
    const outcome = runBatch(database, { container, pk: partition.pk, now }, { operations, minimal });
    const lsn = container.lsn + (outcome.wrote ? 1 : 0);
    if (outcome.wrote) countWrite(database, container);
    const headers = {
      ...sessionHeaders({ container, lsn }, call),
      'x-ms-request-charge': String(Math.round(outcome.charge * 100) / 100),
    };
    return { keep: outcome.keep, value: jsonAnswer(outcome.keep ? 200 : 207, outcome.results, headers) };
  });
}

/** A read of the container as the reader's session and the lag let it be seen. */
function seen(
  { database, now, lag }: Surroundings,
  call: Call,
  work: (view: View) => Answer | Refusal,
): Answer | Refusal {
  return snapshot(database, () => {
    const container = findContainer(database, call.target);
    if (container === null) return NO_CONTAINER;
    const served = servedLsn(container, call.request.headers.get('x-ms-session-token'), lag);
    if (isRefusal(served)) return served;
    const answer = work({ container, lsn: served.lsn, now });
    const headers = sessionHeaders({ container, lsn: served.lsn }, call);
    if (isRefusal(answer)) return answer.status === 501 ? answer : refusalAnswer(answer, headers);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  });
}

function readOne(database: Database, view: View, { request, target }: Call): Answer | Refusal {
  const partition = partitionOf(request);
  if (isRefusal(partition)) return partition;
  const row = findDocument(database, view, { pk: partition.pk, id: target.id });
  if (row === null) return NOT_FOUND;
  const headers = { etag: row.etag, 'x-ms-request-charge': String(readCharge(row.body.length)) };
  const known = request.headers.get('if-none-match');
  if (known === row.etag || known === '*') return bareAnswer(304, headers);
  return jsonAnswer(200, documentJson(row), headers);
}

function plan(request: WireRequest): Answer | Refusal {
  const parsed = parseQuery(request.body);
  return isRefusal(parsed) ? parsed : planAnswer(parsed);
}

function query(
  { database, pageDocuments, emptyPages }: Surroundings,
  view: View,
  request: WireRequest,
): Answer | Refusal {
  const parsed = parseQuery(request.body);
  if (isRefusal(parsed)) return parsed;
  if (!request.headers.has('x-ms-documentdb-partitionkey')) {
    return notModelled('a query over several partitions is not modelled: name the one partition that it is about');
  }
  const partition = partitionOf(request);
  if (isRefusal(partition)) return partition;
  const most = pageSize(request.headers.get('x-ms-max-item-count'), pageDocuments);
  if (typeof most !== 'number') return most;
  const continuation = request.headers.get('x-ms-continuation');
  const page = { most, cap: pageDocuments, isEmpty: emptyPages && continuation === undefined, continuation };
  return queryAnswer(database, { view, pk: partition.pk }, { query: parsed, page });
}

function feed({ database, pageDocuments }: Surroundings, view: View, request: WireRequest): Answer | Refusal {
  const whole = !request.headers.has('x-ms-documentdb-partitionkey');
  const partition = whole ? { pk: null } : partitionOf(request);
  if (isRefusal(partition)) return partition;
  const most = pageSize(request.headers.get('x-ms-max-item-count'), pageDocuments);
  if (typeof most !== 'number') return most;
  return feedAnswer(database, view, { ifNoneMatch: request.headers.get('if-none-match'), pk: partition.pk, most });
}

/** What a client needs to keep its session: the token, and which container it is of. */
function sessionHeaders(
  { container, lsn }: { readonly container: ContainerRow; readonly lsn: number },
  { request }: Call,
): Record<string, string> {
  return {
    'x-ms-session-token': sessionToken(lsn),
    'x-ms-content-path': container.rid,
    'x-ms-alt-content-path': request.path.split('/').slice(1, 5).join('/'),
    lsn: String(lsn),
  };
}
