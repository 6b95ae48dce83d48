import type { Fault, ProblemKind } from '../contract/problem-kinds.ts';
import type { Duration } from '../kernel/instant.ts';

/** What can go wrong on the way, besides the problems that the service names. */
export type ConnectionKind = 'network.offline' | 'network.timeout' | 'reply.unreadable';

/** Why a call has no value. */
export interface ClientError {
  readonly kind: ProblemKind | ConnectionKind;
  /** `null` when there was no reply. */
  readonly status: number | null;
  /** The service's words, `null` when there are none of it: the catalogue has words for every kind. */
  readonly title: string | null;
  readonly detail: string | null;
  /** The figures of the failure, for words of one's own. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly errors: readonly Fault[];
  /** Names the failure in the service's log. */
  readonly instance: string | null;
  /** How long to wait before trying again, when the service says so. */
  readonly retryAfter: Duration | null;
}

/** A failure of the way itself. */
export function connectionError(kind: ConnectionKind, status: number | null = null): ClientError {
  return { kind, status, title: null, detail: null, values: {}, errors: [], instance: null, retryAfter: null };
}

/** The problem (RFC 9457) in a reply; whatever is not one is an unreadable reply. */
export function problemIn(reply: {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}): ClientError {
  const { status, body } = reply;
  const seconds = Number(reply.retryAfter ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? Math.max(0, seconds) * 1_000 : null;
  if (!isProblem(body)) return { ...connectionError('reply.unreadable', status), retryAfter };
  return {
    kind: body.kind,
    status,
    title: textOf(body, 'title'),
    detail: textOf(body, 'detail'),
    values: valuesOf(body),
    errors: faultsOf(body),
    instance: textOf(body, 'instance'),
    retryAfter,
  };
}

/** The service and this code are deployed together, so a dotted kind in a problem is one of theirs. */
function isProblem(body: unknown): body is { readonly kind: ProblemKind } {
  return isRecord(body) && typeof body['kind'] === 'string' && /^[a-z-]+\.[a-z-]+$/.test(body['kind']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(body: object, name: string): string | null {
  const value: unknown = isRecord(body) ? body[name] : undefined;
  return typeof value === 'string' ? value : null;
}

function valuesOf(body: object): Readonly<Record<string, string | number>> {
  const values = isRecord(body) && isRecord(body['values']) ? body['values'] : {};
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || typeof value === 'number') kept[name] = value;
  }
  return kept;
}

function faultsOf(body: object): readonly Fault[] {
  const errors = isRecord(body) && Array.isArray(body['errors']) ? body['errors'] : [];
  return errors.filter(
    (fault): fault is Fault =>
      isRecord(fault) && typeof fault['pointer'] === 'string' && typeof fault['message'] === 'string',
  );
}
