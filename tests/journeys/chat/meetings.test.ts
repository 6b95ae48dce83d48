import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { launchBrowser } from '../screens/seat.ts';
import { openPage, plainContext } from './chat-page.ts';
import { startChatWorld, type ChatWorld } from './chat-world.ts';

const CHAT = '19:meeting_meeting_q4@thread.v2';

let world: ChatWorld;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  world = await startChatWorld(answer);
  browser = await launchBrowser();
  context = await plainContext(browser);
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

function answer(event: ChatEvent): readonly Effect[] {
  if (event.kind === 'refresh') return [{ kind: 'show', card: card(`Yours, ${event.from.name}`) }];
  return event.kind === 'meeting-started'
    ? [{ kind: 'say', message: { text: 'It begins', card: card('Everybody’s') } }]
    : [];
}

function card(text: string): JsonObject {
  const action = { type: 'Action.Execute', verb: 'look', data: { verb: 'look' } };
  return { type: 'AdaptiveCard', version: '1.5', refresh: { action }, body: [{ type: 'TextBlock', text, wrap: true }] };
}

function open(query: string): Promise<Page> {
  return openPage(context, { url: `${world.base}/?${query}`, complaints: [] });
}

function told(): readonly string[] {
  return world.events.flatMap(({ kind, chat }) => (kind.startsWith('meeting-') ? [`${kind} ${chat.id}`] : []));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries === 900) throw new Error(`It never came so: ${JSON.stringify(told())}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('a meeting begins with its first window and ends with its last, and each reader’s card is their own', async () => {
  const maya = await open('as=maya&view=meeting&meeting=meeting_q4');
  await until(() => told().length === 1);
  expect(told()).toEqual([`meeting-started ${CHAT}`]);

  const daniel = await open(`as=daniel&view=chat&chat=${encodeURIComponent(CHAT)}`);
  await daniel.locator('.card').getByText('Yours, Daniel Cho').waitFor();
  expect(await daniel.getByText('Everybody’s').count()).toBe(0);
  const ruth = await open('as=ruth&view=meeting&meeting=meeting_q4');
  await ruth.getByRole('button', { name: 'Leave' }).click();
  await ruth.getByRole('heading', { name: 'Calendar' }).waitFor();
  expect(told()).toHaveLength(1);

  await maya.getByRole('button', { name: 'Leave' }).click();
  await until(() => told().length === 2);
  expect(told()).toEqual([`meeting-started ${CHAT}`, `meeting-ended ${CHAT}`]);
});
