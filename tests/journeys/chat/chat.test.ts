import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../screens/seat.ts';
import { answer, askForCard, lastCard, openPage, plainContext, say } from './chat-page.ts';
import { startChatWorld, type ChatWorld } from './chat-world.ts';

let world: ChatWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
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

beforeEach(async () => {
  page = await open('as=maya&view=chat');
});

afterEach(() => page.close());

function open(query: string): Promise<Page> {
  broken = [];
  return openPage(context, { url: `${world.base}/?${query}`, complaints: broken });
}

describe('talking', () => {
  it('shows both sides, draws markdown as elements, and takes a suggestion as an answer', async () => {
    await say(page, 'hello');
    const said = page.locator('.message.other .bubble').last();
    await said.getByText('commitments').waitFor();
    expect(await said.locator('li').allTextContents()).toEqual(['Agree on one forecast', 'Close the south depot']);
    expect(await said.locator('img, a').count()).toBe(0);
    await page.getByRole('button', { name: 'card', exact: true }).click();
    await lastCard(page).getByText('Alignment check').waitFor();
    expect(broken).toEqual([]);
  });

  it('makes a line with Shift and Enter, and is sent with Enter alone', async () => {
    await page.getByLabel('Type a message').fill('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    const delivered = page.waitForResponse('**/local/teams/chats/send');
    await page.keyboard.press('Enter');
    await page.locator('.message.own .bubble', { hasText: 'two' }).waitFor();
    // What one says is shown before the bot has heard it.
    await delivered;
    expect(world.events.findLast(({ kind }) => kind === 'message')).toMatchObject({ text: 'one\ntwo' });
  });

  it('goes between chats with the arrow keys, and addresses the bot in the team’s', async () => {
    await page.locator('[data-chat^="a:"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Calder Executive Team' }).waitFor();
    await page.getByRole('button', { name: 'Mention Plumbline' }).click();
    await page.keyboard.type('where are we?');
    const delivered = page.waitForResponse('**/local/teams/chats/send');
    await page.keyboard.press('Enter');
    await page.locator('.message.own .mention').waitFor();
    await delivered;
    expect(world.events.at(-1)).toMatchObject({ text: 'where are we?', chat: { kind: 'group' } });
  });

  it('counts what came while another chat was open', async () => {
    await page
      .getByRole('link', { name: /Calder Executive Team/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Calder Executive Team' }).waitFor();
    const other = await open('as=maya&view=chat');
    await say(other, 'hello');
    // A window behind another one may look for news once a minute only.
    await page.bringToFront();
    await page.locator('[data-chat^="a:"] .chat-unread').waitFor();
    await other.close();
  });

  it('says so when the bot’s words are refused by the connector, and hears them when they no longer are', async () => {
    await page.goto(`${world.base}/?as=maya&view=chat&fault=connector:down`);
    const note = page.getByText('for everybody: the chat refuses what the bot says.');
    await note.waitFor();
    const heard = page.locator('.message.other');
    const before = await heard.count();
    const delivered = page.waitForResponse('**/local/teams/chats/send');
    await say(page, 'can you hear me?');
    await page.locator('.message.own .bubble', { hasText: 'can you hear me?' }).waitFor();
    await delivered;
    expect(world.events.at(-1)).toMatchObject({ text: 'can you hear me?' });
    expect(await heard.count()).toBe(before);
    await page.getByRole('button', { name: 'Developer drawer' }).click();
    await page.getByLabel('Chat, for everybody').selectOption('ok');
    await note.waitFor({ state: 'hidden' });
    await say(page, 'and now?');
    await heard.nth(before).waitFor();
  });

  it('says that the bot is not there, and keeps what was said to it', async () => {
    world.setAway(true);
    await say(page, 'anybody?');
    await page.getByRole('alert').getByText('Unable to reach app. Please try again. (The bot is not there.)').waitFor();
    await page.locator('.message.own .bubble', { hasText: 'anybody?' }).waitFor();
    world.setAway(false);
  });

  it('shows to its end a card that comes by itself, taller than the window, and leaves alone who has scrolled up', async () => {
    await page.setViewportSize({ width: 900, height: 420 });
    const other = await open('as=maya&view=chat');
    const log = page.getByRole('log', { name: 'Messages' });
    const isAtEnd = (element: Element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2;
    const cards = page.locator('.card');
    const before = await cards.count();
    await askForCard(other);
    await cards.nth(before).waitFor();
    await page.waitForFunction(isAtEnd, await log.elementHandle());
    await page.bringToFront();
    await log.evaluate((element) => {
      element.scrollTop = 0;
    });
    await askForCard(other);
    await cards.nth(before + 1).waitFor();
    expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
    await other.close();
  });

  it('finds a card to send', async () => {
    await page.getByRole('button', { name: 'Find a card in Plumbline' }).click();
    await page.getByLabel('Search in Plumbline').fill('q4');
    await page.getByRole('button', { name: 'Trend q4' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.message.own .card', { hasText: 'Closed on 26 November.' }).waitFor();
  });
});

describe('a card', () => {
  beforeEach(() => askForCard(page));

  it('asks for what is missing, sends what is filled in, and keeps it', async () => {
    await lastCard(page).getByLabel('What would help?').fill('An hour together');
    await lastCard(page).getByRole('button', { name: 'Save' }).click();
    await lastCard(page).getByText('Choose one.').waitFor();
    await lastCard(page).getByLabel('At risk').check();
    const filled = page.locator('.card').nth((await page.locator('.card').count()) - 1);
    await lastCard(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('.bubble', { hasText: 'Saved:' }).last().waitFor();
    const event = world.events.at(-1);
    expect(event).toMatchObject({
      kind: 'submit',
      data: { op: 'save', note: 'An hour together', state: 'risk', who: 'maya', due: '2026-12-03', tell: 'true' },
    });
    expect(await filled.getByLabel('What would help?').inputValue()).toBe('An hour together');
  });

  it('becomes the card that the bot answers with', async () => {
    await lastCard(page).getByLabel('On track').check();
    await lastCard(page).getByRole('button', { name: 'Mark as done' }).click();
    await lastCard(page).getByText('Closed on 26 November.').waitFor();
  });

  it('says in its place that the bot could not be reached', async () => {
    world.setAway(true);
    await lastCard(page).getByLabel('On track').check();
    await lastCard(page).getByRole('button', { name: 'Mark as done' }).click();
    await lastCard(page).getByText('Unable to reach app. Please try again. (The bot is not there.)').waitFor();
    world.setAway(false);
  });

  it('shows more on demand, and opens the tab by its link', async () => {
    await lastCard(page).getByRole('button', { name: 'How it is counted' }).click();
    await lastCard(page).getByText('Counted once, for everybody.').waitFor();
    await lastCard(page).getByRole('button', { name: 'Add a reason' }).click();
    await lastCard(page).getByLabel('The reason').waitFor();
    await lastCard(page).getByRole('link', { name: 'Open the team' }).click();
    await page.getByRole('heading', { name: 'General' }).waitFor();
    expect(new URL(page.url()).searchParams.get('team')).toBe('team_calder');
  });
});
