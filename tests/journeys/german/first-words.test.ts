import { afterAll, beforeAll, expect, it } from '@jest/globals';
import german from '@plumbline/shared/i18n/de/app.json' with { type: 'json' };
import type { BrowserContext, Frame, Request } from 'playwright-core';
import { DemoWindows } from '../screens/demo-windows.ts';
import { PAGE, Seat } from '../screens/seat.ts';
import { englishIn, englishSentences } from './english-left.ts';

declare global {
  interface Window {
    /** Every line that a page has shown, and be it for a moment. */
    shown: Set<string>;
  }
}

/** What the shell says itself, and what stands on the first page. */
const ENGLISH = englishSentences(['app.json', 'home.json'], 4);

/** Until the host has said who reads, nothing but the wait is drawn, and that in the browser's language. */
const WAIT = 'Loading Plumbline';

/** What tells the file with the shell's German words from all others. */
const MARK = german['loading.page'];

/** How often in a row nothing is on its way, before it is taken for sure that nothing follows by itself. */
const CALM = 10;

let windows: DemoWindows;

/**
 * Has the shell's German words come last of all: whatever a page draws without them, it has drawn by then. What tells that
 * they came, and were waited for.
 */
async function holdGerman(context: BrowserContext): Promise<() => number> {
  const under = new Set<Request>();
  let held = 0;
  context.on('request', (request) => under.add(request));
  context.on('requestfinished', (request) => under.delete(request));
  context.on('requestfailed', (request) => under.delete(request));
  await context.route('**/tab/assets/*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(MARK)) {
      held += 1;
      under.delete(route.request());
      await calmOf(route.request().frame(), under);
    }
    await route.fulfill({ response });
  });
  return () => held;
}

/** What is never done. */
function isStream(request: Request): boolean {
  return request.headers()['accept'] === 'text/event-stream';
}

/** Waits until nothing is on its way to a frame, and what came is drawn. */
async function calmOf(frame: Frame, under: ReadonlySet<Request>): Promise<void> {
  for (let calm = 0; calm < CALM;) {
    await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    calm = [...under].every(isStream) ? calm + 1 : 0;
  }
}

beforeAll(async () => {
  windows = await DemoWindows.start();
});

afterAll(() => windows.stop());

it.each(['de-DE', 'en-GB'])('LG6 draws nothing before its words are there, in a browser of %s', async (locale) => {
  const context = await windows.context.browser()?.newContext({ locale, reducedMotion: 'reduce' });
  if (!context) throw new Error('The browser is gone');
  const held = await holdGerman(context);
  await context.addInitScript(() => {
    const shown = new Set<string>();
    Object.assign(window, { shown });
    const look = (): void => {
      const text = document.querySelector('body')?.innerText ?? '';
      for (const line of text.split('\n')) shown.add(line);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const url = `${windows.service.origin}/?as=ruth&view=personal&language=de-de&frame=bare`;
  const seat = await Seat.open(context, { url, size: PAGE, device: 'light' });
  await seat.shows('Meine Teams');
  const lines = await (await seat.tab()).evaluate(() => [...window.shown]);
  expect(lines.some((line) => line.includes('Meine Teams'))).toBe(true);
  expect(held()).toBe(1);
  const left = lines.filter((line) => locale === 'de-DE' || line !== WAIT);
  expect(englishIn(left.join('\n'), ENGLISH)).toEqual([]);
  await context.close();
});
