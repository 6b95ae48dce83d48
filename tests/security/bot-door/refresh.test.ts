import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Effect } from '@plumbline/bot/conversation/effect';
import { connect } from '@plumbline/bot/turns/connection';
import { readReference, referenceOf } from '@plumbline/bot/turns/reference';
import { assert } from '@plumbline/shared/kernel/assert';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { BOT, Channel, Door, TENANT } from './channel.ts';

const CARD: JsonObject = {
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', verb: 'look', data: { verb: 'look' } } },
  body: [{ type: 'TextBlock', text: 'Now.' }],
};
const GROUP = { id: '19:meeting_q4@thread.v2', conversationType: 'groupChat', tenantId: TENANT };

const channel = new Channel();
let door: Door;

beforeAll(() => channel.open());
afterAll(() => channel.close());
afterEach(async () => {
  await door.close();
  channel.said.splice(0);
  channel.members = null;
});

async function open(effect: Effect): Promise<void> {
  door = await Door.open(channel, { answer: () => [effect] });
}

const SAY: Effect = { kind: 'say', message: { text: 'Now.', card: CARD } };

const asking = z.object({ refresh: z.object({ action: z.unknown(), userIds: z.array(z.string()).optional() }) });
const carried = z.object({ attachments: z.tuple([z.object({ content: asking })]) });

/** For whom the card asks by itself that was said last; `undefined`: for all, where Teams has it so. */
function readers(): readonly string[] | undefined {
  const { content } = carried.parse(channel.said.at(-1)?.body).attachments[0];
  expect(content.refresh.action).toEqual({ type: 'Action.Execute', verb: 'look', data: { verb: 'look' } });
  return content.refresh.userIds;
}

function look(changes: Readonly<Record<string, unknown>> = {}) {
  const value = { action: { verb: 'look', data: {} }, trigger: 'automatic' };
  return channel.message({ type: 'invoke', name: 'adaptiveCard/action', value, ...changes });
}

describe('BD4 a card that asks by itself', () => {
  it('asks for whoever it was said to, alone with the bot', async () => {
    await open(SAY);
    await door.post(channel.message(), await channel.token());
    expect(readers()).toEqual(['29:maya']);
  });

  it('asks among others for those in the chat, sixty at the most', async () => {
    await open(SAY);
    for (const people of [3, 60, 75]) {
      channel.members = Array.from({ length: people }, (_, at) => `29:person-${at}`);
      await door.post(channel.message({ conversation: GROUP }), await channel.token());
      expect(readers()).toEqual(channel.members.slice(0, 60));
    }
  });

  it('names nobody where it cannot be told who is there', async () => {
    await open(SAY);
    await door.post(channel.message({ conversation: GROUP }), await channel.token());
    expect(readers()).toBeUndefined();
  });

  it('does so too where it is said later', async () => {
    await open(SAY);
    channel.members = ['29:maya', '29:daniel'];
    const origin = { channelId: 'msteams', serviceUrl: channel.serviceUrl, recipient: { id: `28:${BOT}` } };
    const reference = readReference(referenceOf({ ...origin, conversation: GROUP, tenant: TENANT }));
    assert(reference, 'it was just made');
    const connection = connect(BOT, { kind: 'token', token: () => Promise.resolve('from-the-bot') });
    await connection.later(reference, { text: 'Now.', card: CARD });
    expect(readers()).toEqual(['29:maya', '29:daniel']);
  });

  it('is answered each time, for whoever looks, and nothing is said in the chat', async () => {
    await open({ kind: 'show', card: CARD });
    const again = look({ conversation: GROUP });
    const token = await channel.token();
    for (const reply of [await door.post(again, token), await door.post(again, token)]) {
      const { type, value } = z.object({ type: z.string(), value: asking }).parse(JSON.parse(reply.text));
      expect([type, value.refresh.userIds]).toEqual(['application/vnd.microsoft.card.adaptive', ['29:maya']]);
    }
    expect(door.events.map(({ kind }) => kind)).toEqual(['refresh', 'refresh']);
    expect(channel.said).toEqual([]);
  });
});
