/** Why there is no token. */
export type SignInRefusal = 'consent' | 'cancelled' | 'unsupported' | 'failed';

/** Thrown where a token was needed and there is none; the screen of the sign-in takes over. */
export class SignInRefused extends Error {
  readonly refusal: SignInRefusal;

  constructor(refusal: SignInRefusal) {
    super(`no token: ${refusal}`);
    this.name = 'SignInRefused';
    this.refusal = refusal;
  }
}

/** A way to a token for the service; it throws `SignInRefused`. */
export type SignIn = () => Promise<string>;
