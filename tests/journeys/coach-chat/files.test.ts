import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { readPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { faultsOf } from '../../documents/validated.ts';
import { DemoWindows } from '../screens/demo-windows.ts';
import { faultsOn } from '../screens/look.ts';
import { PANEL, THEMES } from '../screens/seat.ts';
import { ChatSeat, type ChatLook } from './chat-seat.ts';

let windows: DemoWindows;
const complaints: string[] = [];

beforeAll(async () => {
  windows = await DemoWindows.start();
});
afterAll(() => windows.stop());

async function offeredTo(as: string, button: string, look: ChatLook = {}): Promise<ChatSeat> {
  const { context, service } = windows;
  const coach = await ChatSeat.open(context, { origin: service.origin, as, complaints, ...look });
  await coach.say('prepare my review deck', 'ready for your deck');
  await coach.press(button, /to your OneDrive/);
  return coach;
}

it('CV16 a coach takes the deck of the last meeting from the chat, and it opens', async () => {
  const coach = await offeredTo('ruth', 'PowerPoint deck');
  await coach.press('Allow', /is in your OneDrive/);
  const begun = coach.page.waitForEvent('download');
  await coach.page.locator('.file-card a').last().click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^Executive.*\.pptx$/);
  const bytes = new Uint8Array(await readFile(await download.path()));
  expect(await faultsOf(bytes, 'pptx')).toEqual([]);
  const opened = readPackage(bytes);
  expect(opened.ok && findInsertions(opened.value).length).toBeGreaterThan(4);
  expect(complaints).toEqual([]);
});

it.each(THEMES)('CV16 is offered, declined and shown in the narrowest chat, clear to everybody: %s', async (theme) => {
  const coach = await offeredTo('maya', 'CSV file', { theme, ...PANEL });
  const see = async () => {
    const wide = await coach.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([wide, await faultsOn(coach.page.mainFrame())]).toEqual([0, []]);
  };
  await see();
  await coach.press('Decline', 'Not taken.');
  await coach.say('prepare my review deck', 'ready for your deck');
  await coach.press('CSV file', /to your OneDrive/);
  await coach.press('Allow', /is in your OneDrive/);
  await coach.page.locator('.file-card a').last().waitFor();
  await see();
  expect(complaints).toEqual([]);
});
