import { NewerForm } from '@plumbline/shared/records/record';

/**
 * What keeps data or keys cannot be reached at the moment, after all tries: the caller may try again a little later. Its
 * message names the service and the last fault, and nothing that was sent or kept.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * Whether a fault passes: the caller may be answered a little later, by this instance or by one of the version that has
 * written what this one cannot read.
 */
export function isPassing(fault: unknown): boolean {
  return fault instanceof StoreUnavailable || fault instanceof NewerForm;
}
