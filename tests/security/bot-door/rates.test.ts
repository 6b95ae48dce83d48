import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { everythingIn } from '../../application/everything-kept.ts';
import { Channel, Door } from './channel.ts';

const LIMIT = 3;
const OTHER = { id: '29:bob', name: 'Bob', aadObjectId: '0b7c9a54-3f2d-4e61-8a10-000000000002' };

const channel = new Channel();
const doors: Door[] = [];

beforeAll(() => channel.open());
afterAll(() => channel.close());
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  channel.said.splice(0);
});

async function open(parts: Parameters<typeof Door.open>[1]): Promise<Door> {
  const door = await Door.open(channel, parts);
  doors.push(door);
  return door;
}

function told(): readonly unknown[] {
  return channel.said.map(({ body }) => body['text']);
}

it('HT5 a person who floods a chat is told once when to go on, and nobody else waits or notices', async () => {
  const store = openSqliteStore({ path: ':memory:' });
  const door = await open({ store, limits: { requestsPerMinute: LIMIT } });
  const token = await channel.token();
  const statuses = new Set<number>();
  for (let at = 0; at < LIMIT; at += 1) statuses.add((await door.post(channel.message(), token)).status);
  const kept = (await everythingIn(store)).length;
  const flood = Array.from({ length: 40 }, () => channel.message({ locale: 'de-DE' }));
  for (const { status } of await Promise.all(flood.map((message) => door.post(message, token)))) statuses.add(status);

  expect([...statuses]).toEqual([200]);
  expect(door.events).toHaveLength(LIMIT);
  // What is too much is not even looked up.
  expect(await everythingIn(store)).toHaveLength(kept);
  expect(told().slice(LIMIT)).toEqual([
    expect.stringMatching(
      /^Das war viel auf einmal.* Warten Sie \d+ Sekunden?, und schreiben Sie es dann noch einmal\.$/,
    ),
  ]);
  await door.post(channel.message({ from: OTHER }), token);
  expect(door.events).toHaveLength(LIMIT + 1);
  expect(told().at(-1)).toBe('Heard.');
});

it('HT5 a card that asks too often by itself is answered in its form, and nothing is said of it', async () => {
  const door = await open({ limits: { requestsPerMinute: 1 }, answer: () => [] });
  const token = await channel.token();
  const refresh = () =>
    channel.message({
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      value: { action: { verb: 'show', data: {} }, trigger: 'automatic' },
    });
  await door.post(refresh(), token);
  for (const reply of [await door.post(refresh(), token), await door.post(refresh(), token)]) {
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ statusCode: 200 });
  }
  expect(door.events).toHaveLength(1);
  expect(told()).toEqual([]);
});

it('HT5 an organisation has a limit in chat too, and each of its people is told', async () => {
  const door = await open({ limits: { requestsPerMinute: LIMIT, requestsPerMinuteOfTenant: 1 } });
  const token = await channel.token();
  for (const from of [undefined, undefined, OTHER, OTHER]) {
    await door.post(channel.message(from === undefined ? {} : { from }), token);
  }
  expect(door.events).toHaveLength(1);
  expect(told()).toEqual(['Heard.', ...[1, 2].map(() => expect.stringMatching(/^That was a lot at once/))]);
});
