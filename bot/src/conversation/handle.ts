import { keepChat, meet, recallChat, type ChatMemory, type Errand } from '@plumbline/shared/application/chat-memory';
import type { Ports } from '@plumbline/shared/application/use-case';
import { deepLink } from '@plumbline/shared/contract/deep-link';
import { assert } from '@plumbline/shared/kernel/assert';
import type { IntentName, Known, Understanding } from '@plumbline/shared/language/intents';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { ok, type Result } from '@plumbline/shared/kernel/result';
import type { Json, JsonObject } from '@plumbline/shared/kernel/json';
import { understand } from '@plumbline/shared/language/understand';
import { createHash } from 'node:crypto';
import { say, settle, show, tellRefusal } from './answers.ts';
import { askAgain, askButton, askedBy, askWhich, NOTHING_SAID } from './ask.ts';
import { card, refreshOf, words as line } from './cards/card.ts';
import type { Effect } from './effect.ts';
import type { ChatEvent } from './event.ts';
import { find, preview } from './finding.ts';
import { knownTo } from './known.ts';
import { meetingNow, tellMeeting } from './meeting-chat.ts';
import { operateAs, type OperateError } from './operate.ts';
import { advice } from './topics/advice.ts';
import { answering } from './topics/answering.ts';
import { commitments } from './topics/commitments.ts';
import { contract } from './topics/contract.ts';
import { engagement } from './topics/engagement.ts';
import { files, takeFile } from './topics/files.ts';
import { goals } from './topics/goals.ts';
import { incidents } from './topics/incidents.ts';
import { interventions } from './topics/interventions.ts';
import { exampleOf, manners } from './topics/manners.ts';
import { meetings } from './topics/meetings.ts';
import { notes } from './topics/notes.ts';
import { keepReach } from './reach.ts';
import { nudges } from './topics/nudges.ts';
import { openings } from './topics/openings.ts';
import { privacy } from './topics/privacy.ts';
import { pulses } from './topics/pulses.ts';
import { quietHours } from './topics/quiet-hours.ts';
import { results } from './topics/results.ts';
import { sessions } from './topics/sessions.ts';
import { stakeholders } from './topics/stakeholders.ts';
import { waiting } from './topics/waiting.ts';
import type { Answer, Asked, Topic, Turn } from './turn.ts';
import { wordsFor } from './words.ts';

export interface ConversationOptions {
  readonly ports: Ports;
  /** The id of the Teams app, for links to its tab. */
  readonly appId: string;
  /** Opens the chat with the bot alone. */
  readonly chatLink: string;
}

export interface Conversation {
  readonly handle: (event: ChatEvent) => Promise<readonly Effect[]>;
}

const SUBJECTS: readonly Topic[] = [
  results,
  files,
  pulses,
  openings,
  commitments,
  answering,
  waiting,
  meetings,
  engagement,
  contract,
  goals,
  advice,
  notes,
  interventions,
  sessions,
  incidents,
  privacy,
  nudges,
  quietHours,
  stakeholders,
];
const OFFERED = new Set(SUBJECTS.flatMap(({ asks }) => intentsIn(asks)));
const TOPICS: readonly Topic[] = [...SUBJECTS, manners(OFFERED)];

/** The conversation: what comes in from chats, and what is to happen in them. Everything is done by operations. */
export function createConversation(options: ConversationOptions): Conversation {
  return {
    async handle(event) {
      await keepReach(options.ports, event);
      switch (event.kind) {
        case 'message':
        case 'submit':
        case 'installed':
          return event.chat.kind === 'personal' ? inPrivate(options, event) : amongOthers(options, event);
        case 'search':
        case 'link': {
          const turn = turnOf(options, event, await recallChat(options.ports, event.from));
          const found = event.kind === 'search' ? await find(turn, event.text) : await preview(turn, event.url);
          return [{ kind: 'offer', found }];
        }
        case 'refresh':
          return renew(options, event);
        case 'file-answer':
          // Files are offered to one person alone.
          return event.chat.kind === 'personal'
            ? takeFile(turnOf(options, event, await recallChat(options.ports, event.from)), event)
            : [];
        case 'meeting-started':
        case 'meeting-ended':
          return event.chat.kind === 'group' ? tellMeeting(options, event) : [];
        case 'removed':
          return [];
      }
    },
  };
}

