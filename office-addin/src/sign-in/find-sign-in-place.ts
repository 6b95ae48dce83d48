import { readSignInPlace, type SignInPlace } from '@plumbline/shared/client/sign-in-place';

/** Asks the service where Office signs people in; `null` where nobody is signed in so. Rejects where it does not answer. */
export async function findSignInPlace(): Promise<SignInPlace | null> {
  const response = await fetch(`${import.meta.env.BASE_URL}sign-in.json`);
  return response.ok ? readSignInPlace(await response.json()) : null;
}
