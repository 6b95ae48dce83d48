import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBot } from '@plumbline/bot/open-bot';
import { createGate } from '@plumbline/bot/turns/gate';
import { privatePlace } from '@plumbline/shared/application/places';
import type { Engines } from '@plumbline/shared/application/use-case';
import { makeId } from '@plumbline/shared/kernel/ids';
import { ServiceHere } from '../../running/service-here.ts';
import { BOT, Channel, PERSON, postActivity, TENANT } from './channel.ts';

const channel = new Channel();
let service: ServiceHere;
let ports: Engines;

beforeAll(async () => {
  await channel.open();
  service = await ServiceHere.start({
    beside(engines) {
      ports = engines;
      return [];
    },
    bot: ({ logger, now }) =>
      openBot({
        botId: BOT,
        gate: createGate(channel.trust),
        secret: { kind: 'token', token: () => Promise.resolve('from-the-bot') },
        appId: '5a9e2f6c-0d7b-4b43-9c1e-7f3a2b8d4e10',
        now,
        logger,
      }),
  });
});

afterAll(async () => {
  await service.end();
  await channel.close();
});

async function say(text: string): Promise<string> {
  const { status } = await postActivity(service.origin, channel.message({ text }), await channel.token());
  expect(status).toBe(200);
  return String(channel.said.at(-1)?.body['text']);
}

async function readiness(): Promise<number> {
  return (await fetch(`${service.origin}/health/ready`)).status;
}

it('HT8 what a newer version has written is met in chat as at any door: with a number, and ready no more', async () => {
  await say('hello');
  expect(await readiness()).toBe(200);
  const place = privatePlace(TENANT, makeId('person', PERSON));
  const { documents } = await ports.store.list(place, { prefix: 'chat|memory' });
  const [memory] = documents;
  if (!memory) throw new Error('The chat is not remembered');
  await ports.store.put(place, { ...memory, schema: memory.schema + 1 });

  const told = await say('hello again');
  const instance = /\(([0-9a-f-]{36})\)$/.exec(told)?.[1];
  expect(told).toMatch(/^\*\*Plumbline is not ready at the moment\.\*\*/);
  expect(await readiness()).toBe(503);
  const lines = service.log.map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: 'request',
      operation: 'turn',
      kind: 'service.unavailable',
      instance: `urn:uuid:${instance}`,
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'fault', fault: 'NewerForm', instance: `urn:uuid:${instance}` }),
  );
});
