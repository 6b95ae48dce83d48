import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from '../application/company.ts';
import { Chat } from './chat.ts';

const QUESTIONS = { instrument: 'instrument_alignment:1' };
let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6);
});
afterEach(() => company.leave());

const coach = () => new Chat(company, company.person(0));

/** As the picker of people gives them back. */
function picked(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `p${from + at}`).join(',');
}

const PICKED = { ...QUESTIONS, title: 'Around us', people0: picked(100, 107), people1: picked(107, 113) };

async function everybody(people: readonly number[], value: (by: number) => number, title: string): Promise<void> {
  const { meetings } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
  const meeting = meetings.find((one) => one.title === title)?.id;
  if (!meeting) throw new Error('It is not open');
  const { id, questions } = await company.round(meeting, 'rating');
  for (const by of people) {
    const answers: Answers = Object.fromEntries(
      questions.flatMap(({ id: question, kind }) =>
        kind === 'agreement' ? [[question, { kind: 'scale' as const, value: value(by) }]] : [],
      ),
    );
    const cast = await company.cast(meeting, id, { by, answers });
    if (!cast.ok) throw new Error(cast.error.kind);
  }
  await company.direct(meeting, { type: 'close' });
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe('SH6 a coach who asks stakeholders by typing', () => {
  it('sees who is asked before anybody is, opens it once, hears a count, and is told what they say beside the team', async () => {
    const chat = coach();
    await company.meeting(team, company.now + 7 * DAY, { title: 'Ours' });
    await everybody(numbers(1, 7), () => 6, 'Ours');
    company.now += DAY;
    const form = await chat.say('ask stakeholders');
    expect(form.read).toContain('They answer without names.');
    const shown = await chat.press('See who is asked', PICKED);
    expect(shown.read).toContain('“Around us” would ask 13 people');
    expect(shown.read).toContain('7 people, shown by itself if enough answer');
    expect(shown.read).not.toMatch(/Person \d/);
    const opened = await chat.press('Ask them', {}, 2);
    expect(opened.read).toContain('13 people are asked.');
    await keepHouse(company.ports);
    expect((await chat.say('what do the stakeholders say?')).read).toContain('are still answering');
    expect((await chat.say('response rate')).texts.join()).toContain('0 of 13');
    await everybody(numbers(100, 113), (by) => (by < 107 ? 2 : 4), 'Around us');
    const said = await chat.say('what do the stakeholders say?');
    expect(said.texts.join()).toContain('13 of 13 have answered.');
    expect(said.read).toContain('Customers, 7 answers');
    expect(said.read).toContain('Peers, 6 answers');
    expect(said.read).toMatch(/team \d+, stakeholders \d+: the team sees it \d+ higher/);
    expect(said.read).not.toMatch(/Person \d/);
  });

  it('keeps no plan of a pulse that may ask nobody, and says why, as often as it is sent', async () => {
    const chat = coach();
    await chat.say('ask stakeholders');
    const refused = await chat.press('See who is asked', { ...PICKED, people1: picked(106, 113) }, 2);
    expect(refused.texts.join()).toContain('Somebody is in two groups.');
    for (const [people0, count] of [
      [picked(100, 104), 4],
      ['', 0],
    ] as const) {
      const few = await chat.press('See who is asked', { ...PICKED, people0, people1: '' }, 2);
      expect(few.texts.join()).toContain(`${count} are too few to ask without names.** Ask at least 5 people.`);
    }
    const { meetings } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    expect(meetings).toEqual([]);
  });

  it('is offered to ask where nobody was, and a made-up card asks nobody', async () => {
    const chat = coach();
    expect((await chat.say('show what stakeholders say')).read).toContain('has been asked yet');
    const forged = await chat.forge({ verb: 'stakeholders-open', meeting: 'meeting_x', revision: '1', days: 3 });
    expect(forged.texts.join()).not.toBe('');
    const leader = new Chat(company, company.person(200));
    expect((await leader.say('ask stakeholders')).texts.join()).not.toContain('They answer');
  });
});

describe('SH7 the perception gap', () => {
  const composed = (ownQuestions: readonly string[], title: string, instrument = 'alignment') => ({
    ...COMPOSITION,
    title,
    ownQuestions: [...ownQuestions],
    instrument: { id: makeId('instrument', instrument), version: 1 },
  });

  /** Stakeholders answer a questionnaire, and a statement beside it. */
  async function stakeholdersAnswer(title: string): Promise<void> {
    const by = company.person(0);
    const input = { format: 'pulse', composition: composed(['They keep their word.'], title) } as const;
    const { id: meeting } = await company.get('composeMeeting', by, { params: { team }, input });
    const groups = [{ group: 'Customers', people: numbers(100, 110).map((number) => company.person(number).person) }];
    await company.get('nameStakeholders', by, { params: { meeting }, input: { groups }, ifMatch: '1' });
    const closesAt = company.now + 7 * DAY;
    await company.get('openMeeting', by, { params: { meeting }, input: { closesAt }, ifMatch: '2' });
    await keepHouse(company.ports);
    await everybody(numbers(100, 110), () => 3, title);
  }

  it('is of the last time that the team was asked the same, and of no statement that only one of them was asked', async () => {
    for (const [title, ownQuestions, instrument] of [
      ['First', ['We keep our word.'], 'alignment'],
      ['Second', ['We keep our word.'], 'alignment'],
      ['Other', [], 'readiness'],
    ] as const) {
      await company.meeting(team, company.now + 7 * DAY, composed(ownQuestions, title, instrument));
      await everybody(numbers(1, 7), () => 6, title);
      company.now += DAY;
    }
    const closed = company.now - 2 * DAY;
    await stakeholdersAnswer('Around us');
    const said = await coach().say('what do the stakeholders say?');
    const day = new Date(closed).getUTCDate();
    expect(said.read).toMatch(new RegExp(`Beside the team’s own view of [^.]*\\b${day}\\b`));
    const levels = said.read.match(/team \d+, stakeholders \d+/g) ?? [];
    const { trend } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const dimensions =
      trend.find(({ title }) => title === 'Second')?.dimensions.map(({ dimension }) => dimension) ?? [];
    expect(dimensions).toContain('own');
    expect(levels).toHaveLength(dimensions.length - 1);
  });
});

describe('SH6 a stakeholder in chat', () => {
  it('is told what waits, answers it page by page, and is shown nothing of others', async () => {
    const chat = coach();
    await chat.say('ask stakeholders');
    await chat.press('See who is asked', PICKED);
    await chat.press('Ask them');
    await keepHouse(company.ports);
    const asked = new Chat(company, company.person(100));
    const open = await asked.say('what is open for me');
    expect(open.read).toContain('Around us');
    expect((await asked.press('Answer “Around us”')).read).toContain('Page 1 of');
    expect((await asked.say('what do the stakeholders say?')).texts.join()).not.toContain('13');
  });
});
