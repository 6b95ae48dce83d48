import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf, type Heard } from './chat.ts';

let company: Company;

beforeEach(async () => {
  company = new Company();
  await company.team(6, ['analyst', 'sponsor']);
});
afterEach(() => company.leave());

function chatOf(number: number, locale = 'en-GB'): Chat {
  return new Chat(company, company.person(number), { locale });
}

function buttonsOf({ card }: Heard): readonly string[] {
  return titlesOf(actionsOn(card));
}

const COACH = 0;
const LEADER = 1;
const SPONSOR = 8;
const STRANGER = 20;

describe('CV17 who sees what somebody says', () => {
  it.each(['who can see my answers', 'is this anonymous?', 'can my boss see what I said', 'what do you keep about me'])(
    'CV17 “%s” is told',
    async (text) => {
      const heard = await chatOf(LEADER).say(text);
      expect(heard.texts).toEqual([expect.stringMatching(/^\*\*Your answers:\*\* nobody sees them, not your CEO/)]);
      for (const promise of [
        'are shown from 5 answers on',
        'Then the key is destroyed, and they are unlinkable.',
        'you are asked to agree before its first question',
        'never anybody’s answers or single questions',
        'A coach’s notes are the coach’s, and no contract can change that.',
      ]) {
        expect(heard.read).toContain(promise);
      }
    },
  );

  it('CV17 the words beside the card say that a named meeting is another thing', async () => {
    const { texts } = await chatOf(LEADER).say('who sees my answers?');
    expect(texts[0]).toContain('**A named meeting is different:** whoever leads or coaches the team sees each answer');
  });

  it('CV17 is the same for a coach, a sponsor and somebody in no team', async () => {
    const [leader, ...others] = await Promise.all(
      [LEADER, COACH, SPONSOR, STRANGER].map((number) => chatOf(number).say('who can see my answers')),
    );
    for (const heard of others) expect(heard.card).toEqual(leader?.card);
    expect(leader && buttonsOf(leader)).toEqual(['Open Plumbline', 'Delete my data']);
  });

  it('CV17 a contract is offered to its parties, and to nobody else', async () => {
    const coach = chatOf(COACH);
    await coach.say('new engagement for Team');
    await coach.press('Begin', { purpose: 'Decide faster together.', occasion: 'challenging-time' });
    await coach.press('Draft the contract');
    const leader = chatOf(LEADER);
    expect(buttonsOf(await leader.say('is this confidential'))[0]).toBe('Read the contract with Team');
    expect((await leader.press('Read the contract with Team')).read).toContain('Decide faster together.');
    expect(buttonsOf(await chatOf(STRANGER).say('is this confidential'))).not.toContain('Read the contract with Team');
  });

  it('CV17 who sees what under a contract is the contract’s to say', async () => {
    const heard = await chatOf(COACH).say('who sees what under the contract');
    expect(heard.read).not.toContain('Who sees what you say');
    expect((await chatOf(LEADER).say('who sees what')).read).toContain('Who sees what you say');
  });

  it('CV17 in German', async () => {
    const heard = await chatOf(LEADER, 'de-DE').say('kann mein Chef sehen, was ich gesagt habe?');
    expect(heard.texts[0]).toMatch(/^\*\*Ihre Antworten\*\* sieht niemand: weder CEO noch Coach/);
    expect(heard.read).toContain('vor der ersten Frage werden Sie um Ihr Einverständnis gebeten');
  });
});
