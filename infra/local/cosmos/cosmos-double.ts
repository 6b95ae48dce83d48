import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isRefusal, notModelled, refusalAnswer, TOO_LARGE, type Answer } from './answer.ts';
import { SMALL_CHARGE } from './charges.ts';
import { MOST_BYTES } from './documents.ts';
import { perform } from './operations.ts';
import { signatureFault } from './signature.ts';
import { openStorage } from './storage.ts';
import { partsOf, signedPath, targetOf, type WireRequest } from './wire-request.ts';

/** The key of Microsoft's emulator, which is published: it opens nothing but doubles. */
const EMULATOR_KEY = 'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==';

export interface DoubleOptions {
  /** 0, if not given, is any that is free. */
  readonly port?: number;
  /** Where everything is kept; in memory if not given. */
  readonly file?: string;
  /** The account's key in base64; the emulator's if not given. */
  readonly key?: string;
  /** The time in milliseconds that documents get and end by. */
  readonly now?: () => number;
}

/** Something that was asked of the double and that it does not model. */
export interface UnknownRequest {
  readonly method: string;
  readonly path: string;
  readonly why: string;
}

export interface CosmosDouble {
  readonly endpoint: string;
  readonly key: string;
  /** Everything that was answered with 501, in order. */
  readonly unknown: readonly UnknownRequest[];
  close(): Promise<void>;
}

/** Starts the double on this machine and resolves when it listens. */
export async function startCosmosDouble(options: DoubleOptions = {}): Promise<CosmosDouble> {
  const { port = 0, file = ':memory:', key = EMULATOR_KEY, now = Date.now } = options;
  const database = openStorage(file);
  const unknown: UnknownRequest[] = [];
  const answerTo = (request: WireRequest): Answer => {
    const parts = partsOf(request.path);
    if (parts === null) return remembered(request, `no such path here: ${request.path}`);
    const unsigned = signatureFault(request, signedPath(parts), { key, now: Date.now() });
    if (unsigned !== null) return refusalAnswer(unsigned);
    const target = targetOf(request, parts);
    const around = { database, now: Math.floor(now() / 1000), lag: 0 };
    const answer = isRefusal(target) ? target : perform(around, { request, target });
    if (!isRefusal(answer)) return answer;
    return answer.status === 501 ? remembered(request, answer.message) : refusalAnswer(answer);
  };
  const remembered = ({ method, path }: WireRequest, why: string): Answer => {
    unknown.push({ method, path, why });
    return refusalAnswer(notModelled(why));
  };
  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming).then((request) => {
      if (request !== null) send(outgoing, request === 'too large' ? refusalAnswer(TOO_LARGE) : answerTo(request));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    endpoint: `http://127.0.0.1:${bound}`,
    key,
    unknown,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      database.close();
    },
  };
}

/** The whole request; null when the client went away before it had sent all of it. */
async function readRequest(incoming: IncomingMessage): Promise<WireRequest | 'too large' | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes <= 2 * MOST_BYTES) chunks.push(chunk);
    }
  } catch {
    return null;
  }
  if (bytes > 2 * MOST_BYTES) return 'too large';
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(',') : value);
  }
  const { method = '', url: path = '' } = incoming;
  return { method, path, headers, body: Buffer.concat(chunks).toString() };
}

function send(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.status, {
    'x-ms-request-charge': String(SMALL_CHARGE),
    'x-ms-activity-id': randomUUID(),
    'x-ms-version': '2020-07-15',
    ...answer.headers,
    ...(answer.body === null ? {} : { 'content-type': 'application/json' }),
  });
  outgoing.end(answer.body ?? undefined);
}
