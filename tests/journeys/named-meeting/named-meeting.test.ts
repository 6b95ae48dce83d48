import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext } from 'playwright-core';
import { RunningService } from '../../running/running-service.ts';
import type { RunningMeeting } from '../../running/running-meeting.ts';
import { words, wordsFirst } from '../full-meeting/words.ts';
import { look } from '../screens/look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat, STAGE, type Size } from '../screens/seat.ts';
import { answerAll, foundNamedTeam, openMeetingOf, type NamedTeam } from './named-team.ts';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
let team: NamedTeam;
let meeting: RunningMeeting;
let panel: Seat;
let stage: Seat;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
  team = await foundNamedTeam(service.origin);
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

function open(query: string, size: Size): Promise<Seat> {
  return Seat.open(context, { url: `${service.origin}/?${query}&frame=bare`, size });
}

/** What only an anonymous meeting may promise. */
const ANONYMITY =
  /anonym|confidential|unlinkable|nobody sees (?!it)|seen by nobody|only you see this|only this screen|for you alone|without your name|from one of us|random order|in private/i;

/** What a seat says once it shows a text promises no anonymity. */
async function hear(seat: Seat, name: string, text: string | RegExp): Promise<void> {
  await seat.shows(text);
  const tab = await seat.tab();
  const said = await tab.locator('body').innerText();
  expect({ name, promises: ANONYMITY.exec(said)?.[0] ?? 'none' }).toEqual({ name, promises: 'none' });
}

/** The same of a screen that only named meetings have, or that looks otherwise in them; it is well built in all themes. */
async function see(seat: Seat, name: string, text: string | RegExp): Promise<void> {
  await hear(seat, name, text);
  expect(await look(seat, `named ${name}`)).toEqual([]);
}

/** Everybody of `who` answers what the round of a purpose asks. */
async function answer(
  purpose: Parameters<RunningMeeting['round']>[0],
  value: (leader: number, place: number) => number | null,
  who: readonly number[] = [0, 1, 2],
): Promise<void> {
  const round = await meeting.round(purpose);
  for (const leader of who) {
    const person = team.leaders[leader];
    if (person) await answerAll(person, { meeting: meeting.id, round }, (place) => value(leader, place));
  }
}

/** Takes the results along by keyboard, and reads the file. */
async function takeResults(
  seat: Seat,
): Promise<{ readonly name: string; readonly rows: readonly (readonly string[])[] }> {
  const tab = await seat.tab();
  await tab.getByRole('radio', { name: wordsFirst('summary:file.as.csv') }).check();
  const saving = seat.page.waitForEvent('download');
  await tab.getByRole('button', { name: words('summary:file.download') }).focus();
  await seat.page.keyboard.press('Enter');
  const file = await saving;
  await tab.getByRole('status').getByText(wordsFirst('summary:file.ready')).waitFor();
  return { name: file.suggestedFilename(), rows: parse(readFileSync(await file.path(), 'utf8'), { bom: true }) };
}

const VALUES = [6, 2, 5];

