import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { symptomKinds } from '@plumbline/shared/domain/coaching/incident';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf } from './chat.ts';

let company: Company;
let team: TeamId;
let coach: Chat;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['analyst', 'sponsor']);
  coach = chatOf(0);
});
afterEach(() => company.leave());

function chatOf(number: number): Chat {
  return new Chat(company, company.person(number));
}

const SPONSOR = 8;

async function contracted(): Promise<void> {
  await coach.say('new engagement for Team');
  await coach.press('Begin', { purpose: 'Decide faster together.', occasion: 'challenging-time' });
  await coach.press('Draft the contract');
}

/** Each party taps twice. */
async function everybodyAccepts(): Promise<void> {
  for (const number of [0, 1, 2, 3, 4, 5, 6, SPONSOR]) {
    const party = chatOf(number);
    await party.say('contract');
    await party.press('I accept this version', {}, 2);
  }
}

describe('CV8 a coach contracts in chat', () => {
  it('begins, drafts, and each party accepts exactly what was shown', async () => {
    await contracted();
    const accepted = await coach.press('I accept this version');
    expect(accepted.read).toContain('You have accepted version 1.');
    const asked = await coach.say('who has accepted');
    expect(asked.texts).toEqual(['Version 1: 1 of 8 have accepted']);

    const leader = chatOf(1);
    const shown = await leader.say('contract');
    expect(shown.read).toContain('Decide faster together.');
    await coach.say('contract');
    await coach.press('Propose this as a new version', { outcomes: 'One decision list\nFewer reopened decisions' });
    // What the leader sees is version 1, and that is not what is asked any more.
    const late = await leader.press('I accept this version');
    expect(late.texts[0]).toMatch(/^\*\*/);
    await leader.say('contract');
    expect((await leader.press('I accept this version')).read).toContain('You have accepted version 2.');
  });

  it('everybody’s yes puts it in force, each tap counted once', async () => {
    await contracted();
    await everybodyAccepts();
    expect((await coach.say('who has accepted')).texts).toEqual(['Version 1: 8 of 8 have accepted']);
  });

  it('a contract that needs somebody’s yes is among what waits for them, until they have given it', async () => {
    await contracted();
    const leader = chatOf(1);
    expect((await leader.say('hello')).texts).toEqual(['Hello Person. One thing waits for you.']);
    const open = await leader.say('what is open for me');
    expect(open.read).toContain('A contract waits for your yes');
    expect((await leader.say('the first one')).read).toContain('Decide faster together.');
    await leader.say('what is open for me');
    await leader.press('Read the contract with Team');
    await leader.press('I accept this version');
    expect((await leader.say('what is open for me')).texts).toEqual(['Nothing waits for you.']);
    expect((await chatOf(7).say('what is open for me')).texts).toEqual(['Nothing waits for you.']);
  });

  it('makes a new team for a name that is not known', async () => {
    await coach.say('new engagement for Acme Exec');
    const begun = await coach.press('Make the team and begin', {
      name: 'Acme Exec',
      organisation: 'Acme',
      purpose: 'Find out where we stand.',
    });
    expect(begun.read).toContain('The engagement with Acme Exec has begun.');
    const home = await company.get('viewHome', company.person(0), { params: {}, input: null });
    expect(home.teams.map(({ name }) => name).sort()).toEqual(['Acme Exec', 'Team']);
  });

  it('shows literally what the sponsor sees, and what never', async () => {
    await contracted();
    const seen = await coach.say('what can the sponsor see');
    expect(seen.texts[0]).toMatch(/^What Person 8, sponsor of Team, sees/);
    expect(seen.read).toContain('Decide faster together.');
    expect(seen.read).toContain('the coach’s notes');
  });

  it('shows literally which meetings and commitments the sponsor sees', async () => {
    await contracted();
    await everybodyAccepts();
    for (const title of ['Spring', 'Autumn']) {
      const meeting = await company.meeting(team, null, { title });
      await company.moveTo(meeting, 'committing');
      const input = {
        owner: company.person(2).person,
        due: '2027-01-10',
        evidence: 'It is there.',
        displaces: 'The old list.',
        question: null,
      };
      const sentence = `Publish the decision list of ${title}`;
      await company.get('proposeCommitment', company.person(1), {
        params: { meeting },
        input: { ...input, sentence },
      });
      await company.direct(meeting, { type: 'close' });
      company.now += DAY;
    }
    const { read } = await coach.say('what can the sponsor see');
    const own = await chatOf(SPONSOR).say('what can the sponsor see');
    expect(own.read).toBe(read);
    expect(read).toContain('Autumn, 13 November');
    expect(read).toContain('As much of one before: Spring, 12 November.');
    expect(read).toMatch(
      /2 commitments[^]*Publish the decision list of Autumn[^]*Person 2 · due 10 January 2027[^]*Instead of: The old list\./,
    );
  });

  it('recommends nothing before anything is known, and says what to ask', async () => {
    const told = await coach.say('alignment or coaching?');
    expect(told.texts).toEqual(['Team: too little is known yet to recommend anything.']);
    expect(told.read).toContain('Not asked yet');
    expect(told.read).toContain('nobody has calibrated them yet');
  });

  it('keeps goals', async () => {
    await contracted();
    await coach.say('goals');
    await coach.press('Add', { sentence: 'We decide in the room.', dimension: 'roles', evidence: 'The decision list' });
    const shown = await coach.say('goals');
    expect(shown.read).toContain('1. We decide in the room.');
    await coach.press('Drop 1');
    expect((await coach.say('goals')).texts).toEqual(['Team: 0 goals']);
  });

  it('CV10 a goal that is typed stands in the form, and is none until it is whole', async () => {
    await contracted();
    const asked = await coach.say('new goal: decide in one meeting');
    expect(asked.read).toContain('\ndecide in one meeting\n');
    expect((await coach.say('goals')).texts).toEqual(['Team: 0 goals']);
    await coach.say('new goal: decide in one meeting');
    await coach.press('Add', { dimension: 'roles', evidence: 'The decision list' });
    expect((await coach.say('goals')).read).toContain('1. decide in one meeting');
  });

  it('CV10 a goal that a leader types is the coach’s to set, and one too many has no room', async () => {
    await contracted();
    expect((await chatOf(1).say('new goal: decide in one meeting')).texts).toEqual([
      '**Team: 0 goals.** Goals are set by the coach whose engagement this is. Nothing was added.',
    ]);
    for (const sentence of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await coach.say(`goal: ${sentence}`);
      await coach.press('Add', { dimension: 'roles', evidence: 'The decision list' });
    }
    expect((await coach.say('goal: Six')).texts).toEqual([
      '**Team: 5 goals.** There are 5 goals, and no room for more. Drop one first.',
    ]);
    expect((await chatOf(20).say('new goal: decide in one meeting')).texts[0]).toMatch(/^You are in no team yet/);
  });
});

