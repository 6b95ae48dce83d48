import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { LANGUAGES } from '@plumbline/shared/kernel/languages';
import { problemOf } from './problems.ts';

const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what Node refused before any handler saw it: header lines over the limit, a request that never ended, bytes
 * that are no HTTP. Node's own answer would be a bare status line.
 */
export function answerUnreadable(fault: Error, socket: Duplex, headersLimit: number): void {
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS[code] ?? 400;
  const kind = problemOf(
    status === 431 ? { kind: 'request.too-large', limit: headersLimit } : { kind: 'request.invalid', faults: [] },
    LANGUAGES[0],
  );
  const body = JSON.stringify({ ...kind, status });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Language: ${LANGUAGES[0]}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
