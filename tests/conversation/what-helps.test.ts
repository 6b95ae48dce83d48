import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf } from './chat.ts';

let company: Company;
let team: TeamId;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['sponsor']);
});
afterEach(() => company.leave());

function chatOf(number: number, locale = 'en-GB'): Chat {
  return new Chat(company, company.person(number), { locale });
}

/** A closed pulse that so many leaders answered. */
async function closedPulse(answering: number): Promise<void> {
  const meeting = await company.meeting(team, company.now + DAY);
  const round = await company.round(meeting, 'rating');
  const asked = round.questions.filter(({ kind }) => kind === 'agreement');
  const answers = Object.fromEntries(asked.map(({ id }) => [id, { kind: 'scale' as const, value: 4 }]));
  for (let by = 1; by <= answering; by += 1) await company.cast(meeting, round.id, { by, answers });
  company.now += 2 * DAY;
  await keepHouse(company.ports);
}

describe('CV20 results that too few answered for', () => {
  it('say how many more answers it takes, and a coach can ask anew', async () => {
    await closedPulse(3);
    const coach = chatOf(0);
    const shown = await coach.say('where do we stand');
    expect(titlesOf(actionsOn(shown.card))).toEqual(['Send a pulse', 'Open the team']);
    const differ = await coach.say('where do they differ');
    expect(differ.texts).toEqual(['I can’t show that: too few answered. Results are shown from 5 answers.']);
    expect(differ.read).toContain('held: 2 more answers would open it');
    expect(titlesOf(actionsOn(differ.card))).toEqual(['Send a pulse', 'Open the team']);
    expect((await coach.press('Send a pulse')).texts).toEqual(['A pulse for Team']);
    expect(titlesOf(actionsOn((await chatOf(1).say('where do they differ')).card))).toEqual(['Open the team']);
  });

  it('offer to remind people while something asks them', async () => {
    await closedPulse(3);
    await company.meeting(team, company.now + DAY);
    for (const who of [0, 1]) {
      const differ = await chatOf(who).say('where do they differ');
      expect(titlesOf(actionsOn(differ.card))).toEqual(['Remind who has not answered', 'Open the team']);
    }
  });
});

describe('CV20 a pulse of a team too small to be shown anything', () => {
  it('is not offered, now or later; what helps is', async () => {
    await company.leave();
    company = new Company();
    team = await company.team(4);
    const coach = chatOf(0);
    for (const text of ['send a pulse to Team', 'send a pulse to Team on Monday at 9']) {
      const offered = await coach.say(text);
      expect(offered.texts).toEqual(['With 4 leaders no result could be shown: the minimum group is 5.']);
      expect(titlesOf(actionsOn(offered.card))).toEqual(['Open the team', 'Ask stakeholders']);
    }
    expect((await coach.press('Ask stakeholders')).texts).toEqual(['Ask stakeholders of Team']);
    const german = await chatOf(0, 'de-DE').say('Pulsumfrage senden');
    expect(german.texts[0]).toContain('Mit 4 Führungskräften ließe sich kein Ergebnis zeigen');
  });
});

describe('CV20 help', () => {
  it('offers leaders and sponsors what they may ask, and no more', async () => {
    const leader = (await chatOf(1).say('help')).read;
    for (const text of ['contract', 'who has accepted', 'what can the sponsor see', 'incident: ']) {
      expect(leader).toContain(`- ${text}`);
    }
    const sponsor = (await chatOf(7).say('help')).read;
    for (const text of ['where do we stand', 'contract', 'who has accepted', 'what can the sponsor see']) {
      expect(sponsor).toContain(`- ${text}`);
    }
    for (const text of ['where do they differ', 'incident: ', 'send the coaching']) {
      expect(sponsor).not.toContain(`- ${text}`);
    }
  });
});

describe('CV20 CO4 a sponsor from whom a contract keeps results', () => {
  it('is told so, and offered nothing of them', async () => {
    await closedPulse(6);
    const sponsor = chatOf(7);
    expect((await sponsor.say('where do we stand')).texts[0]).toContain('**Team');
    const params = { team };
    const input = { sponsor: company.person(7).person, purpose: 'Decide.', occasion: 'none' } as const;
    await company.get('beginEngagement', company.person(0), { params, input });
    const terms = { sponsorSees: 'takes-place' } as const;
    await company.get('draftContract', company.person(0), { params, input: terms, ifMatch: '1' });
    const kept = 'The meetings and results of Team are not shown to sponsors. Commitments of your own are.';
    for (const text of ['where do we stand', 'response rate', 'open commitments']) {
      expect((await sponsor.say(text)).texts).toEqual([kept]);
    }
    expect((await sponsor.say('when do we meet')).read).toContain('Meetings are not shown to sponsors.');
    expect((await sponsor.say('help')).read).not.toContain('- where do we stand');
  });
});
