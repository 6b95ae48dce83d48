import { randomUUID } from 'node:crypto';
import type { Persona } from '../../entra/persona.ts';
import { accountOf, botAccount, type Bot } from './accounts.ts';
import type { ChannelIssuer } from './channel-issuer.ts';
import type { Chat, ConnectorFault, Delivery } from './chat-types.ts';

/** Teams gives a bot up after this long, and says that it cannot be reached. */
const PATIENCE_MS = 15_000;

const UNREACHABLE = 'Unable to reach app. Please try again.';

export interface BotCallOptions {
  readonly bot: Bot;
  readonly channel: Pick<ChannelIssuer, 'signFor'>;
  /** Known only once the service listens. */
  readonly serviceUrl: () => string;
  readonly messagesUrl: () => string;
  readonly fault: () => ConnectorFault;
  readonly now: () => number;
}

/** Something for the bot: from whom, in which chat, and what of an activity is not the same for all. */
export interface Call {
  readonly from: Persona;
  readonly chat: Chat;
  /** The language of the person's Teams, `de-DE`. */
  readonly locale: string;
  readonly activity: Readonly<Record<string, unknown>> & { readonly type: string };
}

/** Sends activities to the bot's door, signed as the channel signs, and says what became of each. */
export function createBotCalls(options: BotCallOptions): (call: Call) => Promise<Delivery> {
  return async (call) => {
    const body = JSON.stringify(activityOf(options, call));
    const delivery = await post(options, body);
    // Teams delivers again what it is not sure of: the same activity with the same id.
    if (options.fault() === 'twice') await post(options, body);
    return delivery;
  };
}

async function post({ bot, channel, serviceUrl, messagesUrl }: BotCallOptions, body: string): Promise<Delivery> {
  const token = await channel.signFor({ botId: bot.id, serviceUrl: serviceUrl() });
  try {
    const response = await fetch(messagesUrl(), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (!response.ok) return { status: 'failed', reason: `${UNREACHABLE} (The bot answered ${response.status}.)` };
    return { status: 'answered', body: text === '' ? null : readBody(text) };
  } catch (fault) {
    const why = fault instanceof Error && fault.name === 'TimeoutError' ? 'was silent for 15 s' : 'is not there';
    return { status: 'failed', reason: `${UNREACHABLE} (The bot ${why}.)` };
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function activityOf({ bot, serviceUrl, now }: BotCallOptions, { from, chat, locale, activity }: Call): object {
  const { id, name, aadObjectId } = accountOf(from);
  const isPersonal = chat.kind === 'personal';
  const type = isPersonal ? 'personal' : chat.kind === 'channel' ? 'channel' : 'groupChat';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    id: `f:${randomUUID()}`,
    timestamp: new Date(now()).toISOString(),
    localTimezone: timeZone,
    locale,
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    from: { id, name, aadObjectId },
    recipient: botAccount(bot),
    conversation: {
      id: chat.id,
      conversationType: type,
      tenantId: from.tid,
      ...(isPersonal ? {} : { isGroup: true, name: chat.name }),
    },
    ...activity,
    channelData: {
      tenant: { id: from.tid },
      ...(chat.kind === 'channel' ? { team: { id: chat.id, name: chat.name }, channel: { id: chat.id } } : {}),
      ...(chat.kind === 'meeting' ? { meeting: { id: meetingIdOf(chat) } } : {}),
    },
  };
}

/** Teams' id of a meeting is not the calendar's: it is made of its chat's. */
export function meetingIdOf({ id }: Pick<Chat, 'id'>): string {
  return Buffer.from(`0#${id}#0`).toString('base64');
}
