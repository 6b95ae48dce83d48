import type { Router } from 'express';
import type { Letter, MeetingLetter, Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { createConversation } from './conversation/handle.ts';
import type { Message } from './conversation/effect.ts';
import { meetingMessage } from './conversation/meeting-chat.ts';
import { nudgeMessage } from './conversation/nudge-messages.ts';
import { createUpload } from './files/upload.ts';
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
  /** The origin of a stand-in for Teams' storage of files. */
  readonly storage?: () => string | null;
}

/** The bot as a service has it: what it is told, and what it says unasked. */
export interface Bot {
  readonly door: (parts: Pick<DoorOptions, 'hear' | 'limits'> & { readonly ports: Ports }) => Router;
  readonly messenger: Messenger;
}

/** Puts the bot together on one connection to the channel. */
export function openBot({ botId, gate, secret, appId, now, logger, storage }: BotOptions): Bot {
  const connection = connect(botId, secret);
  const chatLink = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
  const write = (letter: Letter | MeetingLetter): Message =>
    'word' in letter
      ? meetingMessage(letter.word, { appId, locale: letter.locale, now: now() })
      : nudgeMessage(letter, now());
  return {
    door: (parts) =>
      botDoor({
        ...parts,
        gate,
        connection,
        upload: createUpload(storage ? { also: storage } : {}),
        handle: createConversation({ ports: parts.ports, appId, chatLink }).handle,
        logger,
      }),
    messenger: createMessenger({ connection, write, logger }),
  };
}
