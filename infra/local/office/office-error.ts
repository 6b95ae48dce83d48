/** The codes of Office's own errors, as far as the stand-in answers with them. */
export type OfficeErrorCode =
  'AccessDenied' | 'ApiNotFound' | 'GeneralException' | 'InvalidArgument' | 'ItemNotFound' | 'NotImplemented';

/** What Office says of each code. */
const MESSAGES: Readonly<Record<OfficeErrorCode, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: 'The requested feature is not implemented.',
};

const STATUS: Readonly<Record<OfficeErrorCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/** A refusal as Office answers it; `hint` is for the developer, and names what a person can do about it. */
export class OfficeError extends Error {
  readonly code: OfficeErrorCode;
  readonly httpStatusCode: number;
  readonly hint: string;

  constructor(code: OfficeErrorCode, hint: string) {
    super(`${MESSAGES[code]} (Local Office: ${hint})`);
    this.code = code;
    this.httpStatusCode = STATUS[code];
    this.hint = hint;
  }
}
