import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoWindows } from './demo-windows.ts';
import { PAGE, PANEL, type Seat } from './seat.ts';

let windows: DemoWindows;
let path: string;

beforeAll(async () => {
  windows = await DemoWindows.start();
  path = `/teams/${windows.demo.team}/plan/${windows.demo.id}`;
});

afterAll(() => windows.stop());

/** Fills the day on which the plan opens by itself, so many days from today. */
async function choose(seat: Seat, days: number): Promise<void> {
  const tab = await seat.tab();
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await tab.getByRole('group', { name: 'When it opens by itself' }).getByLabel('Opens on (optional)').fill(day);
}

describe('OT1 a plan that opens by itself, in three themes', () => {
  it('is given a moment, says so on each page that shows it, and is called off', async () => {
    const wide = await windows.open('as=ruth&view=personal', PAGE);
    await wide.shows('Hello');
    await wide.go(path);
    await wide.shows('Opens on (optional)');
    await choose(wide, -3);
    await wide.press('Open it then');
    await wide.shows('That moment has passed');
    await choose(wide, 30);
    await wide.press('Open it then');
    await windows.see([wide, 'plan opens 1280', 'It opens by itself on']);
    const narrow = await windows.open('as=ruth&view=personal', PANEL);
    await narrow.shows('Opens by itself on');
    await narrow.go(path);
    await windows.see([narrow, 'plan opens 280', 'Until then everything can be changed']);
    await wide.go(`/teams/${windows.demo.team}`);
    await windows.see([wide, 'team opens 1280', 'Opens by itself on']);
    await narrow.press('Call it off');
    await narrow.shows('Open for answers');
    // The other window hears of it.
    await wide.shows(/^Planned (?:for|,)/);
    expect(await (await wide.tab()).getByText('Opens by itself on').count()).toBe(0);
  });
});
