import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import type { Effect } from '@plumbline/bot/conversation/effect';
import { DEMO_PEOPLE, DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import type { ChatsView } from '@plumbline/infra/local/teams/connector/chat-types';
import { BOT, startChatWorld, type ChatWorld } from './chat-world.ts';

const maya = DEMO_PEOPLE.find(({ id }) => id === 'maya');
const CHAT = `a:${maya?.oid ?? ''}`;
const GROUP = '19:chat-team_calder@thread.v2';

type Known = Pick<ChatsView, 'epoch' | 'revision'>;

let world: ChatWorld;
let answer: (event: ChatEvent) => readonly Effect[] = () => [];

beforeAll(async () => {
  world = await startChatWorld((event) => answer(event));
});

afterAll(() => world.stop());

beforeEach(async () => {
  answer = () => [];
  await world.asPage('/fault', { fault: 'ok' }, 'PUT');
  await world.asPage('/join', { as: 'maya', kind: 'personal' });
  await world.asPage('/join', { as: 'maya', kind: 'group', subject: 'team_calder', name: 'Calder Executive Team' });
});

/** Asks as a bot does. */
async function asBot(path: string, init: RequestInit = {}) {
  const response = await fetch(`${world.base}/local/teams/connector/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${await world.channel.botToken(BOT.id)}`, 'content-type': 'application/json' },
  });
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body };
}

/** What is told to somebody who knows nothing, or what is given. */
async function viewOf(as: string, { epoch, revision }: Known = { epoch: '', revision: 0 }): Promise<ChatsView> {
  const query = new URLSearchParams({ as, epoch, after: String(revision) });
  const response = await fetch(`${world.base}/local/teams/chats?${query.toString()}`);
  return (await response.json()) as ChatsView;
}

async function messagesOf(as: string, chat: string) {
  const { messages } = await viewOf(as);
  return messages.filter((message) => message.chat === chat);
}

const activities = `v3/conversations/${encodeURIComponent(CHAT)}/activities`;

async function sayAsBot(text: string): Promise<string> {
  const { body } = await asBot(activities, { method: 'POST', body: JSON.stringify({ type: 'message', text }) });
  return (body as { id: string }).id;
}