describe('a named meeting of three, from the plan to the summary', () => {
  it('NM1 is offered where an anonymous one would show nothing', async () => {
    const controls = await open('as=ruth&view=personal', PAGE);
    await controls.shows('Hello');
    await controls.go(`/teams/${team.id}/plan`);
    await controls.shows(words('compose:who.few_other', { count: 3, minimum: 5 }));
    await controls.press(words('compose:mode.switch'));
    await controls.shows(words('compose:named.who'));
    expect(await look(controls, 'named plan')).toEqual([]);
    await controls.press(words('compose:open'));
    await controls.press(words('compose:open.yes'));
    await hear(controls, 'console', words('console:do.start'));
    await controls.page.close();
    meeting = await openMeetingOf(team);
    expect(await meeting.view()).toMatchObject({ mode: 'named', leaders: 3, minimumGroup: 2 });
  });

  it('NM3 NM7 asks for consent before the first question, once', async () => {
    panel = await open(`as=maya&view=panel&meeting=${meeting.id}`, PANEL);
    await hear(panel, 'lobby', words('leader:named.begin_other'));
    await panel.press(words('leader:sample.open'));
    await see(panel, 'sample', words('leader:named.sample'));
    await panel.press(words('leader:sample.close'));
    await panel.press(words('leader:begin.begin'));
    await see(panel, 'consent', words('leader:consent.title'));
    await panel.press(words('leader:consent.not-now'));
    await panel.shows(words('leader:named.begin_other'));
    const round = (await meeting.round('rating')).id;
    const silent = { params: { meeting: meeting.id, round }, input: { basedOn: null, answers: {} } };
    const refused = await team.leaders[0]?.try('castBallot', silent);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'ballot.consent-needed', status: 409 } });
    await panel.press(words('leader:begin.begin'));
    await panel.press(words('leader:consent.agree'));
    await see(panel, 'ballot', words('leader:named.line'));
    const tab = await panel.tab();
    await tab.getByRole('radio', { name: /^6(,|$)/ }).click();
    await panel.shows(words('leader:saving.saved'));
    await panel.page.reload();
    await panel.press(words('leader:begin.continue'));
    await panel.shows(words('leader:named.line'));
  });

  it('NM4 lets somebody withdraw before the round closes', async () => {
    const tab = await panel.tab();
    await tab.getByRole('radio', { name: /^5(,|$)/ }).click();
    await panel.shows(words('leader:saving.saved'));
    await panel.press(words('leader:withdraw.open'));
    await see(panel, 'withdrawing', words('leader:withdraw.sure'));
    await panel.press(words('leader:withdraw.no'));
    expect(await tab.locator(':focus').innerText()).toMatch(words('leader:withdraw.open'));
    await panel.press(words('leader:withdraw.open'));
    await panel.press(words('leader:withdraw.yes'));
    await panel.shows(words('leader:named.begin_other'));
    const mine = await team.leaders[0]?.do('viewMine', { params: { meeting: meeting.id } });
    expect(mine).toMatchObject({ consented: false, ballots: [] });
    await panel.press(words('leader:begin.begin'));
    await panel.shows(words('leader:consent.title'));
    await panel.press(words('leader:consent.agree'));
    await panel.shows(words('leader:named.line'));
  });

  it('NM5 NM7 shows at the reveal who answered what, on each leader’s screen and on the stage', async () => {
    await answer('rating', (leader, place) => {
      if (leader === 2 && place === 1) return null;
      return place === 0 ? 1 + 3 * leader : (VALUES[leader] ?? 4);
    });
    stage = await open(`as=ruth&view=stage&meeting=${meeting.id}`, STAGE);
    await meeting.moveTo('opening');
    await see(stage, 'stage opening', words('stage:named.who'));
    await meeting.moveTo('predicting');
    await answer('prediction', (leader) => 3 + leader, [1, 2]);
    await meeting.moveTo('revealing');
    await see(panel, 'reveal', words('leader:picture.questions'));
    await panel.shows(words('leader:who.guesses'));
    await stage.shows(words('stage:slides.open'));
    await stage.press(words('stage:slides.next'));
    await stage.press(words('stage:slides.next'));
    await see(stage, 'stage questions', /Ask/);
    const first = (await panel.tab()).getByRole('group', { name: words('leader:who.title') }).first();
    expect(await first.innerText()).toMatch(/Maya Lindqvist \(you\)/);
    expect(await first.innerText()).toMatch(/Ngozi Adeyemi/);
    // Initials are hidden from whoever is read to, and so from the look at contrast.
    await panel.wear('contrast');
    const own = first.locator('[title$="(you)"]').first();
    expect(await own.evaluate((face) => getComputedStyle(face).color === getComputedStyle(face).backgroundColor)).toBe(
      false,
    );
  });

  it('NM6 NM7 shows a re-vote in which one person changed, and who', async () => {
    await meeting.moveTo('choosing');
    await hear(panel, 'choosing', words('leader:named.dots'));
    await hear(stage, 'stage choosing', words('stage:named.dots'));
    const tab = await panel.tab();
    await tab.getByRole('button', { pressed: false }).first().click();
    await panel.press(words('leader:withdraw.open'));
    await panel.press(words('leader:withdraw.yes'));
    await hear(panel, 'out of a part', words('leader:consent.out'));
    expect(await tab.locator(':focus').innerText()).toMatch(wordsFirst('leader:consent.out'));
    await answer('dots', () => null);
    await meeting.moveTo('discussing');
    const question = (await meeting.view()).topics[0]?.question ?? '';
    const step = (to: 'reading' | 'talking' | 're-voting' | 'comparing') =>
      meeting.direct({ type: 'topic-step', question, to }, ({ topics }) => topics[0]?.step === to);
    await step('talking');
    await see(stage, 'stage topic', /Talk/);
    await panel.press(words('leader:words.open'));
    await hear(panel, 'words', wordsFirst('leader:named.words'));
    await step('re-voting');
    // Out of the dots is not out of the next part, where the earlier answer stands.
    await hear(panel, 're-vote', words('leader:revote.stands'));
    await panel.shows(words('leader:named.line'));
    await answer('re-vote', () => 7, [1]);
    await step('comparing');
    await see(panel, 'compared', words('leader:who.table'));
    await panel.shows(words('leader:who.now'));
    await see(stage, 'stage compared', /Compare/);
  });

  it('NM7 says nothing of anonymity on any later screen', async () => {
    await meeting.moveTo('committing');
    const [maya] = team.leaders;
    const { person } = (await maya?.do('viewHome', { params: {} })) ?? {};
    const commitment = {
      sentence: 'We publish the berth plan every Friday.',
      owner: person?.person ?? null,
      due: '2030-06-15',
      evidence: 'It hangs at the harbour desk.',
      question: null,
    };
    await maya?.do('proposeCommitment', { params: { meeting: meeting.id }, input: commitment, key: 'berth' });
    await meeting.direct({ type: 'ask-support' }, ({ rounds }) => rounds.some(({ purpose }) => purpose === 'support'));
    await hear(panel, 'support', words('leader:named.support'));
    await answer('support', (leader) => 3 + leader);
    await meeting.direct({ type: 'close-support' }, ({ rounds }) =>
      rounds.some(({ purpose, status }) => purpose === 'support' && status === 'closed'),
    );
    await see(panel, 'supported', wordsFirst('leader:support.result'));
    await meeting.moveTo('messaging');
    await hear(panel, 'message', words('leader:named.sentence'));
    await hear(stage, 'stage message', words('stage:named.messaging'));
    for (const leader of team.leaders) {
      const input = { text: `On time comes first, says ${leader.name}.` };
      await leader.do('putSentence', { params: { meeting: meeting.id }, input });
    }
    await meeting.direct({ type: 'ask-marks' }, ({ rounds }) => rounds.some(({ purpose }) => purpose === 'marks'));
    await hear(panel, 'marks', words('leader:marks.title'));
    await answer('marks', () => 1, [1, 2]);
    await meeting.moveTo('closing');
    await hear(panel, 'worth', words('leader:named.worth'));
    await answer('worth', (leader) => 3 + leader);
  });

  it('NM7 NM8 ends in a summary that keeps every answer with its name', async () => {
    await meeting.direct({ type: 'close' }, ({ status }) => status === 'closed');
    await see(panel, 'closed', words('leader:named.closed'));
    await hear(stage, 'stage closed', wordsFirst('stage:named.closed'));
    const page = await open('as=maya&view=personal', PAGE);
    await page.shows('Hello');
    await page.go(`/meetings/${meeting.id}/summary`);
    await page.shows(words('summary:section.every'));
    await (await page.tab()).getByText(words('leader:round.rating')).click();
    await see(page, 'summary', words('summary:named.minimum'));
    const rating = (await page.tab()).getByRole('region', { name: words('leader:round.rating') }).getByRole('row');
    expect((await rating.nth(0).allInnerTexts()).map((text) => text.split('\t'))).toEqual([
      ['Question', 'Maya', 'Tomás', 'Ngozi'],
    ]);
    expect((await rating.nth(3).innerText()).split('\t').slice(1)).toEqual(['6', '2', '5']);
    await page.page.close();
  });

  it('NM7 EX3 EX4 EX6 is taken along with every name by a leader; a sponsor sees none, and takes dimensions alone', async () => {
    const page = await open('as=maya&view=personal', PAGE);
    await page.shows('Hello');
    await page.go(`/meetings/${meeting.id}/summary`);
    await page.shows(words('summary:file.named'));
    const all = await takeResults(page);
    await see(page, 'summary with its file', wordsFirst('summary:file.ready'));
    expect(all.name).toMatch(/^[\p{L}\p{N}-]+_[\p{L}\p{N}-]+_\d{4}-\d\d-\d\d\.csv$/u);
    const { questions } = await meeting.round('rating');
    const third = questions[2]?.text;
    const named = all.rows.filter(([section = '']) => words('file:section.named').test(section));
    expect(
      named
        .filter(([, , question, , , measure = '']) => question === third && words('file:round.rating').test(measure))
        .map(([, , , , person, , value]) => [person?.split(' ')[0], value]),
    ).toEqual([
      ['Maya', '6'],
      ['Tomás', '2'],
      ['Ngozi', '5'],
    ]);
    expect(all.rows.slice(-named.length)).toEqual(named);
    const sponsor = await open('as=helen&view=personal', PAGE);
    await sponsor.shows('Hello');
    await sponsor.go(`/meetings/${meeting.id}/summary`);
    await sponsor.shows(words('summary:named.minimum'));
    expect(await look(sponsor, 'named summary sponsor')).toEqual([]);
    const seen = await (await sponsor.tab()).locator('body').innerText();
    expect(seen).not.toMatch(/Tomás|Ngozi/);
    const less = await takeResults(sponsor);
    expect(less.name).toBe(all.name);
    const sections = [...new Set(less.rows.slice(1).map(([section = '']) => section))];
    const expected = [words('file:section.source'), words('file:section.dimensions')];
    expect(sections).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
    expect(JSON.stringify(less.rows)).not.toMatch(/Maya|Tomás|Ngozi/);
  });
});
