/** Why somebody who came back from the sign-in is not signed in. */
export type OutsideRefusal = 'consent' | 'cancelled' | 'unreachable' | 'failed';

/** Numbers of Entra for what only an administrator can allow. */
const CONSENT = /AADSTS(?:65001|90094|90093|900941)\b|consent_required/;
const UNREACHABLE = new Set([
  'no_network_connectivity',
  'post_request_failed',
  'get_request_failed',
  'network_error',
  'endpoints_resolution_error',
  'openid_config_error',
]);

/** Reads the codes of the sign-in library and of Entra ID. */
export function refusalOf(cause: unknown): OutsideRefusal {
  const of = (name: string): string => {
    const value: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : '';
    return typeof value === 'string' ? value : '';
  };
  if (CONSENT.test(`${of('errorCode')} ${of('errorMessage')} ${of('subError')}`)) return 'consent';
  if (of('errorCode') === 'access_denied' || of('errorCode') === 'user_cancelled') return 'cancelled';
  return UNREACHABLE.has(of('errorCode')) ? 'unreachable' : 'failed';
}
