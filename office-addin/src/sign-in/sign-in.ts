import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';

/** Thrown where a token was needed and there is none; the screen of the sign-in takes over. */
export class SignInRefused extends Error {
  readonly refusal: SignInFault;

  constructor(refusal: SignInFault) {
    super(`no token: ${refusal}`);
    this.name = 'SignInRefused';
    this.refusal = refusal;
  }
}

/** A way to a token for the service; it throws `SignInRefused`. */
export type SignIn = () => Promise<string>;
