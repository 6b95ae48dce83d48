import express, { type Request, type Response, type Router } from 'express';
import type { Persona } from '../../entra/persona.ts';
import { botAccount, chatIdOf, type Bot } from './accounts.ts';
import type { Call } from './bot-call.ts';
import type { Chat, ChatsView, ConnectorFault, Delivery } from './chat-types.ts';
import type { Chats } from './chats.ts';
import type { Storage } from './storage.ts';
import type { MeetingWindows } from './meeting-windows.ts';
import { attachmentsIn, textIn, valueIn } from './json-parts.ts';

const FAULTS: readonly ConnectorFault[] = ['ok', 'down', 'slow', 'throttled', 'lost', 'twice'];
const SHARED_KINDS: readonly Chat['kind'][] = ['group', 'channel', 'meeting'];
const USUAL_LOCALE = 'en-GB';
/** A file that the bot offers. */
const OFFER = 'application/vnd.microsoft.teams.card.file.consent';
/** What the bot was not asked. */
const NOTHING_TOLD: Delivery = { status: 'answered', body: null };
const INVOKES = ['adaptiveCard/action', 'composeExtension/query', 'composeExtension/queryLink'];

export interface ChatRouteOptions {
  readonly bot: Bot;
  readonly personas: readonly Persona[];
  readonly chats: Chats;
  readonly storage: Pick<Storage, 'makeRoom'>;
  readonly call: (call: Call) => Promise<Delivery>;
  readonly windows: MeetingWindows;
  readonly fault: () => ConnectorFault;
  readonly setFault: (fault: ConnectorFault) => void;
}

