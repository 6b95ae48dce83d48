import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import type { Effect } from '@plumbline/bot/conversation/effect';
import { hearComplaints, PATIENCE } from '../screens/seat.ts';
import { EVERY_CARD } from './every-card.ts';

/** What the bot answers an action with. */
const DONE = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Closed on 26 November.' }] };

const WORDS =
  'You have **two** commitments:\n\n- Agree on *one* forecast\n- Close the south depot\n\n<img src=x onerror="alert(1)"> [bad](javascript:alert(1))';

/** Says something of every kind; what a conversation would say is not these journeys'. */
export function answer(event: ChatEvent): readonly Effect[] {
  switch (event.kind) {
    case 'message':
      if (event.text.startsWith('card'))
        return [{ kind: 'say', message: { text: 'A check of alignment', card: EVERY_CARD } }];
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

/** Windows of which nothing is intercepted: no tab is in them that asks the internet, and a page has forty modules. */
export async function plainContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

/** A window of Local Teams; what its console and its scripts complain about is noted. */
export async function openPage(
  context: BrowserContext,
  { url, complaints, size }: { url: string; complaints: string[]; size?: { width: number; height: number } },
): Promise<Page> {
  const page = await context.newPage();
  if (size !== undefined) await page.setViewportSize(size);
  hearComplaints(page, complaints);
  await page.goto(url);
  return page;
}

/** Types something and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Type a message').fill(text);
  await page.keyboard.press('Enter');
}

/** The card that came last. */
export function lastCard(page: Page) {
  return page.locator('.card').last();
}

let asked = 0;

/** Has the bot send its card of everything, and waits until it is drawn; what was said before may still be coming. */
export async function askForCard(page: Page): Promise<void> {
  asked += 1;
  const words = `card ${asked}`;
  await say(page, words);
  const own = page.locator('.message.own', { has: page.getByText(words, { exact: true }) });
  await own.locator('xpath=following-sibling::li').getByText('Alignment check').waitFor();
}
