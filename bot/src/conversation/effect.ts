import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { Uploaded } from '../files/upload.ts';

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

/** A file that somebody may take: they are asked first where it is to be put. */
export interface OfferedFile {
  readonly name: string;
  /** What it is, in words. */
  readonly about: string;
  /** In bytes. */
  readonly size: number;
  /** What comes back with the answer, such as which file was meant. */
  readonly context: JsonObject;
}

/** Where the client has made room for a file. */
export interface FilePlace {
  /** The file is put here; the address holds a token. */
  readonly uploadUrl: string;
  /** And is found here afterwards. */
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** What is to happen in the chat. */
export type Effect =
  | { readonly kind: 'say'; readonly message: Message }
  /** The message with this id is replaced, where it is still there. */
  | { readonly kind: 'update'; readonly activity: string; readonly message: Message }
  /** The card that was answered, or that asks what to show, becomes this one for the person who sees it. */
  | { readonly kind: 'show'; readonly card: JsonObject }
  | { readonly kind: 'offer-file'; readonly file: OfferedFile }
  /** The file is put there; then its card is shown, or what became of it is told. `offer`: the message that asked. */
  | {
      readonly kind: 'put-file';
      readonly place: FilePlace;
      readonly content: Uint8Array;
      readonly offer: string | null;
      readonly told: Readonly<Record<Uploaded, string>>;
    }
  /** What was found, for `search`; the preview of a link, for `link`. */
  | { readonly kind: 'offer'; readonly found: readonly Found[] };
