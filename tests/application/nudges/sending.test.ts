import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createNudger } from '@plumbline/shared/application/nudges/nudger';
import { NUDGE_QUEUE } from '@plumbline/shared/application/nudges/places';
import { OPEN_MEETINGS } from '@plumbline/shared/application/places';
import { DAY, HOUR, MINUTE, SECOND } from '@plumbline/shared/kernel/instant';
import { dyingAfter } from '../dying-store.ts';
import { everythingIn, placesOf } from '../everything-kept.ts';
import { BotCompany, SOON } from './office.ts';

let company: BotCompany;
beforeEach(() => {
  company = new BotCompany();
  // A Thursday.
  company.now = Date.parse('2026-11-26T09:00:00Z');
});
afterEach(() => company.leave());

describe('what the bot says unasked', () => {
  it('NU1 NU5 invites everybody who is asked, and reminds whoever has not answered at the moments of the opening', async () => {
    const team = await company.team(5);
    await company.chats(0, 4);
    const meeting = await company.meeting(team, company.now + 7 * DAY);
    await company.answer(meeting, 1);
    await company.pass(SOON);
    // The coach is not asked, and leader 5 has no chat with the bot.
    expect(company.told.toSorted()).toEqual(['1 invitation', '2 invitation', '3 invitation', '4 invitation']);
    await company.answer(meeting, 2);
    // Half-way is on Sunday night; it waits for Monday.
    await company.passUntil('2026-11-30T07:50:00');
    expect(company.told).toHaveLength(4);
    await company.passUntil('2026-11-30T12:00:00');
    expect(company.told.slice(4).toSorted()).toEqual(['3 reminder', '4 reminder']);
    await company.answer(meeting, 3);
    await company.passUntil('2026-12-03T08:30:00');
    expect(company.told.slice(6)).toEqual(['4 reminder']);
    const [{ letter } = { letter: null }] = company.line.sent;
    expect(letter).toEqual({
      nudges: [
        {
          kind: 'invitation',
          team,
          teamName: 'Team',
          meeting,
          title: 'Alignment',
          format: 'pulse',
          closesAt: Date.parse('2026-12-03T09:00:00Z'),
        },
      ],
      locale: 'en-GB',
      timeZone: 'UTC',
    });
  });

  it('NU3 tells leaders and coaches on the next morning that it has closed, and coaches when to measure again', async () => {
    const team = await company.team(5, ['sponsor']);
    const meeting = await company.meeting(team);
    await company.direct(meeting, { type: 'close' });
    await company.chats(0, 6);
    await company.passUntil('2026-11-26T17:30:00');
    expect(company.told.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((one) => `${one} digest`));
    await company.passUntil('2027-02-24T17:30:00', 12 * HOUR);
    expect(company.told.slice(6)).toEqual(['0 measure']);
  });

  it('NU2 NU3 speaks to each where they are, and once a day', async () => {
    const team = await company.team(3);
    await company.chat(1, 'Asia/Tokyo');
    await company.chat(2, 'America/New_York');
    await company.chat(3, 'Europe/Oslo');
    await company.meeting(team, company.now + 2 * DAY, { mode: 'named' });
    await company.meeting(team, company.now + 2 * DAY, { mode: 'named' });
    await company.pass(5 * HOUR, 10 * MINUTE);
    await company.meeting(team, company.now + 5 * DAY, { mode: 'named' });
    await company.pass(20 * HOUR, 10 * MINUTE);
    const hours = company.line.sent.map(({ at, to, letter }) => [
      to,
      new Date(at).toISOString().slice(8, 16),
      letter.nudges.length,
    ]);
    expect(hours).toEqual([
      [3, '26T09:10', 2],
      [2, '26T13:00', 2],
      [1, '26T23:00', 3],
      [3, '27T07:00', 1],
    ]);
  });
});

