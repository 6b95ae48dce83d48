import type { Nudge } from '../../domain/nudges/nudge.ts';
import type { MeetingId } from '../../kernel/ids.ts';
import type { JsonObject } from '../../kernel/json.ts';

/** One message that nobody asked for: what is to be said, and in which language and time zone. */
export interface Letter {
  /** At least one; they go in one message. */
  readonly nudges: readonly Nudge[];
  /** A BCP 47 tag. */
  readonly locale: string;
  /** An IANA name. */
  readonly timeZone: string;
}

/** What is said in the chat of a meeting, as it begins there and when it has ended. */
export interface MeetingWord {
  readonly moment: 'begins' | 'ended';
  readonly meeting: MeetingId;
  readonly title: string;
}

/** A word for the chat of a meeting, which several people read. */
export interface MeetingLetter {
  readonly word: MeetingWord;
  /** A BCP 47 tag. */
  readonly locale: string;
}

/**
 * Brings messages to people's chats. `gone`: the chat is not there any more, or the person removed the bot: what is kept to
 * reach them is forgotten. `later`: it did not arrive, and may another time. `unknown`: it may have arrived, and nobody
 * answered; it is not sent again, for a message that comes twice is worse than one that does not come.
 */
export interface Messenger {
  /** `chat`: what was kept of the conversation to reach it again; opaque to everybody else. */
  send(chat: JsonObject, letter: Letter | MeetingLetter): Promise<'sent' | 'gone' | 'later' | 'unknown'>;
}
