import type { z } from 'zod';
import type { InputOf, OutputOf, SentInputOf } from '../contract/operation.ts';
import type { OperationName, Operations } from '../contract/operations.ts';
import { SEEN_HEADER, TIME_HEADER, type BrowserOperationName, type Route, routes } from '../contract/routes.ts';
import { assert } from '../kernel/assert.ts';
import type { Duration, Instant } from '../kernel/instant.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { connectionError, problemIn, type ClientError, type ConnectionKind } from './client-error.ts';
import { betterTime, readServerTime, serverTimeAt, type ServerTime } from './server-time.ts';
import { watchLive, type LiveConnection, type LiveOptions } from './watch-live.ts';
import { pause, type Web, type WebResponse } from './web.ts';

/** What a call sends: the parts of the path, the input where there is one, the revision where one is required. */
export type CallRequest<N extends OperationName> = (string extends keyof z.input<Operations[N]['params']>
  ? { readonly params?: Readonly<Record<string, never>> }
  : { readonly params: Readonly<z.input<Operations[N]['params']>> }) &
  (InputOf<Operations[N]> extends null ? { readonly input?: never } : { readonly input: SentInputOf<Operations[N]> }) &
  (Operations[N]['revision'] extends 'required' ? { readonly ifMatch: string } : { readonly ifMatch?: never }) & {
    /** The idempotency key of something that is made; a new one when it is not given. */
    readonly key?: string;
    readonly signal?: AbortSignal;
    /** The language of the reply, a BCP 47 tag, where it is not the client's. */
    readonly language?: string;
  };

/** What a call brings; `revision` is what `ifMatch` takes. */
export interface CallReply<N extends OperationName> {
  readonly value: OutputOf<Operations[N]>;
  readonly revision: string | null;
}

export interface ClientOptions extends Web {
  /** The service's origin, `''` for the page's own. */
  readonly baseUrl: string;
  /** The bearer token, asked for before every request: whoever hands it out keeps it fresh. */
  readonly token: () => Promise<string>;
  /** A new idempotency key. */
  readonly newKey: () => string;
  /** For browsers; left out where connections are not scarce. */
  readonly takeLine?: LiveConnection['takeLine'];
  /** The language that the service answers in, a BCP 47 tag; the browser's own if not given. */
  readonly language?: () => string;
  /** How long to wait for a reply; 15 s if not given. */
  readonly timeout?: Duration;
}

/** The operations that a client calls, where they are not those of a browser, and where they are. */
interface Routed<Name extends OperationName> {
  readonly routes: Readonly<Record<Name, Route>>;
}

/** The API as functions. Failures are values; nothing here throws but a failing `token`. */
export interface Client<Name extends OperationName = BrowserOperationName> {
  call<N extends Name>(name: N, request: CallRequest<N>): Promise<Result<CallReply<N>, ClientError>>;
  /** The service's time now, `null` before the first reply. */
  serverNow(): Instant | null;
  /** What is known of the service's clock, `null` before the first reply. */
  serverTime(): ServerTime | null;
  /** Watches meetings and teams; returns the function that ends it. */
  watchLive(options: LiveOptions): () => void;
}

const TIMEOUT: Duration = 15_000;
const ATTEMPTS = 3;
const FIRST_DELAY: Duration = 400;
const LONGEST_DELAY: Duration = 5_000;
/** A screen looks at a handful of things; the oldest are forgotten first. */
const KEPT_REPLIES = 60;
/** Of so many instances or signals it is remembered how far they had seen: each is a KB of every request. */
const MOST_SEEN = 4;

interface Sent {
  readonly route: Route;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly language: string | undefined;
}

/** A reply, read to its end. */
interface Received {
  readonly status: number;
  /** When it began to arrive. */
  readonly at: Instant;
  readonly time: string | null;
  readonly seen: string | null;
  readonly revision: string | null;
  readonly retryAfter: string | null;
  /** `null` when it is not JSON. */
  readonly body: unknown;
}

