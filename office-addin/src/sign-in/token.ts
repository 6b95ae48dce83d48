import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { keepToken, type TokenSource } from '@plumbline/shared/client/token-source';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { SignInRefused, type SignIn } from './sign-in.ts';

/** Makes the source of the tokens that signing in gives. */
export function createTokenSource(options: {
  readonly signIn: SignIn;
  readonly now: () => Instant;
  readonly onRefusal: (refusal: SignInFault) => void;
}): TokenSource {
  return keepToken({
    ask: options.signIn,
    now: options.now,
    decode: atob,
    refused(cause) {
      const refusal = cause instanceof SignInRefused ? cause.refusal : 'failed';
      options.onRefusal(refusal);
      return new SignInRefused(refusal);
    },
  });
}
