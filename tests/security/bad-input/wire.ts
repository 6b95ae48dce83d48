import { Agent, request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { WireRequest } from './wire-request.ts';

/** How a request ended. */
export interface Ending {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** Whoever waits longer hangs. */
const PATIENCE = 60_000;

/** Sends bytes as they are, over connections that are kept; nothing here mends a request. */
export class Wire {
  readonly #origin: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  send(wire: Omit<WireRequest, 'name' | 'person'>, token: string): Promise<Ending> {
    const from = performance.now();
    const { method, path, body, chunked } = wire;
    const framing = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body?.length) };
    const length = body === null ? {} : framing;
    const headers = { ...wire.headers, ...length, authorization: `Bearer ${token}` };
    const ending = (status: number, type = '', text = ''): Ending => ({
      status,
      type,
      text,
      took: performance.now() - from,
    });
    return new Promise((resolve) => {
      const { hostname, port } = this.#origin;
      const request = httpRequest({ hostname, port, method, path, headers, agent: this.#agent, timeout: PATIENCE });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(ending(0)));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(ending(0)));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve(ending(response.statusCode ?? 0, response.headers['content-type'], text));
        });
      });
      request.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
