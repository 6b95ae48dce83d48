import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../application/company.ts';
import { Chat } from './chat.ts';

let company: Company;
let team: TeamId;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6);
});
afterEach(() => company.leave());

function chatOf(number: number): Chat {
  return new Chat(company, company.person(number));
}

/** A pulse in which vision is high and everything else divides, closed. */
async function closedPulse(): Promise<void> {
  const meeting = await company.meeting(team, company.now + DAY);
  const round = await company.round(meeting, 'rating');
  for (const [at, value] of [1, 2, 4, 5, 7, 7].entries()) {
    const asked = round.questions.filter(({ kind }) => kind === 'agreement');
    const answers = Object.fromEntries(
      asked.map(({ id }) => [id, { kind: 'scale' as const, value: id.includes('vision') ? 6 : value }]),
    );
    await company.cast(meeting, round.id, { by: at + 1, answers });
  }
  company.now += 2 * DAY;
  await keepHouse(company.ports);
}

/** Leader 1 promises these. */
async function promised(...sentences: readonly string[]): Promise<void> {
  const meeting = await company.meeting(team);
  await company.moveTo(meeting, 'committing');
  for (const sentence of sentences) {
    const input = {
      sentence,
      owner: company.person(1).person,
      due: '2027-01-10',
      evidence: 'It is there.',
      displaces: '',
      question: null,
    };
    await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
  }
  await company.direct(meeting, { type: 'close' });
}

async function statuses(): Promise<readonly string[]> {
  const { commitments } = await company.get('viewHome', company.person(1), { params: {}, input: null });
  return commitments.map(({ sentence, status }) => `${sentence} ${status}`).sort();
}

describe('CV11 asking on', () => {
  it('goes on about another dimension after one, and is a subject of its own after anything else', async () => {
    await closedPulse();
    const coach = chatOf(0);
    expect((await coach.say('why is strategy low')).read).toContain('Strategy in Team');
    expect((await coach.say('and roles?')).read).toContain('Roles in Team');
    expect((await coach.say('what could I try')).texts[0]).toMatch(/^What you could try with Team/);
    expect((await coach.say('and for roles?')).texts[0]).toBe('What you could try with Team on Roles');
    expect((await coach.say('response rate')).texts[0]).toMatch(/^Nothing is open/);
    expect((await coach.say('goals')).texts[0]).toBe('Team has no engagement yet.');
  });

  it('goes on about another time', async () => {
    await closedPulse();
    const coach = chatOf(0);
    expect((await coach.say('show Team')).texts[0]).toMatch(/^\*\*Team, 14 November\.\*\*/);
    expect((await coach.say('and in March?')).texts).toEqual(['Team had nothing closed in that time.']);
  });

  it('takes the second one of what was listed or asked, and says so where there is no list', async () => {
    await closedPulse();
    const coach = chatOf(0);
    expect((await coach.say('the second one')).texts).toEqual([
      'There is no list to pick from yet. Ask for one first, such as “open commitments”.',
    ]);
    await coach.say('where do they differ');
    expect((await coach.say('the first one')).read).toMatch(/in Team\n/);
    await coach.say('what could I try for roles');
    expect((await coach.say('the last one')).read).toContain('The dimension that it should move');
  });

  it('asks which team, and goes on with what was asked', async () => {
    await company.get('foundTeam', company.person(0), {
      params: {},
      input: { name: 'Depot', organisation: 'Org', scope: 'team', intact: true, myTitle: 'Coach', myRole: 'coach' },
    });
    const coach = chatOf(0);
    expect((await coach.say('response rate')).texts).toEqual(['Which team?']);
    expect((await coach.press('Depot')).texts).toEqual(['Depot has nothing open, and nothing closed yet.']);
    expect((await coach.say('open commitments')).texts).toEqual(['Depot has no open commitments.']);
  });
});

describe('CV12 a check-in', () => {
  it('closes the commitment that most of the words name', async () => {
    await promised('Publish the decision list', 'Merge the two forecasts');
    const leader = chatOf(1);
    const done = await leader.say('done: publish the decision list');
    expect(done.texts).toEqual(['**Done:** Publish the decision list Team sees it so now.']);
    expect(await statuses()).toEqual(['Merge the two forecasts open', 'Publish the decision list done']);
  });

  it('CV6 is taken back by what was said before, and a first one stays', async () => {
    await promised('Publish the decision list');
    const leader = chatOf(1);
    await leader.say('done: publish the decision list');
    const kept = await leader.say('undo');
    expect(kept.texts).toEqual(['A first check-in can’t be taken back. Say how it stands instead.']);
    expect(await statuses()).toEqual(['Publish the decision list done']);
    await leader.press('At risk');
    expect(await statuses()).toEqual(['Publish the decision list at-risk']);
    await leader.say('undo');
    expect(await statuses()).toEqual(['Publish the decision list done']);
    expect((await leader.say('undo')).texts).toEqual(['There is nothing that I can take back.']);
  });

  it('goes by the place in the list', async () => {
    await promised('Publish the decision list', 'Merge the two forecasts');
    const leader = chatOf(1);
    const { read } = await leader.say('my commitments');
    const second = /2\. (.*)\*\*/.exec(read)?.[1] ?? '';
    await leader.say('the second one is done');
    expect(await statuses()).toContain(`${second} done`);
  });

  it('is asked about where the words name something else, also when there is only one', async () => {
    await promised('Publish the decision list');
    const leader = chatOf(1);
    expect((await leader.say('done: the quarterly audit')).texts).toEqual(['Which one?']);
    expect(await statuses()).toEqual(['Publish the decision list open']);
    await leader.press('Done');
    expect(await statuses()).toEqual(['Publish the decision list done']);
  });
});

describe('CV12 yes', () => {
  it('does what was asked just before, and nothing else', async () => {
    const leader = chatOf(1);
    expect((await leader.say('yes')).texts).toEqual(['I had not asked anything. What would you like to do?']);
    await leader.say('delete my data');
    await leader.say('no');
    expect((await leader.say('yes')).texts).toEqual(['I had not asked anything. What would you like to do?']);
    await leader.say('delete my data');
    expect((await leader.say('yes')).texts).toEqual(['Done. Nothing here names you any more.']);
    const { person } = company.person(1);
    const place = { container: 'private', partition: `t|tenant-1|u|${person}` } as const;
    expect((await company.store.list(place, { prefix: '' })).documents).toEqual([]);
  });
});
