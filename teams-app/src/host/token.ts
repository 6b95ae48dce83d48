import type { Duration, Instant } from '@plumbline/shared/kernel/instant';
import { SECOND, MINUTE } from '@plumbline/shared/kernel/instant';

/** Why there is no token. `external`: a guest whom the directory does not know. */
export type TokenRefusal = 'consent' | 'cancelled' | 'unsupported' | 'silent' | 'external' | 'failed';

/** Thrown where a token was needed and the host gave none; the sign-in screen is on its way. */
export class TokenRefused extends Error {
  readonly refusal: TokenRefusal;

  constructor(refusal: TokenRefusal) {
    super(`the host gave no token: ${refusal}`);
    this.name = 'TokenRefused';
    this.refusal = refusal;
  }
}

/** Hands out the person's token, kept only in memory. */
export interface TokenSource {
  get(): Promise<string>;
  /** Drops the kept token, after the service refused it. */
  forget(): void;
}

/** A host may show a window of its own before it answers. */
const PATIENCE: Duration = 30 * SECOND;
const KEPT: Duration = 5 * MINUTE;
/** A token that is about to run out would run out on the way. */
const MARGIN: Duration = MINUTE;

/** Makes the source. Whoever asks while the host is being asked gets the same answer. */
export function createTokenSource(options: {
  readonly ask: () => Promise<string>;
  readonly now: () => Instant;
  readonly after: (milliseconds: Duration, run: () => void) => () => void;
  readonly onRefusal: (refusal: TokenRefusal) => void;
}): TokenSource {
  let kept: { readonly token: string; readonly until: Instant } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    try {
      const token = await inTime(options.ask(), options.after);
      const now = options.now();
      kept = { token, until: Math.min(now + KEPT, (expiryOf(token) ?? now) - MARGIN) };
      return token;
    } catch (cause) {
      const refusal = cause instanceof TokenRefused ? cause.refusal : readRefusal(cause);
      options.onRefusal(refusal);
      throw new TokenRefused(refusal);
    } finally {
      asking = null;
    }
  }

  return {
    get() {
      if (kept !== null && options.now() < kept.until) return Promise.resolve(kept.token);
      asking ??= ask();
      return asking;
    },
    forget() {
      kept = null;
    },
  };
}

/** Reads Teams' own words for a refusal. */
export function readRefusal(cause: unknown): TokenRefusal {
  const words = (cause instanceof Error ? cause.message : String(cause)).toLowerCase();
  if (/consent|invalid_grant/.test(words)) return 'consent';
  if (/cancel|failedtoopenwindow|not signed in|interaction|mfa|tokenrevoked/.test(words)) return 'cancelled';
  if (/not supported|unsupported|old_platform/.test(words)) return 'unsupported';
  if (/timed? ?out/.test(words)) return 'silent';
  return 'failed';
}

/** When a token runs out, by its own word; `null` when it can't be read. */
export function expiryOf(token: string): Instant | null {
  const payload = token.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    return typeof claims.exp === 'number' ? claims.exp * SECOND : null;
  } catch {
    return null;
  }
}

function inTime(
  answer: Promise<string>,
  after: (milliseconds: Duration, run: () => void) => () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const callOff = after(PATIENCE, () => reject(new TokenRefused('silent')));
    answer.then(
      (token) => {
        callOff();
        resolve(token);
      },
      (cause: unknown) => {
        callOff();
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      },
    );
  });
}
