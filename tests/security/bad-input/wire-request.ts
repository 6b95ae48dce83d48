import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';
import { fromSchema, idLike, type Pool } from './from-schema.ts';
import { malformed, strangeText, type Json } from './malform.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly name: OperationName;
  readonly method: string;
  readonly path: string;
  /** Whose token is shown, by place in a list. */
  readonly person: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly chunked: boolean;
}

/** Parts of a path that are no text or lead elsewhere, as they stand in the address. */
const ODD_PARTS = ['%00', '%E0%A4%A', '..%2f..', '%2e%2e', '%20', 'a%0d%0ab', '%F0%9F%91%A9', 'x'.repeat(3_000)];
const ODD_TYPES = [
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json;charset="latin1"',
  'application/merge-patch+json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  ';;;',
];
const ODD_METHODS = ['PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'POST', 'DELETE'];

/** Any request of an operation: what its schemas take, nearly that, or anything, with headers and bytes to match. */
export function wireRequest(name: OperationName, pool: Pool): fc.Arbitrary<WireRequest> {
  const route: Route = operations[name];
  return fc
    .record({
      path: pathOf(route.path, pool),
      query: rarely('', fc.constantFrom('?', '?a=1&a=2', '?__proto__[x]=1', '?%', `?${'q=1&'.repeat(500)}`)),
      method: rarely(route.method, fc.constantFrom(...ODD_METHODS)),
      person: fc.nat(),
      headers: headersOf(route, name),
      content: contentOf(name, pool),
      chunked: fc.boolean(),
    })
    .map(({ path, query, headers, content, ...rest }) => ({
      ...rest,
      name,
      path: path + query,
      headers: content === null ? headers : { ...headers, ...content.headers },
      body: content?.bytes ?? null,
    }));
}

/** Nine times of ten what is usual. */
function rarely(usual: string, odd: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 19, arbitrary: fc.constant(usual) }, odd);
}

function pathOf(path: string, pool: Pool): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    const kind = /^\{(\w+)\}$/.exec(part)?.[1];
    if (kind === undefined) return fc.constant(part);
    const text = strangeText().map((value) => encodeURIComponent(value.toWellFormed()).slice(0, 3_000));
    return fc.oneof(
      { weight: 12, arbitrary: idLike(kind, pool).map(encodeURIComponent) },
      fc.oneof(text, fc.constantFrom(...ODD_PARTS)),
    );
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function headersOf(route: Route, name: OperationName): fc.Arbitrary<Record<string, string>> {
  const odd = fc.constantFrom('', '*', 'W/"1"', '"a", "b"', 'no quotes', '"'.repeat(500), '"987654321"');
  const revision = fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 12 }).map((at) => `"${at}"`) }, odd);
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.uuid() },
    fc.constantFrom('again', '', 'with space', 'k'.repeat(5_000)),
  );
  const parts: Record<string, fc.Arbitrary<string>> = {
    'if-match': revision,
    'idempotency-key': key,
    'if-none-match': odd,
    'plumbline-seen': strangeText().map(headerText),
    'accept-language': fc.constantFrom('de', 'en-GB,en;q=0.9', 'xx', '*;q=junk', 'de;q='.repeat(400)),
    accept: fc.constantFrom('application/json', 'text/html', '*/*', 'junk'),
    cookie: fc.constant('session=somebody'),
    'x-http-method-override': fc.constantFrom('DELETE', 'GET'),
    'x-forwarded-for': fc.constantFrom('127.0.0.1', "' OR 1=1"),
  };
  const needed = [
    ...(route.revision === 'required' ? ['if-match'] : []),
    ...(operations[name].creates ? ['idempotency-key'] : []),
  ];
  const all = fc.record(parts);
  const picked = fc.subarray(Object.keys(parts), { maxLength: 3 });
  return fc
    .record({ all, picked, isWhole: fc.integer({ min: 0, max: 9 }) })
    .map(({ all: values, picked: some, isWhole }) => {
      const sent = new Set([...some, ...(isWhole > 0 ? needed : [])]);
      return Object.fromEntries(Object.entries(values).filter(([header]) => sent.has(header)));
    });
}

function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 4_000);
}

interface Content {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

function contentOf(name: OperationName, pool: Pool): fc.Arbitrary<Content | null> {
  const { input } = operations[name];
  const json = fc.constant({ 'content-type': 'application/json' });
  if (input === null) {
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      fc.record({ headers: json, bytes: fc.constant(Buffer.from('{"a":1}')) }),
    );
  }
  const valid = fromSchema(input, pool);
  const near = valid.chain((value) => malformed(value));
  const any = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const value = fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 5, arbitrary: near },
    { weight: 1, arbitrary: any },
  );
  const text = value.map((one) => Buffer.from(JSON.stringify(one)));
  return fc.oneof(
    { weight: 14, arbitrary: fc.record({ headers: json, bytes: text }) },
    { weight: 1, arbitrary: fc.record({ headers: oddHeaders(), bytes: text }) },
    { weight: 2, arbitrary: fc.record({ headers: json, bytes: oddBytes(text) }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function oddHeaders(): fc.Arbitrary<Record<string, string>> {
  const encoding = fc.constantFrom('gzip', 'br', 'identity', 'deflate, gzip', 'junk');
  return fc.oneof(
    fc.constantFrom(...ODD_TYPES).map((type) => ({ 'content-type': type })),
    encoding.map((one) => ({ 'content-type': 'application/json', 'content-encoding': one })),
  );
}

/** Bytes that are no JSON in UTF-8, or more of it than anybody needs. */
function oddBytes(text: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  return fc.oneof(
    text.map((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))),
    text.map((bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
    text.map((bytes) => Buffer.from(bytes.toString(), 'utf16le')),
    text.map((bytes) => gzipSync(bytes)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom('', '[', '['.repeat(20_000), '{"a":'.repeat(8_000), '1e999', '"\\ud800"', 'null')
      .map((one) => Buffer.from(one)),
    fc.constant(Buffer.alloc(70_000, ' ')),
  );
}
