/** Why there is no token. */
export type TokenRefusal = 'consent' | 'cancelled' | 'unsupported' | 'silent' | 'failed';

/** Thrown where a token was needed and the host gave none; the sign-in screen is on its way. */
export class TokenRefused extends Error {
  readonly refusal: TokenRefusal;

  constructor(refusal: TokenRefusal) {
    super(`the host gave no token: ${refusal}`);
    this.name = 'TokenRefused';
    this.refusal = refusal;
  }
}
