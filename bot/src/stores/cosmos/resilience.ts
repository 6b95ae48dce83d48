import type { Container } from '@plumbline/shared/application/ports/document-store';
import { StoreUnavailable } from '../store-unavailable.ts';
import { WireFault, type Attempt, type Wire } from './wire.ts';

/** What one call of the store cost. */
export interface Charge {
  readonly operation: StoreOperation;
  readonly container: Container;
  /** Request units of all tries together. */
  readonly charge: number;
  readonly tries: number;
}

export type StoreOperation = 'read' | 'write' | 'list' | 'count' | 'scan' | 'feed' | 'ping' | 'open';

export interface ResilienceOptions {
  /** How long a call may take with all its tries, in milliseconds. */
  readonly deadline: number;
  /** The most tries of a call. */
  readonly tries: number;
  /** From 0 to below 1, for waits that do not fall together. */
  readonly random: () => number;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly onCharge: (charge: Charge) => void;
}

/** Runs the calls of a store: the one place that tries again. */
export interface Caller {
  /**
   * Acts until it succeeds, fails for good, or the time is over, which throws StoreUnavailable. Only what is harmless to
   * do twice may be handed in; whoever writes looks first at what a lost try did.
   */
  readonly call: <T>(of: Pick<Charge, 'operation' | 'container'>, act: () => Promise<T>) => Promise<T>;
  /** Ends every call under way, and all later ones. */
  readonly close: () => void;
}

const FIRST_WAIT = 50;
const LONGEST_WAIT = 2_000;

/** The calls over one wire. */
export function createCaller(wire: Wire, options: ResilienceOptions): Caller {
  const closing = new AbortController();

  async function call<T>(of: Pick<Charge, 'operation' | 'container'>, act: () => Promise<T>): Promise<T> {
    if (isClosed()) throw closedError();
    const until = options.now() + options.deadline;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), options.deadline);
    const signal = AbortSignal.any([closing.signal, late.signal]);
    let charge = 0;
    let tries = 0;
    try {
      for (;;) {
        const attempt: Attempt = { signal, fault: null, charge: 0 };
        tries += 1;
        try {
          return await wire.during(attempt, act);
        } catch (error) {
          const fault = wireFaultOf(error, attempt);
          if (isClosed()) throw closedError();
          if (!fault) throw withoutContent(error);
          const wait = fault.retryAfter ?? options.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
          if (tries >= options.tries || options.now() + wait >= until || signal.aborted) {
            // No cause: what the SDK throws carries what was sent.
            throw new StoreUnavailable(`Azure Cosmos DB cannot be reached at the moment (${fault.message}).`);
          }
          await pause(wait, signal);
        } finally {
          charge += attempt.charge;
        }
      }
    } finally {
      clearTimeout(timer);
      options.onCharge({ ...of, charge, tries });
    }
  }

  function isClosed(): boolean {
    return closing.signal.aborted;
  }

  return { call, close: () => closing.abort() };
}

/** Waits; ends early when the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

function closedError(): Error {
  return new Error('The store was closed.');
}

/** The SDK wraps faults, copies parts of them or loses them; what the wire noted of the try is what happened. */
function wireFaultOf(error: unknown, attempt: Attempt): WireFault | null {
  if (error instanceof WireFault) return error;
  if (isRefusal(error)) return null;
  return attempt.fault ?? (error instanceof Error && error.cause instanceof WireFault ? error.cause : null);
}

/** What the SDK throws of an answer that it understood. */
function isRefusal(error: unknown): error is { readonly code: number } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number';
}

/** The SDK's errors carry what was sent and its headers; what is thrown on says only which status it was. */
function withoutContent(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!isRefusal(cause)) return error;
  const substatus = 'substatus' in cause && typeof cause.substatus === 'number' ? `, substatus ${cause.substatus}` : '';
  return new Error(`Azure Cosmos DB refused a request with status ${cause.code}${substatus}.`);
}
