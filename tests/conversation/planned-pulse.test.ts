import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { MeetingCard } from '@plumbline/shared/contract/views';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf } from './chat.ts';

let company: Company;
let team: TeamId;

/** A Thursday in winter, when London's clocks show what UTC says. */
beforeEach(async () => {
  company = new Company();
  company.now = Date.parse('2026-11-26T10:00:00Z');
  team = await company.team(6);
});
afterEach(() => company.leave());

const MONDAY = Date.parse('2026-11-30T09:00:00Z');

function chatOf(number: number, locale = 'en-GB'): Chat {
  return new Chat(company, company.person(number), { locale });
}

async function meetings(): Promise<readonly MeetingCard[]> {
  return (await company.get('viewTeam', company.person(1), { params: { team }, input: null })).meetings;
}

async function plan(locale = 'en-GB'): Promise<Chat> {
  const coach = chatOf(0, locale);
  const asked = await coach.say('send a pulse to Team on Monday at 9');
  const button = titlesOf(actionsOn(asked.card)).find((title) => /^Plan it for|^Planen für/.test(title));
  await coach.press(button ?? '', {}, 2);
  return coach;
}

describe('OT1 a pulse that is asked for on Monday at 9', () => {
  it('is planned once, says so wherever it is asked about, and opens by itself then', async () => {
    const coach = await plan();
    expect(await meetings()).toMatchObject([{ status: 'draft', opening: { at: MONDAY, missed: false } }]);
    expect((await coach.say('response rate')).texts[0]).toMatch(/opens by itself .*30 November.*09:00/);
    const waiting = await coach.say('what is open for me');
    expect(waiting.read).toMatch(/opens by itself .*30 November.*09:00/);
    company.now = MONDAY;
    await keepHouse(company.ports);
    expect(await meetings()).toMatchObject([{ status: 'open', openedAt: MONDAY }]);
  });

  it('is called off by a button, and stays a plan', async () => {
    const coach = await plan();
    expect((await coach.press('Call it off', {}, 2)).read).toMatch(/does not open by itself any more/);
    company.now = MONDAY;
    await keepHouse(company.ports);
    expect(await meetings()).toMatchObject([{ status: 'draft', opening: null }]);
  });

  it('CV3 says of a button of an old card that there is no plan any more', async () => {
    const coach = await plan();
    company.now = MONDAY;
    await keepHouse(company.ports);
    expect((await coach.press('Call it off')).read).toMatch(/is no plan any more/);
    expect(await meetings()).toMatchObject([{ status: 'open' }]);
  });

  it('CV13 is planned and called off in German', async () => {
    const coach = await plan('de-DE');
    expect(await meetings()).toMatchObject([{ opening: { at: MONDAY } }]);
    expect((await coach.press('Absagen')).read).toMatch(/öffnet sich nicht mehr von selbst/);
  });
});

describe('OT2 a pulse whose moment went by', () => {
  it('is opened by a button for as long as it was to be open, twice pressed once', async () => {
    await plan();
    company.now = MONDAY + DAY;
    await keepHouse(company.ports);
    const [card] = await meetings();
    expect(card?.opening).toEqual({ at: MONDAY, missed: true });
    const coach = chatOf(0);
    expect((await coach.say('what is open for me')).read).toContain('a plan that did not open at its moment');
    company.now += HOUR;
    const heard = await coach.press(`Open “${card?.title ?? ''}” now`, {}, 2);
    expect(heard.read).toMatch(/is open until .* 6 people are asked\.$/);
    const [open] = await meetings();
    expect(open).toMatchObject({ status: 'open', openedAt: company.now });
    expect((open?.closesAt ?? 0) - company.now).toBeGreaterThanOrEqual(DAY);
  });

  it('AC1 CV1 stays shut for somebody who may not open it', async () => {
    await plan();
    const [card] = await meetings();
    const meeting = card?.id ?? '';
    expect((await chatOf(20).forge({ verb: 'open-planned', meeting })).texts[0]).toMatch(/^\*\*/);
    expect((await chatOf(20).forge({ verb: 'call-off-opening', meeting })).texts[0]).toMatch(/^\*\*/);
    expect(await meetings()).toMatchObject([{ status: 'draft', opening: { at: MONDAY } }]);
  });
});
