import { randomUUID } from 'node:crypto';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Ports } from '@plumbline/shared/application/use-case';
import { problemWords } from '@plumbline/shared/i18n/error-words';
import { languageOf } from '@plumbline/shared/kernel/languages';
import { assert } from '@plumbline/shared/kernel/assert';
import type { Effect, Message } from '../conversation/effect.ts';
import type { ChatEvent } from '../conversation/event.ts';
import { wordsFor } from '../conversation/words.ts';
import type { Upload } from '../files/upload.ts';
import { factsOf } from '../http/facts.ts';
import { KeysUnavailable } from '../http/issuer-keys.ts';
import { limitRates, oncePerMinute, type Limits } from '../http/limits.ts';
import { sendProblem } from '../http/problems.ts';
import { readJson } from '../http/read-json.ts';
import { isPassing } from '../stores/store-unavailable.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import { runAs } from '../telemetry/running-operation.ts';
import { eventOf, readActivity, type Activity } from './activity.ts';
import type { Connection } from './connection.ts';
import { deliveryOf } from './delivery.ts';
import type { Gate } from './gate.ts';
import { createClaims } from './once-only.ts';
import { forReaders, forTheChat } from './readers.ts';
import { activityOf, fileOf, invokeBodyOf, offerOf } from './replies.ts';

/** Where Teams sends what is said to the bot. */
const MESSAGES_PATH = '/api/messages';

export interface DoorOptions {
  readonly gate: Gate;
  readonly connection: Connection;
  readonly ports: Pick<Ports, 'store' | 'now'>;
  readonly handle: (event: ChatEvent) => Promise<readonly Effect[]>;
  /** Puts a file where somebody's client has made room for it. */
  readonly upload: Upload;
  /** Hears of whatever a turn threw. */
  readonly hear: (fault: unknown) => void;
  /** How often people may say something, as often as they may ask elsewhere. */
  readonly limits: Pick<Limits, 'requestsPerMinute' | 'requestsPerMinuteOfTenant'>;
  readonly logger: Logger;
}

/** An activity with a long card is some ten thousand bytes; nothing that Teams sends is longer than this. */
const BODY_LIMIT = 131_072;
/** Whoever waits longer is told that the bot is at it. */
const TYPING_AFTER = 1_000;
/** Short enough that a turn is answered in time where the connector is out. */
const SEND_ATTEMPTS = 3;
const SEND_PAUSE = 300;
/** An offer of ours is 22 letters. */
const LONGEST_OFFER = 40;

/** Something that was let in, and that somebody of the directory says. */
interface Turn {
  readonly activity: Activity;
  readonly event: ChatEvent;
  /** In how many seconds the person may say something again; `null` for who may say this. */
  retryAfter: number | null;
}

/**
 * The door that Teams comes in by: what passes the gate is handled once, and answered in its chat. Whoever says too much is
 * told so once a minute, and what is too much is not even looked up.
 */
export function botDoor(options: DoorOptions): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const claims = createClaims(options.ports.store);
  const turns = new WeakMap<Request, Turn>();
  const turnOf = (request: Request): Turn => {
    const turn = turns.get(request);
    assert(turn, 'only what was let in is a turn');
    return turn;
  };
  const actorIn = (request: Request): ChatEvent['from'] => turnOf(request).event.from;

  const limits = limitRates(options.limits, {
    actorIn,
    refuse({ request, next, retryAfter }) {
      turnOf(request).retryAfter = retryAfter;
      next('route');
    },
  });
  const letIn = lettingIn(options, (request, turn) => void turns.set(request, turn));
  router.post(MESSAGES_PATH, readJson(BODY_LIMIT), letIn, ...limits, async (request, response) => {
    const { activity, event } = turnOf(request);
    // A card that asks what it is to show changes nothing, and may ask again.
    if (event.kind === 'refresh') {
      await takeTurn(options, { activity, event, response });
      return;
    }
    const delivery = [activity.conversation.id, saidOnce(event)];
    if (!(await claims.take(activity.tenant, delivery, event.at))) {
      acknowledge(activity, response, []);
      return;
    }
    await takeTurn(options, { activity, event, response });
    await claims.done(activity.tenant, delivery, options.ports.now());
  });
  const once = oncePerMinute({
    actorIn,
    refuse({ request, response }) {
      factsOf(request).kind = 'request.too-many';
      acknowledge(turnOf(request).activity, response, []);
    },
  });
  router.post(MESSAGES_PATH, once, async (request, response) => {
    factsOf(request).kind = 'request.too-many';
    const { activity, event, retryAfter } = turnOf(request);
    const told = tooOften(event, retryAfter ?? 0);
    await takeTurn({ ...options, handle: () => Promise.resolve(told) }, { activity, event, response });
  });
  router.all(MESSAGES_PATH, (request, response) => {
    response.set('Allow', 'POST');
    sendProblem(request, response, { kind: 'route.wrong-method' });
  });
  return router;
}

/** Lets in what passes the gate; where nobody says anything in it, that is all. */
function lettingIn({ gate, ports }: DoorOptions, keep: (request: Request, turn: Turn) => void): RequestHandler {
  return async (request, response, next) => {
    factsOf(request).operation = 'turn';
    const activity = readActivity(request.body);
    if (!activity) {
      sendProblem(request, response, { kind: 'request.invalid', faults: [] });
      return;
    }
    const passed = await passes(gate, request, activity);
    if (passed === null) {
      sendProblem(request, response, { kind: 'service.unavailable' });
      return;
    }
    if (!passed.ok) {
      factsOf(request).refused = passed.error;
      sendProblem(request, response, { kind: passed.error === 'missing' ? 'identity.missing' : 'identity.invalid' });
      return;
    }
    const event = eventOf(activity, ports.now());
    if (event === null) {
      acknowledge(activity, response, []);
      return;
    }
    keep(request, { activity, event, retryAfter: null });
    next();
  };
}

