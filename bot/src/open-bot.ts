import type { Router } from 'express';
import type { Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { createConversation } from './conversation/handle.ts';
import { nudgeMessage } from './conversation/nudge-messages.ts';
import type { Logger } from './telemetry/logger.ts';
import { connect, type BotSecret } from './turns/connection.ts';
import { botDoor, type DoorOptions } from './turns/door.ts';
import type { Gate } from './turns/gate.ts';
import { createMessenger } from './turns/messenger.ts';

export interface BotOptions {
  /** The application id of the bot's own registration. */
  readonly botId: string;
  readonly gate: Gate;
  readonly secret: BotSecret;
  /** The id of the Teams app, for links to its tab. */
  readonly appId: string;
  /** The service's time. */
  readonly now: () => Instant;
  readonly logger: Logger;
}

/** The bot as a service has it: what it is told, and what it says unasked. */
export interface Bot {
  readonly door: (parts: Pick<DoorOptions, 'hear' | 'limits'> & { readonly ports: Ports }) => Router;
  readonly messenger: Messenger;
}

/** Puts the bot together on one connection to the channel. */
export function openBot({ botId, gate, secret, appId, now, logger }: BotOptions): Bot {
  const connection = connect(botId, secret);
  const chatLink = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
  return {
    door: (parts) =>
      botDoor({
        ...parts,
        gate,
        connection,
        handle: createConversation({ ports: parts.ports, appId, chatLink }).handle,
        logger,
      }),
    messenger: createMessenger({ connection, write: (letter) => nudgeMessage(letter, now()), logger }),
  };
}