/** What the chat page asks of its own server. Whoever may open the page may be anybody in it, so `as` is believed. */
export function createChatRoutes(options: ChatRouteOptions): Router {
  const { bot, personas, chats, storage, call, fault, setFault, windows } = options;
  const router = express.Router();
  router.use(express.json({ limit: '256kb' }));

  router.get('/', (request, response) => {
    const known = { epoch: textIn(request.query, 'epoch'), revision: Number(textIn(request.query, 'after')) || 0 };
    const view: ChatsView = { ...chats.viewFor(textIn(request.query, 'as'), known), fault: fault() };
    response.json(view);
  });
  router.put('/fault', (request, response) => {
    const chosen = FAULTS.find((known) => known === textIn(request.body, 'fault'));
    if (chosen === undefined) {
      refuse(response, `Send {"fault": one of ${FAULTS.join(', ')}}.`);
      return;
    }
    setFault(chosen);
    response.json({ fault: chosen });
  });
  router.post('/join', (request, response) => {
    const persona = personaOf(request.body);
    const kind = SHARED_KINDS.find((known) => known === textIn(request.body, 'kind')) ?? 'personal';
    const subject = textIn(request.body, 'subject');
    if (persona === undefined || (kind !== 'personal' && subject === '')) {
      refuse(response, 'Send {"as", "kind", "subject", "name"}: who comes, and to which chat.');
      return;
    }
    const chat =
      kind === 'personal'
        ? { id: chatIdOf(kind, persona.oid), kind, name: bot.name, subject: persona.id }
        : { id: chatIdOf(kind, subject), kind, name: textIn(request.body, 'name') || subject, subject };
    response.json(chats.join(chat, persona.id));
  });
  router.post('/meeting/enter', async (request, response) => {
    const from = personaOf(request.body);
    const [subject, id] = [textIn(request.body, 'subject'), textIn(request.body, 'window')];
    if (from === undefined || subject === '' || id === '') {
      refuse(response, 'Send {"as", "subject", "name", "window"}: who comes to which meeting, in which window.');
      return;
    }
    const name = textIn(request.body, 'name') || subject;
    const meeting = { id: chatIdOf('meeting', subject), kind: 'meeting', name, subject } as const;
    // Whoever is invited to a meeting is in its chat before; here that is the whole organisation.
    for (const { id: member, tid } of personas) if (tid === from.tid) chats.join(meeting, member);
    const chat = chats.join(meeting, from.id);
    response.json((await windows.enter({ id, from, chat, locale: localeIn(request.body) })) ?? NOTHING_TOLD);
  });
  router.post('/meeting/leave', (request, response) => {
    windows.leave(textIn(request.body, 'window'));
    response.json(NOTHING_TOLD);
  });
  router.post('/open', async (request, response) => {
    const place = placeOf(request, response);
    if (place === undefined) return;
    // In this order, and again on every load: so the Agents Playground does, and a welcome must bear it.
    const added = { type: 'conversationUpdate', membersAdded: [{ id: botAccount(bot).id }] };
    await call({ ...place, activity: added });
    response.json(await call({ ...place, activity: { type: 'installationUpdate', action: 'add' } }));
  });
  router.post('/send', async (request, response) => {
    const place = placeOf(request, response);
    if (place === undefined) return;
    const text = textIn(request.body, 'text');
    const attachments = attachmentsIn(request.body);
    const said = chats.say({ chat: place.chat.id, from: place.from.id, text, attachments, suggestions: [] });
    const addressed = mentioned(text);
    // Among several, Teams hands a bot what names it.
    if (place.chat.kind !== 'personal' && !addressed) {
      response.json({ status: 'answered', body: null });
      return;
    }
    const entities = addressed ? [{ type: 'mention', mentioned: botAccount(bot), text: mentionTag() }] : [];
    const marked = text.replaceAll(`@${bot.name}`, mentionTag());
    const activity = { type: 'message', id: said.id, textFormat: 'plain', text: marked, attachments, entities };
    response.json(await call({ ...place, activity }));
  });
  router.post('/submit', async (request, response) => {
    const place = placeOf(request, response);
    if (place === undefined) return;
    const replyToId = textIn(request.body, 'replyTo');
    response.json(
      await call({ ...place, activity: { type: 'message', value: valueIn(request.body, 'value'), replyToId } }),
    );
  });
  router.post('/file', async (request, response) => {
    const place = placeOf(request, response);
    if (place === undefined) return;
    const replyToId = textIn(request.body, 'replyTo');
    const offered = chats
      .message(place.chat.id, replyToId)
      ?.attachments.find(({ contentType }) => contentType === OFFER);
    if (offered === undefined) {
      refuse(response, 'Send {"as", "chat", "replyTo"} with a message that offers a file, and "accept".');
      return;
    }
    const accepts = valueIn(request.body, 'accept') === true;
    const answer = accepts
      ? {
          action: 'accept',
          context: valueIn(offered.content, 'acceptContext'),
          uploadInfo: storage.makeRoom(offered.name ?? ''),
        }
      : { action: 'decline', context: valueIn(offered.content, 'declineContext') };
    const activity = {
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', ...answer },
      replyToId,
    };
    response.json(await call({ ...place, activity }));
  });
  router.post('/invoke', async (request, response) => {
    const place = placeOf(request, response);
    if (place === undefined) return;
    const name = textIn(request.body, 'name');
    if (!INVOKES.includes(name)) {
      refuse(response, `Send "name" as one of ${INVOKES.join(', ')}.`);
      return;
    }
    const replyTo = textIn(request.body, 'replyTo');
    const value = valueIn(request.body, 'value');
    response.json(
      await call({
        ...place,
        activity: { type: 'invoke', name, value, ...(replyTo === '' ? {} : { replyToId: replyTo }) },
      }),
    );
  });
  return router;

  function personaOf(body: unknown): Persona | undefined {
    return personas.find(({ id }) => id === textIn(body, 'as'));
  }

  function placeOf(request: Request, response: Response): Omit<Call, 'activity'> | undefined {
    const from = personaOf(request.body);
    const chat = chats.find(textIn(request.body, 'chat'));
    if (from !== undefined && chat?.members.includes(from.id) === true) {
      return { from, chat, locale: localeIn(request.body) };
    }
    refuse(response, 'Send {"as", "chat"} with somebody and a chat that they have joined.');
    return undefined;
  }

  function mentioned(text: string): boolean {
    return text.includes(`@${bot.name}`);
  }

  function mentionTag(): string {
    return `<at>${bot.name}</at>`;
  }
}

/** A page's own spelling is lower case; what Teams sends a bot is not. */
function localeIn(body: unknown): string {
  try {
    return Intl.getCanonicalLocales(textIn(body, 'locale'))[0] ?? USUAL_LOCALE;
  } catch {
    return USUAL_LOCALE;
  }
}

function refuse(response: Response, detail: string): void {
  response.status(400).json({ title: 'That is not what this endpoint takes.', status: 400, detail });
}
