import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Persona } from '../../entra/persona.ts';
import { accountOf, botAccount, chatIdOf, personaBy, type Bot } from './accounts.ts';
import { meetingIdOf } from './bot-call.ts';
import type { ChannelIssuer } from './channel-issuer.ts';
import type { Chat, ConnectorFault } from './chat-types.ts';
import type { Chats } from './chats.ts';
import { attachmentsIn, listIn, suggestionsIn, textIn, valueIn } from './json-parts.ts';

/** Teams refuses longer messages. */
const LONGEST_MESSAGE = 100 * 1024;
const SLOW_MS = 3_000;
const RETRY_AFTER_S = 1;

export interface ConnectorOptions {
  readonly bot: Bot;
  readonly personas: readonly Persona[];
  readonly channel: Pick<ChannelIssuer, 'isBot'>;
  readonly chats: Chats;
  readonly fault: () => ConnectorFault;
}

/**
 * The REST paths of the Bot Framework's connector, below the service URL: what a bot calls to speak in a chat and to
 * ask who is in it. Refusals have the codes that Teams documents for bots.
 */
export function createConnector(options: ConnectorOptions): Router {
  const { bot, personas, chats } = options;
  const router = express.Router();
  router.use(checkBot(options), misbehave(options.fault));
  router.use(express.text({ type: () => true, limit: 4 * LONGEST_MESSAGE }), parseBody);

  router.post('/v3/conversations', (request, response) => {
    const channel = textIn(valueIn(valueIn(request.body, 'channelData'), 'channel'), 'id');
    const chat = channel === '' ? personalChat(request.body) : chats.find(channel);
    if (chat === undefined) {
      refuse(response, {
        status: 404,
        code: 'ConversationNotFound',
        message: 'Nobody and no channel of this tenant has that id.',
      });
      return;
    }
    const first = valueIn(request.body, 'activity');
    const activityId = first === undefined ? '' : speak(options, chat, first);
    response.status(201).json({ id: chat.id, ...(activityId === '' ? {} : { activityId }) });
  });
  router.post(
    ['/v3/conversations/:chat/activities', '/v3/conversations/:chat/activities/:activity'],
    (request, response) => {
      const chat = chatOf(options, request, response);
      if (chat === undefined) return;
      const id = speak(options, chat, request.body);
      // The message is in the chat, and the bot never hears so.
      if (options.fault() === 'lost') request.socket.destroy();
      else response.status(201).json({ id });
    },
  );
  router.put('/v3/conversations/:chat/activities/:activity', (request, response) => {
    const chat = chatOf(options, request, response);
    if (chat === undefined) return;
    const { activity } = request.params;
    if (chats.message(chat.id, activity)?.from === 'bot' && chats.change(chat.id, activity, wordsOf(request.body))) {
      response.json({ id: activity });
    } else refuseMissing(response);
  });
  router.delete('/v3/conversations/:chat/activities/:activity', (request, response) => {
    const chat = chatOf(options, request, response);
    if (chat === undefined) return;
    const { activity } = request.params;
    const isOwn = chats.message(chat.id, activity)?.from === 'bot';
    if (isOwn && chats.change(chat.id, activity, 'deleted')) response.status(200).end();
    else refuseMissing(response);
  });

  router.get('/v3/conversations/:chat/members', (request, response) => {
    const chat = chatOf(options, request, response);
    if (chat !== undefined) response.json(membersOf(chat));
  });
  router.get('/v3/conversations/:chat/pagedmembers', (request, response) => {
    const chat = chatOf(options, request, response);
    if (chat === undefined) return;
    const size = Math.min(Math.max(Number(request.query['pageSize'] ?? 500) || 500, 50), 500);
    const from = Number(request.query['continuationToken'] ?? 0) || 0;
    const all = membersOf(chat);
    const rest = from + size < all.length ? { continuationToken: String(from + size) } : {};
    response.json({ members: all.slice(from, from + size), ...rest });
  });
  router.get('/v3/conversations/:chat/members/:member', (request, response) => {
    const chat = chatOf(options, request, response);
    if (chat === undefined) return;
    const found = personaBy(personas, request.params.member);
    if (found !== undefined && chat.members.includes(found.id)) response.json(accountOf(found));
    else
      refuse(response, {
        status: 404,
        code: 'MemberNotFoundInConversation',
        message: 'The member is not in this conversation.',
      });
  });

  router.get('/v1/meetings/:meeting', (request, response) => {
    const chat = meetingChat(chats, request, response);
    if (chat === undefined) return;
    response.json({
      id: request.params.meeting,
      details: { id: request.params.meeting, title: chat.name, type: 'Scheduled', joinUrl: joinUrlOf(chat) },
      conversation: { isGroup: true, conversationType: 'groupchat', id: chat.id },
    });
  });
  router.get('/v1/meetings/:meeting/participants/:member', (request, response) => {
    const chat = meetingChat(chats, request, response);
    if (chat === undefined) return;
    const found = personaBy(personas, request.params.member);
    if (found === undefined || !chat.members.includes(found.id)) {
      refuse(response, {
        status: 404,
        code: 'ParticipantNotFound',
        message: 'The participant is not in this meeting.',
      });
      return;
    }
    response.json({
      user: accountOf(found),
      meeting: { role: 'Attendee', inMeeting: true },
      conversation: { id: chat.id, isGroup: true },
    });
  });
  router.use((_request, response) => {
    refuse(response, { status: 404, code: 'NotFound', message: 'The connector of Local Teams has no such path.' });
  });
  return router;

  function membersOf(chat: Chat) {
    return personas.filter(({ id }) => chat.members.includes(id)).map(accountOf);
  }

  function personalChat(body: unknown): Chat | undefined {
    const [member] = listIn(body, 'members');
    const found = personaBy(personas, textIn(member, 'id'));
    const tenant = textIn(body, 'tenantId') || textIn(valueIn(valueIn(body, 'channelData'), 'tenant'), 'id');
    if (found === undefined || (tenant !== '' && tenant !== found.tid)) return undefined;
    const id = chatIdOf('personal', found.oid);
    return chats.join({ id, kind: 'personal', name: botAccount(bot).name, subject: found.id }, found.id);
  }
}

