import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { BOT, Channel, Door, makeKey, TENANT } from './channel.ts';

const channel = new Channel();
const doors: Door[] = [];

beforeAll(() => channel.open());
afterAll(() => channel.close());
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  channel.said.splice(0);
  channel.refusing.splice(0);
  channel.losing = 0;
});

async function open(...parts: Parameters<typeof Door.open> extends [unknown, ...infer Rest] ? Rest : never) {
  const door = await Door.open(channel, ...parts);
  doors.push(door);
  return door;
}

describe('BD1 only Teams is let in', () => {
  it('a message of the channel is handled, and answered in its chat as the bot', async () => {
    const door = await open();
    const message = channel.message({ text: '<at>Plumbline</at>&nbsp;show <b>Acme</b>' });
    expect(await door.post(message, await channel.token())).toEqual({ status: 200, text: '' });
    expect(door.events).toMatchObject([
      {
        kind: 'message',
        text: 'show Acme',
        chat: { kind: 'personal' },
        from: { tenant: TENANT, person: 'person_0b7c9a54-3f2d-4e61-8a10-000000000001', name: 'Maya Lindqvist' },
      },
    ]);
    expect(channel.said).toMatchObject([
      { method: 'POST', authorization: 'Bearer from-the-bot', body: { text: 'Heard.' } },
    ]);
  });

  const attacks: Readonly<Record<string, () => Promise<{ readonly body: unknown; readonly token: string | null }>>> = {
    'no token': () => Promise.resolve({ body: channel.message(), token: null }),
    'junk for a token': () => Promise.resolve({ body: channel.message(), token: 'junk' }),
    'a key that the channel does not have': async () => ({
      body: channel.message(),
      token: await channel.token({ key: await makeKey('forged') }),
    }),
    'a forged key under a known name': async () => ({
      body: channel.message(),
      token: await channel.token({ key: await makeKey('teams-key') }),
    }),
    'a key of another channel': async () => ({
      body: channel.message(),
      token: await channel.token(channel.unendorsed ? { key: channel.unendorsed } : {}),
    }),
    'another issuer': async () => ({
      body: channel.message(),
      token: await channel.token({ issuer: 'https://sts.example' }),
    }),
    'an emulator’s issuer': async () => ({
      body: channel.message({ channelId: 'emulator' }),
      token: await channel.token({
        issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        claims: { azp: BOT, ver: '2.0' },
      }),
    }),
    'another bot’s token': async () => ({ body: channel.message(), token: await channel.token({ audience: TENANT }) }),
    'an old token': async () => ({
      body: channel.message(),
      token: await channel.token({ from: '-2h', until: '-1h' }),
    }),
    'a token of tomorrow': async () => ({
      body: channel.message(),
      token: await channel.token({ from: '1h', until: '2h' }),
    }),
    'a token without an end': async () => ({
      body: channel.message(),
      token: await new SignJWT({ serviceurl: channel.serviceUrl })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode('a secret that is long enough for it')),
    }),
    'an unsigned token': () =>
      Promise.resolve({
        body: channel.message(),
        token: `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: 'https://api.botframework.com', aud: BOT }))}.`,
      }),
    'no channel': async () => ({ body: { ...channel.message(), channelId: '' }, token: await channel.token() }),
    'another channel': async () => ({ body: channel.message({ channelId: 'webchat' }), token: await channel.token() }),
    'a token for another address': async () => ({
      body: channel.message({ serviceUrl: 'https://smba.example/' }),
      token: await channel.token(),
    }),
    'an address that no answer may go to': async () => ({
      body: channel.message({ serviceUrl: 'https://attacker.example/' }),
      token: await channel.token({ claims: { serviceurl: 'https://attacker.example/' } }),
    }),
    'another tenant': async () => ({
      body: channel.message({
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: BOT },
        channelData: { tenant: { id: BOT } },
      }),
      token: await channel.token(),
    }),
    'two tenants at once': async () => ({
      body: channel.message({ conversation: { id: 'a:1', conversationType: 'personal', tenantId: BOT } }),
      token: await channel.token(),
    }),
    'no tenant': async () => ({
      body: channel.message({ conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }),
      token: await channel.token(),
    }),
  };
  it.each(Object.keys(attacks))('%s is refused', async (name) => {
    const door = await open();
    const { body, token } = await (attacks[name] ?? (() => Promise.reject(new Error(name))))();
    const { status } = await door.post(body, token);
    expect([401, 400]).toContain(status);
    expect([door.events, channel.said]).toEqual([[], []]);
  });

  it('a token that was made for one activity does not bring in another one twice, and tells nothing of why', async () => {
    const door = await open();
    const { status, text } = await door.post(channel.message({ channelId: 'webchat' }), await channel.token());
    expect(status).toBe(401);
    expect(text).not.toMatch(/endors|channel|key|issuer/i);
  });

  it('whoever is nobody of the directory is heard by nobody', async () => {
    const door = await open();
    const stranger = channel.message({ from: { id: '29:guest', name: 'Guest' } });
    expect((await door.post(stranger, await channel.token())).status).toBe(200);
    expect(door.events).toEqual([]);
  });
});

