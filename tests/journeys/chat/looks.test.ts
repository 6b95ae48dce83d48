import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faultsOn } from '../screens/look.ts';
import { launchBrowser } from '../screens/seat.ts';
import { answer, askForCard, openPage, plainContext, say } from './chat-page.ts';
import { startChatWorld, type ChatWorld } from './chat-world.ts';

const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';
const SIZES = [
  { as: 'ngozi', name: 'panel', width: 280, height: 640 },
  { as: 'daniel', name: 'phone', width: 390, height: 844 },
  { as: 'omar', name: 'desktop', width: 1280, height: 860 },
];

let world: ChatWorld;
let browser: Browser;
let context: BrowserContext;
let broken: string[] = [];

beforeAll(async () => {
  world = await startChatWorld(answer);
  browser = await launchBrowser();
  context = await plainContext(browser);
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

function open(query: string, size: { width: number; height: number }): Promise<Page> {
  broken = [];
  return openPage(context, { url: `${world.base}/?${query}`, complaints: broken, size });
}

it.each(SIZES)('is free of what axe finds in three themes: $name', async ({ as, name, width, height }) => {
  // A chat of their own, so that one card is looked at and not all that were said before.
  const page = await open(`as=${as}&view=chat`, { width, height });
  await say(page, 'hello');
  await page.locator('.suggestion').first().waitFor();
  await askForCard(page);
  const found: string[] = [];
  for (const theme of ['default', 'dark', 'contrast']) {
    await page.locator(`[data-theme-choice="${theme}"]`).evaluate((element: HTMLElement) => {
      element.click();
    });
    found.push(...(await faultsOn(page.mainFrame())).map((fault) => `${theme}: ${fault}`));
    const sideways = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.message-log, .card')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ className, scrollWidth, clientWidth }) => ({
          className,
          by: scrollWidth - clientWidth,
          // What stands out on the right.
          out: [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 5)
            .map(({ outerHTML }) => outerHTML.slice(0, 120)),
        })),
    );
    expect(sideways).toEqual([]);
    if (SHOTS_DIR !== '') await shoot(page, `${name}.${theme}`);
  }
  expect([found, broken]).toEqual([[], []]);
  await page.close();
});

it('seats several people side by side', async () => {
  const page = await open('as=ruth&view=chats&seats=ruth,maya', { width: 1280, height: 860 });
  for (const name of ['Ruth Okafor', 'Maya Lindqvist']) {
    await page.frameLocator(`iframe[title="Chat of ${name}"]`).getByLabel('Type a message').waitFor();
  }
  if (SHOTS_DIR !== '') await shoot(page, 'side-by-side');
  await page.close();
});

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS_DIR, { recursive: true });
  await page.screenshot({ path: join(SHOTS_DIR, `chat.${name}.png`) });
}
