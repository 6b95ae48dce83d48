import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NUDGE_IDS, nudgePlace } from '@plumbline/shared/application/nudges/places';
import { DAY, HOUR, MINUTE } from '@plumbline/shared/kernel/instant';
import { BotCompany, SOON } from './office.ts';

let company: BotCompany;
beforeEach(() => {
  company = new BotCompany();
  // A Thursday.
  company.now = Date.parse('2026-11-26T09:00:00Z');
});
afterEach(() => company.leave());

describe('a connector that does not answer', () => {
  it('NU8 is tried again with growing pauses, and everybody gets their message once it is back', async () => {
    const team = await company.team(5);
    await company.chats(1, 5);
    company.line.fate = (to) => (to % 2 === 0 ? 'later' : new Error('down'));
    await company.meeting(team, company.now + 5 * DAY);
    await company.pass(4 * HOUR);
    const tries = company.line.tried.length;
    expect(company.told).toEqual([]);
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(35);
    company.line.fate = () => 'sent';
    await company.pass(2 * HOUR);
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5].map((one) => `${one} invitation`));
  });

  it('NU8 has no other organisation wait', async () => {
    company.line.fate = (_to, tenant) => (tenant === 'tenant-1' ? 'later' : 'sent');
    for (const organisation of ['tenant-1', 'tenant-2']) {
      company.organisation = organisation;
      const team = await company.team(5);
      await company.chats(1, 5);
      await company.meeting(team, company.now + 5 * DAY);
    }
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5].map((one) => `${one} invitation`));
    // Three were enough to see that the first one is not to be reached, and three a minute later that it still is not.
    expect(company.line.tried).toHaveLength(3 + 3 + 5);
  });

  it('NU6 NU8 is not asked again for what it may have sent, and for the others only after a pause', async () => {
    const team = await company.team(6);
    await company.chats(1, 6);
    company.line.fate = () => 'unknown';
    await company.meeting(team, company.now + 5 * DAY);
    company.now += MINUTE;
    await company.nudger.run();
    await company.nudger.run();
    expect(company.line.tried).toHaveLength(3);
    company.line.fate = () => 'sent';
    await company.pass(HOUR);
    expect(company.line.tried.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(company.told).toHaveLength(3);
  });

  it('NU8 has a message given up after a day, and whoever runs the service told, not of whom', async () => {
    const team = await company.team(5);
    await company.chats(1, 2);
    company.line.fate = (to) => (to === 1 ? 'later' : 'sent');
    await company.meeting(team, company.now + 20 * DAY);
    await company.passUntil('2026-11-27T17:30:00');
    expect(company.told).toEqual(['2 invitation']);
    expect(company.faults.map(String)).toEqual([expect.stringContaining('given up')]);
    expect(String(company.faults[0])).not.toMatch(/p1|tenant/);
    company.line.fate = () => 'sent';
    await company.pass(4 * DAY, HOUR);
    expect(company.told).toEqual(['2 invitation']);
  });

  it('NU8 counts the day for each message anew', async () => {
    const team = await company.team(5);
    await company.chats(1, 1);
    company.line.fate = () => 'later';
    await company.meeting(team, company.now + 5 * HOUR);
    await company.passUntil('2026-11-30T09:00:00');
    expect(company.told).toEqual([]);
    await company.meeting(team, company.now + 3 * DAY);
    await company.pass(10 * MINUTE);
    company.line.fate = () => 'sent';
    await company.pass(HOUR);
    expect([company.told, company.faults]).toEqual([['1 invitation'], []]);
  });

  it('NU8 gives nothing up that could hardly be tried, such as over a weekend', async () => {
    const team = await company.team(5);
    await company.chats(1, 1);
    // A Friday evening, and nobody is spoken to before Monday.
    await company.passUntil('2026-11-27T17:56:00');
    company.line.fate = () => 'later';
    await company.meeting(team, company.now + 6 * DAY);
    await company.pass(4 * MINUTE);
    const onFriday = company.line.tried.length;
    await company.passUntil('2026-11-30T08:01:00');
    const onMonday = company.line.tried.length - onFriday;
    company.line.fate = () => 'sent';
    await company.pass(2 * HOUR);
    expect([onFriday > 0, onMonday]).toEqual([true, 1]);
    expect([company.told, company.faults]).toEqual([['1 invitation'], []]);
  });

  it('NU8 goes on from what an earlier version kept of it', async () => {
    const team = await company.team(5);
    await company.chats(1, 1);
    const place = nudgePlace(company.person(1));
    const state = await company.store.read(place, NUDGE_IDS.state);
    const entry = state?.body['entry'] ?? null;
    const body = { handled: [], lastDay: null, entry, claimedUntil: null, failingSince: company.now - 3 * DAY };
    await company.store.put(place, { id: NUDGE_IDS.state, schema: 1, body });
    await company.meeting(team, company.now + 3 * DAY);
    await company.pass(SOON);
    expect([company.told, company.faults]).toEqual([['1 invitation'], []]);
  });
});
