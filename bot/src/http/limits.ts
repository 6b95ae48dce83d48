import { rateLimit } from 'express-rate-limit';
import type { RequestHandler } from 'express';
import { callerOf } from './authenticate.ts';
import { sendProblem } from './problems.ts';

/** How much one caller may ask for. Times are milliseconds, sizes bytes. */
export interface Limits {
  readonly body: number;
  /** All header lines of a request together. */
  readonly headers: number;
  /** How long a request may take to arrive. */
  readonly request: number;
  readonly requestsPerMinute: number;
  readonly streamsPerPerson: number;
  /** What may wait for a slow watcher. */
  readonly streamBacklog: number;
  readonly heartbeat: number;
  /** How long a connection may have nothing to do: longer than a balancer keeps one, so that none closes as it is used. */
  readonly idle: number;
  /** How long a service that is told to stop still takes requests, until whoever sends them has seen that it is not ready. */
  readonly drain: number;
  /** How long requests under way may take when the service stops. */
  readonly stop: number;
}

/** A busy screen that polls asks some hundred times a minute. */
export const LIMITS: Limits = {
  body: 65_536,
  headers: 16_384,
  request: 30_000,
  requestsPerMinute: 1_200,
  streamsPerPerson: 30,
  streamBacklog: 65_536,
  heartbeat: 15_000,
  idle: 300_000,
  drain: 0,
  stop: 10_000,
};

/** Lets every person ask so often a minute; people behind one address do not take it from each other. */
export function limitRate(requestsPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator(request) {
      const { tenant, person } = callerOf(request).actor;
      return `${tenant}|${person}`;
    },
    handler(request, response) {
      const retryAfter = Number(response.get('Retry-After') ?? 60);
      sendProblem(request, response, { kind: 'request.too-many', retryAfter });
    },
  });
}
