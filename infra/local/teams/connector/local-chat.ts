import express, { type Router } from 'express';
import type { Persona } from '../../entra/persona.ts';
import type { Bot } from './accounts.ts';
import { createBotCalls } from './bot-call.ts';
import type { ChannelIssuer } from './channel-issuer.ts';
import { createChatRoutes } from './chat-routes.ts';
import type { ConnectorFault } from './chat-types.ts';
import { openChats } from './chats.ts';
import { createMeetingWindows } from './meeting-windows.ts';
import { createConnector } from './connector.ts';
import { createStorage } from './storage.ts';

/** Where the connector is, below the origin it is served from: the bot's service URL. */
export const CONNECTOR_PATH = '/local/teams/connector/';
/** Where Teams' storage of files is, below `/local/teams`. */
const STORAGE = '/storage';

export interface LocalChatOptions {
  readonly bot: Bot;
  readonly channel: Pick<ChannelIssuer, 'signFor' | 'isBot'>;
  /** The origin that the bot and the connector are served from; known only once the service listens. */
  readonly origin: () => string;
  /** The bot's door, below the origin. */
  readonly messagesPath?: string;
  /** Where what was said is kept over a restart. */
  readonly file: string | null;
  readonly now: () => number;
}

/** The chats of Local Teams: the connector that a bot calls, and what the chat page asks. Mount below `/local/teams`. */
export function createLocalChat(options: LocalChatOptions & { readonly personas: readonly Persona[] }): Router {
  const { bot, personas, channel, origin, messagesPath = '/api/messages', now } = options;
  const chats = openChats(options);
  const storage = createStorage(() => `${origin()}/local/teams${STORAGE}`);
  let current: ConnectorFault = 'ok';
  const fault = (): ConnectorFault => current;
  const call = createBotCalls({
    bot,
    channel,
    fault,
    now,
    serviceUrl: () => `${origin()}${CONNECTOR_PATH}`,
    messagesUrl: () => `${origin()}${messagesPath}`,
  });
  const router = express.Router();
  router.use(STORAGE, storage.router);
  router.use('/connector', createConnector({ bot, personas, channel, chats, fault }));
  router.use(
    '/chats',
    createChatRoutes({
      bot,
      personas,
      chats,
      storage,
      call,
      windows: createMeetingWindows({ call, now }),
      fault,
      setFault(next) {
        current = next;
      },
    }),
  );
  return router;
}
