import { createServer, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { listen } from '../running/listen.ts';

/** A request on its way to the database. */
export interface OnItsWay {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The operations of a batch; null for what is no batch. */
  readonly batch: readonly BatchOperation[] | null;
}

export interface BatchOperation {
  readonly operationType: string;
  readonly id?: string;
  readonly resourceBody?: Readonly<Record<string, unknown>>;
}

/** What was answered, before anything was done to it. */
export interface Exchange {
  readonly request: OnItsWay;
  readonly status: number;
  readonly body: string;
}

/** What becomes of a request: `lost` ones are not carried out, `unheard` ones are, and their answer never arrives. */
export type Fate =
  | 'pass'
  | 'lost'
  | 'unheard'
  | 'truncated'
  | 'hang'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Carried out, and a gateway says otherwise. */
  | { readonly unheardStatus: number; readonly body?: string };

/** The line between the store and the database. */
export interface Line {
  readonly endpoint: string;
  /** What the database answered. */
  readonly exchanges: readonly Exchange[];
  /** Decides what becomes of each request. */
  fate: (request: OnItsWay) => Fate;
  readonly close: () => Promise<void>;
}

/** Lays a line to a database: real connections, which break as real ones do. */
export async function layLine(target: string): Promise<Line> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await received(incoming);
      const fate = line.fate(request);
      const { socket } = incoming;
      if (fate === 'hang') return;
      if (fate === 'lost') {
        socket.resetAndDestroy();
        return;
      }
      if (typeof fate === 'object' && 'status' in fate) {
        outgoing.writeHead(fate.status, fate.headers);
        outgoing.end(fate.body ?? JSON.stringify({ code: String(fate.status), message: 'not now' }));
        return;
      }
      const answer = await forward(target, request);
      exchanges.push({ request, status: answer.status, body: answer.body.toString() });
      if (fate === 'unheard') {
        socket.resetAndDestroy();
        return;
      }
      if (typeof fate === 'object') {
        outgoing.writeHead(fate.unheardStatus).end(fate.body ?? '<html>Bad gateway</html>');
        return;
      }
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
      if (fate === 'pass') outgoing.end(answer.body);
      else outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => socket.destroy());
    })().catch(() => outgoing.destroy());
  });
  const endpoint = await listen(server);
  const line: Line = {
    endpoint,
    exchanges,
    fate: () => 'pass',
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return line;
}

async function received(incoming: IncomingMessage): Promise<OnItsWay> {
  const body = (await bytesOf(incoming)).toString();
  const isBatch = incoming.headers['x-ms-cosmos-is-batch-request'] !== undefined;
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body,
    batch: isBatch ? (JSON.parse(body) as BatchOperation[]) : null,
  };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function forward(
  target: string,
  { method, path, headers, body }: OnItsWay,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(target + path, { method, headers, agent: false }, (answer) => {
      bytesOf(answer).then((bytes) => {
        const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, headers: kept, body: bytes });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