type Spoken = ChatEvent & { readonly kind: 'message' | 'submit' | 'installed' };

/** What somebody is shown is theirs: among others the bot says only where to talk. */
function amongOthers({ chatLink, ports }: ConversationOptions, event: Spoken): readonly Effect[] {
  if (event.kind === 'installed') return [];
  const words = wordsFor({ ...event.from, now: ports.now() });
  const text = words.t('elsewhere');
  const shown = card({ body: [line(text)], actions: [{ title: words.t('elsewhere.go'), url: chatLink }] });
  return [{ kind: 'say', message: { text, card: shown } }];
}

async function inPrivate(options: ConversationOptions, event: Spoken): Promise<readonly Effect[]> {
  const { ports } = options;
  if (event.kind === 'installed') return (await meet(ports, event.from)) ? [welcome(options, event)] : [];
  const memory = await recallChat(ports, event.from);
  const turn = turnOf(options, event, memory);
  const { answer, last } = event.kind === 'message' ? await toText(turn, event.text) : await toCard(turn, event);
  const next = { ...memory, waiting: null, last, ...answer.memory };
  const refusal = answer.refused === undefined ? [] : [tellRefusal(turn.words, answer.refused)];
  // A write is the dearest part of a turn.
  const isSame = JSON.stringify(next) === JSON.stringify(memory);
  if (!isSame && answer.forgets !== true) await keepChat(ports, event.from, next);
  return [
    ...(answer.card ? [{ kind: 'show', card: answer.card } as const] : []),
    ...[...answer.messages, ...refusal].map((message) => ({ kind: 'say', message }) as const),
    ...(answer.file ? [{ kind: 'offer-file', file: answer.file } as const] : []),
  ];
}

/** What cards ask by themselves, alone with somebody: each is answered by looking, and changes nothing. */
const LOOKS: ReadonlySet<IntentName> = new Set(['response-rate', 'open-commitments', 'my-commitments', 'who-accepted']);

/**
 * A card as it is now, for the person who sees it. Among others that is the card of a meeting alone, and whoever may not see
 * more keeps the one that is there for everybody.
 */
async function renew(
  options: ConversationOptions,
  event: ChatEvent & { readonly kind: 'refresh' },
): Promise<readonly Effect[]> {
  const turn = turnOf(options, event, await recallChat(options.ports, event.from));
  if (event.data['verb'] === 'meeting-now') {
    const now = await meetingNow(turn, event.data);
    return now ? [{ kind: 'show', card: now }] : [];
  }
  const asked = event.data['verb'] === 'ask' && event.chat.kind === 'personal' ? askedBy(event.data) : null;
  if (!asked || !LOOKS.has(asked.intent)) return [];
  const { answer } = await toAsked(turn, asked);
  const [said] = [...answer.messages, ...(answer.refused ? [tellRefusal(turn.words, answer.refused)] : [])];
  if (!said) return [];
  const shown = said.card ?? card({ body: [line(said.text)] });
  return [{ kind: 'show', card: { ...shown, refresh: refreshOf(askAgain(asked)) } }];
}

/** Clients tell of an installation again and again; only who is met for the first time is welcomed. */
function welcome({ ports }: ConversationOptions, { from }: Spoken): Effect {
  const words = wordsFor({ ...from, now: ports.now() });
  const text = words.t('welcome');
  const actions = [askButton(words.t('ask.help'), { intent: 'help' })];
  return { kind: 'say', message: { text, card: card({ body: [line(text)], actions }) } };
}

