/**
 * What a failed call to the connector means for its message. `gone`: the chat is not there any more, or the bot was removed.
 * `not-taken`: it did not arrive, and may another time. `unknown`: it may have arrived, and only the answer was lost.
 * `refused`: the connector takes it for no message.
 */
export type Delivery = 'gone' | 'not-taken' | 'unknown' | 'refused';

/** The system's names for a call that never reached the connector. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Statuses below 500 after which the same message may be taken. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 412, 429]);

/** Judges a failed call. */
export function deliveryOf(fault: unknown): Delivery {
  const { status, code, isCall } = readFault(fault);
  if (status === null) return isCall && !NOT_REACHED.has(code) ? 'unknown' : 'not-taken';
  if (status === 403 || status === 404) return 'gone';
  // Whoever stood in between heard no answer.
  if (status === 504) return 'unknown';
  return status >= 500 || PASSING.has(status) ? 'not-taken' : 'refused';
}

/** The status that a failed call was answered with; `null` where there was no answer. */
export function statusOf(fault: unknown): number | null {
  return fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number'
    ? fault.statusCode
    : null;
}

interface KnownFault {
  readonly status: number | null;
  readonly code: string;
  /** Whether it is of the call itself, and not of what comes before, such as the bot's own sign-in. */
  readonly isCall: boolean;
}

function readFault(fault: unknown): KnownFault {
  if (!(fault instanceof Error)) return { status: null, code: '', isCall: false };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  return { status: statusOf(fault), code, isCall: fault.name === 'RestError' };
}
