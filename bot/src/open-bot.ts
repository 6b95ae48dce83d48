import type { Router } from 'express';
import type { Ports } from '@plumbline/shared/application/use-case';
import { createConversation } from './conversation/handle.ts';
import type { Logger } from './telemetry/logger.ts';
import { connect, type BotSecret } from './turns/connection.ts';
import { botDoor } from './turns/door.ts';
import type { Gate } from './turns/gate.ts';

export interface BotOptions {
  /** The application id of the bot's own registration. */
  readonly botId: string;
  readonly gate: Gate;
  readonly secret: BotSecret;
  /** The id of the Teams app, for links to its tab. */
  readonly appId: string;
  readonly logger: Logger;
}

/** The bot as a door of the service, once the service has its ports. */
export function openBot({ botId, gate, secret, appId, logger }: BotOptions): (ports: Ports) => Router {
  const chatLink = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
  return (ports) =>
    botDoor({
      gate,
      connection: connect(botId, secret),
      ports,
      handle: createConversation({ ports, appId, chatLink }).handle,
      logger,
    });
}