interface Answered {
  readonly answer: Answer;
  /** What was asked, for what follows. */
  readonly last: string | null;
}

async function toText(turn: Turn, text: string): Promise<Answered> {
  const { memory } = turn;
  const understood = understoodIn(text, await knownTo(turn));
  if (understood.kind === 'intent') {
    const asked = understood;
    switch (asked.intent) {
      case 'yes':
      case 'no':
        return { answer: await toYesOrNo(turn, asked.intent), last: memory.last };
      case 'pick':
        return pick(turn, asked.entities.number);
      case 'undo':
        return { answer: await undo(turn), last: null };
      case 'stop':
        return { answer: stopped(turn), last: null };
      case 'follow-up': {
        const before = askedBy({ intent: memory.last ?? 'help' });
        return toAsked(turn, { intent: before?.intent ?? 'help', entities: asked.entities });
      }
      default:
        return toAsked(turn, asked);
    }
  }
  return { answer: offer(turn, understood), last: memory.last };
}

/** What was begun is left; that the bot speaks unasked no more is another thing, and is offered. */
function stopped({ words }: Turn): Answer {
  const text = words.t('stopped');
  return show(
    text,
    card({ body: [line(text)], actions: [{ title: words.t('stopped.unasked'), verb: 'nudges-stop' }] }),
  );
}

/** What asks on about another dimension, and what about another time; everything asks on about another team. */
const ABOUT_DIMENSIONS: ReadonlySet<string> = new Set([
  'why-low',
  'what-to-try',
  'plan-session',
  'notes',
  'did-it-help',
]);
const ABOUT_TIMES: ReadonlySet<string> = new Set([
  'compare',
  'show-team',
  'where-differ',
  'why-low',
  'notes',
  'incidents',
]);

/** "Goals" asks on after "why is trust low", and is a subject of its own after "contract". */
function understoodIn(text: string, known: Known): Understanding {
  const understood = understand(text, known);
  if (understood.kind !== 'intent' || understood.intent !== 'follow-up' || known.last === null) return understood;
  const { dimension, from, to } = understood.entities;
  const fits =
    (dimension === null || ABOUT_DIMENSIONS.has(known.last)) &&
    ((from === null && to === null) || ABOUT_TIMES.has(known.last));
  return fits ? understood : understand(text, { ...known, last: null });
}

/** A short choice where several things could be meant, and the nearest three where nothing was understood. */
function offer({ words }: Turn, understood: Exclude<Understanding, { readonly kind: 'intent' }>): Answer {
  const isChoice = understood.kind === 'choice';
  const intents = (isChoice ? understood.intents : understood.nearest).filter(isOffered);
  const entities = isChoice ? understood.entities : {};
  return askWhich(
    words.t(isChoice ? 'choice' : 'unknown'),
    intents.map((intent) => ({ title: words.t(exampleOf(intent)), intent, entities })),
  );
}

async function toAsked(turn: Turn, asked: Asked): Promise<Answered> {
  const act = TOPICS.map(({ asks }) => asks[asked.intent]).find((one) => one !== undefined);
  if (!act) return { answer: say(turn, 'not-yet'), last: turn.memory.last };
  return { answer: await act(turn, asked), last: asked.intent };
}

async function toCard(turn: Turn, event: ChatEvent & { readonly kind: 'submit' }): Promise<Answered> {
  const { verb } = event.data;
  if (typeof verb !== 'string') return { answer: settle(turn.words.t('card.old')), last: turn.memory.last };
  return run(turn, { verb, data: event.data });
}

async function run(turn: Turn, { verb, data }: Errand): Promise<Answered> {
  if (verb === 'ask') {
    const asked = askedBy(data);
    return asked ? toAsked(turn, asked) : { answer: settle(turn.words.t('card.old')), last: turn.memory.last };
  }
  const act = TOPICS.map(({ takes }) => (Object.hasOwn(takes, verb) ? takes[verb] : undefined)).find(
    (one) => one !== undefined,
  );
  if (!act) return { answer: settle(turn.words.t('card.old')), last: turn.memory.last };
  return { answer: await act(turn, data), last: turn.memory.last };
}

