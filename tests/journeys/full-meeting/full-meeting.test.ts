import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { RunningService } from '../../running/running-service.ts';
import { openPlannedMeeting } from '../../running/running-meeting.ts';
import { persona } from '../../running/person.ts';
import { COMPOSITION } from '../../security/office.ts';
import { launchBrowser } from '../screens/seat.ts';
import { answerWithKeys, answerWithPointer, pressByKey, tabTo } from './ballot.ts';
import { Desk } from './desk.ts';
import { words, wordsFirst } from './words.ts';

const PANEL = 400;
const NARROWEST = 280;

const service = new RunningService();
let browser: Browser;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

interface Room {
  /** The facilitator's controls, and the big screen. */
  readonly ruth: Desk;
  readonly stage: Desk;
  readonly maya: Desk;
  /** Uses the keyboard only. */
  readonly tomas: Desk;
  /** Has the narrowest panel there is. */
  readonly ngozi: Desk;
  /** Loses the network in the middle of the ballot. */
  readonly ingrid: Desk;
  readonly omar: Desk;
  readonly priya: Desk;
  readonly lukas: Desk;
}

let meeting = '';
/** Everybody who is there, so that a failure can say what each of them saw. */
const desks: Desk[] = [];

async function sit(as: string, width = PANEL): Promise<Desk> {
  const desk = await Desk.open(browser, { origin: service.origin, as, view: 'panel', meeting, width });
  desks.push(desk);
  return desk;
}

async function sayWhatEverybodySaw(fault: unknown): Promise<never> {
  const seen = await Promise.all(desks.map((desk) => desk.read()));
  throw new Error(`${String(fault)}\n${seen.join('\n')}`, { cause: fault });
}

/** Ruth opens the planned meeting from her home page and stays at the controls. */
async function openFromHome(): Promise<Desk> {
  const ruth = await Desk.open(browser, { origin: service.origin, as: 'ruth', view: 'personal', width: 1280 });
  const plan = ruth.tab.getByRole('button', { name: wordsFirst('home:waiting.plan.go') });
  await plan.first().click();
  await ruth.press('compose:open');
  await ruth.press('compose:open.yes');
  await ruth.button('console:do.start').waitFor();
  return ruth;
}

/** Everybody rates before the rating closes, each in another way. */
async function rate(room: Room): Promise<Desk> {
  const { ruth, stage, maya, tomas, ngozi, ingrid, omar, priya, lukas } = room;
  await Promise.all([maya, ngozi, ingrid, omar, priya, lukas].map((desk) => desk.press('leader:begin.begin')));
  await pressByKey(tomas, 'leader:begin.begin');
  await ruth.press('console:do.start');
  await stage.sees('stage:privacy.title');
  await ruth.press('console:do.open-rating');
  await stage.sees('stage:rating.title');
  await Promise.all([
    answerWithKeys(maya, (place) => 1 + (place % 7)),
    answerWithKeys(tomas, (place) => 1 + ((place * 3) % 7)),
    answerWithPointer(ngozi, () => 6),
    answerWithKeys(omar, (place) => (place % 2 === 0 ? 2 : 6)),
    answerWithKeys(priya, () => 5),
    answerWithPointer(lukas, (place) => 3 + (place % 3), 6),
    loseTheNetwork(ingrid),
  ]);
  const daniel = await sit('daniel');
  await daniel.press('leader:begin.begin');
  await answerWithPointer(daniel, () => 4, 6);
  await ruth.sees('console:count.all', { invited: 8 });
  await stage.sees('stage:answered.all', { invited: 8 });
  return daniel;
}

/** Ingrid's network goes in the middle of the ballot; she answers on, closes her window, and finds all of it again. */
async function loseTheNetwork(ingrid: Desk): Promise<void> {
  await answerWithPointer(ingrid, () => 3, 5);
  await ingrid.sees('leader:saving.saved');
  await ingrid.context.setOffline(true);
  await answerWithPointer(ingrid, () => 7, 4);
  await ingrid.sees('leader:saving.offline');
  await ingrid.context.setOffline(false);
  await ingrid.reopen();
  await ingrid.sees('leader:saving.saved');
  const { ballots } = await (await persona(service.origin, 'ingrid')).do('viewMine', { params: { meeting } });
  const given = Object.values(ballots[0]?.answers ?? {}).map((answer) =>
    answer.kind === 'scale' ? answer.value : null,
  );
  expect(given).toEqual([3, 3, 3, 3, 3, 7, 7, 7, 7]);
}

