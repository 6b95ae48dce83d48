import type { Request, RequestHandler } from 'express';
import type { DoorError } from '@plumbline/shared/contract/problem-kinds';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { sendProblem } from './problems.ts';

/**
 * Reads a JSON body in UTF-8 of at most so many bytes. Unlike Express's own parser it answers as soon as a body is too
 * large, while the rest still arrives and is thrown away; the limit on a request's time ends those that never end.
 */
export function readJson(limit: number): RequestHandler {
  return async (request, response, next) => {
    const body = await jsonIn(request, limit);
    if (body.ok) {
      request.body = body.value;
      next();
      return;
    }
    sendProblem(request, response, body.error);
    request.resume();
  };
}

async function jsonIn(request: Request, limit: number): Promise<Result<unknown, DoorError>> {
  // `is` says null for a request without a body: what is missing then is JSON, not its type.
  if (request.is('json') === false || !isPlain(request)) return fail({ kind: 'request.wrong-type' });
  if (Number(request.headers['content-length'] ?? 0) > limit) return fail({ kind: 'request.too-large', limit });
  const bytes = await bytesIn(request, limit);
  if (bytes === null) return fail({ kind: 'request.too-large', limit });
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return fail({ kind: 'request.not-json' });
  }
}

/** Whether the body is UTF-8 as it stands, without compression. */
function isPlain(request: Request): boolean {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const charset = /;\s*charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return encoding === 'identity' && /^utf-?8$/i.test(charset);
}

/** `null` as soon as there are more bytes than the limit. Rejects when the caller leaves in the middle. */
function bytesIn(request: Request, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off('data', take);
      resolve(null);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
