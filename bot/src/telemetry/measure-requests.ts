import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Request, RequestHandler } from 'express';
import { factsOf } from '../http/facts.ts';
import { ATTRIBUTES, instruments } from './instruments.ts';
import { SCOPE } from './spans.ts';

/** Of what a caller sends only the ids of its trace are taken: everything else could hold whatever it likes. */
const TRACEPARENT = {
  keys: () => ['traceparent'],
  get: (request: Request, name: string) => (name === 'traceparent' ? request.get(name) : undefined),
};

/**
 * Measures every request and begins its trace, or goes on with the caller's (W3C Trace Context). Nothing that a request
 * carries is told: not even its path, which names meetings.
 */
export function measureRequests(): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    const facts = factsOf(request);
    const caller = propagation.extract(ROOT_CONTEXT, request, TRACEPARENT);
    const span = trace.getTracer(SCOPE).startSpan(request.method, { kind: SpanKind.SERVER }, caller);
    if (span.isRecording()) facts.trace = span.spanContext().traceId;
    response.on('close', () => {
      const { operation, kind, instance } = facts;
      const status = response.writableFinished || response.headersSent ? response.statusCode : 499;
      const by = {
        [ATTRIBUTES.method]: request.method,
        [ATTRIBUTES.status]: status,
        [ATTRIBUTES.operation]: operation,
      };
      // How long somebody watched is no duration of an answer.
      if (operation !== 'watchLive') instruments().requests.record((performance.now() - from) / 1_000, by);
      if (kind !== undefined) instruments().refusals.add(1, { [ATTRIBUTES.kind]: kind });
      span.updateName(`${request.method} ${operation}`);
      span.setAttributes(by);
      if (kind !== undefined) span.setAttribute(ATTRIBUTES.kind, kind);
      if (instance !== undefined) span.setAttribute(ATTRIBUTES.instance, instance);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(caller, span), next);
  };
}
