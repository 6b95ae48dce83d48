import type { ChatMemory } from '@plumbline/shared/application/chat-memory';
import type { HomeView, TeamView } from '@plumbline/shared/contract/views';
import type { Entity } from '@plumbline/shared/contract/entity';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { Result } from '@plumbline/shared/kernel/result';
import type { Entities, IntentName } from '@plumbline/shared/language/intents';
import type { Message, OfferedFile } from './effect.ts';
import type { Speaker } from './event.ts';
import type { Operate, OperateError } from './operate.ts';
import type { Words } from './words.ts';

/** What every topic of the conversation works with: who says it, what is remembered, and the operations. */
export interface Turn {
  readonly from: Speaker;
  readonly now: Instant;
  readonly operate: Operate;
  readonly words: Words;
  readonly memory: ChatMemory;
  /** What waits for the person and their teams, looked up once a turn. */
  readonly home: () => Promise<Result<HomeView, OperateError>>;
  /** A team's page, looked up once a turn. */
  readonly team: (team: TeamId) => Promise<Result<TeamView, OperateError>>;
  /** The address of a page of the tab. */
  readonly link: (entity: Entity, label: string) => string;
  /** An idempotency key, the same for a turn that comes again, and for a card that is answered twice. */
  readonly key: (step: string) => string;
}

/** Something that was asked for, in words or by a button. */
export interface Asked {
  readonly intent: IntentName;
  readonly entities: Entities;
}

/** What a topic answers. `card` replaces the card that was answered; `memory` is what changes in what is remembered. */
export interface Answer {
  readonly messages: readonly Message[];
  readonly card?: JsonObject;
  readonly memory?: Partial<ChatMemory>;
  /** What went wrong, told after the messages. */
  readonly refused?: OperateError;
  /** A file to take. */
  readonly file?: OfferedFile;
  /** Nothing is remembered any more, not even that there was a turn. */
  readonly forgets?: true;
}

/** One subject of the conversation: the intents it answers, and the verbs of its cards. */
export interface Topic {
  readonly asks: Readonly<Partial<Record<IntentName, (turn: Turn, asked: Asked) => Answer | Promise<Answer>>>>;
  readonly takes: Readonly<Record<string, (turn: Turn, data: JsonObject) => Answer | Promise<Answer>>>;
}
