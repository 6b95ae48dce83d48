import type { ClientError } from '@plumbline/shared/client/client-error';
import type { Refusal } from './ballot-keeper.ts';

const RETRY_MS = 3_000;

/** What a failed cast means to who keeps the ballot: wait, merge, give up in time, or tell the person. */
export function refusalOf(error: ClientError): Refusal<ClientError> {
  switch (error.kind) {
    case 'revision.stale':
      return { kind: 'stale' };
    case 'round.closed':
    case 'round.already-closed':
    case 'meeting.not-open':
      return { kind: 'closed' };
    case 'network.offline':
    case 'network.timeout':
    case 'reply.unreadable':
    case 'service.unavailable':
    case 'service.fault':
    case 'request.too-many':
    case 'identity.missing':
    case 'identity.invalid':
    case 'identity.expired':
      return { kind: 'unreachable', retryInMs: error.retryAfter ?? RETRY_MS };
    default:
      return { kind: 'refused', error };
  }
}
