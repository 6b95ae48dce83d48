/** A refusal in the words of OAuth 2.0, with Entra's number for it. */
export class Refusal extends Error {
  readonly error: string;
  readonly number: number;
  readonly suberror: string | null;

  constructor(error: string, number: number, detail: string | { readonly message: string; readonly suberror: string }) {
    const { message, suberror } = typeof detail === 'string' ? { message: detail, suberror: null } : detail;
    super(`AADSTS${number}: ${message}`);
    this.name = 'Refusal';
    this.error = error;
    this.number = number;
    this.suberror = suberror;
  }

  /** What the token endpoint answers. */
  body(): object {
    const { error, message, number, suberror } = this;
    return {
      error,
      error_description: message,
      error_codes: [number],
      ...(suberror === null ? {} : { suberror }),
    };
  }
}
