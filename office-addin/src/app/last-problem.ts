import type { ClientError } from '@plumbline/shared/client/client-error';
import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';

/** A failure as support asks for it: what it was, and its id in the service's log. */
export interface LastProblem {
  readonly kind: ClientError['kind'] | `sign-in.${SignInFault}`;
  readonly instance: string | null;
}

/** What is kept of a failure; none of its words. */
export function lastProblemOf({ kind, instance }: ClientError): LastProblem {
  return { kind, instance };
}
