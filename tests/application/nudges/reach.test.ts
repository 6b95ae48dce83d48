import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepReach } from '@plumbline/bot/conversation/reach';
import { placesOf } from '../everything-kept.ts';
import { BotCompany } from './office.ts';

let company: BotCompany;
beforeEach(() => {
  company = new BotCompany();
  company.now = Date.parse('2026-11-26T09:00:00Z');
});
afterEach(() => company.leave());

type Heard = Parameters<typeof keepReach>[1];

function hear(kind: Heard['kind'], chat: Heard['chat']['kind'] = 'personal'): Promise<void> {
  const from = { ...company.person(1), locale: 'en-GB', timeZone: 'Europe/Oslo' };
  return keepReach(company.ports, { kind, chat: { kind: chat, reference: { number: 1 } }, from });
}

async function isReachable(): Promise<boolean> {
  return (await company.get('viewNudgePreferences', company.person(1), { params: {}, input: null })).reachable;
}

describe('what comes in from a chat', () => {
  it.each(['message', 'submit', 'installed'] as const)('NU9 keeps how to reach somebody: %s', async (kind) => {
    await hear(kind);
    expect(await isReachable()).toBe(true);
  });

  it.each(['refresh', 'search', 'link', 'meeting-started', 'meeting-ended'] as const)(
    'NU9 has nobody reached who removed the bot and only looks: %s',
    async (kind) => {
      await hear('installed');
      await hear('removed');
      await hear(kind);
      expect(await isReachable()).toBe(false);
      expect(await placesOf(company.store, 'nudge|')).toEqual([]);
    },
  );

  it('NU9 keeps nothing of a chat of several people', async () => {
    await hear('message', 'group');
    await hear('installed', 'channel');
    expect(await isReachable()).toBe(false);
  });
});

describe('the copy of what is theirs', () => {
  it('NU9 holds what is kept to reach them and how they want it, and nothing once it is forgotten', async () => {
    const copy = async () => (await company.get('exportMine', company.person(1), { params: {}, input: null })).nudges;
    await hear('message');
    const input = { stopped: true, quiet: { from: 1_200, to: 420, days: [7] } };
    await company.get('setNudgePreferences', company.person(1), { params: {}, input });
    const wishes = { ...input, snoozedUntil: null, timeZone: null };
    expect(await copy()).toEqual({
      ...wishes,
      reachable: true,
      chat: { locale: 'en-GB', timeZone: 'Europe/Oslo' },
    });
    await hear('removed');
    expect(await copy()).toEqual({ ...wishes, reachable: false, chat: null });
  });
});