describe('BD2 a delivery is worked on once', () => {
  it('again, at once, and at another instance', async () => {
    const store = openSqliteStore({ path: ':memory:' });
    const slowly = async (): Promise<readonly Effect[]> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [{ kind: 'say', message: { text: 'Once.' } }];
    };
    const [one, other] = [await open({ store, answer: slowly }), await open({ store, answer: slowly })];
    const message = channel.message();
    const token = await channel.token();
    const replies = await Promise.all([one, one, other, other].map((door) => door.post(message, token)));
    replies.push(await one.post(message, token), await other.post(message, token));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect([...one.events, ...other.events]).toHaveLength(1);
    expect(channel.said.map(({ body }) => body['text'])).toEqual(['Once.']);
  });

  it('two hundred at once are each answered once', async () => {
    const door = await open({ answer: ({ id }) => [{ kind: 'say', message: { text: id } }] });
    const token = await channel.token();
    const messages = Array.from({ length: 200 }, (_, at) => channel.message({ id: `turn-${at}` }));
    const replies = await Promise.all(messages.map((message) => door.post(message, token)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(channel.said.map(({ body }) => body['text']).sort()).toEqual(messages.map(({ id }) => id).sort());
  });
});

describe('BD3 what cannot be read or answered is no crash', () => {
  it('junk, a large body and a body that is none', async () => {
    const door = await open();
    const token = await channel.token();
    expect((await door.post('{"type":', token)).status).toBe(400);
    expect((await door.post([1, 2], token)).status).toBe(400);
    expect((await door.post(channel.message({ text: 'x'.repeat(140_000) }), token)).status).toBe(413);
    expect((await door.post(channel.message({ text: 'x'.repeat(100_000) }), token)).status).toBe(200);
    expect(door.events).toMatchObject([{ kind: 'message', text: 'x'.repeat(4_000) }]);
  });

  it('any activity of any form is answered without a fault', async () => {
    const door = await open({ answer: () => [] });
    const token = await channel.token();
    const part = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object({ maxDepth: 2 }));
    const kinds = [
      'message',
      'invoke',
      'event',
      'conversationUpdate',
      'installationUpdate',
      'typing',
      'messageReaction',
    ];
    const names = ['adaptiveCard/action', 'composeExtension/query', 'composeExtension/queryLink', 'signin/verifyState'];
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            type: fc.oneof(fc.constantFrom(...kinds), part),
            name: fc.oneof(fc.constantFrom(...names), part),
            text: part,
            value: part,
            action: part,
            membersAdded: part,
            replyToId: part,
            locale: part,
            localTimezone: part,
            entities: part,
            timestamp: part,
          },
          { requiredKeys: ['type'] },
        ),
        async (changes) => {
          const { status } = await door.post(channel.message(changes), token);
          expect([200, 400]).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('thousands of junk tokens leave nothing behind', async () => {
    const door = await open();
    const message = channel.message();
    const junk = (at: number) =>
      `${btoa('{"alg":"RS256","kid":"teams-key"}')}.${btoa(`{"tid":"${at}"}`)}.${btoa(String(at))}`;
    const statuses = new Set<number>();
    for (let at = 0; at < 300; at += 1) statuses.add((await door.post(message, junk(at))).status);
    expect([...statuses]).toEqual([401]);
    expect(door.events).toEqual([]);
  });

  it('a fault inside is one polite message with an instance, and a log line without content', async () => {
    const door = await open({
      answer() {
        throw new TypeError('the note said: the CFO interrupted twice');
      },
    });
    expect((await door.post(channel.message({ text: 'note: secret words' }), await channel.token())).status).toBe(200);
    expect(channel.said).toHaveLength(1);
    expect(String(channel.said[0]?.body['text'])).toMatch(/\([0-9a-f-]{36}\)$/);
    expect(door.logged.join('')).toContain('"fault":"TypeError"');
    expect(door.logged.join('')).not.toMatch(/CFO|secret words|Maya/);
  });

  it('a connector that is out for a moment is asked again, and one that stays out costs nobody the turn', async () => {
    const door = await open();
    channel.refusing.push(503, 429);
    expect((await door.post(channel.message(), await channel.token())).status).toBe(200);
    expect(channel.said).toHaveLength(1);
    channel.refusing.push(...Array.from({ length: 20 }, () => 503));
    expect((await door.post(channel.message(), await channel.token())).status).toBe(200);
    expect(channel.said).toHaveLength(1);
    expect(door.logged.join('')).toContain('not delivered');
  });
});

describe('BD3 an answer of the connector that is lost', () => {
  it('has nobody read a reply twice, and what comes next is still said', async () => {
    const say = (text: string): Effect => ({ kind: 'say', message: { text } });
    const door = await open({ answer: ({ id }) => [say(id)] });
    channel.losing = 1;
    const token = await channel.token();
    expect((await door.post(channel.message({ id: 'one' }), token)).status).toBe(200);
    expect((await door.post(channel.message({ id: 'two' }), token)).status).toBe(200);
    expect(channel.said.map(({ body }) => body['text'])).toEqual(['one', 'two']);
    expect(door.logged.join('')).toContain('not delivered');
  });
});

describe('BD4 what Teams asks is answered in its own form', () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const invoke = (name: string, value: unknown, changes: object = {}) =>
    channel.message({ type: 'invoke', name, value, text: undefined, replyToId: 'card-1', ...changes });

  it('an answered card becomes the next one, for an action and for a refresh', async () => {
    const answer = (event: ChatEvent): readonly Effect[] => [
      { kind: 'show', card: { ...card, body: [{ type: event.kind }] } },
    ];
    const door = await open({ answer });
    const value = { action: { type: 'Action.Execute', verb: 'done', data: { commitment: 'c' } }, trigger: 'manual' };
    const done = await door.post(invoke('adaptiveCard/action', value), await channel.token());
    expect(JSON.parse(done.text)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { ...card, body: [{ type: 'submit' }] },
    });
    expect(door.events).toMatchObject([
      { kind: 'submit', data: { verb: 'done', commitment: 'c' }, activity: 'card-1' },
    ]);
    await door.post(invoke('adaptiveCard/action', { ...value, trigger: 'automatic' }), await channel.token());
    expect(door.events[1]).toMatchObject({ kind: 'refresh' });
  });

  it('a card that is answered by a message is replaced where it stands', async () => {
    const door = await open({ answer: () => [{ kind: 'show', card }] });
    const submit = channel.message({ text: undefined, value: { verb: 'done' }, replyToId: 'card-7' });
    await door.post(submit, await channel.token());
    expect(channel.said).toMatchObject([{ method: 'PUT', path: expect.stringMatching(/\/activities\/card-7$/) }]);
  });

  it('a search is answered with cards and their previews', async () => {
    const door = await open({
      answer: () => [{ kind: 'offer', found: [{ title: 'Alignment', detail: 'closed', card }] }],
    });
    const value = { parameters: [{ name: 'text', value: 'align' }] };
    const found = await door.post(invoke('composeExtension/query', value), await channel.token());
    expect(JSON.parse(found.text)).toMatchObject({
      composeExtension: {
        type: 'result',
        attachments: [{ content: card, preview: { content: { title: 'Alignment', text: 'closed' } } }],
      },
    });
    expect(door.events).toMatchObject([{ kind: 'search', text: 'align' }]);
  });

  it('coming and going of the bot is told, of others it is not', async () => {
    const door = await open({ answer: () => [] });
    const token = await channel.token();
    const update = (changes: object) => channel.message({ type: 'conversationUpdate', text: undefined, ...changes });
    await door.post(update({ membersAdded: [{ id: `28:${BOT}` }] }), token);
    await door.post(update({ membersAdded: [{ id: '29:somebody' }] }), token);
    await door.post(update({ membersRemoved: [{ id: `28:${BOT}` }] }), token);
    await door.post(channel.message({ type: 'installationUpdate', action: 'add' }), token);
    expect(door.events.map(({ kind }) => kind)).toEqual(['installed', 'removed', 'installed']);
  });

  it.each([
    ['add', ['installed']],
    ['add-upgrade', ['installed']],
    ['remove', ['removed']],
    // The new version is there by then: whoever removed nothing is not forgotten.
    ['remove-upgrade', []],
  ])('an installation that is told as "%s" is %j', async (action, kinds) => {
    const door = await open({ answer: () => [] });
    const update = channel.message({ type: 'installationUpdate', text: undefined, action });
    expect((await door.post(update, await channel.token())).status).toBe(200);
    expect(door.events.map(({ kind }) => kind)).toEqual(kinds);
  });
});
