import { readSignInPlace, type SignInPlace } from '@plumbline/shared/client/sign-in-place';

/** Asks the service; `null` where nobody signs in outside of Teams. Rejects where it does not answer. */
export async function findSignInPlace(): Promise<SignInPlace | null> {
  const response = await fetch(`${import.meta.env.BASE_URL}sign-in.json`);
  if (!response.ok) throw new Error(`the service answered ${String(response.status)}`);
  return readSignInPlace(await response.json());
}
