import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import { persona } from '../../running/person.ts';
import { RunningService } from '../../running/running-service.ts';
import { faultsOn, look } from './look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat } from './seat.ts';

const PHRASE = 'delete my data';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
let team = '';

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
  const { teams } = await (await persona(service.origin, 'ruth')).do('viewHome', { params: {} });
  team = teams.find(({ name }) => name === 'Executive team')?.id ?? '';
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

async function seatOf(who: string, size = PAGE): Promise<Seat> {
  const seat = await Seat.open(context, {
    url: `${service.origin}/?as=${who}&view=personal&frame=bare`,
    size,
  });
  await seat.shows('Hello');
  return seat;
}

async function type(seat: Seat, label: string, text: string): Promise<void> {
  await (await seat.tab()).getByLabel(label).fill(text);
}

describe('what is kept, in three themes', () => {
  it('AU4 DL1 the log of a team and the page of one’s own data', async () => {
    const found: string[] = [];
    for (const size of [PAGE, PANEL]) {
      const seat = await seatOf('ruth', size);
      await seat.shows('Your data: take a copy, or delete it');
      await seat.go(`/teams/${team}`);
      await seat.press('Who did what');
      await seat.shows(/Ruth Okafor opened “/);
      found.push(...(await look(seat, `log ${size.width}`)));
      await seat.go('/records');
      await seat.shows('Not in it, and why');
      found.push(...(await look(seat, `own data ${size.width}`)));
      await seat.page.close();
    }
    expect(found).toEqual([]);
  });

  it('AU4 the log is a part of its page while it is on its way, and where it fails', async () => {
    const seat = await seatOf('ruth');
    const held: Route[] = [];
    await seat.page.route('**/api/teams/*/log/**', (route) => void held.push(route));
    await seat.go(`/records/${team}`);
    const tab = await seat.tab();
    await tab.locator('[aria-label="Loading the log"]').waitFor({ state: 'attached' });
    const landmarks = async () => [await tab.locator('main').count(), await tab.locator('h1').count()];
    expect([await landmarks(), await faultsOn(tab)]).toEqual([[1, 1], []]);
    for (const route of held) await route.fulfill({ status: 500, json: {} });
    await tab.getByRole('button', { name: 'Try again' }).waitFor();
    expect([await landmarks(), await faultsOn(tab)]).toEqual([[1, 1], []]);
    await seat.page.close();
  });

  it('AU4 older entries come when they are asked for', async () => {
    const seat = await seatOf('ruth');
    await seat.go(`/records/${team}`);
    await seat.shows(/Ruth Okafor opened “/);
    const tab = await seat.tab();
    const older = tab.getByRole('button', { name: 'Show older entries' });
    const oldest = tab.getByText('Ruth Okafor started the team');
    await older.waitFor();
    for (let pages = 0; pages < 9 && !(await oldest.isVisible()); pages += 1) {
      await older.click();
      await oldest.or(older).first().waitFor();
    }
    await seat.shows('Ruth Okafor started the team');
    await seat.page.close();
  });

  it('DL1 a copy is saved as a file that says what is not in it, in words', async () => {
    const seat = await seatOf('maya');
    await seat.go('/records');
    await seat.press('Make a copy');
    await seat.shows('Your copy is ready.');
    const saving = seat.page.waitForEvent('download');
    await (await seat.tab()).getByRole('link', { name: 'Save plumbline-my-data.json' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('plumbline-my-data.json');
    const copy: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(copy).toMatchObject({
      version: 1,
      person: { name: 'Maya Lindqvist' },
      notIncluded: expect.arrayContaining([expect.stringContaining('closed anonymous meetings')]),
    });
    await seat.page.close();
  });

  it('DL2 a leader is gone after typing, and the log says so without a name', async () => {
    const found: string[] = [];
    const seat = await seatOf('omar', PANEL);
    await seat.go('/records');
    const label = `Type “${PHRASE}” to go on`;
    await type(seat, label, 'delete');
    const go = (await seat.tab()).getByRole('button', { name: 'Delete my data' });
    expect(await go.isEnabled()).toBe(false);
    await type(seat, label, PHRASE);
    await seat.press('Delete my data');
    await seat.shows('Your data is deleted');
    found.push(...(await look(seat, 'gone 280')));
    await seat.page.close();
    const coach = await seatOf('ruth');
    await coach.go(`/records/${team}`);
    await coach.shows('A former member deleted their data');
    expect(await (await coach.tab()).getByText('Omar Haddad').count()).toBe(0);
    await coach.page.close();
    expect(found).toEqual([]);
  });

  it('DL7 a team goes by its name, typed, and its watchers see that it is gone', async () => {
    const watcher = await seatOf('maya');
    await watcher.go(`/teams/${team}`);
    await watcher.shows('Who did what');
    const seat = await seatOf('daniel');
    await seat.go(`/records/${team}`);
    await type(seat, 'Type “Executive team” to go on', 'Executive team');
    await seat.press('Delete the team');
    await seat.shows('Hello');
    await watcher.shows('It is not here.');
    await watcher.page.close();
    await seat.page.close();
  });
});
