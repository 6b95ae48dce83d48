import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { Actor } from '@plumbline/shared/application/use-case';
import type { FilePlace } from './effect.ts';
import type { Instant } from '@plumbline/shared/kernel/instant';

/** Where something is said: alone with the bot, among several people, or in a channel. A meeting's chat is a group. */
export type ChatKind = 'personal' | 'group' | 'channel';

export interface Chat {
  /** Opaque; never an id of ours. */
  readonly id: string;
  readonly kind: ChatKind;
  /** How it is reached later; opaque, and the same for every turn there. */
  readonly reference: JsonObject;
}

/** Who said it, as the gate let them in: the tenant and the person are those of every other door. */
export interface Speaker extends Actor {
  /** A BCP 47 tag, `en-GB`. */
  readonly locale: string;
  /** An IANA name, `Europe/Oslo`; `null` where the host did not say. */
  readonly timeZone: string | null;
}

interface Turn {
  /** The activity's id: a turn that comes again has the same. */
  readonly id: string;
  readonly chat: Chat;
  readonly from: Speaker;
  readonly at: Instant;
}

/** What comes in from a chat. Everything in it was sent by somebody: texts and data are parsed before they are trusted. */
export type ChatEvent = Turn &
  (
    | { readonly kind: 'message'; readonly text: string }
    /** A card was answered. `activity`: the message that carries the card; `null` where the host did not say. */
    | { readonly kind: 'submit'; readonly data: JsonObject; readonly activity: string | null }
    /** A card in several people's chat asks what it is to show to this person. */
    | { readonly kind: 'refresh'; readonly data: JsonObject; readonly activity: string | null }
    /** A file was wanted (`place`) or not (`null`). `activity`: the message that offered it. */
    | {
        readonly kind: 'file-answer';
        readonly context: JsonObject;
        readonly place: FilePlace | null;
        readonly activity: string | null;
      }
    /** The bot came to a chat, or its messages are to be shown anew; may come again and again. */
    | { readonly kind: 'installed' }
    | { readonly kind: 'removed' }
    | { readonly kind: 'meeting-started'; readonly joinUrl: string | null }
    | { readonly kind: 'meeting-ended'; readonly joinUrl: string | null }
    /** Somebody looks for a card to put into a chat. */
    | { readonly kind: 'search'; readonly text: string }
    /** Somebody pasted a link of ours. */
    | { readonly kind: 'link'; readonly url: string }
  );
