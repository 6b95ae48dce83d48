import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, choicesOn, idsOf } from './chat.ts';

let company: Company;
let team: TeamId;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['analyst', 'sponsor']);
});
afterEach(() => company.leave());

function chatOf(number: number, kind: 'personal' | 'group' = 'personal'): Chat {
  return new Chat(company, company.person(number), { kind });
}

/** A pulse that six leaders answered and that is closed. */
async function closedPulse(values: readonly number[]): Promise<MeetingId> {
  const meeting = await company.meeting(team, company.now + DAY);
  const round = await company.round(meeting, 'rating');
  const answers = (value: number) =>
    Object.fromEntries(
      round.questions
        .filter(({ kind }) => kind === 'agreement')
        .map(({ id }) => [id, { kind: 'scale' as const, value: id.includes('vision') ? 6 : value }]),
    );
  for (const [at, value] of values.entries())
    await company.cast(meeting, round.id, { by: at + 1, answers: answers(value) });
  company.now += 2 * DAY;
  await keepHouse(company.ports);
  return meeting;
}

describe('CV1 whoever asks is shown what is theirs to see', () => {
  it('a coach sees where the team stands and where it differs, a sponsor dimensions alone', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const coach = chatOf(0);
    const shown = await coach.say('show Team');
    expect(shown.texts[0]).toMatch(/^\*\*Team, 1\d November\.\*\* Together on Vision/);
    expect(shown.read).toContain('6 of 6 answered');
    const differ = await coach.press('Where do they differ?');
    expect(differ.read).toMatch(/1\. /);
    expect(differ.read).not.toContain('In two sentences I could describe');
    const sponsor = chatOf(8);
    const asked = await sponsor.say('where do they differ');
    expect(asked.texts).toEqual(['Of Team you are shown dimensions, and no single questions.']);
  });

  it('CV1 a dimension that is to be shown has its questions, for whoever sees questions', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const leader = chatOf(1);
    const shown = await leader.say('show me priorities');
    expect(shown.card).toEqual((await leader.say('why are priorities low')).card);
    expect(shown.read).toMatch(/^Priorities in Team\n/);
    expect((await chatOf(8).say('show me priorities')).texts).toEqual([
      'Of Team you are shown dimensions, and no single questions.',
    ]);
    expect((await chatOf(20).say('show me priorities')).texts[0]).toMatch(/^You are in no team yet/);
  });

  it('somebody in no team is told so, and nothing of a team by its id', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const stranger = chatOf(20);
    expect((await stranger.say('where do we stand')).texts[0]).toMatch(/^You are in no team yet/);
    const forged = await stranger.forge({ verb: 'ask', intent: 'show-team', team });
    expect(forged.texts[0]).toMatch(/^You are in no team yet/);
  });

  it('among others it only says where to talk, whatever was asked', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const group = chatOf(0, 'group');
    for (const heard of [await group.say('show Team'), await group.forge({ verb: 'ask', intent: 'show-team', team })]) {
      expect(heard.texts).toEqual(['I answer that where only you read it.']);
      expect(heard.read).not.toContain('Vision');
    }
  });
});

