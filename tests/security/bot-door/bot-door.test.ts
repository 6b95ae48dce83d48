import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { everythingIn } from '../../application/everything-kept.ts';
import { BOT, Channel, Door } from './channel.ts';

const channel = new Channel();
const doors: Door[] = [];

beforeAll(() => channel.open());
afterAll(() => channel.close());
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  channel.said.splice(0);
  channel.refusing.splice(0);
  channel.losing = 0;
  channel.closesWhatIsKept = false;
});

async function open(...parts: Parameters<typeof Door.open> extends [unknown, ...infer Rest] ? Rest : never) {
  const door = await Door.open(channel, ...parts);
  doors.push(door);
  return door;
}

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

  it('hundreds of junk tokens leave nothing behind', async () => {
    const store = openSqliteStore({ path: ':memory:' });
    const door = await open({ store });
    channel.keysRead = 0;
    const message = channel.message();
    const junk = (at: number) =>
      `${btoa('{"alg":"RS256","kid":"teams-key"}')}.${btoa(`{"tid":"${at}"}`)}.${btoa(String(at))}`;
    const statuses = new Set<number>();
    for (let at = 0; at < 300; at += 1) statuses.add((await door.post(message, junk(at))).status);
    expect([...statuses]).toEqual([401]);
    expect(door.events).toEqual([]);
    expect(await everythingIn(store)).toEqual([]);
    // Nobody has the channel asked for its keys again and again.
    expect(channel.keysRead).toBeLessThanOrEqual(1);
    await door.post(message, await channel.token());
    expect([door.events.length, channel.keysRead]).toEqual([1, 1]);
    expect(await everythingIn(store)).not.toEqual([]);
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

  it('is none because a connection that was kept open is closed as the next reply goes out', async () => {
    const door = await open({ answer: ({ id }) => [{ kind: 'say', message: { text: id } }] });
    channel.closesWhatIsKept = true;
    const token = await channel.token();
    for (const id of ['one', 'two', 'three']) await door.post(channel.message({ id }), token);
    expect(channel.said.map(({ body }) => body['text'])).toEqual(['one', 'two', 'three']);
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
