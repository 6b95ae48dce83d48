import type { JsonObject } from '@plumbline/shared/kernel/json';
import { COUNT_QUERY, LIST_QUERY } from '@plumbline/bot/stores/cosmos/catalogue';
import { jsonAnswer, notModelled, refusal, type Answer, type Refusal } from './answer.ts';
import { pageCharge } from './charges.ts';
import { isList, isObject, parseObject } from './json.ts';
import { MOST_PAGE_BYTES } from './pages.ts';
import type { Database, DocumentRow } from './storage.ts';
import { findDocuments, type Selection, type View } from './versions.ts';

/** A query of the catalogue with its parameters. */
export type CatalogueQuery =
  | { readonly name: 'list'; readonly pk: string; readonly prefix: string; readonly after: string }
  | { readonly name: 'count'; readonly pk: string; readonly prefix: string };

/** Which page of the answer: at most so many documents, after the continuation of the page before. */
export interface Page {
  readonly most: number;
  /** Set when the service ends every page early, also those of a count. */
  readonly cap: number | null;
  /** Whether it has nothing but a continuation, as may happen when the service has looked at much and found little. */
  readonly isEmpty: boolean;
  readonly continuation: string | undefined;
}

/** The query of the catalogue whose text this is, letter by letter; any other text is refused. */
export function parseQuery(text: string): CatalogueQuery | Refusal {
  const body = parseObject(text);
  const { query, parameters = [] } = body ?? {};
  if (typeof query !== 'string' || !isList(parameters)) return refusal(400, 'A query is {"query", "parameters"}.');
  const values = new Map<string, string>();
  for (const one of parameters) {
    const { name, value }: JsonObject = isObject(one) ? one : {};
    if (typeof name !== 'string' || typeof value !== 'string') {
      return notModelled('a parameter that is not a text is not modelled');
    }
    values.set(name, value);
  }
  const names = [...values.keys()].sort().join(' ');
  const {
    pk = '',
    prefix = '',
    after = '',
  } = Object.fromEntries([...values].map(([name, value]) => [name.slice(1), value]));
  if (query === LIST_QUERY && names === '@after @pk @prefix') return { name: 'list', pk, prefix, after };
  if (query === COUNT_QUERY && names === '@pk @prefix') return { name: 'count', pk, prefix };
  return notModelled(`not a query of the catalogue, or with other parameters (${names}): ${query}`);
}

/** What the service tells a client that asks how a query is to be put together from several partitions. */
export function planAnswer(query: CatalogueQuery): Answer {
  const ordered = query.name === 'list';
  const queryInfo = {
    distinctType: 'None',
    top: null,
    offset: null,
    limit: null,
    orderBy: ordered ? ['Ascending'] : [],
    orderByExpressions: ordered ? ['c.id'] : [],
    groupByExpressions: [],
    groupByAliases: [],
    aggregates: ordered ? [] : ['Count'],
    groupByAliasToAggregateType: {},
    rewrittenQuery: ordered ? REWRITTEN_LIST : REWRITTEN_COUNT,
    hasSelectValue: !ordered,
    dCountInfo: null,
    hasNonStreamingOrderBy: false,
  };
  const queryRanges = [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }];
  return jsonAnswer(200, JSON.stringify({ partitionedQueryExecutionInfoVersion: 2, queryInfo, queryRanges }));
}

/** Runs a query of the catalogue over one logical partition. */
export function queryAnswer(
  database: Database,
  { view, pk }: { readonly view: View; readonly pk: string },
  { query, page }: { readonly query: CatalogueQuery; readonly page: Page },
): Answer | Refusal {
  const last = page.continuation === undefined ? '' : lastId(page.continuation, query.name);
  if (last === null) return refusal(400, 'The continuation token is malformed.');
  const after = query.name === 'list' ? query.after : '';
  const from = Buffer.compare(Buffer.from(last), Buffer.from(after)) > 0 ? last : after;
  if (pk !== query.pk) return pageAnswer(view, { documents: query.name === 'list' ? [] : ['0'], bytes: 0, next: null });
  if (query.name === 'count') {
    const { count, next } = countPage(database, view, { query, from, most: page.cap ?? Infinity });
    return pageAnswer(view, { documents: [String(count)], bytes: count * 100, next });
  }
  if (page.isEmpty) return pageAnswer(view, { documents: [], bytes: 0, next: { name: 'list', after } });
  const { rows, next } = listPage(database, view, { query, from, most: page.most });
  const bytes = rows.reduce((sum, row) => sum + row.body.length, 0);
  return pageAnswer(view, { documents: rows.map(projected), bytes, next });
}

