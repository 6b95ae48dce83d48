import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The service's log: one JSON object a line, to standard output if not told otherwise. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What may be logged of a fault: its class, its code, or that of what caused it, and where it happened. Never its message, which may quote what
 * somebody wrote (a parser's does).
 */
export function faultForLog(fault: unknown): object {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  // What could not be fetched says why in its cause.
  const code = codeOf(fault) ?? codeOf(fault.cause);
  const at = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: fault.name, ...(code === null ? {} : { code }), at: at.slice(0, 12).map((line) => line.trim()) };
}

function codeOf(fault: unknown): string | null {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
}
