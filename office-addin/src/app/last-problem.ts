import type { ClientError } from '@plumbline/shared/client/client-error';

/** A failure as support asks for it: what it was, and its id in the service's log. */
export type LastProblem = Pick<ClientError, 'kind' | 'instance'>;

/** What is kept of a failure; none of its words. */
export function lastProblemOf({ kind, instance }: ClientError): LastProblem {
  return { kind, instance };
}