/** With an order, the rewritten query says by what to merge; here as the service answers for any such query. */
const REWRITTEN_LIST = `SELECT c._rid, [{"item": c.id}] AS orderByItems, {"id": c.id, "schema": c.schema, "etag": c.etag, "body": c.body, "_etag": c._etag} AS payload FROM c WHERE ((((c.pk = @pk) AND STARTSWITH(c.id, @prefix)) AND (c.id > @after)) AND (NOT IS_DEFINED(c.gone))) AND ({documentdb-formattableorderbyquery-filter}) ORDER BY c.id`;
const REWRITTEN_COUNT =
  'SELECT VALUE [{"item": COUNT(1)}] FROM c WHERE (((c.pk = @pk) AND STARTSWITH(c.id, @prefix)) AND (NOT IS_DEFINED(c.gone)))';

/** The smallest text that no id with the prefix reaches: bytes FF end every one of them, and no UTF-8 has such a byte. */
const WITH_PREFIX = `pk = @pk AND gone = 0 AND id >= @prefix AND id < @prefix || CAST(x'ff' AS TEXT)`;

interface PageQuery {
  readonly query: { readonly pk: string; readonly prefix: string };
  readonly from: string;
  readonly most: number;
}

/** Where a query that was not finished goes on. */
type Next = { readonly name: CatalogueQuery['name']; readonly after: string } | null;

/** A count that looks at more than a page's documents comes in several pages, to be added up by the client. */
function countPage(database: Database, view: View, { query, from, most }: PageQuery): { count: number; next: Next } {
  let count = 0;
  let last = '';
  for (const { id } of findDocuments(database, view, selected(query, from))) {
    if (count === most) return { count, next: { name: 'count', after: last } };
    count += 1;
    last = id;
  }
  return { count, next: null };
}

function listPage(
  database: Database,
  view: View,
  { query, from, most }: PageQuery,
): { readonly rows: readonly DocumentRow[]; readonly next: Next } {
  const rows: DocumentRow[] = [];
  let bytes = 0;
  for (const row of findDocuments(database, view, selected(query, from))) {
    const last = rows.at(-1);
    bytes += row.body.length;
    if (last !== undefined && (rows.length === most || bytes > MOST_PAGE_BYTES)) {
      return { rows, next: { name: 'list', after: last.id } };
    }
    rows.push(row);
  }
  return { rows, next: null };
}

function selected({ pk, prefix }: { readonly pk: string; readonly prefix: string }, from: string): Selection {
  return { where: `${WITH_PREFIX} AND id > @from`, order: 'id', values: { pk, prefix, from } };
}

/** `SELECT c.id, c.schema, c.etag, c.body, c._etag`: what is not there is left out. */
function projected(row: DocumentRow): string {
  const { id, schema, etag, body } = parseObject(row.body) ?? {};
  return JSON.stringify({ id, schema, etag, body, _etag: row.etag });
}

function pageAnswer(
  view: View,
  { documents, bytes, next }: { documents: readonly string[]; bytes: number; next: Next },
): Answer {
  const body = `{"_rid":"${view.container.rid}","Documents":[${documents.join(',')}],"_count":${documents.length}}`;
  return jsonAnswer(200, body, {
    'x-ms-item-count': String(documents.length),
    'x-ms-request-charge': String(pageCharge(bytes)),
    ...(next === null ? {} : { 'x-ms-continuation': Buffer.from(JSON.stringify(next)).toString('base64url') }),
  });
}

/** The last id of the page before, or null when the token is not one of this query. */
function lastId(continuation: string, query: CatalogueQuery['name']): string | null {
  const { name, after } = parseObject(Buffer.from(continuation, 'base64url').toString()) ?? {};
  return name === query && typeof after === 'string' ? after : null;
}
