/**
 * What keeps data or keys cannot be reached at the moment, after all tries: the caller may try again a little later. Its
 * message names the service and the last fault, and nothing that was sent or kept.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
