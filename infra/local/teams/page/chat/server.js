/** @import { Attachment, Chat, ChatMessage, ChatsView, Delivery, ConnectorFault } from '../../types.ts' */

const BASE = '/local/teams/chats';

/** Often enough to look like talking, and no stream: a browser allows six connections an origin, and the tabs need them. */
const POLL_MS = 400;

/** @typedef {ReturnType<typeof followChats>} ChatServer */

/**
 * Follows the chats of one person. What changed is asked for by a number that counts up, so a restart of the service or
 * a lost answer loses nothing.
 *
 * @param {{ as: string; locale: string; onChange: () => void; onTyping: () => void }} of
 */
export function followChats({ as, locale, onChange, onTyping }) {
  /** @type {Map<string, ChatMessage>} */
  const messages = new Map();
  /** @type {ChatsView} */
  let latest = { epoch: '', revision: 0, chats: [], messages: [], typing: [], fault: 'ok' };
  let stopped = false;
  /** @type {Promise<void> | undefined} */
  let asking;

  /** @param {number} [after] @returns {Promise<void>} */
  async function ask(after = latest.revision) {
    try {
      const query = new URLSearchParams({ as, epoch: latest.epoch, after: String(after) });
      const response = await fetch(`${BASE}?${query.toString()}`);
      if (!response.ok || stopped) return;
      /** @type {unknown} */
      const body = await response.json();
      const view = /** @type {ChatsView} */ (body);
      const isSameEpoch = view.epoch === latest.epoch;
      // The number is one for all chats: what was said in a new one before this person came is below it.
      if (isSameEpoch && after > 0 && view.chats.length > latest.chats.length) {
        await ask(0);
        return;
      }
      if (!isSameEpoch) messages.clear();
      const isNew =
        !isSameEpoch ||
        view.messages.length > 0 ||
        view.chats.length !== latest.chats.length ||
        view.fault !== latest.fault;
      const typingChanged = view.typing.join() !== latest.typing.join();
      latest = view;
      for (const message of view.messages) messages.set(message.id, message);
      if (isNew) onChange();
      if (typingChanged) onTyping();
    } catch {
      // The service is restarting; the next round finds it.
    }
  }
  function refresh() {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }
  const timer = setInterval(() => void refresh(), POLL_MS);
  void refresh();

  /**
   * @param {string} path
   * @param {object} body
   * @param {'POST' | 'PUT'} [method]
   * @returns {Promise<unknown>}
   */
  async function send(path, body, method = 'POST') {
    const response = await fetch(`${BASE}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, locale, ...body }),
    });
    if (!response.ok) throw new Error(`Local Teams answered ${response.status}`);
    return response.json();
  }
  /**
   * @param {string} path
   * @param {object} body
   * @returns {Promise<Delivery>}
   */
  async function deliver(path, body) {
    try {
      const sent = send(path, body);
      // What was said is in the chat at once, while the bot is still at it.
      setTimeout(() => void refresh(), 60);
      const delivery = /** @type {Delivery} */ (await sent);
      await refresh();
      return delivery;
    } catch (fault) {
      return { status: 'failed', reason: fault instanceof Error ? `${fault.message}.` : 'The service is silent.' };
    }
  }

  return {
    refresh,
    chats: () => latest.chats,
    /** Another one when the chats have begun anew, without what was said and who was in them. */
    epoch: () => latest.epoch,
    fault: () => latest.fault,
    /** @param {string} chat */
    isTyping: (chat) => latest.typing.includes(chat),
    /** @param {string} chat @returns {readonly ChatMessage[]} */
    messagesIn: (chat) =>
      [...messages.values()]
        .filter((message) => message.chat === chat)
        .sort((one, other) => Number(one.id) - Number(other.id)),
    /** @param {{ kind: Chat['kind']; subject: string; name: string }} chat @returns {Promise<Chat>} */
    join: async (chat) => /** @type {Chat} */ (await send('/join', chat)),
    /** @param {string} chat */
    open: (chat) => deliver('/open', { chat }),
    /** @param {string} chat @param {string} text @param {readonly Attachment[]} [attachments] */
    say: (chat, text, attachments = []) => deliver('/send', { chat, text, attachments }),
    /** @param {string} chat @param {{ value: unknown; replyTo: string }} what */
    submit: (chat, what) => deliver('/submit', { chat, ...what }),
    /** @param {string} chat @param {{ name: string; value: unknown; replyTo?: string }} what */
    invoke: (chat, what) => deliver('/invoke', { chat, ...what }),
    /** @param {string} chat @param {{ replyTo: string; accept: boolean }} what */
    answerFile: (chat, what) => deliver('/file', { chat, ...what }),
    /** @param {ConnectorFault} fault */
    setFault: (fault) => send('/fault', { fault }, 'PUT'),
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
export function valueIn(value, key) {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {string}
 */
export function textIn(value, key) {
  const text = valueIn(value, key);
  return typeof text === 'string' ? text : '';
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {readonly unknown[]}
 */
export function listIn(value, key) {
  const list = valueIn(value, key);
  return Array.isArray(list) ? list : [];
}
