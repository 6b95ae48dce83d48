import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { DEMO_PEOPLE } from '@plumbline/infra/local/demo/people';
import { wallTimeAt } from '@plumbline/shared/kernel/time-zone';
import { persona } from '../../running/person.ts';
import { RunningService } from '../../running/running-service.ts';
import { DemoMeeting } from '../screens/demo-meeting.ts';
import { launchBrowser, newContext } from '../screens/seat.ts';
import { ChatSeat } from './chat-seat.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Neither changes its clocks: 8 in the morning is 23:00 the day before in UTC in the one, and 2:30 in the other. */
const ZONES = { tomas: 'Asia/Tokyo', ngozi: 'Asia/Kolkata' } as const;
type Sleeper = keyof typeof ZONES;

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
const seats = new Map<Sleeper, ChatSeat>();

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
  for (const { id } of DEMO_PEOPLE) {
    const somebody = await persona(service.origin, id);
    const input = isSleeper(id) ? { timeZone: ZONES[id] } : { stopped: true };
    await somebody.do('setNudgePreferences', { params: {}, input });
  }
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

it('NU2 NU3 NU6 comes to each in the morning where they are, once, however often the service is stopped or killed', async () => {
  // A Tuesday after every day on which anything of the demo company's is due, and its evening in Europe.
  const evening = tuesdayAfter(Date.now() + 120 * DAY) + 18 * HOUR;
  await sleepUntil(evening, 'stop');
  for (const id of ['tomas', 'ngozi'] as const) {
    seats.set(id, await ChatSeat.open(context, { origin: service.origin, as: id, complaints: [] }));
  }
  const found = await DemoMeeting.find(service.origin);
  const closesAt = evening + 30 * DAY;
  await openPulse(found, 'First of the night', closesAt);
  await openPulse(found, 'Second of the night', closesAt);
  // Midnight has gone where Ngozi is, and it is four in the morning where Tomás is.
  await runUntil(evening + HOUR / 4);
  expect(await heard('tomas')).toEqual([]);
  expect(await heard('ngozi')).toEqual([]);

  await sleepUntil(evening + 5 * HOUR - 60_000, 'kill');
  await hears('tomas', 1);
  expect(await heard('ngozi')).toEqual([]);
  await sleepUntil(evening + 8.5 * HOUR - 60_000, 'stop');
  await hears('ngozi', 1);

  // By day, and told tomorrow: today's message is used up for both.
  await openPulse(found, 'Third of the day', closesAt);
  await runUntil((await timeNow()) + HOUR / 4);
  expect(await heard('tomas')).toHaveLength(1);
  expect(await heard('ngozi')).toHaveLength(1);
  await sleepUntil(evening + 29 * HOUR - 60_000, 'kill');
  await hears('tomas', 2);
  expect(await heard('ngozi')).toHaveLength(1);
  await sleepUntil(evening + 32.5 * HOUR - 60_000, 'kill');
  await hears('ngozi', 2);

  for (const id of ['tomas', 'ngozi'] as const) {
    const messages = await heard(id);
    const days = messages.map(({ at }) => wallTimeAt(at, ZONES[id]).day);
    expect(new Set(days).size).toBe(days.length);
    for (const { at } of messages) {
      const { minute } = wallTimeAt(at, ZONES[id]);
      expect([id, minute >= 8 * 60 && minute < 18 * 60]).toEqual([id, true]);
    }
    const about = messages.map(({ text }) =>
      ['First', 'Second', 'Third'].filter((word) => text.includes(`${word} of`)),
    );
    expect([id, about]).toEqual([id, [['First', 'Second'], ['Third']]]);
  }
});

function isSleeper(id: string): id is Sleeper {
  return Object.hasOwn(ZONES, id);
}

async function openPulse(found: DemoMeeting, title: string, closesAt: number): Promise<void> {
  const coach = await persona(service.origin, 'ruth');
  const { composition } = await coach.do('viewMeeting', { params: { meeting: found.id } });
  const input = { format: 'pulse', composition: { ...composition, title, scheduledFor: null } } as const;
  const { id: meeting, revision } = await coach.do('composeMeeting', { params: { team: found.team }, input });
  await coach.do('openMeeting', { params: { meeting }, input: { closesAt }, ifMatch: String(revision) });
}

/** Ends the service, and starts it again at another moment. */
async function sleepUntil(moment: number, end: 'stop' | 'kill'): Promise<void> {
  await service[end]();
  service.sleepUntil(moment);
  await service.start();
}

/** Lets the time of the service run as fast as it can until a moment is over. */
async function runUntil(moment: number): Promise<void> {
  await setRate(60);
  while ((await timeNow()) < moment) await wait(100);
  await setRate(1);
}

/** Waits until somebody's window shows so many messages that came unasked. */
async function hears(id: Sleeper, count: number): Promise<void> {
  await setRate(60);
  const shown = seats.get(id)?.page.locator('.message.other', { hasText: /of the (?:night|day)/ });
  await shown?.nth(count - 1).waitFor();
  await setRate(1);
}

/** What came unasked to somebody, and when. */
async function heard(id: Sleeper): Promise<readonly { readonly at: number; readonly text: string }[]> {
  const seat = seats.get(id);
  if (!seat) return [];
  // The first is the welcome.
  return seat.page.locator('.message.other').evaluateAll((all) =>
    all.slice(1).map((one) => ({
      at: Date.parse(one.querySelector('time')?.getAttribute('datetime') ?? ''),
      text: one.textContent,
    })),
  );
}

async function setRate(rate: number): Promise<void> {
  await fetch(`${service.origin}/local/time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rate }),
  });
}

async function timeNow(): Promise<number> {
  const said: unknown = await (await fetch(`${service.origin}/local/time`)).json();
  if (typeof said !== 'object' || said === null || !('now' in said) || typeof said.now !== 'number') {
    throw new Error('The service does not say what time it is');
  }
  return said.now;
}

/** Midnight in UTC of the first Tuesday from a moment on. */
function tuesdayAfter(moment: number): number {
  const midnight = Math.ceil(moment / DAY) * DAY;
  return midnight + ((2 - new Date(midnight).getUTCDay() + 7) % 7) * DAY;
}
