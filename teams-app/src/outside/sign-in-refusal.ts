import { readSignInFault } from '@plumbline/shared/client/sign-in-fault';

/** Why somebody who came back from the sign-in is not signed in. */
export type OutsideRefusal = 'consent' | 'cancelled' | 'unreachable' | 'failed';

/** Reads the codes of the sign-in library and of Entra ID. */
export function refusalOf(cause: unknown): OutsideRefusal {
  const fault = readSignInFault(cause);
  return fault === 'consent' || fault === 'cancelled' || fault === 'unreachable' ? fault : 'failed';
}
