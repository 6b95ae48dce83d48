import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import type { Effect } from '@plumbline/bot/conversation/effect';
import { launchBrowser, newContext } from '../screens/seat.ts';
import { startChatWorld, type ChatWorld } from './chat-world.ts';
import { EVERY_CARD } from './every-card.ts';

/** Evaluated, not added as a script: the page's own policy lets no foreign script in. */
const AXE = `${axe.source}; undefined`;
const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';
const DONE = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Closed on 26 November.' }] };
const SIZES = [
  { as: 'ngozi', name: 'panel', width: 280, height: 640 },
  { as: 'daniel', name: 'phone', width: 390, height: 844 },
  { as: 'omar', name: 'desktop', width: 1280, height: 860 },
];

let world: ChatWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let broken: string[] = [];

/** Says something of every kind; what a conversation would say is not this journey's. */
function answer(event: ChatEvent): readonly Effect[] {
  switch (event.kind) {
    case 'message':
      if (event.text === 'card') return [{ kind: 'say', message: { text: 'A check of alignment', card: EVERY_CARD } }];
      return [{ kind: 'say', message: { text: WORDS, suggestions: ['card', 'Help'] } }];
    case 'submit':
      return event.data['verb'] === 'done'
        ? [{ kind: 'show', card: DONE }]
        : [{ kind: 'say', message: { text: `Saved: ${JSON.stringify(event.data)}` } }];
    case 'search':
      return [
        { kind: 'offer', found: [{ title: `Trend ${event.text}`, detail: 'Since the first quarter', card: DONE }] },
      ];
    default:
      return [];
  }
}

const WORDS =
  'You have **two** commitments:\n\n- Agree on *one* forecast\n- Close the south depot\n\n<img src=x onerror="alert(1)"> [bad](javascript:alert(1))';

