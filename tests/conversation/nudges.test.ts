import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from '../application/company.ts';
import { Chat } from './chat.ts';

let company: Company;
let leader: Chat;

beforeEach(async () => {
  company = new Company();
  // A Thursday, and in the time zone of the chat it is the same clock.
  company.now = Date.parse('2026-11-26T09:00:00Z');
  await company.team(6);
  leader = new Chat(company, company.person(1));
});
afterEach(() => company.leave());

function preferences() {
  return company.get('viewNudgePreferences', company.person(1), { params: {}, input: null });
}

describe('NU4 being reminded later', () => {
  it('is over the next day where the receiver is, by words as by a button', async () => {
    const typed = await leader.say('remind me tomorrow');
    expect(typed.texts).toEqual([expect.stringMatching(/^I’ll say nothing unasked before .*27 November.*\.$/)]);
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-27T09:00:00Z'));

    company.now += 12 * HOUR;
    const pressed = await leader.forge({ verb: 'nudges-later' });
    expect(pressed.read).toContain('I’ll say nothing unasked before ');
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-27T00:00:00Z'));
  });

  it('is until the moment that was said', async () => {
    await leader.say('remind me on Monday at 9');
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-30T09:00:00Z'));
  });
});

describe('NU4 messages nobody asked for', () => {
  it('are stopped by a button and begun again by the one beside it, and a snooze is over then', async () => {
    await leader.say('remind me tomorrow');
    await leader.say('stop');
    await leader.press('Send me nothing unasked');
    expect((await preferences()).stopped).toBe(true);
    const again = await leader.press('Start them again');
    expect(again.read).toContain('I’ll tell you again what waits for you');
    expect(await preferences()).toMatchObject({ stopped: false, snoozedUntil: null });
  });
});
