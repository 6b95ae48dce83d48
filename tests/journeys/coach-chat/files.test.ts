import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { readPackage } from '@plumbline/shared/ooxml/package/opc-package';
import type { Browser, BrowserContext } from 'playwright-core';
import { faultsOf } from '../../documents/validated.ts';
import { RunningService } from '../../running/running-service.ts';
import { faultsOn } from '../screens/look.ts';
import { launchBrowser, newContext } from '../screens/seat.ts';
import { ChatSeat } from './chat-seat.ts';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

it('CV16 a coach takes the deck of the last meeting from the chat, and it opens', async () => {
  const coach = await ChatSeat.open(context, { origin: service.origin, as: 'ruth', complaints });
  const { page } = coach;
  await coach.say('prepare my review deck', 'ready for your deck');
  await coach.press('PowerPoint deck', /to your OneDrive/);
  expect(await faultsOn(page.mainFrame())).toEqual([]);
  await coach.press('Allow', /is in your OneDrive/);
  const begun = page.waitForEvent('download');
  await page.locator('.file-card a').last().click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^Executive.*\.pptx$/);
  const bytes = new Uint8Array(await readFile(await download.path()));
  expect(await faultsOf(bytes, 'pptx')).toEqual([]);
  const opened = readPackage(bytes);
  expect(opened.ok && findInsertions(opened.value).length).toBeGreaterThan(4);
  expect(complaints).toEqual([]);
});
