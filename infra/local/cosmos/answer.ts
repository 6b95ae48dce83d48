/** What goes back on the wire; `body` is JSON text, null when there is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Why something is refused: a status, Cosmos's name of it, and the substatus that tells kinds of one status apart. */
export interface Refusal {
  readonly status: number;
  readonly substatus: number;
  readonly code: string;
  readonly message: string;
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  408: 'RequestTimeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
  424: 'FailedDependency',
  429: 'TooManyRequests',
  449: 'RetryWith',
  500: 'InternalServerError',
  501: 'NotModelled',
  503: 'ServiceUnavailable',
};

/** Builds a refusal; the sentence is put into the frame that Cosmos gives its errors when it is sent. */
export function refusal(status: number, message: string, substatus = 0): Refusal {
  return { status, substatus, code: CODES[status] ?? 'Unknown', message };
}

/** Whether something was refused. */
export function isRefusal(value: object): value is Refusal {
  return 'substatus' in value;
}

/** What this double does not model: never answered as if it were, and told to whoever looks. */
export function notModelled(message: string): Refusal {
  return refusal(501, message);
}

/** The refusals that documents share, with the sentences of Cosmos. */
export const NOT_FOUND = refusal(404, 'Entity with the specified id does not exist in the system.');
export const NO_CONTAINER = refusal(404, 'Owner resource does not exist', 1003);
export const CONFLICT = refusal(409, 'Entity with the specified id already exists in the system.');
export const NOT_MET = refusal(412, 'One of the specified pre-condition is not met.');
export const TOO_LARGE = refusal(413, 'Request size is too large');
export const NO_SESSION = refusal(404, 'The read session is not available for the input session token.', 1002);
export const WRONG_PARTITION = refusal(
  400,
  "PartitionKey extracted from document doesn't match the one specified in the header",
  1001,
);

/** An answer that carries JSON. */
export function jsonAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body };
}

/** An answer without a body. */
export function bareAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: null };
}

/** A refusal as Cosmos sends it. */
export function refusalAnswer(why: Refusal, headers: Readonly<Record<string, string>> = {}): Answer {
  const message = `Message: ${JSON.stringify({ Errors: [why.message] })}\r\nActivityId: none, Request URI: none`;
  return {
    status: why.status,
    headers: { 'x-ms-substatus': String(why.substatus), ...headers },
    body: JSON.stringify({ code: why.code, message }),
  };
}
