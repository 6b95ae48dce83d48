/** @import { ChatMessage, Persona, Suggestion } from '../../types.ts' */
/** @import { CardAnswer, CardUses } from './card.js' */
import { avatar, button, h } from '../dom.js';
import { cardsOf, createCard } from './card.js';
import { fileCards } from './file-card.js';
import { drawMarkdown } from './markdown.js';

/** Messages of one person within this time stand together. */
const GROUP_MS = 300_000;

/**
 * @typedef {object} ListUses
 * @property {string} self
 * @property {string} account
 * @property {string} botName
 * @property {readonly Persona[]} personas
 * @property {(message: ChatMessage, action: Parameters<CardUses['act']>[0]) => Promise<CardAnswer>} act
 * @property {(message: ChatMessage, accept: boolean) => Promise<string>} takeFile
 * @property {(text: string) => void} say
 * @property {(url: string) => void} follow
 */

/**
 * The messages of a chat. One that did not change keeps its element, and with it what somebody has filled in.
 *
 * @param {ListUses} uses
 */
export function createMessageList(uses) {
  const list = h('ol', { class: 'messages' });
  const suggestions = h('div', {
    class: 'suggestions',
    role: 'group',
    'aria-label': 'Suggested answers',
    hidden: true,
  });
  const typing = h('div', { class: 'typing', hidden: true }, [
    avatar({ id: 'bot', name: uses.botName }, 'avatar-bot'),
    h('span', { class: 'typing-dots', 'aria-hidden': 'true' }, [h('i'), h('i'), h('i')]),
    h('span', { class: 'sr-only' }, [`${uses.botName} is typing`]),
  ]);
  // A log is read out as it grows; it is in the tab order because it scrolls.
  const log = h('div', { class: 'message-log', role: 'log', 'aria-label': 'Messages', tabindex: '0' }, [
    list,
    typing,
    suggestions,
  ]);
  /** @type {Map<string, { revision: number; element: HTMLElement }>} */
  const drawn = new Map();
  let followsEnd = true;
  let scrolledTo = 0;

  /** Only somebody who scrolls up leaves the end; what grows below does not scroll anybody up. */
  function noteScroll() {
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    followsEnd = isAtEnd || (followsEnd && log.scrollTop >= scrolledTo);
    scrolledTo = log.scrollTop;
  }

  log.addEventListener('scroll', noteScroll);

  list.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    if (target === null || event.defaultPrevented || target.hasAttribute('data-file')) return;
    event.preventDefault();
    uses.follow(target.href);
  });

  /** @param {ChatMessage} message @param {ChatMessage | undefined} before */
  function drawMessage(message, before) {
    const own = message.from === uses.self;
    const name = nameOf(message.from);
    const joined = before?.from === message.from && message.at - before.at < GROUP_MS;
    const time = new Date(message.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    const head = h('p', { class: joined && !message.edited ? 'message-head sr-only' : 'message-head' }, [
      h('span', { class: own ? 'sr-only' : 'message-from' }, [own ? 'You' : name]),
      ' ',
      h('time', { datetime: new Date(message.at).toISOString() }, [time]),
      message.edited && h('span', {}, ['Edited']),
    ]);
    const side = !own && h('span', { class: 'message-side' }, [!joined && drawAvatar(message.from, name)]);
    return h(
      'li',
      { class: `message ${own ? 'own' : 'other'}${joined ? ' joined' : ''}`, 'data-message': message.id },
      [side, h('div', { class: 'message-body' }, [head, ...drawContent(message)])],
    );
  }

  /** @param {ChatMessage} message @returns {HTMLElement[]} */
  function drawContent(message) {
    if (message.deleted) return [h('p', { class: 'message-gone' }, ['This message has been deleted.'])];
    const text = message.text.trim() === '' ? [] : [h('div', { class: 'bubble' }, [drawText(message)])];
    const cards = cardsOf(message).map(({ content }) =>
      createCard(content, {
        account: uses.account,
        act: (action) => uses.act(message, action),
        sayAs: uses.say,
        follow: uses.follow,
        personas: uses.personas,
      }),
    );
    return [...text, ...cards, ...fileCards(message, (accept) => uses.takeFile(message, accept))];
  }

  /** @param {ChatMessage} message */
  function drawText({ from, text }) {
    // What people type is shown as they typed it, but for whom they address.
    return drawMarkdown(from === 'bot' ? text : text.replaceAll(`@${uses.botName}`, `<at>${uses.botName}</at>`));
  }

  /** @param {string} from */
  function nameOf(from) {
    return from === 'bot' ? uses.botName : (uses.personas.find(({ id }) => id === from)?.name ?? from);
  }

  /** @param {readonly Suggestion[]} offered */
  function showSuggestions(offered) {
    suggestions.hidden = offered.length === 0;
    suggestions.replaceChildren(
      ...offered.map(({ type, title, value }) =>
        button({ class: 'suggestion' }, [title], () => {
          if (type === 'openUrl') uses.follow(value);
          else uses.say(value);
        }),
      ),
    );
  }

  return {
    element: log,
    /** @param {readonly ChatMessage[]} messages all of them: what is not among them any more is taken away */
    update(messages) {
      // The event of a scroll comes with the next picture, which a window behind others does not draw.
      noteScroll();
      const ids = new Set(messages.map(({ id }) => id));
      for (const [id, { element }] of drawn) {
        if (ids.has(id)) continue;
        element.remove();
        drawn.delete(id);
      }
      messages.forEach((message, index) => {
        const known = drawn.get(message.id);
        if (known?.revision === message.revision) return;
        const element = drawMessage(message, messages[index - 1]);
        if (known === undefined) list.append(element);
        else known.element.replaceWith(element);
        drawn.set(message.id, { revision: message.revision, element });
      });
      showSuggestions(messages.at(-1)?.from === 'bot' ? (messages.at(-1)?.suggestions ?? []) : []);
      if (followsEnd) this.scrollToEnd();
    },
    /** @param {boolean} isTyping */
    showTyping(isTyping) {
      typing.hidden = !isTyping;
      if (isTyping && followsEnd) this.scrollToEnd();
    },
    scrollToEnd() {
      log.scrollTop = log.scrollHeight;
    },
    /** Cards get their height a moment after they are in the page. */
    follow() {
      const observer = new ResizeObserver(() => {
        if (followsEnd) log.scrollTop = log.scrollHeight;
      });
      observer.observe(list);
      return () => {
        observer.disconnect();
      };
    },
  };
}

/**
 * @param {string} from
 * @param {string} name
 */
function drawAvatar(from, name) {
  return avatar({ id: from, name }, from === 'bot' ? 'avatar-bot' : '');
}
