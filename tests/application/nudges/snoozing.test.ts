import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY } from '@plumbline/shared/kernel/instant';
import { BotCompany, SOON } from './office.ts';

let company: BotCompany;
beforeEach(() => {
  company = new BotCompany();
  // A Thursday.
  company.now = Date.parse('2026-11-26T09:00:00Z');
});
afterEach(() => company.leave());

function snooze(number: number, until: number | null) {
  return company.call('snooze', company.person(number), { params: {}, input: { until } });
}

describe('a snooze', () => {
  it('NU4 is no longer than a year, and one that is changes nothing', async () => {
    const team = await company.team(5);
    await company.chats(1, 1);
    for (const until of [company.now + 367 * DAY, 8_640_000_000_000_001, Number.MAX_SAFE_INTEGER]) {
      expect(await snooze(1, until)).toEqual({ ok: false, error: { kind: 'nudge.snooze-too-long' } });
    }
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect([company.told, company.faults]).toEqual([['1 invitation'], []]);
    expect(await snooze(1, company.now + 365 * DAY)).toMatchObject({ ok: true });
    await company.pass(SOON);
    expect(company.faults).toEqual([]);
  });
});
