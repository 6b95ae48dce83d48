import type { JsonObject } from '@plumbline/shared/kernel/json';

/** What the bot says. `text` is said everywhere: beside a card it is what a notification and a screen reader have. */
export interface Message {
  /** Markdown as Teams takes it: bold, italic, lists, links. Without names or numbers of others where it is a notification. */
  readonly text: string;
  /** An Adaptive Card of version 1.5. */
  readonly card?: JsonObject;
  /** What could be said next, at most three, as buttons that type it. */
  readonly suggestions?: readonly string[];
}

/** A card that somebody may put into a chat. */
export interface Found {
  readonly title: string;
  readonly detail: string;
  readonly card: JsonObject;
}

/** What is to happen in the chat. */
export type Effect =
  | { readonly kind: 'say'; readonly message: Message }
  /** The message with this id is replaced, where it is still there. */
  | { readonly kind: 'update'; readonly activity: string; readonly message: Message }
  /** The card that was answered, or that asks what to show, becomes this one for the person who sees it. */
  | { readonly kind: 'show'; readonly card: JsonObject }
  /** What was found, for `search`; the preview of a link, for `link`. */
  | { readonly kind: 'offer'; readonly found: readonly Found[] };