describe('whoever does not want to be spoken to', () => {
  it('NU4 is left alone from that moment on, also between what was due and its sending', async () => {
    const team = await company.team(5);
    await company.chats(1, 5);
    await company.meeting(team, company.now + 2 * DAY);
    const set = (number: number, stopped: boolean) =>
      company.get('setNudgePreferences', company.person(number), { params: {}, input: { stopped } });
    const snooze = (number: number, until: number | null) =>
      company.get('snooze', company.person(number), { params: {}, input: { until } });
    await set(1, true);
    await snooze(2, company.now + 3 * HOUR);
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual(['3 invitation', '4 invitation', '5 invitation']);
    await company.pass(3 * HOUR);
    expect(company.told.slice(3)).toEqual(['2 invitation']);
    await set(1, false);
    await company.pass(SOON);
    expect(company.told.slice(4)).toEqual(['1 invitation']);
    expect(await snooze(1, null)).toMatchObject({ stopped: false, snoozedUntil: null, reachable: true });
  });

  it('NU9 is forgotten with the bot, but not what they said about being spoken to', async () => {
    const team = await company.team(5);
    await company.chats(1, 1);
    await company.get('setNudgePreferences', company.person(1), { params: {}, input: { stopped: true } });
    await company.unchat(1);
    expect(await placesOf(company.store, 'nudge|')).toEqual([`t|tenant-1|u|person_p1 nudge|preferences`]);
    await company.chat(1);
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told).toEqual([]);
  });

  it('NU9 is forgotten when the chat is gone', async () => {
    const team = await company.team(5);
    await company.chats(1, 2);
    company.line.fate = (to) => (to === 1 ? 'gone' : 'sent');
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told).toEqual(['2 invitation']);
    expect((await placesOf(company.store, 'person_p1')).filter((place) => place.includes('nudge'))).toEqual([]);
  });

  it('NU9 DL2 leaves nothing when they delete what is theirs, also of what a crash left in the queue', async () => {
    await company.team(5);
    await company.chats(1, 2);
    await company.store.put(
      { container: 'private', partition: 'nudge-queue' },
      { id: '099999999|left-over', schema: 1, body: { tenant: 'tenant-1', person: 'person_p1' } },
    );
    expect((await company.call('deleteMine', company.person(1), { params: {}, input: { confirmed: true } })).ok).toBe(
      true,
    );
    expect(await placesOf(company.store, 'person_p1')).toEqual([]);
    expect(await placesOf(company.store, 'nudge-queue')).toHaveLength(1);
    await company.pass(DAY, HOUR);
    expect(company.told).toEqual([]);
  });

  it('NU9 writes down a chat once, and anew only when it has changed', async () => {
    await company.chat(1);
    const before = await everythingIn(company.store);
    await company.chat(1);
    expect(await everythingIn(company.store)).toEqual(before);
    await company.chat(1, 'Europe/Oslo');
    expect(await everythingIn(company.store)).not.toEqual(before);
  });
});

