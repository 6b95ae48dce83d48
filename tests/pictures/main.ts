import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { ChatSeat } from '../journeys/coach-chat/chat-seat.ts';
import { DemoMeeting } from '../journeys/screens/demo-meeting.ts';
import { launchBrowser, newContext, Seat, STAGE, type Size } from '../journeys/screens/seat.ts';
import { RunningService } from '../running/running-service.ts';

const FOLDER = fileURLToPath(new URL('../../infra/pictures', import.meta.url));

/** A README with heavier pictures is slow to read on a train. */
const MOST_BYTES = 150_000;

const SIDE_PANEL: Size = { width: 320, height: 540 };
const CONTROLS: Size = { width: 1280, height: 820 };
const TEAM_PAGE: Size = { width: 1280, height: 820 };
const CHAT: Size = { width: 1000, height: 900 };

/** The pictures of the README: the demo company in the middle of its next meeting. */
async function takePictures(service: RunningService, context: BrowserContext): Promise<void> {
  const demo = await DemoMeeting.find(service.origin);
  const open = (query: string, size: Size) =>
    Seat.open(context, { url: `${service.origin}/?${query}&frame=bare`, size });

  const team = await open('as=maya&view=personal', TEAM_PAGE);
  await team.shows('Hello');
  await team.go(`/teams/${demo.team}`);
  await team.shows('Over time');
  await take(team, 'team-page');

  const complaints: string[] = [];
  const coach = await ChatSeat.open(context, { origin: service.origin, as: 'ruth', complaints, ...CHAT });
  await coach.say('show Executive team', 'Furthest apart');
  await coach.say('plan 60 minutes on priorities', 'Saved. Only you see it.');
  await keep(coach.page, 'coach-chat', complaints);

  await demo.open();
  await demo.running.moveTo('opening');
  await pass(service, 4);
  await demo.running.moveTo('rating');
  await demo.answer('rating', demo.leaders.slice(1));
  await pass(service, 5);
  const panel = await open(`as=maya&view=panel&meeting=${demo.id}`, SIDE_PANEL);
  await panel.press('Begin');
  await panel.press(/^Priorities,/);
  await panel.press('Skip');
  await panel.page.keyboard.press('5');
  await panel.shows('saved');
  await take(panel, 'side-panel-rating');
  await demo.answer('rating');
  await pass(service, 3);
  await demo.running.moveTo('predicting');
  await demo.answer('prediction');
  await pass(service, 2);
  await demo.running.moveTo('revealing');
  const stage = await open(`as=ruth&view=stage&meeting=${demo.id}`, STAGE);
  await stage.shows('Choose a dimension to open it');
  await take(stage, 'stage-reveal');
  const controls = await open('as=ruth&view=personal', CONTROLS);
  await controls.shows('Hello');
  await controls.go(`/meetings/${demo.id}/console`);
  await controls.shows('Let them choose topics');
  // What the stage shows, small.
  await controls.shows('far apart');
  await take(controls, 'console');
}

/** Lets minutes of the meeting go by, each in a second. */
async function pass({ origin }: RunningService, minutes: number): Promise<void> {
  await runTime(origin, 60);
  await wait(minutes * 1_000);
  await runTime(origin, 1);
}

async function runTime(origin: string, rate: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/local/time`, { method: 'POST', headers, body: JSON.stringify({ rate }) });
  if (!answer.ok) throw new Error(`Time did not run: ${await answer.text()}`);
}

async function take(seat: Seat, name: string): Promise<void> {
  // What the last click left under the pointer or in focus is not part of the picture.
  const tab = await seat.tab();
  await seat.page.mouse.move(0, 0);
  await tab.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await keep(seat.page, name, seat.complaints);
}

async function keep(page: Page, name: string, complaints: readonly string[]): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, caret: 'hide' });
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('\n')}`);
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes; ${MOST_BYTES} are the most`);
  console.log(`${name}.png, ${Math.ceil(size / 1_000)} kB`);
}

mkdirSync(FOLDER, { recursive: true });
const service = new RunningService();
const browser = await launchBrowser();
try {
  await service.start();
  await takePictures(service, await newContext(browser));
} finally {
  await browser.close();
  await service.remove();
}