describe('CV9 a coach’s notes are the coach’s', () => {
  it('are kept word for word, listed, and taken back', async () => {
    const kept = await coach.say('note: CFO interrupted twice');
    expect(kept.texts[0]).toMatch(/^Kept, for you alone/);
    expect((await coach.say('notes')).read).toContain('CFO interrupted twice');
    expect((await coach.say('undo')).texts).toEqual(['The note is gone.']);
    expect((await coach.say('notes')).texts).toEqual(['Team: 0 notes']);
    expect((await coach.say('undo')).texts).toEqual(['There is nothing that I can take back.']);
  });

  it('no leader, analyst or sponsor gets one out', async () => {
    await coach.say('note: CFO interrupted twice');
    for (const number of [1, 7, SPONSOR, 20]) {
      const other = chatOf(number);
      const heard = [
        await other.say('notes'),
        await other.say('show Team'),
        await other.say('what can the sponsor see'),
        await other.search('CFO'),
      ];
      expect(JSON.stringify(heard)).not.toContain('interrupted');
    }
  });

  it('the conversation itself remembers nothing of what a note says', async () => {
    await coach.say('note: CFO interrupted twice');
    await coach.say('colourless green ideas');
    const { person } = company.person(0);
    const kept = await company.store.read({ container: 'private', partition: `t|tenant-1|u|${person}` }, 'chat|memory');
    expect(kept).not.toBeNull();
    expect(JSON.stringify(kept)).not.toMatch(/CFO|interrupted|colourless/);
  });
});

describe('CV10 a coach tries, logs and plans in chat', () => {
  it('gets three ways with time, risk and when not to, and logs one once', async () => {
    const tried = await coach.say('what could I try for roles');
    expect(actionsOn(tried.card)).toHaveLength(3);
    for (const said of ['Time', 'Risk', 'When not to', 'Why this one']) expect(tried.read).toContain(said);
    const [first = ''] = titlesOf(actionsOn(tried.card));
    await coach.press(first);
    const logged = await coach.press('Keep it', {}, 2);
    expect(logged.read).toMatch(/^Kept: .*, to move Roles\./);
    const { interventions } = await company.get('viewInterventions', company.person(0), {
      params: { team },
      input: null,
    });
    expect(interventions).toHaveLength(1);
    const helped = await coach.say('did it help');
    expect(helped.read).toMatch(/Nothing was measured before it or since\./);
    expect((await coach.say('undo')).texts).toEqual(['Taken back.']);
    expect((await coach.say('did it help')).texts).toEqual(['Team: nothing was logged as tried yet.']);
  });

  it('plans a session whose minutes add up, changes and shares it', async () => {
    const planned = await coach.say('plan 90 minutes on roles');
    expect(planned.texts[0]).toMatch(/: 90 minutes, \d+ parts$/);
    expect(planned.read).toContain('Saved. Only you see it.');
    const shared = await coach.press('Share with the team');
    expect(shared.read).toContain('shared with the leaders and coaches');
    await coach.press('Throw it away');
    const { sessions } = await company.get('viewSessions', company.person(0), { params: { team }, input: null });
    expect(sessions).toEqual([]);
  });

  it('asks of an incident what it is a sign of, keeps it, and takes it back', async () => {
    const [kind] = symptomKinds();
    await coach.say('incident: two plans for one launch');
    const kept = await coach.press('Keep it', { kind: kind?.id ?? '' });
    expect(kept.read).toMatch(/^Kept, for 12 November\.$/);
    expect((await chatOf(1).say('incidents')).read).toContain('two plans for one launch');
    expect((await chatOf(SPONSOR).say('incidents')).texts[0]).toMatch(/^\*\*/);
    expect((await coach.say('undo')).texts).toEqual(['Taken back.']);
    expect((await coach.say('incidents')).texts).toEqual(['Team: 0 incidents']);
  });

  it('a leader is told that these are not theirs to do', async () => {
    const leader = chatOf(1);
    for (const text of ['note: something', 'plan 90 minutes on roles', 'what could I try for roles']) {
      const heard = await leader.say(text);
      expect([text, heard.texts[0]]).toEqual([text, expect.stringMatching(/^\*\*/)]);
    }
  });
});
