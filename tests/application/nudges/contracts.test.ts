import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { MINUTE } from '@plumbline/shared/kernel/instant';
import { Chat } from '../../conversation/chat.ts';
import { placesOf } from '../everything-kept.ts';
import { BotCompany } from './office.ts';

let company: BotCompany;
let team: TeamId;

/** The coach is 0, the leaders 1 to 3, an analyst 4 and the sponsor 5; it is Thursday morning. */
beforeEach(async () => {
  company = new BotCompany();
  company.now = Date.parse('2026-11-26T09:00:00Z');
  team = await company.team(3, ['analyst', 'sponsor']);
  await company.chats(0, 5);
  const input = { purpose: 'Decide faster', occasion: 'none', sponsor: company.person(5).person } as const;
  await company.get('beginEngagement', company.person(0), { params: { team }, input });
  await propose();
});

afterEach(() => company.leave());

async function propose(): Promise<void> {
  const { revision } = await company.get('viewEngagement', company.person(0), { params: { team }, input: null });
  const sent = { params: { team }, input: {}, ifMatch: String(revision) };
  await company.get('draftContract', company.person(0), sent);
}

async function accept(by: number, version = 1): Promise<void> {
  await company.get('acceptContract', company.person(by), { params: { team }, input: { version } });
}

it('NU10 asks everybody whose yes is needed on the next morning, and once more on the fourth', async () => {
  await accept(0);
  await company.passUntil('2026-11-27T17:00:00');
  expect(company.told.toSorted()).toEqual([1, 2, 3, 5].map((one) => `${one} contract`));
  expect(company.line.sent[0]?.letter.nudges).toEqual([{ kind: 'contract', team, teamName: 'Team', version: 1 }]);
  await accept(1);
  await company.passUntil('2026-11-29T17:00:00');
  expect(company.told).toHaveLength(4);
  await company.passUntil('2026-12-04T17:00:00');
  expect(company.told.slice(4).toSorted()).toEqual([2, 3, 5].map((one) => `${one} contract`));
});

it('NU10 asks for a yes to the version that is proposed now, also of whoever accepted the one before', async () => {
  await accept(2);
  await propose();
  for (const by of [0, 1, 3, 5]) await accept(by, 2);
  await company.passUntil('2026-11-27T17:00:00');
  expect(company.told).toEqual(['2 contract']);
  expect(company.line.sent[0]?.letter.nudges).toMatchObject([{ version: 2 }]);
});

it('NU10 asks nobody when the engagement has ended, or who is in the team no more', async () => {
  const { members, revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
  const gone = members.find(({ person }) => person === company.person(3).person);
  const sent = { params: { team, person: gone?.person ?? makeId('person', 'nobody') }, ifMatch: String(revision) };
  await company.get('removeMember', company.person(0), { ...sent, input: null });
  await company.pass(MINUTE);
  const seen = await company.get('viewEngagement', company.person(0), { params: { team }, input: null });
  await company.get('endEngagement', company.person(0), {
    params: { team },
    input: null,
    ifMatch: String(seen.revision),
  });
  await company.passUntil('2026-12-04T17:00:00');
  expect(company.told).toEqual([]);
});

describe('NU12 a contract that waits for a yes', () => {
  const remind = (by: number) =>
    company.call('remind', company.person(by), { params: { team }, input: { about: 'contract' } });
  const gone = { ok: false, error: { kind: 'nudge.nothing-to-accept' } };

  it('has whoever has not accepted asked, by a button on who has', async () => {
    for (const by of [0, 1]) await accept(by);
    await company.passUntil('2026-11-27T12:00:00');
    expect(company.told.toSorted()).toEqual(['2 contract', '3 contract', '5 contract']);
    company.line.sent.splice(0);
    const coach = new Chat(company, company.person(0));
    expect((await coach.say('who has accepted')).read).toContain('2 of 5');
    const told = await coach.press('Remind who has not accepted');
    expect(told.texts.join()).toMatch(/^Whoever has not accepted is asked again/);
    await accept(3);
    await company.passUntil('2026-11-29T12:00:00');
    expect(company.told.toSorted()).toEqual(['2 contract', '5 contract']);
    expect(company.line.sent[0]?.letter.nudges).toEqual([{ kind: 'contract', team, teamName: 'Team', version: 1 }]);
  });

  it('is said once a day, by leaders and coaches alone, and shown as a button to nobody else', async () => {
    for (const by of [4, 5]) {
      expect(await remind(by)).toEqual({ ok: false, error: { kind: 'access.denied' } });
      expect((await new Chat(company, company.person(by)).say('who has accepted')).read).not.toContain('Remind');
    }
    expect(await remind(1)).toMatchObject({ ok: true });
    expect(await remind(0)).toEqual({ ok: false, error: { kind: 'nudge.reminded-today' } });
    const coach = new Chat(company, company.person(0));
    await coach.say('who has accepted');
    expect((await coach.press('Remind who has not accepted')).texts.join()).toContain('They were reminded today');
  });

  it('is of the version that was there then', async () => {
    await company.passUntil('2026-11-27T12:00:00');
    await remind(0);
    company.now += MINUTE;
    await propose();
    company.line.sent.splice(0);
    for (const by of [0, 1, 2, 3]) await accept(by, 2);
    await company.passUntil('2026-11-27T12:50:00');
    expect(company.told).toEqual([]);
    await company.passUntil('2026-11-29T12:00:00');
    expect(company.told).toEqual(['5 contract']);
    expect(company.line.sent[0]?.letter.nudges).toMatchObject([{ version: 2 }]);
  });

  it('is forgotten with the team', async () => {
    await remind(0);
    expect((await placesOf(company.store, team)).some((at) => at.includes('reminders'))).toBe(true);
    const { name } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name } });
    expect((await placesOf(company.store, team)).filter((at) => at.includes('reminders'))).toEqual([]);
  });

  it('is refused, and offered no more, once everybody has accepted or nothing is proposed', async () => {
    for (const by of [0, 1, 2, 3, 5]) await accept(by);
    expect(await remind(0)).toEqual(gone);
    expect((await new Chat(company, company.person(0)).say('who has accepted')).read).not.toContain('Remind');
    const { revision } = await company.get('viewEngagement', company.person(0), { params: { team }, input: null });
    await company.get('endEngagement', company.person(0), { params: { team }, input: null, ifMatch: String(revision) });
    expect(await remind(0)).toEqual(gone);
  });
});
