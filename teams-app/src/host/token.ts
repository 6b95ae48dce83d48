import { keepToken, type TokenSource } from '@plumbline/shared/client/token-source';
import type { Duration, Instant } from '@plumbline/shared/kernel/instant';
import { SECOND, MINUTE } from '@plumbline/shared/kernel/instant';

/**
 * Why there is no token. `external`: a guest whom the directory does not know; `expired`: who signed in here by themselves
 * has to do so again.
 */
export type TokenRefusal = 'consent' | 'cancelled' | 'unsupported' | 'silent' | 'external' | 'expired' | 'failed';

/** One that takes the screen's place. */
export type ScreenRefusal = Exclude<TokenRefusal, 'expired'>;

/** Thrown where a token was needed and the host gave none; the sign-in screen is on its way. */
export class TokenRefused extends Error {
  readonly refusal: TokenRefusal;

  constructor(refusal: TokenRefusal) {
    super(`the host gave no token: ${refusal}`);
    this.name = 'TokenRefused';
    this.refusal = refusal;
  }
}

/** A host may show a window of its own before it answers. */
const PATIENCE: Duration = 30 * SECOND;
const KEPT: Duration = 5 * MINUTE;

/** Makes the source of the host's tokens. */
export function createTokenSource(options: {
  readonly ask: () => Promise<string>;
  readonly now: () => Instant;
  readonly after: (milliseconds: Duration, run: () => void) => () => void;
  readonly onRefusal: (refusal: TokenRefusal) => void;
}): TokenSource {
  return keepToken({
    ask: () => inTime(options.ask(), options.after),
    now: options.now,
    longest: KEPT,
    decode: atob,
    refused(cause) {
      const refusal = cause instanceof TokenRefused ? cause.refusal : readRefusal(cause);
      options.onRefusal(refusal);
      return new TokenRefused(refusal);
    },
  });
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