async function toYesOrNo(turn: Turn, said: 'yes' | 'no'): Promise<Answer> {
  const { waiting } = turn.memory;
  if (waiting?.for !== 'yes') return say(turn, 'nothing-asked');
  if (said === 'no') return say(turn, 'left');
  return asMessage((await run(turn, waiting.errand)).answer);
}

/** "The second one": of what was asked, else of what was listed. */
async function pick(turn: Turn, number: number | null): Promise<Answered> {
  const { waiting, last } = turn.memory;
  const at = number === null || number < 0 ? number : number - 1;
  const errand = waiting?.for === 'pick' && at !== null ? waiting.errands.at(at) : undefined;
  if (errand) {
    const { answer, last: asked } = await run(turn, errand);
    return { answer: asMessage(answer), last: asked };
  }
  if (at !== null && turn.memory.commitments.at(at) !== undefined) {
    return toAsked(turn, { intent: 'check-in', entities: { ...NOTHING_SAID, number } });
  }
  return { answer: say(turn, 'nothing-to-pick'), last };
}

async function undo(turn: Turn): Promise<Answer> {
  const { undo: errand } = turn.memory;
  if (!errand) return say(turn, 'nothing-to-undo');
  const { answer } = await run(turn, errand);
  return { ...asMessage(answer), memory: { ...answer.memory, undo: null } };
}

/** What would take a card's place is said, where there is no card. */
function asMessage({ messages, card: shown, ...rest }: Answer): Answer {
  if (!shown) return { ...rest, messages };
  return { ...rest, messages: [...messages, { text: textIn(shown), card: shown }] };
}

/** What a card of ours begins with. */
function textIn({ body }: JsonObject): string {
  const first = isList(body) ? body[0] : undefined;
  const text = typeof first === 'object' && first !== null && !isList(first) ? first['text'] : undefined;
  assert(typeof text === 'string', 'a card of ours begins with words');
  return text;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isOffered(intent: IntentName): boolean {
  return TOPICS.some(({ asks }) => intent in asks);
}

function turnOf({ ports, appId }: ConversationOptions, event: ChatEvent, memory: ChatMemory): Turn {
  const now = ports.now();
  const words = wordsFor({ ...event.from, now });
  const operate = operateAs(event.from, ports, words.language);
  let home: ReturnType<Turn['home']> | null = null;
  const teams = new Map<TeamId, ReturnType<Turn['team']>>();
  return {
    from: event.from,
    now,
    operate,
    memory,
    words,
    home: () => (home ??= operate('viewHome', {}).then(valueOf)),
    team(id) {
      const known = teams.get(id) ?? operate('viewTeam', { params: { team: id } }).then(valueOf);
      teams.set(id, known);
      return known;
    },
    link(entity, label) {
      const address = deepLink(appId, entity, label);
      assert(address !== null, 'the app has an id');
      return address;
    },
    key: keyOf(event),
  };
}

function valueOf<T>(reply: Result<{ readonly value: T }, OperateError>): Result<T, OperateError> {
  return reply.ok ? ok(reply.value.value) : reply;
}

/** A message that comes again is the same; so is a card that is answered twice, in whatever messages. */
function keyOf(event: ChatEvent): Turn['key'] {
  const answered = event.kind === 'submit' ? event.activity : null;
  const from = answered === null ? ['turn', event.id] : ['card', answered];
  return (step) =>
    createHash('sha256')
      .update(JSON.stringify([event.chat.id, ...from, step]))
      .digest('base64url');
}

function intentsIn(asks: Topic['asks']): readonly IntentName[] {
  return Object.keys(asks).filter((name): name is IntentName => name in asks);
}
