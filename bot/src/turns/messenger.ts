import { setTimeout as pause } from 'node:timers/promises';
import type { Letter, MeetingLetter, Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Message } from '../conversation/effect.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import type { Connection } from './connection.ts';
import { deliveryOf, statusOf } from './delivery.ts';
import { readReference } from './reference.ts';

export interface MessengerOptions {
  readonly connection: Pick<Connection, 'later'>;
  /** Puts into words what is to be said. */
  readonly write: (letter: Letter | MeetingLetter) => Message;
  readonly logger: Logger;
  /** For how long an answer is waited for, in milliseconds. */
  readonly patience?: number;
}

/** Well within the time for which whoever sends has the message to itself. */
const PATIENCE = 30_000;

/**
 * Speaks in chats unasked. It asks the connector once: whoever keeps the messages tries again, with longer pauses. Rejects
 * where the connector takes the message for none, which is a bug.
 */
export function createMessenger({ connection, write, logger, patience = PATIENCE }: MessengerOptions): Messenger {
  return {
    async send(chat, letter) {
      const reference = readReference(chat);
      if (!reference) return 'gone';
      const message = write(letter);
      const waiting = new AbortController();
      const sent = connection.later(reference, message).then(
        () => 'sent' as const,
        (fault: unknown) => outcomeOf(fault, logger),
      );
      // The call is not ended: it may be on its way, and then somebody reads it.
      const silent = pause(patience, null, { signal: waiting.signal, ref: false }).then(
        () => {
          logger.warn({ operation: 'nudge' }, 'not answered');
          return 'unknown' as const;
        },
        () => sent,
      );
      try {
        return await Promise.race([sent, silent]);
      } finally {
        waiting.abort();
      }
    },
  };
}

/** What a failed call means for the message. */
function outcomeOf(fault: unknown, logger: Logger): Awaited<ReturnType<Messenger['send']>> {
  const delivery = deliveryOf(fault);
  if (delivery === 'gone') return 'gone';
  if (delivery === 'refused') throw fault;
  const status = statusOf(fault);
  const facts = { operation: 'nudge', ...(status === null ? {} : { status }), ...faultForLog(fault) };
  logger.warn(facts, delivery === 'unknown' ? 'not answered' : 'not delivered');
  return delivery === 'unknown' ? 'unknown' : 'later';
}
