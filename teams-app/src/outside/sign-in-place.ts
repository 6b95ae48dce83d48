/** Where people sign in who open a page outside of Teams, as the service says. */
export interface SignInPlace {
  /** The authority with its tenant: `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** What a token for the service is asked for with. */
  readonly scope: string;
}

/** Asks the service; `null` where nobody signs in outside of Teams. Rejects where it does not answer. */
export async function findSignInPlace(): Promise<SignInPlace | null> {
  const response = await fetch(`${import.meta.env.BASE_URL}sign-in.json`);
  if (!response.ok) throw new Error(`the service answered ${String(response.status)}`);
  const told: unknown = await response.json();
  return isPlace(told) ? told : null;
}

function isPlace(value: unknown): value is SignInPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['authority', 'clientId', 'scope'].every((name) => name in value && typeof Reflect.get(value, name) === 'string')
  );
}
