import { readSignInPlace, type SignInPlace } from '@plumbline/shared/client/sign-in-place';
import type { BrowserSignIn } from './session.ts';

/** Asks the service; `null` where nobody signs in outside of Teams. Rejects where it does not answer. */
export async function findSignInPlace(): Promise<SignInPlace | null> {
  const response = await fetch(`${import.meta.env.BASE_URL}sign-in.json`);
  if (!response.ok) throw new Error(`the service answered ${String(response.status)}`);
  return readSignInPlace(await response.json());
}

/** Opens the sign-in at a place. The library is fetched where somebody signs in, and nowhere else. */
export async function openSignInAt(place: SignInPlace): Promise<BrowserSignIn> {
  const { openSignIn } = await import('./session.ts');
  return openSignIn(place);
}
