import { setTimeout as pause } from 'node:timers/promises';
import type { Letter, Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Message } from '../conversation/effect.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import type { Connection } from './connection.ts';
import { readReference } from './reference.ts';
import { activityOf } from './replies.ts';

export interface MessengerOptions {
  readonly connection: Pick<Connection, 'later'>;
  /** Puts into words what is to be said. */
  readonly write: (letter: Letter) => Message;
  readonly logger: Logger;
}

/** Well within the time for which whoever sends has the message to itself. */
const PATIENCE = 30_000;

/** The system's names for a call that never reached the connector. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Speaks in chats unasked. It asks the connector once: whoever keeps the messages tries again, with longer pauses. Rejects
 * where the connector takes the message for none, which is a bug.
 */
export function createMessenger({ connection, write, logger }: MessengerOptions): Messenger {
  return {
    async send(chat, letter) {
      const reference = readReference(chat);
      if (!reference) return 'gone';
      const message = activityOf(write(letter));
      const patience = new AbortController();
      const sent = connection.later(reference, message).then(
        () => 'sent' as const,
        (fault: unknown) => outcomeOf(fault, logger),
      );
      // The call is not ended: it may be on its way, and then somebody reads it.
      const silent = pause(PATIENCE, 'sent' as const, { signal: patience.signal, ref: false }).catch(() => sent);
      try {
        return await Promise.race([sent, silent]);
      } finally {
        patience.abort();
      }
    },
  };
}

/** What a failed call means for the message. */
function outcomeOf(fault: unknown, logger: Logger): 'sent' | 'gone' | 'later' {
  const { status, code, isCall } = readFault(fault);
  // Blocked, removed, or a chat that is not there any more.
  if (status === 403 || status === 404) return 'gone';
  // The connector was reached, and its answer was lost: the message may be there.
  if (status === 504 || (status === null && isCall && !NOT_REACHED.has(code))) return 'sent';
  if (status !== null && status < 500 && ![401, 408, 412, 429].includes(status)) throw fault;
  logger.warn({ operation: 'nudge', ...(status === null ? {} : { status }), ...faultForLog(fault) }, 'not delivered');
  return 'later';
}

interface KnownFault {
  readonly status: number | null;
  readonly code: string;
  /** Whether it is of the call itself, and not of what comes before, such as the bot's own sign-in. */
  readonly isCall: boolean;
}

function readFault(fault: unknown): KnownFault {
  if (!(fault instanceof Error)) return { status: null, code: '', isCall: false };
  const status = 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : null;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  return { status, code, isCall: fault.name === 'RestError' };
}
