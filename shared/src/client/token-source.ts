import { MINUTE, SECOND, type Duration, type Instant } from '../kernel/instant.ts';

/** Hands out the person's token, kept only in memory. */
export interface TokenSource {
  get(): Promise<string>;
  /** Drops the kept token, after the service refused it. */
  forget(): void;
}

export interface TokenKeeping {
  readonly ask: () => Promise<string>;
  readonly now: () => Instant;
  /** It is asked for again after so long, however long it lasts. */
  readonly longest?: Duration;
  /** Reads base64, as `atob` does; throws what it likes for anything else. */
  readonly decode: (base64: string) => string;
  /** What becomes of a refusal: whoever asked is told by this error. */
  readonly refused: (cause: unknown) => Error;
}

/** A token that is about to run out would run out on the way. */
const MARGIN: Duration = MINUTE;

/** Keeps a token until shortly before it runs out. Whoever asks while one is asked for gets the same answer. */
export function keepToken({ longest = Infinity, ...keeping }: TokenKeeping): TokenSource {
  let kept: { readonly token: string; readonly until: Instant } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    try {
      const token = await keeping.ask();
      const now = keeping.now();
      const until = (expiryOf(token, keeping.decode) ?? now) - MARGIN;
      kept = { token, until: Math.min(now + longest, until) };
      return token;
    } catch (cause) {
      throw keeping.refused(cause);
    } finally {
      asking = null;
    }
  }

  return {
    get() {
      if (kept !== null && keeping.now() < kept.until) return Promise.resolve(kept.token);
      asking ??= ask();
      return asking;
    },
    forget() {
      kept = null;
    },
  };
}

/** When a token runs out, by its own word; `null` when it can't be read. */
export function expiryOf(token: string, decode: (base64: string) => string): Instant | null {
  const payload = token.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(decode(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    return typeof claims.exp === 'number' ? claims.exp * SECOND : null;
  } catch {
    return null;
  }
}
