import type { RequestHandler } from 'express';
import { factsOf } from '../http/facts.ts';
import type { Logger } from './logger.ts';

/** Writes one line a request: what was asked for and how it ended, never what was in it. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    response.on('close', () => {
      const facts = factsOf(request);
      const ms = Math.round((performance.now() - from) * 10) / 10;
      const status = response.writableFinished || response.headersSent ? response.statusCode : 499;
      const line = { ...facts, method: request.method, status, ms };
      // Not ready is an answer, and every restart gives it.
      if (facts.operation === 'health') logger.debug(line, 'request');
      else if (status >= 500) logger.error(line, 'request');
      else if (facts.operation === 'tab') logger.debug(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}
