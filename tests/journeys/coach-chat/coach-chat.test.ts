import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { DEMO_PEOPLE } from '@plumbline/infra/local/demo/people';
import { persona } from '../../running/person.ts';
import { RunningMeeting } from '../../running/running-meeting.ts';
import { RunningService } from '../../running/running-service.ts';
import { DemoMeeting } from '../screens/demo-meeting.ts';
import { faultsOn } from '../screens/look.ts';
import { launchBrowser, newContext, THEMES } from '../screens/seat.ts';
import { ChatSeat, type ChatLook } from './chat-seat.ts';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
  // What the bot says unasked comes when it is due, in the middle of anything else.
  await Promise.all(
    DEMO_PEOPLE.map(async ({ id }) => {
      const person = await persona(service.origin, id);
      await person.do('setNudgePreferences', { params: {}, input: { stopped: true } });
    }),
  );
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

/** A chat of the demo company; whatever the page complains about is noted. */
function open(as: string, look: ChatLook = {}): Promise<ChatSeat> {
  return ChatSeat.open(context, { origin: service.origin, as, complaints, ...look });
}

describe('a coach who types', () => {
  it('runs an engagement without a form of ours, in cards clear to everybody in each theme at phone width', async () => {
    const coach = await open('ruth');
    await coach.say('new engagement for Executive team', 'A new engagement with Executive team');
    await coach.press('Begin', 'The engagement with Executive team has begun', {
      'What the engagement is for, in a sentence or two': 'Decide faster, together.',
    });
    await coach.press('Draft the contract', 'Contract with Executive team, version 1');
    await coach.press('I accept this version', 'You have accepted version 1.');
    await coach.say('who has accepted', /Version 1: 1 of \d+ have accepted/);
    await coach.say('alignment or coaching?', 'What that rests on');
    await coach.say('send the coaching diagnostic Friday 9', 'A pulse for Executive team');
    await coach.press('Send it now', /is open until .* leaders are asked/, { Questions: 'instrument_coaching:1' });
    await coach.say('response rate', /of 8 have answered/);
    await coach.say('show Executive team', 'Furthest apart');
    await coach.say('where do they differ', 'the 5 questions that divide most');
    await coach.say('compare with the meeting before', 'From 0, far apart, to 100, together.');
    await coach.say('why is priorities low', 'Why, only the team can say.');
    await coach.say('what could I try for priorities', 'What you could try with Executive team on Priorities');
    await coach.say('plan 90 minutes on roles', /Roles: 90 minutes, \d parts/);
    await coach.say('note: the CFO interrupted twice', /Kept, for you alone/);
    await coach.say('notes', 'the CFO interrupted twice');
    await coach.say('log intervention: silent start', 'The dimension that it should move');
    await coach.press('Keep it', /Kept: Silent start, to move Roles/, { 'The dimension that it should move': 'roles' });
    await coach.say('did it help', 'Association, not proof.');
    await coach.say('open commitments', /open commitments?/);
    await coach.say('what can the sponsor see', 'What Helen Whitcombe, sponsor of Executive team, sees');
    await coach.say('prepare my review deck', 'ready for your deck');
    await coach.say('goals', 'Executive team: 0 goals');
    await coach.say('undo', 'Taken back.');
    await coach.say('wann ist weihnachten', 'I did not understand that.');
    await coach.page.close();
    expect(complaints).toEqual([]);

    // All of its cards are in the chat now.
    for (const theme of THEMES) {
      const seat = await open('ruth', { theme, width: 390 });
      await seat.page.getByText('I did not understand that.').last().waitFor();
      expect([theme, await faultsOn(seat.page.mainFrame())]).toEqual([theme, []]);
      await seat.page.close();
    }
  });
});

