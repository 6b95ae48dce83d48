import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { refusal, refusalAnswer, type Answer } from './answer.ts';
import { SMALL_CHARGE } from './charges.ts';
import { MOST_BYTES } from './documents.ts';
import type { Fault } from './faults.ts';
import type { WireRequest } from './wire-request.ts';

/** The whole request; null when the client went away before it had sent all of it. */
export async function readRequest(incoming: IncomingMessage): Promise<WireRequest | 'too large' | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      // What is over the limit is read to its end all the same: a client that is still sending hears no answer.
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

/** Sends the answer. */
export function send(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.status, headersOf(answer));
  outgoing.end(answer.body ?? undefined);
}

/** Sends what the fault makes of the answer. */
export function sendFaulty(outgoing: ServerResponse, answer: Answer, fault: Fault): void {
  switch (fault.type) {
    case 'answer':
      sendInstead(outgoing, fault);
      return;
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'truncate':
      truncate(outgoing, answer);
      return;
    case 'hang':
      return;
    case 'slow':
      send(outgoing, answer);
      return;
    default:
      assertNever(fault);
  }
}

/** Whether the operation is done although the fault comes. */
export function isDone(fault: Fault): boolean {
  return !('when' in fault) || fault.when === 'after';
}

function sendInstead(outgoing: ServerResponse, fault: Fault & { readonly type: 'answer' }): void {
  const headers = fault.retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(fault.retryAfterMs) };
  const instead = refusalAnswer(refusal(fault.status, 'A fault that a script asked for.', fault.substatus), headers);
  if (fault.body === 'json') {
    send(outgoing, instead);
    return;
  }
  const html = '<html><head><title>Service Unavailable</title></head><body><h2>Service Unavailable</h2></body></html>';
  outgoing.writeHead(fault.status, fault.body === 'html' ? { 'content-type': 'text/html' } : {});
  outgoing.end(fault.body === 'html' ? html : undefined);
}

/** An answer without a body has no middle: its connection ends before it. */
function truncate(outgoing: ServerResponse, answer: Answer): void {
  const { socket } = outgoing;
  if (answer.body === null) {
    socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(answer.body);
  outgoing.writeHead(answer.status, { ...headersOf(answer), 'content-length': String(bytes.length) });
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => socket?.destroy());
}

function headersOf(answer: Answer): Record<string, string> {
  return {
    'x-ms-request-charge': String(SMALL_CHARGE),
    'x-ms-activity-id': randomUUID(),
    'x-ms-version': '2020-07-15',
    ...answer.headers,
    ...(answer.body === null ? {} : { 'content-type': 'application/json' }),
  };
}