describe('sending once', () => {
  it('NU6 of two instances at the same moment one sends', async () => {
    const team = await company.team(8);
    await company.chats(1, 8);
    await company.meeting(team, company.now + 2 * DAY);
    const other = company.another();
    for (let step = 0; step < 4; step += 1) {
      company.now += MINUTE;
      await Promise.all([company.nudger.run(), other.run(), company.nudger.run()]);
    }
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((one) => `${one} invitation`));
    expect(company.faults).toEqual([]);
  });

  it('NU6 two instances that look at the same people at the same moment lose nobody', async () => {
    const team = await company.team(6);
    await company.chats(1, 6);
    const other = company.another();
    // Nothing is to be said for a day, and both look for it again and again.
    for (let hour = 0; hour < 25; hour += 1) {
      company.now += HOUR;
      await Promise.all([company.nudger.run(), other.run()]);
    }
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((one) => `${one} invitation`));
  });

  it('NU6 finds whoever fell out of the queue as soon as there is something for them', async () => {
    const team = await company.team(5);
    await company.chats(1, 2);
    for (const { id } of (await company.store.list(NUDGE_QUEUE, { prefix: '', limit: 10 })).documents) {
      await company.store.delete(NUDGE_QUEUE, id);
    }
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual(['1 invitation', '2 invitation']);
  });

  it('NU6 never sends twice, wherever a crash comes, and loses nothing but what was noted and not yet sent', async () => {
    const lost: number[] = [];
    for (let writes = 0; writes < 12; writes += 1) {
      const left = { left: Number.POSITIVE_INFINITY };
      const one = new BotCompany((store) => dyingAfter(left, store));
      one.now = company.now;
      const team = await one.team(5);
      await one.chats(1, 1);
      await one.meeting(team, one.now + 2 * DAY);
      one.now += MINUTE;
      left.left = writes;
      await one.nudger.run().catch(() => undefined);
      left.left = Number.POSITIVE_INFINITY;
      // Started anew.
      const again = one.another();
      for (let step = 0; step < 6; step += 1) {
        one.now += MINUTE;
        await again.run();
      }
      expect(one.told.length).toBeLessThanOrEqual(1);
      if (one.told.length === 0) lost.push(writes);
      await one.leave();
    }
    expect(lost).toEqual([]);
  });

  it('NU6 does not send again what a crash overtook on its way', async () => {
    const team = await company.team(5);
    await company.chats(1, 2);
    await company.meeting(team, company.now + 2 * DAY);
    company.now += MINUTE;
    let onItsWay = 0;
    // Killed while the first message is under way: nobody hears what became of it.
    const dying = createNudger(company.ports, { send: () => new Promise(() => void (onItsWay += 1)) });
    void dying.run();
    while (onItsWay === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await company.pass(HOUR);
    expect(company.told).toHaveLength(1);
  });

  it('NU6 goes on after a restart in the middle of many', async () => {
    const team = await company.team(12);
    await company.chats(1, 12);
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(MINUTE);
    const before = company.told.length;
    const again = company.another();
    for (let step = 0; step < 5; step += 1) {
      company.now += MINUTE;
      await again.run();
    }
    expect(before).toBe(10);
    expect(new Set(company.told).size).toBe(12);
    expect(company.told).toHaveLength(12);
  });
});

describe('what cannot be read', () => {
  it('NU8 keeps nobody else waiting: neither a meeting nor somebody in the queue', async () => {
    const team = await company.team(5);
    await company.chats(1, 5);
    const broken = { schema: 1, body: { of: 'another form' } };
    await company.store.put(OPEN_MEETINGS, { id: '0-broken', ...broken });
    await company.store.put(NUDGE_QUEUE, { id: '000000000|broken', ...broken });
    await company.meeting(team, company.now + 2 * DAY);
    await company.pass(SOON);
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5].map((one) => `${one} invitation`));
    const faults = new Set(company.faults.map(String));
    expect([...faults].toSorted()).toEqual([
      expect.stringContaining('0-broken does not have the form'),
      expect.stringContaining('000000000|broken does not have the form'),
    ]);
  });
});

describe('a service that stops', () => {
  it('NU6 finishes with the person it is at and begins with nobody else; the next one goes on', async () => {
    const team = await company.team(6);
    await company.chats(1, 6);
    await company.meeting(team, company.now + 2 * DAY);
    company.now += MINUTE;
    await company.nudger.run(() => company.line.tried.length < 2);
    expect(company.told).toHaveLength(2);
    await company.another().run();
    expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((one) => `${one} invitation`));
  });
});

describe('the pace', () => {
  it('NU7 is ten in any minute for an organisation, with two instances at it', async () => {
    const team = await company.team(24);
    await company.chats(1, 24);
    await company.meeting(team, company.now + 3 * DAY);
    const other = company.another();
    while (company.told.length < 24) {
      company.now += 15 * SECOND;
      await Promise.all([company.nudger.run(), other.run()]);
    }
    const times = company.line.sent.map(({ at }) => at);
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length));
    expect(most).toBe(10);
    expect(new Set(company.told).size).toBe(24);
  });
});
