import type { GetSecretOptions } from '@azure/keyvault-secrets';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { StoreUnavailable } from '../store-unavailable.ts';
import { faultOf, type VaultFault } from './vault-fault.ts';

export interface VaultCalls {
  readonly url: string;
  /** How long a call may take with all its tries, in milliseconds. */
  readonly deadline: number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** What the client takes as a signal: one of Node's is, though its types leave out the event that listeners get. */
type ClientSignal = NonNullable<GetSecretOptions['abortSignal']>;

/** The vault said 409: the secret is deleted, or being deleted or purged. */
export class VaultBusy extends Error {
  override readonly name = 'VaultBusy';
}

/** The first pause before another try, doubled each time, and the longest; a call makes five tries at the most. */
const PAUSES = { first: 200, longest: 2_000, tries: 5 };

/**
 * Calls the vault until it answers, at most five times within the deadline, and puts its faults into our words. Every
 * call may be made twice: a second version of a secret changes nothing, for only the first counts. `right` is what the
 * vault must let us do.
 */
export async function callVault<T>(
  { url, deadline, pause }: VaultCalls,
  right: string,
  act: (abortSignal: ClientSignal) => Promise<T>,
): Promise<T> {
  const isOver = AbortSignal.timeout(deadline);
  for (let tries = 1; ; tries += 1) {
    // One try that hangs leaves time for another.
    const signal: unknown = AbortSignal.any([isOver, AbortSignal.timeout(deadline / 2)]);
    const tried = await attempt(() => act(signal as ClientSignal));
    if (tried.ok) return tried.value;
    const fault = tried.error;
    switch (fault.kind) {
      case 'busy':
        throw new VaultBusy(`The vault ${url} is still deleting or purging the secret.`);
      case 'denied':
        throw new Error(
          `The vault ${url} does not let Plumbline ${right} (${fault.said}): give the identity of the service the role ` +
            'Key Vault Secrets Officer on this vault, and use one without purge protection.',
        );
      case 'unexpected':
        throw new Error(`The vault ${url} did not take a call to ${right} (${fault.said}).`);
      case 'passing': {
        const next = fault.after ?? Math.min(PAUSES.first * 2 ** (tries - 1), PAUSES.longest);
        if (tries === PAUSES.tries || isOver.aborted || next > deadline) {
          throw new StoreUnavailable(`The vault ${url} cannot ${right} at the moment (${fault.said}).`);
        }
        await pause(next);
      }
    }
  }
}

/** The client's own error goes no further: it holds the request, and that the secret. */
async function attempt<T>(act: () => Promise<T>): Promise<Result<T, VaultFault>> {
  try {
    return ok(await act());
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return fail(fault);
    throw error;
  }
}
