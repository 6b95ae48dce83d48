import { AsyncLocalStorage } from 'node:async_hooks';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { Container } from '@plumbline/shared/application/ports/document-store';
import { CONTAINERS } from './containers.ts';
import type { Session } from './session.ts';

type AbortSignalLike = NonNullable<PipelineRequest['abortSignal']>;

/** One try of a call: what its requests met, however the SDK wraps it. */
export interface Attempt {
  /** Aborted when the call's time is over or the store is closed. */
  readonly signal: AbortSignal;
  fault: WireFault | null;
  charge: number;
}

/** A fault of the way or of the service's moment: another try may pass. */
export class WireFault extends Error {
  override readonly name = 'WireFault';
  /** Whether a write could have been carried out all the same. */
  readonly mayHaveCommitted: boolean;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfter: number | null;

  constructor(what: string, about: { readonly mayHaveCommitted: boolean; readonly retryAfter?: number | null }) {
    super(what);
    this.mayHaveCommitted = about.mayHaveCommitted;
    this.retryAfter = about.retryAfter ?? null;
  }
}

/** The HTTP client that the SDK sends every request through, and what ties its requests to a try. */
export interface Wire {
  readonly client: HttpClient;
  readonly during: <T>(attempt: Attempt, act: () => Promise<T>) => Promise<T>;
}

/** Not carried out, and worth another try. */
const REFUSED_FOR_NOW = new Set([429, 449]);
/** Perhaps carried out: a gateway that gave up waiting answers like that too. */
const UNCERTAIN = new Set([408, 410, 500, 502, 503, 504]);
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * One place sees every request and every answer, so that session tokens, charges, deadlines and faults are the same for
 * points, batches, queries and the feed; the SDK's own layers tell them differently for each, or lose them.
 */
export function createWire(session: Session): Wire {
  const attempts = new AsyncLocalStorage<Attempt>();
  const next = createDefaultHttpClient();

  async function answerTo(request: PipelineRequest): Promise<PipelineResponse> {
    const attempt = attempts.getStore();
    // Within one partition Cosmos answers the query itself; the SDK asks for a plan too, and then never looks at it.
    if (request.headers.has('x-ms-cosmos-is-query-plan-request')) {
      return { request, status: 400, headers: createHttpHeaders(), bodyAsText: '{}' };
    }
    const container = containerIn(request.url);
    const token = container && session.tokenOf(container);
    if (token === null) request.headers.delete('x-ms-session-token');
    else request.headers.set('x-ms-session-token', token);
    request.allowInsecureConnection = request.url.startsWith('http:');
    if (attempt) request.abortSignal = bothOf(attempt.signal, request.abortSignal);
    const response = await next.sendRequest(request).catch((error: unknown) => {
      throw faultOfWay(error);
    });
    if (attempt) attempt.charge += Number(response.headers.get('x-ms-request-charge') ?? 0) || 0;
    const fault = faultInStatus(response.status, {
      substatus: Number(response.headers.get('x-ms-substatus') ?? 0),
      retryAfter: response.headers.get('x-ms-retry-after-ms'),
      isFeed: request.headers.has('a-im'),
    });
    if (fault) throw fault;
    // A good status in other words than the service's: something between us and it answered.
    if (response.status < 300 && response.status !== 204 && !looksLikeJson(response.bodyAsText)) {
      throw new WireFault('unreadable answer', { mayHaveCommitted: true });
    }
    const heard = response.headers.get('x-ms-session-token');
    if (container !== null && heard !== undefined) session.hear(container, heard);
    // The SDK looks for a message in whatever is refused.
    return response.status >= 400 && !isJsonObject(response.bodyAsText) ? { ...response, bodyAsText: '{}' } : response;
  }

  return {
    client: {
      async sendRequest(request) {
        try {
          return await answerTo(request);
        } catch (error) {
          const attempt = attempts.getStore();
          if (attempt && error instanceof WireFault) attempt.fault = error;
          throw error;
        }
      },
    },
    during: (attempt, act) => attempts.run(attempt, act),
  };
}

/** The fault that a status tells, also one of a batch's operations; null when it is an answer. */
export function faultInStatus(
  status: number,
  about: { readonly substatus?: number; readonly retryAfter?: string | undefined; readonly isFeed?: boolean } = {},
): WireFault | null {
  const { substatus = 0 } = about;
  const retryAfter = about.retryAfter === undefined ? null : Math.max(0, Number(about.retryAfter) || 0);
  // A replica that has not caught up with the session, and a region that does not take writes any more.
  const isElsewhere = (status === 404 && substatus === 1002) || (status === 403 && substatus === 3);
  const what = `status ${status}${substatus === 0 ? '' : `, substatus ${substatus}`}`;
  if (isElsewhere || REFUSED_FOR_NOW.has(status)) return new WireFault(what, { mayHaveCommitted: false, retryAfter });
  // The SDK follows the feed of a range that was split or merged by itself.
  if (status === 410 && about.isFeed === true && (substatus === 1002 || substatus === 1007)) return null;
  return UNCERTAIN.has(status) ? new WireFault(what, { mayHaveCommitted: true, retryAfter }) : null;
}

function faultOfWay(error: unknown): WireFault {
  if (error instanceof WireFault) return error;
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer in time';
  return new WireFault(code, { mayHaveCommitted: !NEVER_SENT.has(code) });
}

/** Aborted when either is. The SDK's type of listeners is wider than the platform's; it is the same signal. */
function bothOf(signal: AbortSignal, other: unknown): AbortSignalLike {
  const both: unknown = other instanceof AbortSignal ? AbortSignal.any([signal, other]) : signal;
  return both as AbortSignalLike;
}

function containerIn(url: string): Container | null {
  const name = /\/colls\/([^/]+)\/docs(?:\/|$)/.exec(url)?.[1];
  return CONTAINERS.find((container) => container === name) ?? null;
}

/** A look at both ends is enough: an answer that broke off in between is told by the connection. */
function looksLikeJson(text: string | null | undefined): boolean {
  const ends = `${text?.at(0) ?? ''}${text?.at(-1) ?? ''}`;
  return ends === '{}' || ends === '[]';
}

function isJsonObject(text: string | null | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
