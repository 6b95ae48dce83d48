/** Why Entra ID, or the sign-in library on the way there, gave no token. */
export type SignInFault =
  'consent' | 'cancelled' | 'unreachable' | 'blocked' | 'other-tenant' | 'unsupported' | 'failed';

/** Numbers of Entra for what only an administrator can allow. */
const CONSENT = /AADSTS(?:65001|90094|90093|900941)\b|consent_required/;
/** Numbers of Entra for an account that the tenant does not know. */
const OTHER_TENANT = /AADSTS(?:50020|50034|51004|90072)\b/;

/** The codes of the sign-in library (msal-browser), and those of OAuth that it hands on. */
const CODES: ReadonlyMap<string, SignInFault> = new Map([
  ['access_denied', 'cancelled'],
  ['user_cancelled', 'cancelled'],
  ['user_canceled', 'cancelled'],
  ['no_network_connectivity', 'unreachable'],
  ['post_request_failed', 'unreachable'],
  ['get_request_failed', 'unreachable'],
  ['network_error', 'unreachable'],
  ['endpoints_resolution_error', 'unreachable'],
  ['openid_config_error', 'unreachable'],
  ['popup_window_error', 'blocked'],
  ['empty_window_error', 'blocked'],
  ['unsupported_method', 'unsupported'],
  ['nested_app_auth_bridge_disabled', 'unsupported'],
]);

/** Reads the codes of the sign-in library and of Entra ID; what is neither's is `failed`. */
export function readSignInFault(cause: unknown): SignInFault {
  const of = (name: string): string => {
    const value: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : '';
    return typeof value === 'string' ? value : '';
  };
  const told = `${of('errorCode')} ${of('errorMessage')} ${of('subError')}`;
  if (CONSENT.test(told)) return 'consent';
  if (OTHER_TENANT.test(told)) return 'other-tenant';
  return CODES.get(of('errorCode')) ?? 'failed';
}
