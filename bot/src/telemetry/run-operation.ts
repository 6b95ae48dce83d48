import type { Result } from '@plumbline/shared/kernel/result';
import { ATTRIBUTES, instruments } from './instruments.ts';
import { runAs } from './running-operation.ts';
import { inSpan } from './spans.ts';

/** Runs an operation of the contract at whatever door: under its name, measured by how it ends, as a part of its trace. */
export async function runOperation<T, E extends { readonly kind: string }>(
  operation: string,
  act: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const from = performance.now();
  let outcome = 'fault';
  try {
    const attributes = { [ATTRIBUTES.operation]: operation };
    const reply = await inSpan(operation, { attributes }, () => runAs(operation, act));
    outcome = reply.ok ? 'ok' : reply.error.kind;
    return reply;
  } finally {
    const by = { [ATTRIBUTES.operation]: operation, [ATTRIBUTES.outcome]: outcome };
    instruments().operations.record((performance.now() - from) / 1_000, by);
  }
}
