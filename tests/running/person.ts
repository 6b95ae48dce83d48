import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClientError } from '@plumbline/shared/client/client-error';
import { createClient, type CallReply, type CallRequest, type Client } from '@plumbline/shared/client/client';
import type { Web } from '@plumbline/shared/client/web';
import { allRoutes } from '@plumbline/shared/contract/all-routes';
import type { OperationName } from '@plumbline/shared/contract/operations';
import type { Result } from '@plumbline/shared/kernel/result';

/** Node as the client sees a browser. */
const NODE_WEB: Web = {
  fetch: (url, request) => fetch(url, request),
  newAbort: () => new AbortController(),
  now: Date.now,
  random: Math.random,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** How long somebody keeps trying while the service is away: three of its starts on a busy machine, and less than a test has. */
const PATIENCE = 200_000;

/** Somebody with a token who uses the service through the product's own client. */
export class Person {
  readonly name: string;
  readonly token: string;
  readonly client: Client<OperationName>;

  constructor(options: { readonly name: string; readonly origin: string; readonly token: string }) {
    this.name = options.name;
    this.token = options.token;
    this.client = createClient({
      ...NODE_WEB,
      routes: allRoutes,
      baseUrl: options.origin,
      token: () => Promise.resolve(options.token),
      newKey: randomUUID,
      timeout: 30_000,
    });
  }

  /** One call, as the client makes it. */
  try<N extends OperationName>(name: N, request: CallRequest<N>): Promise<Result<CallReply<N>, ClientError>> {
    return this.client.call(name, request);
  }

  /** The same, for calls that a test takes for granted. */
  async do<N extends OperationName>(name: N, request: CallRequest<N>): Promise<CallReply<N>['value']> {
    const reply = await this.try(name, request);
    if (!reply.ok) throw new Error(`${this.name} could not ${name}: ${JSON.stringify(reply.error)}`);
    return reply.value.value;
  }

  /** Sends the very same call until the service answers it, however often it goes down in between. */
  async insist<N extends OperationName>(name: N, request: CallRequest<N>): Promise<Result<CallReply<N>, ClientError>> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const reply = await this.try(name, request);
      const isAnswer = reply.ok || (reply.error.status !== null && reply.error.status !== 503);
      if (isAnswer || Date.now() > until) return reply;
      await wait(30 + Math.random() * 60);
    }
  }
}

/** Where Local Teams has tokens: of the local issuer, or of the directory that people sign in to. */
async function tokenPath(origin: string): Promise<string> {
  const config = await fetch(`${origin}/local/teams/config`);
  // A service without Local Teams has the local issuer alone.
  if (config.status === 404) return '/local/entra/token';
  const told: unknown = await config.json();
  return typeof told === 'object' && told !== null && 'tokenPath' in told ? String(told.tokenPath) : '';
}

/** A persona of local mode. The token outlives restarts of the service. */
export async function persona(origin: string, id: string): Promise<Person> {
  const response = await fetch(`${origin}${await tokenPath(origin)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: id }),
  });
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('access_token' in body) || typeof body.access_token !== 'string') {
    throw new Error(`There is no token for ${id}: ${JSON.stringify(body)}`);
  }
  return new Person({ name: id, origin, token: body.access_token });
}
