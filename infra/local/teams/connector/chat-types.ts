/** A conversation of Teams, as the stand-in holds it. */
export interface Chat {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel' | 'meeting';
  readonly name: string;
  /** The product's id of what the chat is about: a team, a meeting, or a persona for a personal chat. */
  readonly subject: string;
  /** The personas in it, by their short ids. */
  readonly members: readonly string[];
}

export interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  /** Of a file. */
  readonly name?: string;
  readonly contentUrl?: string;
}

/** A message as the chat shows it. `from` is a persona's short id, or `bot`. */
export interface ChatMessage {
  readonly id: string;
  readonly chat: string;
  readonly from: string;
  readonly at: number;
  /** Counts up with every change anywhere, so that a page asks for what is new to it. */
  readonly revision: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly suggestions: readonly Suggestion[];
  readonly edited: boolean;
  readonly deleted: boolean;
}

/** A button under the last message. `type` is Teams' own: `imBack` says its value as the person. */
export interface Suggestion {
  readonly type: string;
  readonly title: string;
  readonly value: string;
}

/**
 * What a page is told when it asks what is new to it. A page that finds more chats than it knew asks again from 0, for
 * what was said in them before somebody came.
 */
export interface ChatsView {
  /** Of another epoch than the page knows: it forgets what it has, for the stand-in began anew. */
  readonly epoch: string;
  readonly revision: number;
  readonly chats: readonly Chat[];
  readonly messages: readonly ChatMessage[];
  /** The chats in which the bot is typing. */
  readonly typing: readonly string[];
  /** So that every window can say it, not only the one in which it was chosen. */
  readonly fault: ConnectorFault;
}

/** What became of something that was sent to the bot. */
export type Delivery =
  { readonly status: 'answered'; readonly body: unknown } | { readonly status: 'failed'; readonly reason: string };

/** How the connector misbehaves, for everybody: it is one. */
export type ConnectorFault = 'ok' | 'down' | 'slow' | 'throttled' | 'lost' | 'twice';
