import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { createGate, type Gate } from '@plumbline/bot/turns/gate';
import { BOT, Channel, Door, makeKey, TENANT } from './channel.ts';

const channel = new Channel();
const doors: Door[] = [];

beforeAll(() => channel.open());
afterAll(() => channel.close());
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  channel.said.splice(0);
});

async function open(gate?: Gate): Promise<Door> {
  const door = await Door.open(channel, gate === undefined ? {} : { gate });
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

  it('clocks may differ by five minutes, as Microsoft’s own SDK has it', async () => {
    const door = await open();
    const early = await channel.token({ from: '4m', until: '1h' });
    expect((await door.post(channel.message(), early)).status).toBe(200);
    const late = await channel.token({ from: '-2h', until: '-4m' });
    expect((await door.post(channel.message(), late)).status).toBe(200);
    const tooEarly = await channel.token({ from: '6m', until: '1h' });
    expect((await door.post(channel.message(), tooEarly)).status).toBe(401);
    const tooLate = await channel.token({ from: '-2h', until: '-6m' });
    expect((await door.post(channel.message(), tooLate)).status).toBe(401);
    expect(door.events).toHaveLength(2);
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
    'a token without an end': async () => ({ body: channel.message(), token: await channel.token({ until: null }) }),
    'a token without a beginning': async () => ({
      body: channel.message(),
      token: await channel.token({ from: null }),
    }),
    'a token for no address': async () => ({
      body: channel.message(),
      token: await channel.token({ claims: { serviceurl: undefined } }),
    }),
    'a token that is signed by a word': async () => ({
      body: channel.message(),
      token: await new SignJWT({ serviceurl: channel.serviceUrl, iss: 'https://api.botframework.com', aud: BOT })
        .setProtectedHeader({ alg: 'HS256', kid: 'teams-key' })
        .setNotBefore('-1m')
        .setExpirationTime('1h')
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
    // An activity of no channel is none; all others are, and whoever sent them is not Teams.
    expect(status).toBe(name === 'no channel' ? 400 : 401);
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

  it('while the channel’s keys cannot be had, whoever comes is to come again', async () => {
    for (const keysUrl of ['http://127.0.0.1:9/keys', `${channel.trust.keysUrl}/gone`]) {
      const door = await open(createGate({ ...channel.trust, keysUrl }));
      expect((await door.post(channel.message(), await channel.token())).status).toBe(503);
      expect(door.events).toEqual([]);
    }
  });

  it('HT1 a fault in the gate is told as one', async () => {
    const door = await open(() => Promise.reject(new TypeError('a bug')));
    expect((await door.post(channel.message(), await channel.token())).status).toBe(500);
    expect(door.events).toEqual([]);
  });
});