describe('CV2 a leader answers in chat', () => {
  it('page by page, and no card shows what was answered', async () => {
    const meeting = await company.meeting(team, company.now + DAY);
    const leader = chatOf(1);
    const waiting = await leader.say('what is open for me');
    expect(waiting.texts).toEqual(['One thing waits for you']);
    let page = await leader.press('Answer “Alignment”');
    expect(page.read).toContain('Only you know what you answer. Results are shown from 5 answers.');
    const given: string[] = [];
    for (let pages = 0; pages < 20 && !page.read.includes('Saved:'); pages += 1) {
      const inputs = choicesOn(page.card);
      expect(inputs.every((input) => !('value' in input))).toBe(true);
      const ids = idsOf(inputs);
      if (ids.includes('q:importance:1')) break;
      given.push(...ids);
      const last = actionsOn(page.card).some(({ title }) => title === 'Save');
      page = await leader.press(last ? 'Save' : 'Save and go on', Object.fromEntries(ids.map((id) => [id, '6'])));
    }
    expect(page.read).toContain('What matters most');
    const order = { 'q:importance:1': 'goals', 'q:importance:2': 'vision', 'q:importance:3': '' };
    page = await leader.press('Save', order);
    expect(page.read).toContain(`Saved: ${given.length + 1} of ${given.length + 1} answered.`);
    expect(page.read).not.toContain('agree');
    expect(page.read).not.toContain('Goals');
    const round = await company.round(meeting, 'rating');
    const mine = await company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    const ballot = mine.ballots.find((one) => one.round === round.id);
    const { importance, ...rated } = ballot?.answers ?? {};
    expect(importance).toEqual({ kind: 'ranking', order: ['goals', 'vision'] });
    expect(Object.values(rated)).toEqual(given.map(() => ({ kind: 'scale', value: 6 })));
  });

  it('what is given two places of an order is told, and nothing of the page is stored', async () => {
    const meeting = await company.meeting(team, company.now + DAY);
    const leader = chatOf(1);
    const twice = { 'q:importance:1': 'goals', 'q:importance:2': 'goals' };
    const heard = await leader.forge({ verb: 'cast', meeting, page: 0, ...twice });
    expect(heard.texts).toEqual([expect.stringMatching(/^Something has two places/)]);
    const mine = await company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    expect(mine.ballots).toEqual([]);
  });

  it('a page that is left empty casts nothing, and changing one answer keeps the others', async () => {
    const meeting = await company.meeting(team, company.now + DAY);
    const leader = chatOf(1);
    await leader.say('what is open for me');
    const first = await leader.press('Answer “Alignment”');
    const [one = '', two = ''] = idsOf(choicesOn(first.card));
    const mine = () => company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    await leader.forge({ verb: 'cast', meeting, page: 0 });
    expect((await mine()).ballots).toEqual([]);
    await leader.forge({ verb: 'cast', meeting, page: 0, [one]: '3', [two]: 'cannot-say' });
    await leader.forge({ verb: 'cast', meeting, page: 0, [two]: '5' });
    expect((await mine()).ballots[0]?.answers).toEqual({
      [one.slice(2)]: { kind: 'scale', value: 3 },
      [two.slice(2)]: { kind: 'scale', value: 5 },
    });
  });

  it('an answer that no scale has is refused with a reason, and nothing is stored', async () => {
    const meeting = await company.meeting(team, company.now + DAY);
    const leader = chatOf(1);
    await leader.say('what is open for me');
    const first = await leader.press('Answer “Alignment”');
    const [one = ''] = idsOf(choicesOn(first.card));
    const heard = await leader.forge({ verb: 'cast', meeting, page: 0, [one]: '9' });
    expect(heard.texts[0]).toMatch(/^\*\*/);
    const mine = await company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    expect(mine.ballots).toEqual([]);
  });

  it('a named meeting asks for consent first, and a coach is not asked at all', async () => {
    const meeting = await company.meeting(team, company.now + DAY, { mode: 'named' });
    const leader = chatOf(1);
    await leader.say('what is open for me');
    const asked = await leader.press('Answer “Alignment”');
    expect(choicesOn(asked.card)).toEqual([]);
    expect(asked.read).toContain('everybody in it sees every answer');
    const page = await leader.press('I agree, show the questions');
    expect(page.read).toContain('Everybody in this meeting sees your answers with your name.');
    const coach = chatOf(0);
    expect((await coach.forge({ verb: 'answer', meeting })).read).toContain('does not ask for your answers');
  });

  it('after closing a card that is still in the chat takes no answer', async () => {
    const meeting = await company.meeting(team, company.now + DAY);
    const leader = chatOf(1);
    await leader.say('what is open for me');
    await leader.press('Answer “Alignment”');
    company.now += 2 * DAY;
    await keepHouse(company.ports);
    const late = await leader.forge({ verb: 'cast', meeting, page: 0, 'q:al.vision.1': '3' });
    expect(late.read).toBe('“Alignment” takes no answers any more.');
  });
});

describe('CV3 what is sent twice is done once', () => {
  it('a pulse whose button is tapped twice is one pulse', async () => {
    const coach = chatOf(0);
    await coach.say('send a pulse to Team');
    const sent = await coach.press('Send it now', {}, 2);
    expect(sent.read).toMatch(/is open until .* 6 leaders are asked\.$/);
    const view = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    expect(view.meetings.map(({ format, status }) => [format, status])).toEqual([['pulse', 'open']]);
  });
});

