import { MINUTE, SECOND, type Instant } from '@plumbline/shared/kernel/instant';
import { SignInRefused, type SignIn, type SignInRefusal } from './sign-in.ts';

/** Hands out the person's token, kept only in memory. */
export interface TokenKeeper {
  get(): Promise<string>;
  /** Drops the kept token, after the service refused it. */
  forget(): void;
}

/** A token that is about to run out would run out on the way. */
const MARGIN = MINUTE;

/** Keeps a token until shortly before it runs out. Whoever asks while a sign-in is under way gets the same answer. */
export function keepToken(options: {
  readonly signIn: SignIn;
  readonly now: () => Instant;
  readonly onRefusal: (refusal: SignInRefusal) => void;
}): TokenKeeper {
  let kept: { readonly token: string; readonly until: Instant } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    try {
      const token = await options.signIn();
      kept = { token, until: (expiryOf(token) ?? 0) - MARGIN };
      return token;
    } catch (cause) {
      const refusal = cause instanceof SignInRefused ? cause.refusal : 'failed';
      options.onRefusal(refusal);
      throw new SignInRefused(refusal);
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

/** When a token runs out, by its own word; `null` when it can't be read. */
function expiryOf(token: string): Instant | null {
  const payload = token.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    return typeof claims.exp === 'number' ? claims.exp * SECOND : null;
  } catch {
    return null;
  }
}