/** The real one answers whoever has no right token with this sentence, and says no more. */
function checkBot({ bot, channel }: ConnectorOptions) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (await channel.isBot(request.get('authorization'), bot.id)) next();
    else response.status(401).json({ message: 'Authorization has been denied for this request.' });
  };
}

function misbehave(fault: () => ConnectorFault) {
  let calls = 0;
  return (_request: Request, response: Response, next: NextFunction): void => {
    switch (fault()) {
      case 'down':
        refuse(response, { status: 503, code: 'ServiceUnavailable', message: 'The service is unavailable.' });
        return;
      case 'slow':
        setTimeout(next, SLOW_MS);
        return;
      case 'throttled':
        // Every second call gets through, so that a bot that waits and tries again is heard.
        calls += 1;
        if (calls % 2 === 0) {
          next();
          return;
        }
        response.set('Retry-After', String(RETRY_AFTER_S));
        refuse(response, { status: 429, code: 'Throttled', message: 'Too many requests.' });
        return;
      case 'ok':
      case 'lost':
      case 'twice':
        next();
    }
  };
}

/** A refusal of the connector, with the code that Teams documents for it. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

function refuse(response: Response, { status, code, message }: Refusal): void {
  response.status(status).json({ error: { code, message } });
}

function refuseMissing(response: Response): void {
  const message = 'The bot has no such message in this conversation, or it was deleted.';
  refuse(response, { status: 404, code: 'ActivityNotFoundInConversation', message: message });
}

/** Read here and not by Express' own reader of JSON, whose refusal has the whole stack in HTML. */
function parseBody(request: Request, response: Response, next: NextFunction): void {
  const text: unknown = request.body;
  if (typeof text === 'string' && Buffer.byteLength(text) > LONGEST_MESSAGE) {
    refuse(response, { status: 413, code: 'MessageSizeTooBig', message: 'The message is longer than 100 KB.' });
    return;
  }
  try {
    const parsed: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : {};
    request.body = parsed;
    next();
  } catch {
    refuse(response, { status: 400, code: 'BadSyntax', message: 'The body is not JSON.' });
  }
}

function chatOf({ chats }: ConnectorOptions, request: Request, response: Response): Chat | undefined {
  // A thread of a channel is named by the channel and its first message.
  const id = String(request.params['chat']).replace(/;messageid=.*$/, '');
  const found = chats.find(id);
  if (found === undefined)
    refuse(response, { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' });
  return found;
}

function meetingChat(chats: Chats, request: Request, response: Response): Chat | undefined {
  const [, id = ''] = Buffer.from(String(request.params['meeting']), 'base64').toString('utf8').split('#');
  const found = chats.find(id);
  if (found?.kind === 'meeting' && meetingIdOf(found) === request.params['meeting']) return found;
  refuse(response, { status: 404, code: 'MeetingNotFound', message: 'Meeting not found.' });
  return undefined;
}

function joinUrlOf({ id }: Chat): string {
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(id)}/0`;
}

/** Takes an activity of the bot; empty for one that leaves no message, as a typing sign. */
function speak({ chats }: ConnectorOptions, chat: Chat, activity: unknown): string {
  const type = textIn(activity, 'type');
  if (type === 'typing') chats.showTyping(chat.id);
  if (type !== 'message') return '';
  return chats.say({ chat: chat.id, from: 'bot', ...wordsOf(activity) }).id;
}

function wordsOf(activity: unknown) {
  return {
    text: textIn(activity, 'text'),
    attachments: attachmentsIn(activity),
    suggestions: suggestionsIn(activity),
  };
}
