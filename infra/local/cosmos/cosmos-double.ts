import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, notModelled, refusal, refusalAnswer, TOO_LARGE, type Answer } from './answer.ts';
import { control, CONTROL_PATH } from './control.ts';
import { isDone, readRequest, send, sendFaulty } from './delivery.ts';
import { createFaults, type Faults } from './faults.ts';
import { perform } from './operations.ts';
import { signatureFault } from './signature.ts';
import { openStorage, REMEMBERED_WRITES } from './storage.ts';
import { partsOf, signedPath, targetOf, type Target, type WireRequest } from './wire-request.ts';

/** The key of Microsoft's emulator, which is published: it opens nothing but stand-ins. */
const EMULATOR_KEY = 'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==';

export interface DoubleOptions {
  /** 0, if not given, is any that is free. */
  readonly port?: number;
  /** Where everything is kept; in memory if not given. */
  readonly file?: string;
  /** The account's key in base64; the emulator's if not given. */
  readonly key?: string;
  /** With it, other processes can script faults; nobody can if not given. */
  readonly controlSecret?: string;
  /** The time in milliseconds that documents get and end by; signatures always go by the clock. */
  readonly now?: () => number;
}

/** Something that was asked of the double and that it does not model, or could not do. */
export interface UnknownRequest {
  readonly method: string;
  readonly path: string;
  readonly why: string;
}

export interface CosmosDouble {
  readonly endpoint: string;
  readonly key: string;
  readonly faults: Faults;
  /** Everything that was answered with 501, in order, and every fault of the double's own. */
  readonly unknown: readonly UnknownRequest[];
  close(): Promise<void>;
}

/** Starts the double on this machine and resolves when it listens. */
export async function startCosmosDouble(options: DoubleOptions = {}): Promise<CosmosDouble> {
  const { port = 0, file = ':memory:', key = EMULATOR_KEY, controlSecret: secret, now = Date.now } = options;
  const database = openStorage(file);
  const faults = createFaults();
  const unknown: UnknownRequest[] = [];
  const closing = new AbortController();

  function notKnown({ method, path }: WireRequest, why: string): Answer {
    unknown.push({ method, path, why });
    return refusalAnswer(notModelled(why));
  }

  /** What the request asks for, or its answer already. */
  function admitted(request: WireRequest): { readonly target: Target } | Answer {
    const parts = partsOf(request.path);
    if (parts === null) return notKnown(request, `no such path here: ${request.path}`);
    const unsigned = signatureFault(request, signedPath(parts), { key, now: Date.now() });
    if (unsigned !== null) return refusalAnswer(unsigned);
    const target = targetOf(request, parts);
    return isRefusal(target) ? notKnown(request, target.message) : { target };
  }

  function performed(request: WireRequest, target: Target): Answer {
    const { pageDocuments, emptyPages } = faults;
    // Beyond that, what a replica that is so far behind would show is forgotten.
    const lag = Math.min(faults.lag, REMEMBERED_WRITES);
    const around = { database, now: Math.floor(now() / 1000), lag, pageDocuments, emptyPages };
    try {
      const answer = perform(around, { request, target });
      if (!isRefusal(answer)) return answer;
      return answer.status === 501 ? notKnown(request, answer.message) : refusalAnswer(answer);
    } catch (fault) {
      const why = fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown';
      unknown.push({ method: request.method, path: request.path, why });
      return refusalAnswer(refusal(500, 'The double failed: see what it remembers as unknown.'));
    }
  }

  async function serve(request: WireRequest, outgoing: ServerResponse): Promise<void> {
    if (secret !== undefined && request.path === CONTROL_PATH) {
      send(outgoing, control(request, { secret, faults, unknown }));
      return;
    }
    const admission = admitted(request);
    if (!('target' in admission)) {
      send(outgoing, admission);
      return;
    }
    const { target } = admission;
    const fault = faults.next(request.method, target);
    if (fault === null) {
      send(outgoing, performed(request, target));
      return;
    }
    const answer = isDone(fault) ? performed(request, target) : NEVER_SENT;
    if (fault.type === 'slow') await pause(fault.ms, undefined, { signal: closing.signal });
    sendFaulty(outgoing, answer, fault);
  }

  const server = createServer((incoming, outgoing) => {
    readRequest(incoming)
      .then(async (request) => {
        if (request === 'too large') send(outgoing, refusalAnswer(TOO_LARGE));
        else if (request !== null) await serve(request, outgoing);
      })
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  let closed: Promise<void> | null = null;
  return {
    endpoint: `http://127.0.0.1:${bound}`,
    key,
    faults,
    unknown,
    close() {
      closed ??= new Promise<void>((resolve) => {
        closing.abort();
        server.close(() => {
          database.close();
          resolve();
        });
        server.closeAllConnections();
      });
      return closed;
    },
  };
}

/** Stands for the answer of an operation that a fault comes before. */
const NEVER_SENT: Answer = { status: 500, headers: {}, body: null };
