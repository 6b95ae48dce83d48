import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOn } from '../screens/look.ts';
import { THEMES } from '../screens/seat.ts';
import { HostWindows, shareToStage, startedTabIn, tabIn } from './host-windows.ts';

let windows: HostWindows;

const PLACES = ['personal', 'team', 'config', 'calendar', 'meeting', 'panel', 'stage', 'room'];

beforeAll(async () => {
  windows = await HostWindows.start();
});

afterAll(() => windows.stop());

afterEach(() => windows.beginAnew());

describe('the window', () => {
  it('remembers its person when the bare address is loaded again, and another window does not', async () => {
    const page = await windows.open('as=jonas&view=calendar');
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    await page.goto(windows.world.base);
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    const other = await windows.context.newPage();
    await other.goto(windows.world.base);
    await other.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  });

  it('gives the side panel 280 px and the stage 994 x 678 on a usual laptop', async () => {
    const page = await windows.open('as=maya&view=meeting');
    const panel = await startedTabIn(page, 'sidePanel');
    await shareToStage(panel);
    await tabIn(page, 'meetingStage');
    const size = async (place: string) => {
      const box = await page.locator(`.frame[data-place="${place}"]`).boundingBox();
      return [box?.width, box?.height];
    };
    expect(await size('meetingStage')).toEqual([994, 678]);
    expect((await size('sidePanel'))[0]).toBeGreaterThanOrEqual(279);
  });

  it('says what is wrong when the product does not answer, and finds it again', async () => {
    await windows.context.route('**/api/me', (route) => route.abort(), { times: 1 });
    const page = await windows.open('as=maya&view=calendar');
    await page.getByRole('heading', { name: 'Plumbline is not answering yet' }).waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Fourth quarter alignment').waitFor();
  });

  it('runs under its own content security policy without a violation', async () => {
    const page = await windows.context.newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    const response = await page.goto(`${windows.world.base}/?as=maya&view=meeting`);
    await startedTabIn(page, 'sidePanel');
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self';");
    expect(violations).toEqual([]);
  });

  it('asks the service to turn time faster', async () => {
    const page = await windows.open('as=maya&view=calendar');
    await page.getByLabel('Speed of time').selectOption('5');
    await page.getByText('Time runs ×5 for everybody.').waitFor();
    expect(windows.world.rates).toEqual([{ rate: 5 }]);
  });
});

describe('the page itself', () => {
  it.each(['view=welcome', ...PLACES.map((view) => `as=maya&view=${view}`)])(
    'is free of what axe finds in three themes: %s',
    async (query) => {
      const page = await windows.open(query);
      await page.waitForSelector('#main');
      await press(page, '.drawer-toggle');
      const found: string[] = [];
      for (const theme of THEMES) {
        await press(page, `[data-theme-choice="${theme}"]`);
        found.push(...(await faultsOn(page.mainFrame())).map((fault) => `${theme}: ${fault}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('is used with the keyboard alone: a person, a place, another theme', async () => {
    const page = await windows.context.newPage();
    await page.goto(windows.world.base);
    await page.getByRole('link', { name: 'Jonas Okafor' }).waitFor();
    await pressUntilFocused(page, 'Jonas Okafor');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Plumbline' }).waitFor();
    await pressUntilFocused(page, 'Dark theme');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await pressUntilFocused(page, 'Calendar');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    expect(new URL(page.url()).search).toBe('?as=jonas&view=calendar&theme=dark');
  });
});

/** Presses a button also where a dialog lies over it. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element: HTMLElement) => {
    element.click();
  });
}

/** Presses Tab until the focused element's label begins with a name. */
async function pressUntilFocused(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (label.includes(name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}