describe('what people say', () => {
  it('BD4 has the bot told the language of the page that it is said in', async () => {
    const locales: string[] = [];
    answer = (event) => {
      locales.push(event.from.locale);
      return [];
    };
    for (const said of [{ locale: 'de-de' }, {}, { locale: 'not a locale' }]) {
      await world.asPage('/send', { as: 'maya', chat: CHAT, text: 'Hallo', ...said });
    }
    expect(locales).toEqual(['de-DE', 'en-GB', 'en-GB']);
  });

  it('comes through the bot’s door as themselves, and is answered in the chat', async () => {
    answer = ({ kind }) =>
      kind === 'message' ? [{ kind: 'say', message: { text: 'Good morning.', suggestions: ['Help'] } }] : [];
    expect(await world.asPage('/send', { as: 'maya', chat: CHAT, text: 'hello' })).toMatchObject({
      status: 'answered',
    });
    expect(world.events.at(-1)).toMatchObject({ kind: 'message', text: 'hello', chat: { id: CHAT, kind: 'personal' } });
    expect((await messagesOf('maya', CHAT)).slice(-2)).toMatchObject([
      { from: 'maya', text: 'hello' },
      { from: 'bot', text: 'Good morning.', suggestions: [{ type: 'imBack', title: 'Help', value: 'Help' }] },
    ]);
  });

  it('among several reaches the bot only where it is addressed, without its name', async () => {
    const before = world.events.length;
    await world.asPage('/send', { as: 'maya', chat: GROUP, text: 'among us' });
    expect(world.events).toHaveLength(before);
    await world.asPage('/send', { as: 'maya', chat: GROUP, text: '@Plumbline where are we?' });
    expect(world.events.at(-1)).toMatchObject({ kind: 'message', text: 'where are we?', chat: { kind: 'group' } });
  });

  it('is not taken from somebody who is not in the chat, nor read by them', async () => {
    expect(await world.asPage('/send', { as: 'tomas', chat: GROUP, text: 'hello' })).toMatchObject({ status: 400 });
    expect(await messagesOf('tomas', GROUP)).toEqual([]);
  });

  it('before somebody came is told to whoever asks from 0, as a page does that finds more chats', async () => {
    const late = { kind: 'meeting', subject: 'meeting_late', name: 'A late meeting' };
    await world.asPage('/join', { as: 'maya', ...late });
    await world.asPage('/send', { as: 'maya', chat: '19:meeting_meeting_late@thread.v2', text: 'before you came' });
    const known = await viewOf('tomas');
    expect([known.chats, known.messages]).toEqual([[], []]);
    await world.asPage('/join', { as: 'tomas', ...late });
    const { chats, messages } = await viewOf('tomas', known);
    expect([chats.length, messages]).toEqual([1, []]);
    const all = await viewOf('tomas', { ...known, revision: 0 });
    expect(all.messages).toMatchObject([{ from: 'maya', text: 'before you came' }]);
    expect((await viewOf('tomas', { ...all, epoch: 'another' })).messages).toEqual(all.messages);
  });

  it('opens the chat: the bot hears twice that it was installed, and again with every load', async () => {
    const before = world.events.length;
    await world.asPage('/open', { as: 'maya', chat: CHAT });
    await world.asPage('/open', { as: 'maya', chat: CHAT });
    expect(world.events.slice(before).map(({ kind }) => kind)).toEqual(Array(4).fill('installed'));
  });

  it('answers an action, a refresh, a search and a link at once', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    answer = ({ kind }) =>
      kind === 'search' || kind === 'link'
        ? [{ kind: 'offer', found: [{ title: 'Trend', detail: 'Q4', card }] }]
        : [{ kind: 'show', card }];
    const about = { as: 'maya', chat: CHAT };
    const action = { action: { type: 'Action.Execute', verb: 'close', data: { id: '1' } }, trigger: 'manual' };
    expect(
      await world.asPage('/invoke', { ...about, name: 'adaptiveCard/action', value: action, replyTo: '7' }),
    ).toMatchObject({
      body: { statusCode: 200, value: card },
    });
    expect(world.events.at(-1)).toMatchObject({ kind: 'submit', data: { verb: 'close', id: '1' }, activity: '7' });
    await world.asPage('/invoke', {
      ...about,
      name: 'adaptiveCard/action',
      value: { ...action, trigger: 'automatic' },
    });
    expect(world.events.at(-1)).toMatchObject({ kind: 'refresh' });
    const query = { parameters: [{ name: 'query', value: 'trend' }] };
    expect(await world.asPage('/invoke', { ...about, name: 'composeExtension/query', value: query })).toMatchObject({
      body: { composeExtension: { attachments: [{ content: card }] } },
    });
    await world.asPage('/invoke', {
      ...about,
      name: 'composeExtension/queryLink',
      value: { url: 'https://a.example/' },
    });
    expect(world.events.at(-1)).toMatchObject({ kind: 'link', url: 'https://a.example/' });
  });
});

