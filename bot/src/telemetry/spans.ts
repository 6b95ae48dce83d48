import { SpanKind, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

/** Who made a span. */
export const SCOPE = 'plumbline';

/**
 * Runs something as a part of the trace that is under way. Where none is, it is only run: what nobody asked for is not
 * traced, for when what is done in the background would say what it found. Of a fault its class alone is told.
 */
export function inSpan<T>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {} }: { readonly kind?: SpanKind; readonly attributes?: Attributes },
  act: () => Promise<T>,
): Promise<T> {
  if (trace.getActiveSpan()?.isRecording() !== true) return act();
  return trace.getTracer(SCOPE).startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await act();
    } catch (fault) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', fault instanceof Error ? fault.name : typeof fault);
      throw fault;
    } finally {
      span.end();
    }
  });
}
