import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

let windows: DemoWindows;

beforeAll(async () => {
  windows = await DemoWindows.start();
});

afterAll(() => windows.stop());

it.each(['de-DE', 'en-GB'])('LG6 draws nothing before its words are there, in a browser of %s', async (locale) => {
  const context = await windows.context.browser()?.newContext({ locale, reducedMotion: 'reduce' });
  if (!context) throw new Error('The browser is gone');
  await context.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: {} }));
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
  const left = lines.filter((line) => locale === 'de-DE' || line !== WAIT);
  expect(englishIn(left.join('\n'), ENGLISH)).toEqual([]);
  await context.close();
});
