import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Chat, ChatMessage, ChatsView } from './chat-types.ts';

/** How long a typing sign is shown, unless a message comes first; Teams takes it away after a few seconds too. */
const TYPING_MS = 5_000;

type Said = Pick<ChatMessage, 'chat' | 'from' | 'text' | 'attachments' | 'suggestions'>;

/** The chats of the tenant, and what was said in them. */
export interface Chats {
  readonly find: (chatId: string) => Chat | undefined;
  /** Puts somebody into a chat, which begins with its first member. */
  readonly join: (chat: Omit<Chat, 'members'>, member: string) => Chat;
  readonly say: (said: Said) => ChatMessage;
  /** Replaces a message or takes it away; `false` where there is none. */
  readonly change: (chatId: string, messageId: string, to: Omit<Said, 'chat' | 'from'> | 'deleted') => boolean;
  readonly message: (chatId: string, messageId: string) => ChatMessage | undefined;
  readonly showTyping: (chatId: string) => void;
  readonly viewFor: (
    member: string,
    known: { readonly epoch: string; readonly revision: number },
  ) => Omit<ChatsView, 'fault'>;
}

/**
 * Keeps the chats in memory, and every change as a line of a file where one is named: what was said is there again
 * after a restart, as it is in Teams.
 */
export function openChats({ file, now }: { readonly file: string | null; readonly now: () => number }): Chats {
  const chats = new Map<string, Chat>();
  const messages = new Map<string, ChatMessage>();
  const typing = new Map<string, number>();
  let revision = 0;
  let epoch = '';

  function take(line: Line): void {
    if (line.epoch !== undefined) epoch = line.epoch;
    if (line.chat !== undefined) chats.set(line.chat.id, line.chat);
    if (line.message !== undefined) {
      messages.set(line.message.id, line.message);
      revision = Math.max(revision, line.message.revision);
    }
  }
  function keep(line: Line): void {
    take(line);
    if (file !== null) appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }
  function put(message: ChatMessage): ChatMessage {
    keep({ message });
    return message;
  }
  function messageIn(chatId: string, messageId: string): ChatMessage | undefined {
    const found = messages.get(messageId);
    return found?.chat === chatId && !found.deleted ? found : undefined;
  }

  if (file !== null && existsSync(file)) for (const line of linesOf(file)) take(line);
  if (epoch === '') keep({ epoch: randomUUID() });

  return {
    find: (chatId) => chats.get(chatId),
    join(chat, member) {
      const known = chats.get(chat.id);
      if (known?.members.includes(member) === true && known.name === chat.name) return known;
      const others = (known?.members ?? []).filter((other) => other !== member);
      const joined: Chat = { ...chat, members: [...others, member] };
      keep({ chat: joined });
      return joined;
    },
    say(said) {
      if (said.from === 'bot') typing.delete(said.chat);
      // Teams' ids are times in milliseconds too; two at once must still differ.
      const at = now();
      let id = at;
      while (messages.has(String(id))) id += 1;
      return put({ ...said, id: String(id), at, revision: revision + 1, edited: false, deleted: false });
    },
    change(chatId, messageId, to) {
      const found = messageIn(chatId, messageId);
      if (found === undefined) return false;
      const changed =
        to === 'deleted'
          ? { text: '', attachments: [], suggestions: [], deleted: true }
          : { ...to, edited: true, deleted: false };
      put({ ...found, ...changed, revision: revision + 1 });
      return true;
    },
    message: messageIn,
    showTyping(chatId) {
      typing.set(chatId, now() + TYPING_MS);
    },
    viewFor(member, known) {
      const seen = known.epoch === epoch ? known.revision : 0;
      const own = [...chats.values()].filter(({ members }) => members.includes(member));
      const ids = new Set(own.map(({ id }) => id));
      return {
        epoch,
        revision,
        chats: own,
        messages: [...messages.values()].filter((message) => ids.has(message.chat) && message.revision > seen),
        typing: [...typing].flatMap(([id, until]) => (ids.has(id) && until > now() ? [id] : [])),
      };
    },
  };
}

/** One change; the file is this process' own and read as it was written. */
interface Line {
  readonly epoch?: string;
  readonly chat?: Chat;
  readonly message?: ChatMessage;
}

function linesOf(file: string): readonly Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Line];
      } catch {
        // The last line of a process that was killed while it wrote.
        return [];
      }
    });
}
