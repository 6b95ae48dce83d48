import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import type { Json, JsonObject } from '@plumbline/shared/kernel/json';
import type { IntentName } from '@plumbline/shared/language/intents';
import { contractWords } from '@plumbline/shared/i18n/contract-words';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, choicesOn, idsOf, titlesOf, type Heard } from './chat.ts';
import { englishIn, speechOf, wordsIn } from './english-in.ts';

const SAYS = { 'en-GB': wordsIn('en', 'bot'), 'de-AT': wordsIn('de', 'bot') };
type Locale = keyof typeof SAYS;

const COACH = 0;
const LEADER = 1;
const SPONSOR = 8;

let company: Company;
let team: TeamId;

beforeAll(async () => {
  company = new Company();
  team = await company.team(6, ['analyst', 'sponsor']);
  for (const values of [
    [1, 2, 4, 5, 7, 7],
    [2, 2, 3, 4, 5, 6],
  ]) {
    await closedPulse(values);
  }
  const coach = chatOf(COACH, 'de-AT');
  await coach.say('neues Coaching für Team');
  await coach.press('Beginnen', { purpose: 'Schneller entscheiden.', occasion: 'challenging-time' });
  await coach.press('Vereinbarung entwerfen');
  await company.meeting(team, company.now + DAY);
});
afterAll(() => company.leave());

async function closedPulse(values: readonly number[]): Promise<void> {
  const meeting = await company.meeting(team, company.now + DAY);
  const round = await company.round(meeting, 'rating');
  for (const [at, value] of values.entries()) {
    const answers = Object.fromEntries(
      round.questions
        .filter(({ kind }) => kind === 'agreement')
        .map(({ id }) => [id, { kind: 'scale' as const, value: id.includes('vision') ? 6 : value }]),
    );
    await company.cast(meeting, round.id, { by: at + 1, answers });
  }
  company.now += 2 * DAY;
  await keepHouse(company.ports);
}

function chatOf(number: number, locale: Locale): Chat {
  return new Chat(company, company.person(number), { locale });
}

function readIn({ texts, card }: Heard): string {
  return [...texts, speechOf(card)].join('\n');
}

/** What a card does, whatever language it is in: its buttons and its inputs. */
function doingsOf({ card }: Heard): readonly (readonly (Json | undefined)[])[] {
  const inputs = idsOf(choicesOn(card)).map((id) => [id]);
  return [...actionsOn(card).map(({ type, data }) => [type, ...verbIn(data)]), ...inputs];
}

function verbIn(data: Json | undefined): readonly (Json | undefined)[] {
  const { verb, intent } = (data ?? {}) as JsonObject;
  return [verb, intent];
}

const OF_COACHES: readonly IntentName[] = [
  ...(['new-engagement', 'contract', 'who-accepted', 'recommend', 'send-pulse', 'response-rate', 'show-team'] as const),
  ...(['where-differ', 'compare', 'why-low', 'what-to-try', 'plan-session', 'note', 'notes'] as const),
  ...(['log-intervention', 'did-it-help', 'open-commitments', 'sponsor-view', 'review-deck'] as const),
  ...(['log-incident', 'incidents', 'goals', 'accept-contract', 'greet', 'help', 'thanks', 'follow-up'] as const),
  ...(['undo', 'stop', 'yes', 'no', 'pick', 'delete-my-data', 'start-again', 'ask-stakeholders'] as const),
  ...(['privacy', 'meetings', 'quiet-hours'] as const),
];
const OF_LEADERS: readonly IntentName[] = [
  ...(['greet', 'open-for-me', 'my-commitments', 'check-in', 'remind-later', 'send-pulse', 'note', 'goals'] as const),
  ...([
    'recommend',
    'did-it-help',
    'plan-session',
    'help',
    'delete-my-data',
    'privacy',
    'meetings',
    'quiet-hours',
  ] as const),
];

