import { randomUUID } from 'node:crypto';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import express, { type Request, type Response, type Router } from 'express';
import type { Ports } from '@plumbline/shared/application/use-case';
import { problemWords } from '@plumbline/shared/i18n/error-words';
import { languageOf } from '@plumbline/shared/i18n/languages';
import type { Effect } from '../conversation/effect.ts';
import type { ChatEvent } from '../conversation/event.ts';
import { factsOf } from '../http/facts.ts';
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
import { activityOf, invokeBodyOf } from './replies.ts';

/** Where Teams sends what is said to the bot. */
const MESSAGES_PATH = '/api/messages';

export interface DoorOptions {
  readonly gate: Gate;
  readonly connection: Connection;
  readonly ports: Pick<Ports, 'store' | 'now'>;
  readonly handle: (event: ChatEvent) => Promise<readonly Effect[]>;
  /** Hears of whatever a turn threw. */
  readonly hear: (fault: unknown) => void;
  readonly logger: Logger;
}

/** An activity with a long card is some ten thousand bytes; nothing that Teams sends is longer than this. */
const BODY_LIMIT = 131_072;
/** Whoever waits longer is told that the bot is at it. */
const TYPING_AFTER = 1_000;
/** Short enough that a turn is answered in time where the connector is out. */
const SEND_ATTEMPTS = 3;
const SEND_PAUSE = 300;

/** The door that Teams comes in by: what passes the gate is handled once, and answered in its chat. */
export function botDoor(options: DoorOptions): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const claims = createClaims(options.ports.store);

  router.post(MESSAGES_PATH, readJson(BODY_LIMIT), async (request, response) => {
    factsOf(request).operation = 'turn';
    const activity = readActivity(request.body);
    if (!activity) {
      sendProblem(request, response, { kind: 'request.invalid', faults: [] });
      return;
    }
    const passed = await passes(options.gate, request, activity);
    if (passed === null) {
      sendProblem(request, response, { kind: 'service.unavailable' });
      return;
    }
    if (!passed.ok) {
      factsOf(request).refused = passed.error;
      sendProblem(request, response, { kind: passed.error === 'missing' ? 'identity.missing' : 'identity.invalid' });
      return;
    }
    const now = options.ports.now();
    const event = eventOf(activity, now);
    const delivery = [activity.conversation.id, activity.id];
    if (event === null || !(await claims.take(activity.tenant, delivery, now))) {
      acknowledge(activity, response, []);
      return;
    }
    await takeTurn(options, { activity, event, response });
    await claims.done(activity.tenant, delivery, options.ports.now());
  });
  router.all(MESSAGES_PATH, (request, response) => {
    response.set('Allow', 'POST');
    sendProblem(request, response, { kind: 'route.wrong-method' });
  });
  return router;
}

/** `null` when the channel's keys cannot be had. */
async function passes(gate: Gate, request: Request, activity: Activity) {
  try {
    return await gate(request.headers.authorization, activity);
  } catch {
    return null;
  }
}

async function takeTurn(
  { connection, handle, hear, logger }: DoorOptions,
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
      await carryOut(context, activity, effects);
    } catch (fault) {
      logger.error({ operation: 'turn', ...faultForLog(fault) }, 'not delivered');
    }
  });
  if (!response.headersSent) acknowledge(activity, response, []);
}

function acknowledge(activity: Activity, response: Response, effects: readonly Effect[]): void {
  if (activity.type === 'invoke') response.status(200).json(invokeBodyOf(activity.name, effects));
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

async function carryOut(context: TurnContext, activity: Activity, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    switch (effect.kind) {
      case 'say':
        await persistently(() => context.sendActivity(activityOf(effect.message)));
        break;
      case 'update': {
        const { message, activity: id } = effect;
        await persistently(() => context.updateActivity({ ...activityOf(message), id }));
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
      case 'offer':
        break;
    }
  }
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
