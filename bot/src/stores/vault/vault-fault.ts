import { isRestError, type RestError } from '@azure/keyvault-secrets';

/** What a failed call of the vault's client means. `said` names codes and never what was sent. */
export type VaultFault =
  /** The secret is deleted, or on its way out. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'denied'; readonly said: string }
  /** Another try may succeed; `after`: in so many milliseconds, if the vault said so. */
  | { readonly kind: 'passing'; readonly said: string; readonly after: number | null }
  | { readonly kind: 'unexpected'; readonly said: string };

const PASSING = [408, 429];
/** The names of errors of a request that was given up, and of a credential that could get no token. */
const GIVEN_UP = ['AbortError', 'TimeoutError'];
const NO_TOKEN = ['CredentialUnavailableError', 'AuthenticationError', 'AggregateAuthenticationError'];

/** What the error means; null for one that is neither the vault's nor the network's but a bug of ours. */
export function faultOf(error: unknown): VaultFault | null {
  if (!(error instanceof Error)) return null;
  const { name } = error;
  if (GIVEN_UP.includes(name)) return { kind: 'passing', said: 'it took too long', after: null };
  if (NO_TOKEN.includes(name)) return { kind: 'passing', said: `no token could be had: ${name}`, after: null };
  if (!isRestError(error)) return null;
  const { statusCode: status, code = '' } = error;
  const said = `${status ?? ''} ${code}`.trim();
  if (status === undefined) return { kind: 'passing', said, after: null };
  if (status === 409) return { kind: 'busy' };
  if (status === 401 || status === 403) return { kind: 'denied', said };
  if (PASSING.includes(status) || status >= 500) return { kind: 'passing', said, after: retryAfterOf(error) };
  return { kind: 'unexpected', said };
}

/** What the call gives, or null when the vault says that there is no such secret. */
export async function unlessMissing<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (isRestError(error) && error.statusCode === 404) return null;
    throw error;
  }
}

/** The milliseconds of a `Retry-After` in seconds. */
function retryAfterOf(error: RestError): number | null {
  const text = error.response?.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1_000 : null;
}
