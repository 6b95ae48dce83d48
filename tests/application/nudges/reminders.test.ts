import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { placesOf } from '../everything-kept.ts';
import { Chat } from '../../conversation/chat.ts';
import { BotCompany, SOON } from './office.ts';

let company: BotCompany;
let team: TeamId;
let pulse: MeetingId;

/** The coach is 0, the leaders 1 to 6, the sponsor 7; a pulse of three weeks is open since Monday morning. */
beforeEach(async () => {
  company = new BotCompany();
  company.now = Date.parse('2026-11-23T09:00:00Z');
  team = await company.team(6, ['sponsor']);
  await company.chats(0, 6);
  pulse = await company.meeting(team, company.now + 21 * DAY);
  await company.pass(SOON);
  company.line.sent.splice(0);
});
afterEach(() => company.leave());

function remind(by = 0, meeting = pulse) {
  return company.call('remind', company.person(by), { params: { team }, input: { about: 'answers', meeting } });
}

describe('NU12 having people reminded', () => {
  it('reaches whoever has not answered by then, on a day on which they got nothing yet, in working hours', async () => {
    await company.answer(pulse, 2);
    expect(await remind()).toMatchObject({ ok: true });
    await company.passUntil('2026-11-24T07:50:00');
    // The invitation was that day's message.
    expect(company.told).toEqual([]);
    await company.answer(pulse, 5);
    await company.passUntil('2026-11-25T17:00:00');
    expect(company.told.toSorted()).toEqual(['1 reminder', '3 reminder', '4 reminder', '6 reminder']);
  });

  it('is done once a day of each thing, whoever asks for it', async () => {
    expect(await remind()).toMatchObject({ ok: true });
    expect(await remind(1)).toEqual({ ok: false, error: { kind: 'nudge.reminded-today' } });
    company.now += DAY;
    const both = await Promise.all([remind(1), remind(2)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  it('reaches nobody when too long has passed, as for somebody who snoozed', async () => {
    const until = company.now + 6 * DAY;
    await company.get('snooze', company.person(3), { params: {}, input: { until } });
    await remind();
    await company.passUntil('2026-11-27T17:00:00');
    expect(company.told).not.toContain('3 reminder');
    company.line.sent.splice(0);
    await company.passUntil('2026-12-01T17:00:00');
    expect(company.told).not.toContain('3 reminder');
  });

  it('is asked by leaders and coaches, of what asks for answers in their team', async () => {
    expect(await remind(7)).toEqual({ ok: false, error: { kind: 'access.denied' } });
    expect(await remind(50)).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
    const meeting = await company.meeting(team);
    await company.moveTo(meeting, 'predicting');
    expect(await remind(0, meeting)).toEqual({ ok: false, error: { kind: 'nudge.nothing-asked' } });
  });

  it('leaves the same, and says the same, whether or not somebody has answered', async () => {
    const heard: string[] = [];
    const kept: string[] = [];
    for (const answers of [[], [1, 2, 3, 4, 5, 6]]) {
      for (const by of answers) await company.answer(pulse, by);
      const coach = new Chat(company, company.person(0));
      await coach.say('response rate');
      const told = await coach.press('Remind who has not answered');
      heard.push(told.texts.join());
      kept.push(JSON.stringify((await placesOf(company.store, pulse)).filter((at) => at.includes('reminders'))));
      company.now += DAY;
    }
    expect(heard[0]).toContain('Nobody is told who that is.');
    expect([heard[1], kept[1]]).toEqual([heard[0], kept[0]]);
    expect(kept[0]).toContain(pulse);
  });

  it('is forgotten with the team', async () => {
    await remind();
    await company.get('remind', company.person(0), { params: { team }, input: { about: 'commitments' } });
    company.now += 22 * DAY;
    await company.direct(pulse, { type: 'close' });
    const { name } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name } });
    const left = [...(await placesOf(company.store, pulse)), ...(await placesOf(company.store, team))];
    expect(left.filter((at) => at.includes('reminders'))).toEqual([]);
  });
});

describe('NU12 overdue commitments', () => {
  it('have their owners asked, and nobody else, by a button that is there when something is overdue', async () => {
    const meeting = await company.meeting(team);
    await company.moveTo(meeting, 'committing');
    for (const [owner, due] of [
      [2, '2026-11-25'],
      [3, '2026-12-30'],
    ] as const) {
      const terms = {
        sentence: `We do ${owner}.`,
        owner: company.person(owner).person,
        due,
        evidence: 'It is there.',
        displaces: '',
      };
      const input = { ...terms, question: null };
      await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
    }
    await company.direct(meeting, { type: 'close' });
    const coach = new Chat(company, company.person(0));
    expect((await coach.say('open commitments')).read).not.toContain('Remind');
    await company.passUntil('2026-12-01T12:00:00');
    company.line.sent.splice(0);

    expect((await coach.say('open commitments')).read).toContain('1 overdue');
    const told = await coach.press('Remind whoever has overdue ones');
    expect(told.texts.join()).toMatch(/^Whoever has an overdue commitment is asked/);
    await company.passUntil('2026-12-02T12:00:00');
    expect(company.told).toContain('2 check-in');
    expect(company.told.filter((one) => one.includes('check-in'))).toHaveLength(1);
    const again = await coach.press('Remind whoever has overdue ones');
    expect(again.texts.join()).toContain('Whoever has');
    expect((await coach.press('Remind whoever has overdue ones')).texts.join()).toContain('They were reminded today');
  });
});