async function guessAndReveal({ ruth, stage }: Room, leaders: readonly Desk[]): Promise<void> {
  await ruth.press('console:do.close-rating');
  await stage.sees('stage:predicting.title');
  await Promise.all(
    leaders.map(async (desk) => {
      // The end of the rating looks like that of the guesses to come: first be sure which of the two it is.
      await desk.sees('leader:predict.prompt');
      await answerWithPointer(desk, (place) => 2 + place);
    }),
  );
  await ruth.sees('console:count.all', { invited: 8 });
  await ruth.press('console:do.close-guesses');
  await stage.tab.getByRole('img').first().waitFor();
  await Promise.all(leaders.map((desk) => desk.tab.getByRole('img').first().waitFor()));
}

async function choose({ ruth, stage }: Room, leaders: readonly Desk[]): Promise<void> {
  await ruth.press('console:do.choose');
  await stage.sees('stage:choosing.title');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.sees('leader:choose.left_other', { count: 3 });
      for (const left of [2, 1]) {
        await desk.tab.getByRole('button', { pressed: false }).first().click();
        await desk.sees(left === 1 ? 'leader:choose.left_one' : 'leader:choose.left_other', { count: left });
      }
      await desk.tab.getByRole('button', { pressed: false }).first().click();
      await desk.sees('leader:choose.none-left');
      await desk.sees('leader:saving.saved');
    }),
  );
  await ruth.press('console:do.close-dots');
  await stage.sees('stage:topics.title_other', { count: 3 });
}

/** Three talks; in the first, one leader's words go on the stage and everybody votes again. */
async function discuss(room: Room, leaders: readonly Desk[]): Promise<void> {
  const { ruth, stage, maya } = room;
  await ruth.press('console:do.read-topic', { place: 1 });
  await ruth.press('console:do.talk');
  const said = 'We settled it twice and wrote it down neither time.';
  await maya.press('leader:words.open');
  await maya.field('leader:words.label').fill(said);
  await maya.press('leader:words.put');
  await stage.reads(said);
  await ruth.press('console:do.re-vote');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.sees('leader:revote.title');
      await desk.tab.getByRole('radio', { name: /^6(,|$)/ }).click();
      await desk.sees('leader:saving.saved');
    }),
  );
  await ruth.press('console:do.close-re-vote');
  await stage.tab.getByRole('img').first().waitFor();
  for (const place of [2, 3]) {
    await ruth.press('console:do.next-topic', { place });
    await ruth.press('console:do.talk');
    await ruth.press('console:do.re-vote');
    await ruth.press('console:do.close-re-vote');
    await stage.sees('stage:revote.unchanged');
  }
  await ruth.press('console:do.to-commitments');
}

const COMMITMENTS = [
  'We publish who decides what, on one page.',
  'We stop the weekly status meeting.',
  'We name one owner for the booking platform.',
];

const STOPS = 'The Monday call.';

async function commit({ ruth, stage, maya, tomas, ngozi }: Room, leaders: readonly Desk[]): Promise<void> {
  const evidence = 'It hangs on the wall of every depot.';
  const [first = '', second = '', third = ''] = COMMITMENTS;
  await maya.press('leader:commit.propose');
  await maya.field('leader:commit.sentence').fill(first);
  await maya.field('leader:commit.evidence').fill(evidence);
  await maya.press('leader:commit.put');
  await maya.sees('leader:commit.missing.owner');
  await maya.sees('leader:commit.missing.due');
  await fillOwnerAndDate(maya);
  await maya.press('leader:commit.put');
  await stage.reads(first);
  await stage.sees('stage:committing.displaces-nothing');
  await maya.sees('leader:commitment.displaces-nothing');

  await ngozi.press('leader:commit.propose');
  await ngozi.field('leader:commit.sentence').fill(second);
  await ngozi.field('leader:commit.evidence').fill(evidence);
  await ngozi.field('leader:commit.displaces').fill(STOPS);
  await fillOwnerAndDate(ngozi);
  await ngozi.press('leader:commit.put');
  await stage.reads(second);
  await stage.reads(STOPS);

  await pressByKey(tomas, 'leader:commit.propose');
  await tabTo(tomas, wordsFirst('leader:commit.sentence'));
  await tomas.page.keyboard.type(third);
  await tabTo(tomas, wordsFirst('leader:commit.owner'));
  await tomas.page.keyboard.type('Tom');
  await tabTo(tomas, wordsFirst('leader:commit.due'));
  await tomas.page.keyboard.type('06062030');
  await tabTo(tomas, wordsFirst('leader:commit.evidence'));
  await tomas.page.keyboard.type(evidence);
  await pressByKey(tomas, 'leader:commit.put');
  await stage.reads(third);

  await ruth.press('console:do.ask-support');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.sees('leader:support.title');
      const groups = desk.tab.getByRole('radiogroup');
      await groups.nth(2).waitFor();
      for (const n of [0, 1, 2])
        await groups
          .nth(n)
          .getByRole('radio', { name: /^4(,|$)/ })
          .click();
      await desk.sees('leader:saving.saved');
    }),
  );
  await ruth.press('console:do.close-support');
  await stage.sees('stage:committing.mean');
}

