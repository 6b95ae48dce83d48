import type { IncomingMessage } from 'node:http';

/** What the log line of a request says besides its status and time; never anything that the request carried. */
export interface RequestFacts {
  /** The operation, or which part of the service answered. */
  operation: string;
  /** A mark of the tenant, made with the service's secret. */
  tenant?: string;
  /** The problem that was answered. */
  kind?: string;
  /** The problem's instance, for whoever reports it. */
  instance?: string;
  /** The trace that it is in. */
  trace?: string;
  /** Why a token was refused. */
  refused?: string;
}

const known = new WeakMap<IncomingMessage, RequestFacts>();

/** The facts of a request, to be added to as they become known. */
export function factsOf(request: IncomingMessage): RequestFacts {
  const facts = known.get(request) ?? { operation: 'none' };
  known.set(request, facts);
  return facts;
}
