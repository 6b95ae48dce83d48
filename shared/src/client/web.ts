/**
 * What the client needs of a browser (or of Node): handed in, so that a run can be repeated. In a browser:
 * `{ fetch: (url, init) => fetch(url, init), newAbort: () => new AbortController(), now: Date.now, random: Math.random,
 * after: (ms, run) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); } }`.
 */
export interface Web {
  readonly fetch: (url: string, request: WebRequest) => Promise<WebResponse>;
  readonly newAbort: () => AbortController;
  /** This device's clock in milliseconds; only differences of it are used. */
  readonly now: () => number;
  readonly random: () => number;
  /** Runs something later and returns the function that calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export interface WebRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** ETags are kept by the client itself; a browser's own cache would answer beside it. */
  readonly cache: 'no-store';
}

export interface WebResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): WebReader } | null;
  text(): Promise<string>;
}

/** The reader of a body, chunk by chunk. */
export interface WebReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

declare global {
  // The part of the platform's own types that is used here; merged with them where they are there.
  interface AbortSignal {
    readonly aborted: boolean;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  }
  interface AbortController {
    readonly signal: AbortSignal;
    abort(): void;
  }
}

/** Waits; ends early, and without a failure, when the signal is aborted. */
export function pause(web: Web, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      callOff();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const callOff = web.after(milliseconds, end);
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end);
  });
}
