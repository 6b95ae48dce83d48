import { describe, expect, it } from '@jest/globals';
import { askedPage } from './asked-page.ts';
import { refusalOf } from './sign-in-refusal.ts';

describe('the page after a sign-in', () => {
  it('ID2 is the one that was asked for', () => {
    expect(askedPage('/tab/meetings/meeting_1/summary?as=file', '/tab/')).toBe(
      '/tab/meetings/meeting_1/summary?as=file',
    );
  });

  it.each([
    undefined,
    '',
    'https://elsewhere.test/tab/',
    '//elsewhere.test/tab/',
    '/tab/../api/me',
    '/addin/',
    '/tab\\..\\x',
  ])('ID2 is the first one for what is no page of the tab: %p', (state) => {
    expect(askedPage(state, '/tab/')).toBe('/tab/');
  });
});

describe('why somebody is not signed in', () => {
  it.each([
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS65004: User declined.' }, 'cancelled'],
    [{ errorCode: 'user_cancelled', errorMessage: '' }, 'cancelled'],
    [
      { errorCode: 'invalid_grant', errorMessage: 'AADSTS65001: not consented', subError: 'consent_required' },
      'consent',
    ],
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS90094: an administrator must' }, 'consent'],
    [{ errorCode: 'post_request_failed', errorMessage: '' }, 'unreachable'],
    [{ errorCode: 'endpoints_resolution_error', errorMessage: '' }, 'unreachable'],
    [{ errorCode: 'state_mismatch', errorMessage: '' }, 'failed'],
    [new Error('anything'), 'failed'],
    ['text', 'failed'],
  ])('ID2 has a name (%#)', (cause, refusal) => {
    expect(refusalOf(cause)).toBe(refusal);
  });
});