/** A client of the API for one person. */
export function createClient(options: ClientOptions): Client;
export function createClient<Name extends OperationName>(options: ClientOptions & Routed<Name>): Client<Name>;
export function createClient(options: ClientOptions & Partial<Routed<OperationName>>): Client<OperationName> {
  const known: Readonly<Partial<Record<OperationName, Route>>> = options.routes ?? routes;
  const kept = new Map<string, CallReply<OperationName>>();
  let time: ServerTime | null = null;
  /** How far instances of the service had seen, by a reply and by signals since: whichever answers next is to see no less. */
  let seen: readonly string[] = [];

  function hearSeen(text: string): void {
    seen = [...seen, text].slice(-MOST_SEEN);
  }

  function hear(text: string | null, asked: { readonly sent: Instant; readonly received: Instant }): void {
    time = betterTime(time, readServerTime(text, asked));
  }

  async function send(sent: Sent): Promise<Result<Received, ClientError>> {
    const token = await options.token();
    const from = options.now();
    const told = seen;
    const language = sent.language ?? options.language?.();
    const headers = {
      ...sent.headers,
      ...(told.length === 0 ? {} : { [SEEN_HEADER]: told.join(',') }),
      ...(language === undefined ? {} : { 'accept-language': language }),
    };
    const replied = await fetchInTime(options, sent, { ...headers, authorization: `Bearer ${token}` });
    if (replied.ok) {
      hear(replied.value.time, { sent: from, received: replied.value.at });
      // Who answered has caught up with all that was sent along.
      if (replied.value.seen !== null) seen = [replied.value.seen, ...seen.filter((one) => !told.includes(one))];
    }
    return replied;
  }

  /** What may be sent twice without harm is sent again when nothing came back, or when the service was not ready. */
  async function sendPatiently(sent: Sent): Promise<Result<Received, ClientError>> {
    const attempts = sent.route.method === 'GET' || sent.route.creates ? ATTEMPTS : 1;
    for (let attempt = 1; ; attempt += 1) {
      const replied = await send(sent);
      const mayPass = replied.ok ? replied.value.status === 503 : replied.error.status === null;
      if (!mayPass || attempt >= attempts || sent.signal?.aborted === true) return replied;
      const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1));
      await pause(options, longest * (0.5 + options.random() / 2), sent.signal);
    }
  }

  async function call<N extends OperationName>(
    name: N,
    request: CallRequest<N>,
  ): Promise<Result<CallReply<N>, ClientError>> {
    const route = known[name];
    assert(route, `${name} has a route`);
    const url = options.baseUrl + fill(route.path, request.params ?? {});
    const earlier = route.method === 'GET' ? kept.get(url) : undefined;
    const sent = await sendPatiently({
      route,
      url,
      headers: headersOf(route, request, { known: earlier, newKey: options.newKey }),
      body: request.input === undefined ? undefined : JSON.stringify(request.input),
      signal: request.signal,
      language: request.language,
    });
    if (!sent.ok) return sent;
    const reply = { value: sent.value.body, revision: sent.value.revision };
    if (sent.value.status === 304 && isReplyOf(name, earlier)) return ok(earlier);
    if (sent.value.status < 200 || sent.value.status > 299) return fail(problemIn(sent.value));
    if (!isReplyOf(name, reply)) return fail(connectionError('reply.unreadable', sent.value.status));
    if (route.method === 'GET') remember(kept, url, reply);
    return ok(reply);
  }

  return {
    call,
    serverNow: () => time && serverTimeAt(time, options.now()),
    serverTime: () => time,
    watchLive: (live) => watchLive({ takeLine: anyLine, ...options, hear, hearSeen }, live),
  };
}

function anyLine(): Promise<() => void> {
  return Promise.resolve(() => undefined);
}

async function fetchInTime(
  options: ClientOptions,
  sent: Sent,
  headers: Record<string, string>,
): Promise<Result<Received, ClientError>> {
  const abort = options.newAbort();
  const giveUp = (): void => abort.abort();
  let kind: ConnectionKind = 'network.offline';
  const callOff = options.after(options.timeout ?? TIMEOUT, () => {
    kind = 'network.timeout';
    giveUp();
  });
  if (sent.signal?.aborted === true) giveUp();
  sent.signal?.addEventListener('abort', giveUp);
  try {
    const { method } = sent.route;
    const body = sent.body === undefined ? {} : { body: sent.body };
    const request = { method, headers, ...body, signal: abort.signal, cache: 'no-store' } as const;
    return ok(await receive(await options.fetch(sent.url, request), options.now()));
  } catch {
    return fail(connectionError(kind));
  } finally {
    callOff();
    sent.signal?.removeEventListener('abort', giveUp);
  }
}

async function receive(response: WebResponse, at: Instant): Promise<Received> {
  const { status, headers } = response;
  return {
    status,
    at,
    time: headers.get(TIME_HEADER),
    seen: headers.get(SEEN_HEADER),
    revision: /^(?:W\/)?"(.*)"$/.exec(headers.get('etag') ?? '')?.[1] ?? null,
    retryAfter: headers.get('retry-after'),
    body: status === 304 ? null : readJson(await response.text()),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fill(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
}

function headersOf(
  route: Route,
  request: { readonly key?: string; readonly ifMatch?: string; readonly input?: unknown },
  from: { readonly known: CallReply<OperationName> | undefined; readonly newKey: () => string },
): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.input !== undefined) headers['content-type'] = 'application/json';
  if (route.creates) headers['idempotency-key'] = request.key ?? from.newKey();
  if (request.ifMatch !== undefined) headers['if-match'] = `"${request.ifMatch}"`;
  if (from.known && from.known.revision !== null) headers['if-none-match'] = `"${from.known.revision}"`;
  return headers;
}

/**
 * Every output is a JSON object. More is not checked here, and zod stays out of the browser: the service that sends it is
 * deployed with this code, and its tests hold every reply against the contract.
 */
function isReplyOf<N extends OperationName>(
  _name: N,
  reply: { readonly value: unknown; readonly revision: string | null } | undefined,
): reply is CallReply<N> {
  return typeof reply?.value === 'object' && reply.value !== null;
}

function remember(kept: Map<string, CallReply<OperationName>>, url: string, reply: CallReply<OperationName>): void {
  kept.delete(url);
  if (reply.revision === null) return;
  kept.set(url, reply);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_REPLIES && oldest !== undefined) kept.delete(oldest);
}