describe('CV3 a card that was refused', () => {
  it('leaves no plan behind, and can be sent again with other words', async () => {
    const { id: small } = await company.get('foundTeam', company.person(0), {
      params: {},
      input: { name: 'Few', organisation: 'Org', scope: 'team', intact: true, myTitle: '', myRole: 'coach' },
    });
    const add = (number: number) =>
      company.get('addMember', company.person(0), {
        params: { team: small },
        input: { person: company.person(number).person, name: `P ${number}`, title: '', role: 'leader', group: '' },
      });
    for (const number of [1, 2, 3, 4, 5]) await add(number);
    const view = () => company.get('viewTeam', company.person(0), { params: { team: small }, input: null });
    const coach = chatOf(0);
    await coach.say('send a pulse to Few');
    const params = { team: small, person: company.person(5).person };
    const ifMatch = String((await view()).revision);
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch });
    expect((await coach.press('Send it now')).texts[0]).toMatch(/^\*\*There are too few leaders/);
    expect((await view()).meetings).toEqual([]);
    await add(5);
    expect((await coach.press('Send it now', { title: 'Now five' })).read).toMatch(/5 leaders are asked\.$/);
    expect((await view()).meetings).toMatchObject([{ title: 'Now five', status: 'open' }]);
  });
});

describe('CV4 nothing is done that was not understood', () => {
  it('a text of no meaning offers three things, and touches nothing', async () => {
    const coach = chatOf(0);
    const heard = await coach.say('colourless green ideas sleep furiously');
    expect(heard.texts[0]).toMatch(/^I did not understand/);
    const offered = actionsOn(heard.card).length;
    expect(offered).toBeGreaterThan(0);
    expect(offered).toBeLessThanOrEqual(3);
  });

  it('a card that was made up or is old says so', async () => {
    const coach = chatOf(0);
    for (const data of [
      {},
      { verb: 'no-such-verb' },
      { verb: 'constructor' },
      { verb: 'ask', intent: 'launch' },
      { verb: 'check-in', team: 5 },
      { verb: 'send-pulse', team },
      { verb: 'cast', meeting: 'meeting_../x' },
    ]) {
      const heard = await coach.forge(data);
      expect([data, heard.read]).toEqual([data, expect.stringContaining('Nothing was done; please ask again.')]);
    }
  });
});

describe('CV5 cards', () => {
  it('have version 1.5, six actions at the most, and words for where no card is shown', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const coach = chatOf(0);
    const heard = [
      await coach.install(),
      await coach.say('hello'),
      await coach.say('help'),
      await coach.say('show Team'),
      await coach.say('where do they differ'),
      await coach.say('response rate'),
      await coach.say('send the coaching diagnostic Friday 9'),
      await coach.say('delete my data'),
      await coach.say('prepare my review deck'),
    ];
    for (const { effects } of heard) {
      for (const effect of effects) {
        if (effect.kind !== 'say') continue;
        expect(effect.message.text.trim()).not.toBe('');
        const shown = effect.message.card ?? null;
        if (shown === null) continue;
        expect(shown['version']).toBe('1.5');
        expect(actionsOn(shown).length).toBeLessThanOrEqual(6);
        expect(JSON.stringify(shown)).not.toMatch(/\{\{|undefined|NaN/);
      }
    }
  });

  it('a welcome is said once, however often the bot is installed', async () => {
    const leader = chatOf(1);
    expect((await leader.install()).texts).toHaveLength(1);
    expect((await leader.install()).texts).toHaveLength(0);
  });
});

describe('CV6 what was said last can be taken back', () => {
  it('says so where there is nothing', async () => {
    expect((await chatOf(1).say('undo')).texts).toEqual(['There is nothing that I can take back.']);
  });
});

describe('CV6 NU4 stopping', () => {
  it('leaves what was begun, and offers to speak unasked no more', async () => {
    const leader = chatOf(1);
    expect((await leader.say('stop')).texts).toEqual(['Stopped. Nothing was changed.']);
    await leader.press('Send me nothing unasked');
    const kept = await company.get('viewNudgePreferences', company.person(1), { params: {}, input: null });
    expect(kept.stopped).toBe(true);
  });
});

describe('CV7 what is found for a chat', () => {
  it('names meetings and opens them, with no result on the card, for members alone', async () => {
    await closedPulse([1, 2, 4, 5, 7, 7]);
    const found = await chatOf(0).search('alignment');
    expect(found.effects).toMatchObject([{ kind: 'offer', found: [{ title: 'Alignment' }] }]);
    expect(JSON.stringify(found.effects)).not.toMatch(/together|apart|spread|camps/i);
    expect((await chatOf(20).search('alignment')).effects).toEqual([{ kind: 'offer', found: [] }]);
  });
});
