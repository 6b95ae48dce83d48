/** Where a page signs people in by itself, as the service says at `sign-in.json` below the page. */
export interface SignInPlace {
  /** The authority with its tenant: `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** What a token for the service is asked for with. */
  readonly scope: string;
}

/** Reads what the service said; `null` where a page signs nobody in by itself. */
export function readSignInPlace(told: unknown): SignInPlace | null {
  return isPlace(told) ? told : null;
}

function isPlace(value: unknown): value is SignInPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['authority', 'clientId', 'scope'].every((name) => name in value && typeof Reflect.get(value, name) === 'string')
  );
}