describe('a leader who types', () => {
  it('answers the pulse in chat, and nothing of it stays on a card', async () => {
    const leader = await open('maya');
    await leader.say('what is open for me', /things? waits? for you/);
    await leader.press(`Answer “Pulse of`, 'Page 1 of');
    const card = leader.page.locator('.message.other .card').last();
    for (const choice of await card.getByRole('combobox').all()) await choice.selectOption('6');
    await card.getByRole('button', { name: 'Save and go on' }).click();
    await leader.page.getByText('Page 2 of').last().waitFor();
    await leader.press('Back', 'You have answered some of these before');
    const values = await leader.page
      .locator('.message.other .card')
      .last()
      .getByRole('combobox')
      .evaluateAll((all) => all.map((one) => (one instanceof HTMLSelectElement ? one.value : '')));
    expect(values.every((value) => value === '')).toBe(true);
    await leader.page.close();
    expect(complaints).toEqual([]);
  });

  it('is one of six who answer in chat, and the coach hears of six and of nobody', async () => {
    const { coach, team, leaders } = await DemoMeeting.find(service.origin);
    const six = leaders.slice(0, 6);
    for (const [at, leader] of six.entries()) {
      const chat = await open(leader.name);
      await chat.say('what is open for me', /things? waits? for you/);
      await chat.press('Answer “Pulse of', 'Page 1 of');
      await chat.answerPages((['2', '3', '4'] as const)[at % 3] ?? '3');
      await chat.page.close();
    }
    const { meetings } = await coach.do('viewTeam', { params: { team } });
    const pulse = meetings.find(({ title, status }) => status === 'open' && title.startsWith('Pulse of'));
    if (!pulse) throw new Error('The pulse is not open');
    await new RunningMeeting(pulse.id, coach).direct({ type: 'close' }, ({ sealed }) => sealed);
    const chat = await open('ruth');
    await chat.say('response rate', /closed on .* with 6 of 8 answers/);
    await chat.say('show Executive team', /6 of 8/);
    const told = await chat.page.locator('.message.other').last().innerText();
    const named = DEMO_PEOPLE.filter(({ name }) => told.includes(name)).map(({ id }) => id);
    expect(named).toEqual([]);
    await chat.page.close();
    expect(complaints).toEqual([]);
  });

  it('closes a commitment that is closed on the tab too', async () => {
    const { leaders } = await DemoMeeting.find(service.origin);
    const homes = await Promise.all(
      leaders.map(async (leader) => ({ leader, home: await leader.do('viewHome', { params: {} }) })),
    );
    const owner = homes.find(({ home }) =>
      home.commitments.some(({ status }) => status !== 'done' && status !== 'dropped'),
    );
    if (!owner) throw new Error('Nobody of the demo team has an open commitment');
    const { leader, home } = owner;
    const promised = home.commitments.filter(({ status }) => status !== 'done' && status !== 'dropped');
    const chat = await open(leader.name);
    await chat.say('my commitments', /of yours (is|are) open/);
    await chat.press('Done', /Done:/);
    await chat.page.close();
    const after = await leader.do('viewHome', { params: {} });
    const stillOpen = after.commitments.filter(({ status }) => status !== 'done' && status !== 'dropped');
    expect(stillOpen).toHaveLength(promised.length - 1);
    const tab = await context.newPage();
    await tab.goto(`${service.origin}/?as=${leader.name}&view=personal&frame=bare`);
    const frame = tab.frameLocator('iframe');
    await frame.getByText('Hello').first().waitFor();
    const [closed] = promised.filter(({ id }) => !stillOpen.some((one) => one.id === id));
    await frame.getByText(closed?.sentence ?? '', { exact: true }).waitFor({ state: 'hidden' });
    await tab.close();
  });
});

describe('what the bot says unasked', () => {
  it('NU3 NU6 comes once, also over a killed service, to whoever did not stop it', async () => {
    const tomas = await persona(service.origin, 'tomas');
    const [asked, stopped, coach] = [await open('tomas'), await open('ngozi'), await open('ruth')];
    await coach.say('send a pulse', 'A pulse for Executive team');
    await coach.press('Send it now', /is open until/, { Name: 'After the restart' });
    // Not before: the day's one message could be used up by then. At any hour, for this test runs at any hour.
    const quiet = { from: 0, to: 0, days: [] };
    await tomas.do('setNudgePreferences', { params: {}, input: { stopped: false, quiet } });
    await service.kill();
    await service.start();
    await asked.page.locator('.message.other', { hasText: 'After the restart' }).first().waitFor();
    await service.kill();
    await service.start();
    // Longer than it takes the service to look again.
    await asked.page.waitForTimeout(20_000);
    expect(await asked.page.locator('.message.other', { hasText: 'After the restart' }).count()).toBe(1);
    expect(await stopped.page.locator('.message.other', { hasText: 'After the restart' }).count()).toBe(0);
    for (const seat of [asked, stopped, coach]) await seat.page.close();
  });
});
