import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { listen } from '../running/listen.ts';

/** Something that is reported with its attributes. */
export interface Reported {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A span as OTLP tells it. */
export interface ReportedSpan extends Reported {
  readonly trace: string;
  readonly span: string;
  readonly parent: string;
}

/** Where OTLP/HTTP is sent to (JSON): keeps all that comes. */
export interface Collector {
  readonly origin: string;
  /** Every body as it came, and every header of each. */
  readonly written: () => string;
  readonly spans: () => readonly ReportedSpan[];
  /** The series of every metric. */
  readonly series: () => readonly Reported[];
  readonly close: () => Promise<void>;
}

/** Starts a stand-in for a collector. */
export async function startCollector(): Promise<Collector> {
  const bodies: { readonly path: string; readonly text: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
      bodies.push({ path: request.url ?? '', text });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const origin = await listen(server);
  const at = (path: string): readonly unknown[] =>
    bodies.flatMap((body) => (body.path === path ? [JSON.parse(body.text) as unknown] : []));
  return {
    origin,
    written: () => bodies.map(({ text }) => text).join('\n'),
    spans: () =>
      every(at('/v1/traces'), ['resourceSpans', 'scopeSpans', 'spans']).map((span) => ({
        name: textAt(span, 'name'),
        attributes: attributesOf(span),
        trace: textAt(span, 'traceId'),
        span: textAt(span, 'spanId'),
        parent: textAt(span, 'parentSpanId'),
      })),
    series: () =>
      every(at('/v1/metrics'), ['resourceMetrics', 'scopeMetrics', 'metrics']).flatMap((metric) =>
        ['sum', 'gauge', 'histogram'].flatMap((kind) =>
          every([metric], [kind, 'dataPoints']).map((point) => ({
            name: textAt(metric, 'name'),
            attributes: attributesOf(point),
          })),
        ),
      ),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Everything at the end of a path through objects and lists. */
function every(from: readonly unknown[], path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return from;
  return every(
    from.flatMap((one) => fieldOf(one, step) ?? []),
    rest,
  );
}

function fieldOf(one: unknown, name: string): unknown {
  return typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textAt(one: unknown, name: string): string {
  const value = fieldOf(one, name);
  return typeof value === 'string' ? value : '';
}

function attributesOf(one: unknown): Readonly<Record<string, unknown>> {
  const pairs = every([one], ['attributes']).map((pair) => [
    textAt(pair, 'key'),
    (Object.values(Object(fieldOf(pair, 'value')) as object) as readonly unknown[])[0],
  ]);
  return Object.fromEntries(pairs) as Readonly<Record<string, unknown>>;
}