describe('what a bot calls', () => {
  it('says, replaces and takes away a message', async () => {
    const id = await sayAsBot('first');
    await asBot(`${activities}/${id}`, { method: 'PUT', body: JSON.stringify({ type: 'message', text: 'second' }) });
    expect((await messagesOf('maya', CHAT)).at(-1)).toMatchObject({ id, text: 'second', edited: true });
    expect((await asBot(`${activities}/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await messagesOf('maya', CHAT)).at(-1)).toMatchObject({ id, text: '', deleted: true });
    expect(await asBot(`${activities}/${id}`, { method: 'DELETE' })).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  it('begins a chat, names its members, and pages them', async () => {
    const created = await asBot('v3/conversations', {
      method: 'POST',
      body: JSON.stringify({ members: [{ id: `29:${maya?.oid ?? ''}` }], tenantId: DEMO_TENANT }),
    });
    expect(created).toMatchObject({ status: 201, body: { id: CHAT } });
    const group = `v3/conversations/${encodeURIComponent(GROUP)}`;
    const member = { id: `29:${maya?.oid ?? ''}`, aadObjectId: maya?.oid, name: 'Maya Lindqvist' };
    expect((await asBot(`${group}/members`)).body).toMatchObject([member]);
    expect((await asBot(`${group}/pagedmembers`)).body).toMatchObject({ members: [member] });
    expect((await asBot(`${group}/members/${maya?.oid ?? ''}`)).body).toMatchObject(member);
  });

  it('knows a meeting by its id, and who takes part', async () => {
    await world.asPage('/join', {
      as: 'maya',
      kind: 'meeting',
      subject: 'meeting_q4',
      name: 'Fourth quarter alignment',
    });
    const chat = '19:meeting_meeting_q4@thread.v2';
    const id = encodeURIComponent(Buffer.from(`0#${chat}#0`).toString('base64'));
    expect((await asBot(`v1/meetings/${id}`)).body).toMatchObject({
      details: { title: 'Fourth quarter alignment' },
      conversation: { id: chat },
    });
    expect((await asBot(`v1/meetings/${id}/participants/${maya?.oid ?? ''}`)).body).toMatchObject({
      user: { name: 'Maya Lindqvist' },
    });
  });

  it.each([
    ['another bot’s token', async () => world.channel.botToken('another')],
    ['the channel’s own token', async () => world.channel.signFor({ botId: BOT.id, serviceUrl: world.base })],
    ['no token', () => Promise.resolve('')],
  ])('refuses %s', async (_, token) => {
    const response = await fetch(`${world.base}/local/teams/connector/${activities}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}` },
      body: '{}',
    });
    expect([response.status, await response.json()]).toEqual([
      401,
      { message: 'Authorization has been denied for this request.' },
    ]);
  });

  it.each([
    [
      'a chat that is not there',
      'v3/conversations/nowhere/activities',
      '{"type":"message"}',
      404,
      'ConversationNotFound',
    ],
    ['what is not JSON', activities, '{', 400, 'BadSyntax'],
    [
      'a message of more than 100 KB',
      activities,
      JSON.stringify({ text: 'x'.repeat(110_000) }),
      413,
      'MessageSizeTooBig',
    ],
    ['a path that it has not', 'v3/attachments', '{}', 404, 'NotFound'],
  ])('refuses %s', async (...[, path, body, status, code]) => {
    expect(await asBot(path, { method: 'POST', body })).toMatchObject({ status, body: { error: { code } } });
  });
});

describe('a connector that misbehaves', () => {
  const hello = { as: 'maya', chat: CHAT, text: 'hello' };
  const greet = ({ kind }: ChatEvent): readonly Effect[] =>
    kind === 'message' ? [{ kind: 'say', message: { text: 'Here.' } }] : [];

  it('is down: what the bot says is refused, and every page is told', async () => {
    await world.asPage('/fault', { fault: 'down' }, 'PUT');
    expect(await viewOf('daniel')).toMatchObject({ fault: 'down' });
    expect(await asBot(activities, { method: 'POST', body: '{"type":"message"}' })).toMatchObject({
      status: 503,
      body: { error: { code: 'ServiceUnavailable' } },
    });
  });

  it('refuses every second call, and a bot that waits is heard', async () => {
    await world.asPage('/fault', { fault: 'throttled' }, 'PUT');
    const say = () => asBot(activities, { method: 'POST', body: '{"type":"message","text":"patient"}' });
    const answers = [await say(), await say()];
    expect(answers.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
      [429, '1'],
      [201, null],
    ]);
  });

  it('loses the answer, though the message is in the chat', async () => {
    await world.asPage('/fault', { fault: 'lost' }, 'PUT');
    await expect(asBot(activities, { method: 'POST', body: '{"type":"message","text":"lost"}' })).rejects.toThrow();
    expect((await messagesOf('maya', CHAT)).at(-1)).toMatchObject({ text: 'lost' });
  });

  it('delivers twice, and the bot answers once', async () => {
    answer = greet;
    await world.asPage('/fault', { fault: 'twice' }, 'PUT');
    const before = (await messagesOf('maya', CHAT)).length;
    await world.asPage('/send', hello);
    expect((await messagesOf('maya', CHAT)).slice(before).map(({ text }) => text)).toEqual(['hello', 'Here.']);
  });
});
