/** @import { Attachment, Chat, ChatMessage, Me } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { readExecuteAnswer } from '../chat/card.js';
import { createCompose, readFound } from '../chat/compose.js';
import { createMessageList } from '../chat/message-list.js';
import { followChats, textIn } from '../chat/server.js';
import { avatar, h } from '../dom.js';
import { readLink } from '../host/deep-link.js';
import { FAULT_CHOICES } from '../host/faults.js';
import { isOver, teamsOf } from '../meetings.js';
import { formatRoute, hostLocale } from '../route.js';

const SEEN = 'plumbline.local-teams.seen';

/**
 * The chats of a person with the bot: alone, in the team's group and channel, and in its meetings.
 *
 * @param {Client} client
 * @param {{ me: Me; retry: () => void }} of
 */
export function chatView(client, { me }) {
  const persona = client.persona();
  const { botName } = client.config;
  const wanted = client.route().chat || `a:${persona.oid}`;
  const account = `29:${persona.oid}`;
  const title = h('h1', {}, [botName]);
  const note = h('p', { class: 'chat-note', role: 'status' });
  const alert = h('p', { class: 'chat-alert', role: 'alert' });
  const nav = h('ul', {});
  const server = followChats({
    as: persona.id,
    locale: hostLocale(client.route()),
    onChange: show,
    onTyping: showTyping,
  });
  let epoch = '';
  const canMention = !wanted.startsWith('a:');

  const messages = createMessageList({
    self: persona.id,
    account,
    botName,
    personas: client.config.personas,
    act,
    takeFile,
    say: (text) => void send(text, []),
    follow,
  });
  const compose = createCompose({
    botName,
    canMention,
    send: (text, attachments) => void send(text, attachments),
    ask,
  });

  /** @param {string} text @param {readonly Attachment[]} attachments */
  async function send(text, attachments) {
    alert.textContent = '';
    const delivery = await server.say(wanted, text, attachments);
    if (delivery.status === 'failed') alert.textContent = delivery.reason;
    messages.scrollToEnd();
  }

  /** @type {import('../chat/message-list.js').ListUses['act']} */
  async function act({ id }, { kind, verb, data }) {
    if (kind === 'submit') {
      const sent = await server.submit(wanted, { value: data, replyTo: id });
      return sent.status === 'failed' ? sent : { status: 'done' };
    }
    const value = {
      action: { type: 'Action.Execute', verb, data },
      trigger: kind === 'refresh' ? 'automatic' : 'manual',
    };
    const delivery = await server.invoke(wanted, { name: 'adaptiveCard/action', value, replyTo: id });
    return delivery.status === 'failed' ? delivery : readExecuteAnswer(delivery.body);
  }

  /** @type {import('../chat/message-list.js').ListUses['takeFile']} */
  async function takeFile({ id }, accept) {
    const delivery = await server.answerFile(wanted, { replyTo: id, accept });
    return delivery.status === 'failed' ? delivery.reason : '';
  }

  /** @type {import('../chat/compose.js').ComposeUses['ask']} */
  async function ask(name, value) {
    const delivery = await server.invoke(wanted, { name, value });
    if (delivery.status === 'failed') return { found: [], failure: delivery.reason };
    return { found: readFound(delivery.body), failure: '' };
  }

  /** @param {string} url */
  function follow(url) {
    const target = readLink(url);
    if (target.kind === 'app' && target.appId === client.config.appId) client.openApp(target);
    else if (target.kind === 'app') client.say('That link opens another app in Teams.');
    else if (target.kind === 'teams') client.say(`Teams would ${target.does}.`);
    else if (target.kind === 'refused') client.say(target.reason);
    else window.open(target.url, '_blank', 'noopener');
  }

  function show() {
    // The chats began anew, and nobody is in them any more.
    if (epoch !== '' && epoch !== server.epoch()) void start();
    epoch = server.epoch();
    const shown = server.messagesIn(wanted);
    messages.update(shown);
    markSeen(seenKey(wanted), Math.max(0, ...shown.map(({ revision }) => revision)));
    showTyping();
    showFault();
    const chats = server.chats();
    title.textContent = chats.find(({ id }) => id === wanted)?.name ?? botName;
    const focusedId = nav.contains(document.activeElement) ? document.activeElement?.getAttribute('data-chat') : null;
    nav.replaceChildren(...[...chats].sort(byKind).map(chatLink));
    if (typeof focusedId === 'string')
      links()
        .find((link) => link.dataset['chat'] === focusedId)
        ?.focus();
  }
  function showTyping() {
    messages.showTyping(server.isTyping(wanted));
  }
  function showFault() {
    const fault = server.fault();
    const does = textIn(FAULT_CHOICES.connector.options, fault);
    const says = fault === 'ok' ? '' : `Chosen in the developer drawer, for everybody: the chat ${does}.`;
    if (note.textContent !== says) note.textContent = says;
  }
  /** @param {string} chat */
  function seenKey(chat) {
    return `${SEEN}.${server.epoch()}.${persona.id}.${chat}`;
  }
  function links() {
    return [...nav.querySelectorAll('a')];
  }

  /** @param {Chat} chat */
  function chatLink(chat) {
    const unread = chat.id === wanted ? 0 : countUnread(persona.id, seenKey(chat.id), server.messagesIn(chat.id));
    const symbol =
      chat.kind === 'personal'
        ? avatar({ id: 'bot', name: botName }, 'avatar-bot')
        : avatar({ id: chat.id, name: chat.name }, 'avatar-square');
    return h('li', {}, [
      h(
        'a',
        {
          class: unread > 0 ? 'side-item unread' : 'side-item',
          href: formatRoute({ ...client.route(), chat: chat.kind === 'personal' ? '' : chat.id }),
          'aria-current': chat.id === wanted ? 'page' : undefined,
          'data-chat': chat.id,
        },
        [
          symbol,
          h('span', { class: 'chat-name' }, [chat.name, h('small', {}, [KINDS[chat.kind]])]),
          unread > 0 &&
            h('span', { class: 'chat-unread' }, [String(unread), h('span', { class: 'sr-only' }, [' unread'])]),
        ],
      ),
    ]);
  }

  nav.addEventListener('keydown', (event) => {
    const step =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? -1
          : 0;
    const at = links().findIndex((link) => link === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    links()
      .at((at + step) % links().length)
      ?.focus();
  });

  async function start() {
    try {
      await server.join({ kind: 'personal', subject: '', name: botName });
      for (const team of teamsOf(me)) {
        await server.join({ kind: 'group', subject: team.id, name: team.name });
        await server.join({ kind: 'channel', subject: team.id, name: `General, ${team.name}` });
        for (const meeting of team.meetings) {
          if (isOver(meeting)) continue;
          await server.join({ kind: 'meeting', subject: meeting.id, name: meeting.title });
        }
      }
      await server.setFault(client.route().faults.connector);
      const opened = await server.open(wanted);
      if (opened.status === 'failed') alert.textContent = opened.reason;
    } catch (fault) {
      alert.textContent = fault instanceof Error ? `${fault.message}.` : 'The service is silent.';
    }
  }

  const unfollow = messages.follow();
  const element = h('div', { class: 'chat-view' }, [
    h('nav', { class: 'side-list', 'aria-label': 'Chats' }, [h('h2', {}, ['Chat']), nav]),
    h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
      h('div', { class: 'app-bar' }, [avatar({ id: 'bot', name: botName }, 'avatar-bot'), title]),
      messages.element,
      note,
      alert,
      compose.element,
    ]),
  ]);
  return {
    element,
    frames: [],
    opened() {
      compose.focus();
      void start();
    },
    onRoute() {
      void server.setFault(client.route().faults.connector).catch(() => undefined);
    },
    dispose() {
      server.stop();
      unfollow();
    },
  };
}

/** @type {Readonly<Record<Chat['kind'], string>>} */
const KINDS = { personal: 'App', group: 'Group chat', channel: 'Channel', meeting: 'Meeting chat' };

/**
 * @param {Chat} one
 * @param {Chat} other
 */
function byKind(one, other) {
  const order = Object.keys(KINDS);
  return order.indexOf(one.kind) - order.indexOf(other.kind) || one.name.localeCompare(other.name);
}

/**
 * How many messages came to a chat or changed since somebody last saw it, in this window.
 *
 * @param {string} as
 * @param {string} key
 * @param {readonly ChatMessage[]} messages
 */
function countUnread(as, key, messages) {
  const seen = Number(sessionStorage.getItem(key) ?? 0);
  return messages.filter(({ from, revision, deleted }) => from !== as && revision > seen && !deleted).length;
}

/**
 * Keeps the highest revision that was shown.
 *
 * @param {string} key
 * @param {number} revision
 */
function markSeen(key, revision) {
  if (revision > Number(sessionStorage.getItem(key) ?? 0)) sessionStorage.setItem(key, String(revision));
}