async function fillOwnerAndDate(desk: Desk): Promise<void> {
  await desk.field('leader:commit.owner').selectOption({ index: 1 });
  await desk.field('leader:commit.due').fill('2030-06-15');
}

async function agree({ ruth, stage }: Room, leaders: readonly Desk[]): Promise<void> {
  await ruth.press('console:do.to-message');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.field('leader:message.label').fill(`On time comes first, says ${desk.as}.`);
      await desk.press('leader:message.put');
      await desk.sees('leader:message.on-table');
    }),
  );
  await ruth.press('console:do.ask-marks');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.sees('leader:marks.title');
      const same = desk.button('leader:marks.same');
      await same.nth(leaders.length - 2).waitFor();
      for (const each of await same.all()) await each.click();
      await desk.sees('leader:saving.saved');
    }),
  );
  await ruth.press('console:do.close-marks');
  await stage.sees('stage:messaging.settling');
  await stage.reads('90% or more');
  await ruth.press('console:do.message');
  await ruth.tab
    .getByRole('button', { name: words('console:message.use-of') })
    .first()
    .click();
  await ruth.press('console:message.settle');
  await stage.sees('stage:messaging.settled');
}

async function close({ ruth, stage }: Room, leaders: readonly Desk[]): Promise<void> {
  await ruth.press('console:do.to-closing');
  await Promise.all(
    leaders.map(async (desk) => {
      await desk.tab.getByRole('radio', { name: /^5(,|$)/ }).click();
      await desk.sees('leader:saving.saved');
    }),
  );
  await ruth.press('console:do.close');
  await ruth.press('console:close.yes');
  await Promise.all(leaders.map((desk) => desk.sees('leader:closed.unlinkable')));
  await stage.reads(wordsFirst('stage:closed.unlinkable'));
  for (const sentence of COMMITMENTS) await stage.reads(sentence);
}

/** The next meeting's opening shows on the big screen what was said in this one. */
async function openTheNext(): Promise<void> {
  const coach = await persona(service.origin, 'ruth');
  const { teams } = await coach.do('viewHome', { params: {} });
  const params = { team: teams[0]?.id ?? '' };
  await coach.do('composeMeeting', { params, input: { format: 'meeting', composition: COMPOSITION } });
  const next = await openPlannedMeeting(coach);
  await next.moveTo('opening');
  const at = { origin: service.origin, as: 'maya', meeting: next.id } as const;
  const stage = await Desk.open(browser, { ...at, view: 'stage', width: 994, height: 678 });
  await stage.sees('stage:last.title');
  for (const sentence of COMMITMENTS) await stage.reads(sentence);
}

async function hold(room: Room): Promise<readonly Desk[]> {
  const daniel = await rate(room);
  const { maya, tomas, ngozi, ingrid, omar, priya, lukas } = room;
  const leaders = [maya, tomas, ngozi, daniel, ingrid, omar, priya, lukas];
  await guessAndReveal(room, leaders);
  await choose(room, leaders);
  await discuss(room, leaders);
  await commit(room, leaders);
  await agree(room, leaders);
  await close(room, leaders);
  return leaders;
}

describe('a whole meeting in Local Teams', () => {
  it('CM3 CM7 goes from the opening to three commitments, with eight leaders in browsers of their own', async () => {
    const coach = await persona(service.origin, 'ruth');
    const { teams } = await coach.do('viewHome', { params: {} });
    meeting = teams[0]?.meetings.find(({ status }) => status === 'draft')?.id ?? '';
    const ruth = await openFromHome();
    const place = { origin: service.origin, as: 'ruth', view: 'stage', meeting, width: 994, height: 678 } as const;
    const [stage, maya, tomas, ngozi, ingrid, omar, priya, lukas] = await Promise.all([
      ruth.beside(place),
      sit('maya'),
      sit('tomas'),
      sit('ngozi', NARROWEST),
      sit('ingrid'),
      sit('omar'),
      sit('priya'),
      sit('lukas'),
    ]);
    const room: Room = { ruth, stage, maya, tomas, ngozi, ingrid, omar, priya, lukas };
    desks.push(ruth, stage);
    const leaders = await hold(room).catch(sayWhatEverybodySaw);
    await openTheNext();
    const others = [ruth, stage, ...leaders].filter((desk) => desk !== ingrid);
    const complaints = others.flatMap((desk) => desk.complaints.map((text) => `${desk.as}: ${text}`));
    // A count that moved between two clicks makes the controls send a direction again, and browsers tell of that.
    expect(complaints.filter((text) => !text.includes('status of 412'))).toEqual([]);
  });
});