beforeAll(async () => {
  world = await startChatWorld(answer);
  browser = await launchBrowser();
  context = await newContext(browser);
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

beforeEach(async () => {
  page = await open('as=maya&view=chat');
});

afterEach(() => page.close());

async function open(query: string): Promise<Page> {
  const opened = await context.newPage();
  broken = [];
  opened.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  opened.on('pageerror', (fault) => broken.push(fault.message));
  await opened.goto(`${world.base}/?${query}`);
  return opened;
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Type a message').fill(text);
  await page.keyboard.press('Enter');
}

const lastCard = () => page.locator('.card').last();

describe('talking', () => {
  it('shows both sides, draws markdown as elements, and takes a suggestion as an answer', async () => {
    await say('hello');
    const said = page.locator('.message.other .bubble').last();
    await said.getByText('commitments').waitFor();
    expect(await said.locator('li').allTextContents()).toEqual(['Agree on one forecast', 'Close the south depot']);
    expect(await said.locator('img, a').count()).toBe(0);
    await page.getByRole('button', { name: 'card', exact: true }).click();
    await lastCard().getByText('Alignment check').waitFor();
    expect(broken).toEqual([]);
  });

  it('makes a line with Shift and Enter, and is sent with Enter alone', async () => {
    await page.getByLabel('Type a message').fill('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.locator('.message.own .bubble', { hasText: 'two' }).waitFor();
    expect(world.events.findLast(({ kind }) => kind === 'message')).toMatchObject({ text: 'one\ntwo' });
  });

  it('goes between chats with the arrow keys, and addresses the bot in the team’s', async () => {
    await page.locator('[data-chat^="a:"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Calder Executive Team' }).waitFor();
    await page.getByRole('button', { name: 'Mention Plumbline' }).click();
    await page.keyboard.type('where are we?');
    await page.keyboard.press('Enter');
    await page.locator('.message.own .mention').waitFor();
    await page.locator('.message.other').last().waitFor();
    expect(world.events.at(-1)).toMatchObject({ text: 'where are we?', chat: { kind: 'group' } });
  });

  it('counts what came while another chat was open', async () => {
    await page
      .getByRole('link', { name: /Calder Executive Team/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Calder Executive Team' }).waitFor();
    const other = await open('as=maya&view=chat');
    await other.getByLabel('Type a message').fill('hello');
    await other.keyboard.press('Enter');
    await page.locator('.chat-unread').first().waitFor();
    await other.close();
  });

  it('says so when the bot’s words are refused by the connector, and finds a card to send', async () => {
    await page.getByRole('button', { name: 'Find a card in Plumbline' }).click();
    await page.getByLabel('Search in Plumbline').fill('q4');
    await page.getByRole('button', { name: 'Trend q4' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.message.own .card', { hasText: 'Closed on 26 November.' }).waitFor();
  });
});

describe('a card', () => {
  beforeEach(async () => {
    const before = await page.locator('.message .card').count();
    await say('card');
    await page.locator('.message .card').nth(before).waitFor();
    await lastCard().getByText('Alignment check').waitFor();
  });

  it('asks for what is missing, sends what is filled in, and keeps it', async () => {
    await lastCard().getByLabel('What would help?').fill('An hour together');
    await lastCard().getByRole('button', { name: 'Save' }).click();
    await lastCard().getByText('Choose one.').waitFor();
    await lastCard().getByLabel('At risk').check();
    const filled = page.locator('.card').nth((await page.locator('.card').count()) - 1);
    await lastCard().getByRole('button', { name: 'Save' }).click();
    await page.locator('.bubble', { hasText: 'Saved:' }).last().waitFor();
    const event = world.events.at(-1);
    expect(event).toMatchObject({
      kind: 'submit',
      data: { op: 'save', note: 'An hour together', state: 'risk', who: 'maya', due: '2026-12-03', tell: 'true' },
    });
    expect(await filled.getByLabel('What would help?').inputValue()).toBe('An hour together');
  });

  it('becomes the card that the bot answers with', async () => {
    await lastCard().getByLabel('On track').check();
    await lastCard().getByRole('button', { name: 'Mark as done' }).click();
    await lastCard().getByText('Closed on 26 November.').waitFor();
  });

  it('says in its place that the bot could not be reached', async () => {
    await page.route('**/local/teams/chats/invoke', (route) =>
      route.fulfill({ json: { status: 'failed', reason: 'Unable to reach app. Please try again.' } }),
    );
    await lastCard().getByLabel('On track').check();
    await lastCard().getByRole('button', { name: 'Mark as done' }).click();
    await lastCard().getByText('Unable to reach app. Please try again.').waitFor();
  });

  it('shows more on demand, and opens the tab by its link', async () => {
    await lastCard().getByRole('button', { name: 'How it is counted' }).click();
    await lastCard().getByText('Counted once, for everybody.').waitFor();
    await lastCard().getByRole('button', { name: 'Add a reason' }).click();
    await lastCard().getByLabel('The reason').waitFor();
    await lastCard().getByRole('link', { name: 'Open the team' }).click();
    await page.getByRole('heading', { name: 'General' }).waitFor();
    expect(new URL(page.url()).searchParams.get('team')).toBe('team_calder');
  });
});

it.each(SIZES)('is free of what axe finds in three themes: $name', async ({ as, name, width, height }) => {
  // A chat of their own, so that one card is looked at and not all that were said before.
  await page.setViewportSize({ width, height });
  await page.goto(`${world.base}/?as=${as}&view=chat`);
  const before = await page.locator('.message .card').count();
  await say('hello');
  await page.locator('.suggestion').first().waitFor();
  await say('card');
  await page.locator('.message .card').nth(before).waitFor();
  await lastCard().getByText('Alignment check').waitFor();
  await page.evaluate(AXE);
  const found: unknown[] = [];
  for (const theme of ['default', 'dark', 'contrast']) {
    await page.locator(`[data-theme-choice="${theme}"]`).evaluate((element: HTMLElement) => {
      element.click();
    });
    const { violations } = await page.evaluate(async () => window.axe.run(document));
    found.push(...violations.map(({ id, nodes }) => ({ theme, id, nodes: nodes.map(({ html }) => html) })));
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
    if (SHOTS_DIR !== '') await shoot(`${name}.${theme}`);
  }
  expect([found, broken]).toEqual([[], []]);
});

it('seats several people side by side', async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto(`${world.base}/?as=ruth&view=chats&seats=ruth,maya`);
  for (const name of ['Ruth Okafor', 'Maya Lindqvist']) {
    await page.frameLocator(`iframe[title="Chat of ${name}"]`).getByLabel('Type a message').waitFor();
  }
  if (SHOTS_DIR !== '') await shoot('side-by-side');
});

async function shoot(name: string): Promise<void> {
  mkdirSync(SHOTS_DIR, { recursive: true });
  await page.screenshot({ path: join(SHOTS_DIR, `chat.${name}.png`) });
}
