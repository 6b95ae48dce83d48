import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '@plumbline/shared/kernel/instant';
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

  it('NU4 has the last message come again once it is over, of what is still to be said, and once', async () => {
    const team = await company.team(5);
    await company.chats(1, 3);
    const meeting = await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual(['1 invitation', '2 invitation', '3 invitation']);
    await snooze(1, Date.parse('2026-11-27T00:00:00Z'));
    await company.passUntil('2026-11-26T23:50:00', 30 * MINUTE);
    expect(company.told).toHaveLength(3);
    // The reminder is due the next morning as well, and the invitation says all that it would.
    await company.passUntil('2026-11-27T17:00:00', 30 * MINUTE);
    expect(company.told.slice(3).toSorted()).toEqual(['1 invitation', '2 reminder', '3 reminder']);
    await company.direct(meeting, { type: 'close' });
    await snooze(2, Date.parse('2026-11-28T00:00:00Z'));
    await company.passUntil('2026-12-01T17:00:00', HOUR);
    expect(company.told.slice(6).toSorted()).toEqual(['1 digest', '2 digest', '3 digest']);
  });

  it('NU4 NU5 reminds nobody again who has answered meanwhile', async () => {
    const team = await company.team(5);
    await company.chats(1, 2);
    const meeting = await company.meeting(team, company.now + 7 * DAY);
    await company.passUntil('2026-11-30T17:00:00', 30 * MINUTE);
    expect(company.told.slice(2).toSorted()).toEqual(['1 reminder', '2 reminder']);
    await company.answer(meeting, 1);
    for (const number of [1, 2]) await snooze(number, Date.parse('2026-12-01T00:00:00Z'));
    await company.passUntil('2026-12-01T17:00:00', 30 * MINUTE);
    expect(company.told.slice(4)).toEqual(['2 reminder']);
  });
});
