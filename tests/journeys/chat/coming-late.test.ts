import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../screens/seat.ts';
import { answer, openPage, plainContext, say } from './chat-page.ts';
import { startChatWorld, type ChatWorld } from './chat-world.ts';

const GROUP = '19:chat-team_calder@thread.v2';

let world: ChatWorld;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await plainContext(browser);
});

afterAll(() => browser.close());

beforeEach(async () => {
  world = await startChatWorld(answer);
});

afterEach(() => world.stop());

function openAs(page: string): Promise<Page> {
  return openPage(context, { url: `${world.base}/?view=chat&as=${page}`, complaints: [] });
}

/** Maya says something in the team's chat. */
async function sayInGroup(text: string): Promise<void> {
  await world.asPage('/join', { as: 'maya', kind: 'group', subject: 'team_calder', name: 'Calder Executive Team' });
  await world.asPage('/send', { as: 'maya', chat: GROUP, text });
}

it('shows what was said in a chat before somebody joined it, though they have asked what is new since', async () => {
  await sayInGroup('Before you came');
  const page = await context.newPage();
  const hasAskedSince = page.waitForResponse((response) => /[?&]after=[1-9]/.test(response.url()));
  await page.route('**/local/teams/chats/join', async (route) => {
    if (route.request().postData()?.includes('"group"') === true) await hasAskedSince;
    await route.continue();
  });
  await page.goto(`${world.base}/?view=chat&as=tomas&chat=${encodeURIComponent(GROUP)}`);
  await page.locator('.bubble', { hasText: 'Before you came' }).waitFor();
  await page.close();
});

it('begins anew with a service that has lost what was said, and counts from the start what is unread', async () => {
  await sayInGroup('One');
  await sayInGroup('Two');
  const page = await openAs(`tomas&chat=${encodeURIComponent(GROUP)}`);
  await page.locator('.bubble', { hasText: 'Two' }).waitFor();
  await page.locator('[data-chat^="a:"]').click();
  await say(page, 'hello');
  await page.locator('.message.other').first().waitFor();

  const { port } = new URL(world.base);
  await world.stop();
  world = await startChatWorld(answer, Number(port));
  await page.locator('.message').first().waitFor({ state: 'detached' });
  await sayInGroup('Three');
  await page.locator(`[data-chat="${GROUP}"] .chat-unread`, { hasText: /^1 unread$/ }).waitFor();
  await say(page, 'hello again');
  await page.locator('.message.other').first().waitFor();
  expect(await page.locator('.message.own').allInnerTexts()).toEqual([expect.stringContaining('hello again')]);
  await page.close();
});
