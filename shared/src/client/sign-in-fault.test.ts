import { describe, expect, it } from '@jest/globals';
import { readSignInFault } from './sign-in-fault.ts';
import { readSignInPlace } from './sign-in-place.ts';

describe('why there is no token', () => {
  it.each([
    [{ errorCode: 'user_canceled' }, 'cancelled'],
    [{ errorCode: 'user_cancelled' }, 'cancelled'],
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS65004: User declined.' }, 'cancelled'],
    [{ errorCode: 'invalid_grant', errorMessage: 'AADSTS65001: no consent' }, 'consent'],
    [{ errorCode: 'interaction_required', subError: 'consent_required' }, 'consent'],
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS50020: not of this tenant' }, 'other-tenant'],
    [{ errorCode: 'invalid_grant', errorMessage: 'AADSTS90072: no external user of this tenant' }, 'other-tenant'],
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS500201: another number that begins so' }, 'cancelled'],
    [{ errorCode: 'no_network_connectivity' }, 'unreachable'],
    [{ errorCode: 'popup_window_error' }, 'blocked'],
    [{ errorCode: 'empty_window_error' }, 'blocked'],
    [{ errorCode: 'nested_app_auth_bridge_disabled' }, 'unsupported'],
    [{ errorCode: 'constructor' }, 'failed'],
    [new Error('anything'), 'failed'],
    [null, 'failed'],
  ])('ID3 has a name (%#)', (cause, fault) => {
    expect(readSignInFault(cause)).toBe(fault);
  });
});

describe('where people sign in', () => {
  const PLACE = { authority: 'https://login.test/tenant', clientId: 'app', scope: 'api://app/access_as_user' };

  it.each([[null], ['text'], [{}], [{ ...PLACE, scope: 1 }], [{ authority: 'https://login.test/tenant' }]])(
    'ID3 is nowhere by %j',
    (told) => {
      expect(readSignInPlace(told)).toBeNull();
    },
  );

  it('ID3 is what the service says', () => {
    expect(readSignInPlace(PLACE)).toEqual(PLACE);
  });
});