/** What is done once, however often it comes: of a file that was offered, the first answer. */
function saidOnce(event: ChatEvent): string {
  const offer = event.kind === 'file-answer' ? event.context['offer'] : undefined;
  return typeof offer === 'string' && offer.length <= LONGEST_OFFER ? `file ${offer}` : event.id;
}

/** What somebody is told who said too much; a card that asks by itself, or a search, is not answered in the chat. */
function tooOften({ kind, from, at }: ChatEvent, seconds: number): readonly Effect[] {
  if (kind !== 'message' && kind !== 'submit') return [];
  return [{ kind: 'say', message: { text: wordsFor({ ...from, now: at }).t('too-often', { count: seconds }) } }];
}

/** `null` when the channel's keys cannot be had. */
async function passes(gate: Gate, request: Request, activity: Activity) {
  try {
    return await gate(request.headers.authorization, activity);
  } catch (fault) {
    if (fault instanceof KeysUnavailable) return null;
    throw fault;
  }
}

async function takeTurn(
  { connection, handle, upload, hear, logger }: DoorOptions,
  {
    activity,
    event,
    response,
  }: { readonly activity: Activity; readonly event: ChatEvent; readonly response: Response },
): Promise<void> {
  await connection.turn(activity, async (context) => {
    const typing = setTimeout(() => void tellTyping(context, event), TYPING_AFTER);
    let effects: readonly Effect[];
    try {
      effects = await runAs('turn', () => handle(event));
    } catch (fault) {
      hear(fault);
      const number = randomUUID();
      const kind = isPassing(fault) ? 'service.unavailable' : 'service.fault';
      const instance = `urn:uuid:${number}`;
      Object.assign(factsOf(response.req), { kind, instance });
      logger.error({ operation: 'turn', instance, ...faultForLog(fault) }, 'fault');
      const { title, next } = problemWords(languageOf(event.from.locale), kind, {});
      effects = [{ kind: 'say', message: { text: `**${title}** ${next} (${number})` } }];
    } finally {
      clearTimeout(typing);
    }
    // An invoke waits for its answer; what is said beside it does not hold it up.
    if (activity.type === 'invoke') acknowledge(activity, response, effects);
    try {
      await carryOut(context, { activity, event, upload }, effects);
    } catch (fault) {
      logger.error({ operation: 'turn', ...faultForLog(fault) }, 'not delivered');
    }
  });
  if (!response.headersSent) acknowledge(activity, response, []);
}

function acknowledge(activity: Activity, response: Response, effects: readonly Effect[]): void {
  if (activity.type === 'invoke') response.status(200).json(invokeBodyOf(activity, effects));
  else response.status(200).end();
}

async function tellTyping(context: TurnContext, event: ChatEvent): Promise<void> {
  if (event.kind !== 'message') return;
  try {
    await context.sendActivity({ type: ActivityTypes.Typing });
  } catch {
    // The answer itself is what counts.
  }
}

async function carryOut(
  context: TurnContext,
  { activity, event, upload }: Pick<Turn, 'activity' | 'event'> & Pick<DoorOptions, 'upload'>,
  effects: readonly Effect[],
): Promise<void> {
  const readBy = (message: Message): Promise<Message> =>
    event.chat.kind === 'personal' ? Promise.resolve(forReader(message, activity)) : forTheChat(context, message);
  for (const effect of effects) {
    switch (effect.kind) {
      case 'say': {
        const message = activityOf(await readBy(effect.message));
        await persistently(() => context.sendActivity(message));
        break;
      }
      case 'update': {
        const message = activityOf(await readBy(effect.message));
        await persistently(() => context.updateActivity({ ...message, id: effect.activity }));
        break;
      }
      case 'show': {
        // An answered card of a client without universal actions came as a message, and is replaced like one.
        const { replyToId } = activity;
        if (activity.type === 'invoke' || replyToId === undefined) break;
        await persistently(() =>
          context.updateActivity({ ...activityOf({ text: '', card: effect.card }), id: replyToId }),
        );
        break;
      }
      case 'offer-file': {
        const offer = offerOf(effect.file);
        await persistently(() => context.sendActivity(offer));
        break;
      }
      case 'put-file':
        await putFile(context, effect, upload);
        break;
      case 'offer':
        break;
    }
  }
}

/** Puts a file where it is wanted, and shows it; what offered it says what became of it, so that it is not answered again. */
async function putFile(
  context: TurnContext,
  { place, content, offer, told }: Effect & { readonly kind: 'put-file' },
  upload: Upload,
): Promise<void> {
  const outcome = await upload(place.uploadUrl, content);
  // First the file: the message that offered it may be gone.
  if (outcome === 'done') await persistently(() => context.sendActivity(fileOf(place)));
  const message = activityOf({ text: told[outcome] });
  await persistently(() =>
    offer === null ? context.sendActivity(message) : context.updateActivity({ ...message, id: offer }),
  );
}

/** The message for whoever the activity is from. */
function forReader(message: Message, { from }: Activity): Message {
  const { card } = message;
  return card === undefined ? message : { ...message, card: forReaders(card, [from.id]) };
}

/** A connector that is busy or out for a moment is asked again; not one whose answer was lost, for it may have sent it. */
async function persistently(send: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return;
    } catch (fault) {
      if (attempt === SEND_ATTEMPTS || deliveryOf(fault) !== 'not-taken') throw fault;
      await new Promise((resolve) => setTimeout(resolve, SEND_PAUSE * 2 ** attempt));
    }
  }
}
