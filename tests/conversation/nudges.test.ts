import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf } from './chat.ts';

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
    expect(typed.texts).toEqual([expect.stringMatching(/^I won’t message you before .*27 November.*\.$/)]);
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-27T09:00:00Z'));

    company.now += 12 * HOUR;
    const pressed = await leader.forge({ verb: 'nudges-later' });
    expect(pressed.read).toContain('I won’t message you before ');
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-27T00:00:00Z'));
  });

  it('is until the moment that was said', async () => {
    await leader.say('remind me on Monday at 9');
    expect((await preferences()).snoozedUntil).toBe(Date.parse('2026-11-30T09:00:00Z'));
  });
});

describe('CV19 when the bot writes unasked', () => {
  it('CV19 is told with the usual quiet hours and days, and both buttons', async () => {
    const heard = await leader.say('when do you write to me?');
    expect(heard.texts).toEqual([
      'I tell you what waits for you: at most one message a day, with all that is due by then.',
    ]);
    expect(heard.read).toContain('Quiet is from 18:00 to 08:00, by the clock where you are.');
    expect(heard.read).toContain('Quiet all day: Saturday and Sunday.');
    expect(titlesOf(actionsOn(heard.card))).toEqual([
      'Change quiet hours',
      'Remind me tomorrow',
      'Stop these messages',
    ]);
  });

  it('CV19 is told as it was chosen, and changed from there', async () => {
    await leader.say('remind me on Monday at 9');
    expect((await leader.say('settings')).texts).toEqual(['I won’t message you before Monday 30 November at 09:00.']);
    await leader.press('Stop these messages');
    const stopped = await leader.say('quiet hours');
    expect(stopped.texts).toEqual(['You get no messages unasked. What you ask me, I answer.']);
    expect(stopped.read).not.toContain('Quiet is');
    await leader.press('Start them again');
    expect(await preferences()).toMatchObject({ stopped: false, snoozedUntil: null });
  });

  it('CV19 is one’s own: hours and a clock of one’s choice, also in no team', async () => {
    const input = { quiet: { from: 9 * 60, to: 9 * 60, days: [] }, timeZone: 'Asia/Tokyo' };
    await company.get('setNudgePreferences', company.person(1), { params: {}, input });
    const heard = await leader.say('quiet hours');
    expect(heard.read).toContain('No hours of the day are quiet.');
    expect(heard.read).not.toContain('Quiet all day');
    await company.get('setNudgePreferences', company.person(1), {
      params: {},
      input: { quiet: { from: 20 * 60 + 30, to: 7 * 60, days: [7] } },
    });
    expect((await leader.say('quiet hours')).read).toContain(
      'Quiet is from 20:30 to 07:00, by the clock of Asia/Tokyo.\nQuiet all day: Sunday.',
    );
    const stranger = await new Chat(company, company.person(20)).say('quiet hours');
    expect(stranger.read).toContain('Quiet is from 18:00 to 08:00, by the clock where you are.');
  });

  it('CV19 quiet hours and days are changed there, by a form that begins with what holds', async () => {
    await leader.say('when do you write to me?');
    expect((await leader.press('Change quiet hours')).card).toMatchObject({
      body: expect.arrayContaining([
        expect.objectContaining({ id: 'from', value: '18:00' }),
        expect.objectContaining({ id: 'to', value: '08:00' }),
        expect.objectContaining({ id: 'days', value: '6,7', isMultiSelect: true }),
      ]),
    });
    const saved = await leader.press('Save', { from: '20:30', to: '07:05', days: '7,1' });
    expect(saved.read).toBe(
      'Quiet is from 20:30 to 07:05, by the clock where you are.\n\nQuiet all day: Monday and Sunday.',
    );
    expect((await preferences()).quiet).toEqual({ from: 20 * 60 + 30, to: 7 * 60 + 5, days: [1, 7] });

    await leader.say('quiet hours');
    await leader.press('Change quiet hours');
    await leader.press('Save', { days: '' });
    expect((await preferences()).quiet).toEqual({ from: 20 * 60 + 30, to: 7 * 60 + 5, days: [] });
  });

  it('CV19 a week without a day that is left is refused, and says what to do instead', async () => {
    await leader.say('quiet hours');
    await leader.press('Change quiet hours');
    const refused = await leader.press('Save', { days: '1,2,3,4,5,6,7' });
    expect(refused.texts).toEqual([expect.stringMatching(/^Please leave at least one day of the week\./)]);
    expect((await preferences()).quiet.days).toEqual([6, 7]);
  });

  it.each([{ from: '24:00' }, { to: '8' }, { days: '8' }, { days: '1,,2' }, { from: '' }])(
    'CV19 what no form sends, as %j, changes nothing',
    async (sent) => {
      const forged = await leader.forge({ verb: 'quiet-set', from: '18:00', to: '08:00', days: '6', ...sent });
      expect(forged.read).toContain('Nothing was done');
      expect((await preferences()).quiet).toEqual({ from: 18 * 60, to: 8 * 60, days: [6, 7] });
    },
  );

  it('CV19 in German', async () => {
    const heard = await new Chat(company, company.person(1), { locale: 'de-DE' }).say('wann schreiben Sie mir?');
    expect(heard.read).toContain('Ruhe ist von 18:00 bis 08:00, nach der Uhr dort, wo Sie sind.');
    expect(heard.read).toContain('Den ganzen Tag Ruhe: Samstag und Sonntag.');
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
