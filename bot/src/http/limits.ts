import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit, type AugmentedRequest } from 'express-rate-limit';
import type { Actor } from '@plumbline/shared/application/use-case';
import { RATES } from '../rate-config.ts';
import { ATTRIBUTES, instruments } from '../telemetry/instruments.ts';
import { callerOf } from './authenticate.ts';
import { sendProblem } from './problems.ts';

/** How much one caller may ask for. Times are milliseconds, sizes bytes. */
export interface Limits {
  readonly body: number;
  /** All header lines of a request together. */
  readonly headers: number;
  /** How long a request may take to arrive. */
  readonly request: number;
  /** Of one person. */
  readonly requestsPerMinute: number;
  /** Of all people of an organisation together. */
  readonly requestsPerMinuteOfTenant: number;
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

export const LIMITS: Limits = {
  body: 65_536,
  headers: 16_384,
  request: 30_000,
  ...RATES,
  streamsPerPerson: 30,
  streamBacklog: 65_536,
  heartbeat: 15_000,
  idle: 300_000,
  drain: 0,
  stop: 10_000,
};

/** A request that came too often. */
interface TooOften {
  readonly request: Request;
  readonly response: Response;
  readonly next: NextFunction;
  /** In how many seconds it may come again. */
  readonly retryAfter: number;
}

/** How a door knows who asks, and what it does with what comes too often. */
interface RateDoor {
  readonly actorIn: (request: Request) => Actor;
  readonly refuse: (tooOften: TooOften) => void;
}

const REQUESTS: RateDoor = {
  actorIn: (request) => callerOf(request).actor,
  refuse({ request, response, retryAfter }) {
    sendProblem(request, response, { kind: 'request.too-many', retryAfter });
  },
};

const personKey = ({ tenant, person }: Actor): string => `${tenant}|${person}`;

/**
 * Lets every person ask so often a minute, and all of an organisation together so often: people behind one address do not
 * take it from each other, and neither do organisations. What a person is refused does not count for the organisation. Each
 * door counts by itself.
 */
export function limitRates(
  limits: Pick<Limits, 'requestsPerMinute' | 'requestsPerMinuteOfTenant'>,
  door: RateDoor = REQUESTS,
): RequestHandler[] {
  const counted = (of: 'person' | 'tenant'): RateDoor => ({
    ...door,
    refuse(tooOften) {
      instruments().limited.add(1, { [ATTRIBUTES.limit]: of });
      door.refuse(tooOften);
    },
  });
  return [
    limitRate(limits.requestsPerMinute, counted('person'), personKey),
    limitRate(limits.requestsPerMinuteOfTenant, counted('tenant'), ({ tenant }) => tenant),
  ];
}

/** Lets what comes of a person through once a minute. */
export function oncePerMinute(door: RateDoor): RequestHandler {
  return limitRate(1, door, personKey);
}

function limitRate(limit: number, { actorIn, refuse }: RateDoor, keyOf: (actor: Actor) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    // How much an organisation has left would say when others of it ask, and so when they answer.
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (request) => keyOf(actorIn(request)),
    handler(request, response, next) {
      refuse({ request, response, next, retryAfter: secondsLeft(request) });
    },
  });
}

/** Until a caller who is refused may ask again. */
function secondsLeft(request: Request): number {
  const resetTime = (request as AugmentedRequest)['rateLimit']?.resetTime;
  return resetTime === undefined ? 60 : Math.max(1, Math.ceil((resetTime.getTime() - Date.now()) / 1_000));
}