describe('CV13 a conversation is in the language of the client that it is held with', () => {
  it.each([
    ...OF_COACHES.map((intent) => [intent, 'coach', COACH] as const),
    ...OF_LEADERS.map((intent) => [intent, 'leader', LEADER] as const),
    ...(['show-team', 'where-differ', 'sponsor-view'] as const).map((intent) => [intent, 'sponsor', SPONSOR] as const),
  ])(
    'CV13 “%s” of a %s is answered in German, with the buttons that it has in English',
    async (intent, _who, number) => {
      const [english, german] = [
        await chatOf(number, 'en-GB').say(SAYS['en-GB'][`example.${intent}`] ?? ''),
        await chatOf(number, 'de-AT').say(SAYS['de-AT'][`example.${intent}`] ?? ''),
      ];
      expect(englishIn(readIn(german))).toEqual([]);
      expect(doingsOf(german)).toEqual(doingsOf(english));
      expect(german.texts.length).toBe(english.texts.length);
      expect(german.texts).not.toEqual(english.texts);
    },
  );

  it('CV13 it is the client’s also where something else is typed', async () => {
    const heard = await chatOf(COACH, 'de-AT').say('where do we stand');
    expect(englishIn(readIn(heard))).toEqual([]);
    expect(heard.texts[0]).toMatch(/^\*\*Team, \d+\. \p{L}+\.\*\* /u);
    expect(englishIn(readIn(await chatOf(COACH, 'en-GB').say('wo stehen wir')))).not.toEqual([]);
  });

  it('LG7 a contract begins in the words of the coach who drafts it, and stays in them for whoever reads it', async () => {
    const { outcomes, boundaries } = contractWords('de');
    const [coach, leader] = [chatOf(COACH, 'de-AT'), chatOf(LEADER, 'en-GB')];
    const [drafted, shown] = [await coach.say('Vereinbarung'), await leader.say('contract')];
    for (const sentence of [...outcomes, ...boundaries]) {
      expect(drafted.read).toContain(sentence);
      expect(shown.read).toContain(sentence);
    }
  });

  it('LG7 a dimension is known by its name in either language', async () => {
    const coach = chatOf(COACH, 'de-AT');
    for (const [name, title] of [
      ['Erwartungen', 'Erwartungen'],
      ['expectations', 'Erwartungen'],
      ['Problemlösung', 'Problemlösung'],
      ['problem-solving', 'Problemlösung'],
    ] as const) {
      const heard = await coach.say(`was kann ich bei ${name} ausprobieren`);
      expect(heard.read).toContain(title);
      expect(englishIn(readIn(heard))).toEqual([]);
    }
  });

  it('CV13 what is not understood, and what may mean several things, is asked in German', async () => {
    const coach = chatOf(COACH, 'de-AT');
    for (const text of ['Wetter in Wanne-Eickel', 'Puls', 'ist die Vereinbarung unterschrieben']) {
      const heard = await coach.say(text);
      expect(actionsOn(heard.card).length).toBeGreaterThan(1);
      expect(englishIn(readIn(heard))).toEqual([]);
    }
  });

  it('CV13 answering is in German, page by page', async () => {
    const leader = chatOf(LEADER, 'de-AT');
    await leader.say('was ist offen für mich');
    let page = await leader.press('„Alignment“ beantworten');
    for (let pages = 0; pages < 20 && !page.read.includes('Gespeichert:'); pages += 1) {
      expect(englishIn(readIn(page))).toEqual([]);
      const ids = idsOf(choicesOn(page.card));
      const isOrder = page.read.includes('An erster Stelle');
      expect(page.read).toContain(isOrder ? '\nPrioritäten' : '\n7 stimme voll zu');
      const order = ['priorities', 'goals', 'vision'];
      const [save = ''] = titlesOf(actionsOn(page.card));
      page = await leader.press(save, Object.fromEntries(ids.map((id, at) => [id, isOrder ? (order[at] ?? '') : '6'])));
    }
    expect(page.read).toContain('Gespeichert: ');
    expect(englishIn(readIn(page))).toEqual([]);
  });

  it('CV13 a failure is told in German, with what to do next', async () => {
    const heard = await chatOf(LEADER, 'de-AT').forge({
      verb: 'forget-note',
      team,
      observation: 'observation_nobodys',
    });
    const { 'access.denied.title': title, 'access.denied.next': next } = wordsIn('de', 'errors');
    expect(heard.texts).toEqual([`**${title}** ${next}`]);
    const faults = await chatOf(COACH, 'de-AT').forge({ verb: 'note', team, text: '   ' });
    expect(faults.texts[0]).toContain('\n- braucht mindestens 1');
  });
});
