import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { Message } from '@plumbline/bot/conversation/effect';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { connect } from '@plumbline/bot/turns/connection';
import { createMessenger } from '@plumbline/bot/turns/messenger';
import type { Letter, Messenger } from '@plumbline/shared/application/ports/messenger';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { listen } from '../../running/listen.ts';
import { BOT, Channel, Door } from './channel.ts';

const LETTER: Letter = { nudges: [], locale: 'en-GB', timeZone: 'Europe/London' };
const MESSAGE: Message = { text: 'Something waits for you.', card: { type: 'AdaptiveCard', version: '1.5', body: [] } };

const channel = new Channel();
const logged: string[] = [];
let reference: JsonObject;
let messenger: Messenger;

beforeAll(async () => {
  await channel.open();
  // What somebody's own turn handed on: nothing here is made up.
  const door = await Door.open(channel, { answer: () => [] });
  await door.post(channel.message(), await channel.token());
  reference = door.events[0]?.chat.reference ?? {};
  await door.close();
  messenger = messengerBy(() => Promise.resolve('from-the-bot'));
});
afterAll(() => channel.close());
afterEach(() => {
  channel.said.splice(0);
  channel.refusing.splice(0);
  logged.splice(0);
});

function messengerBy(token: () => Promise<string>, patience = 10_000): Messenger {
  return createMessenger({
    connection: connect(BOT, { kind: 'token', token }),
    write: () => MESSAGE,
    logger: createLogger('debug', { write: (line: string) => void logged.push(line) }),
    patience,
  });
}

describe('BD5 what is said unasked', () => {
  it('comes to the chat that the reference was kept of, as the bot', async () => {
    expect(await messenger.send(reference, LETTER)).toBe('sent');
    expect(channel.said).toMatchObject([
      {
        method: 'POST',
        path: expect.stringMatching(/^\/connector\/v3\/conversations\/a%3Achat-of-maya\/activities/),
        authorization: 'Bearer from-the-bot',
        body: { type: 'message', summary: MESSAGE.text, attachments: [{ content: MESSAGE.card }] },
      },
    ]);
  });

  it('is kept by a reference that is the same for every turn, and says nothing of who spoke or when', async () => {
    const door = await Door.open(channel, { answer: () => [] });
    const token = await channel.token();
    await door.post(channel.message({ timestamp: '2026-11-12T12:00:00Z' }), token);
    await door.post(channel.message({ locale: 'nb-NO', text: 'again' }), token);
    await door.close();
    expect(door.events.map(({ chat }) => chat.reference)).toEqual([reference, reference]);
    expect(JSON.stringify(reference)).not.toMatch(/Maya|0b7c9a54|activity-/);
  });

  it.each([403, 404])(
    'is over where the connector answers %d: the bot was removed, or the chat is gone',
    async (status) => {
      channel.refusing.push(status);
      expect([await messenger.send(reference, LETTER), channel.refusing]).toEqual(['gone', []]);
    },
  );

  it.each([401, 408, 412, 429, 500, 502, 503])(
    'is for later where it answers %d, and asked only once',
    async (status) => {
      channel.refusing.push(status, status);
      expect([await messenger.send(reference, LETTER), channel.refusing]).toEqual(['later', [status]]);
      expect(logged.join('')).toContain(`"status":${status}`);
      expect(logged.join('')).not.toContain(MESSAGE.text);
    },
  );

  it('is for later where nobody listens, and where the bot cannot sign in', async () => {
    const deserted = { ...reference, serviceUrl: await abandonedUrl() };
    expect(await messenger.send(deserted, LETTER)).toBe('later');
    const signedOut = messengerBy(() => Promise.reject(new Error('no token today')));
    expect(await signedOut.send(reference, LETTER)).toBe('later');
    expect(channel.said).toEqual([]);
  });

  it.each([
    ['is lost', true],
    ['does not come', false],
  ])('may have arrived when the answer %s: it is not sent a second time, and that is told', async (_name, ends) => {
    let calls = 0;
    const server = createServer((request) => {
      calls += 1;
      request.resume().once('end', () => {
        if (ends) request.socket.destroy();
      });
    });
    const serviceUrl = `${await listen(server)}/`;
    const impatient = messengerBy(() => Promise.resolve('from-the-bot'), ends ? 10_000 : 500);
    expect(await impatient.send({ ...reference, serviceUrl }, LETTER)).toBe('unknown');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(calls).toBe(1);
    expect(logged.join('')).toContain('not answered');
    expect(logged.join('')).not.toContain(MESSAGE.text);
  });

  it('goes nowhere by a reference that is none', async () => {
    expect(await messenger.send({ serviceUrl: channel.serviceUrl }, LETTER)).toBe('gone');
  });

  it('is a bug where the connector takes it for no message', async () => {
    channel.refusing.push(400);
    await expect(messenger.send(reference, LETTER)).rejects.toMatchObject({ statusCode: 400 });
  });
});

/** An address at which somebody listened a moment ago. */
async function abandonedUrl(): Promise<string> {
  const server = createServer();
  const url = `${await listen(server)}/`;
  await new Promise((resolve) => server.close(resolve));
  return url;
}
