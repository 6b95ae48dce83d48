import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { SignInRefused } from './sign-in.ts';

/** Office's numbers for why it gives no token (Microsoft Learn, "Troubleshoot error messages for single sign-on"). */
const REFUSALS: Readonly<Record<number, SignInFault>> = {
  13000: 'unsupported',
  13001: 'unsupported',
  13002: 'cancelled',
  13003: 'unsupported',
  13005: 'consent',
  13009: 'consent',
  13012: 'unsupported',
};

/** Asks Office for a token of the person who is signed in to it. */
export async function officeSignIn(): Promise<string> {
  try {
    return await Office.auth.getAccessToken({ allowSignInPrompt: true, allowConsentPrompt: true });
  } catch (cause) {
    throw new SignInRefused(readRefusal(cause));
  }
}

/** Reads Office's number for a refusal. */
export function readRefusal(cause: unknown): SignInFault {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return 'failed';
  return REFUSALS[Number(cause.code)] ?? 'failed';
}
