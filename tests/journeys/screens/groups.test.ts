import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { persona } from '../../running/person.ts';
import { RunningService } from '../../running/running-service.ts';
import { look } from './look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat } from './seat.ts';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await service.remove();
});

describe('results by group, in three themes', () => {
  it('CU2 the team, its members and the summary, with what is held and why', async () => {
    const { teams } = await (await persona(service.origin, 'priya')).do('viewHome', { params: {} });
    const team = teams.find(({ name }) => name === 'Wider leadership');
    const pulse = team?.meetings[0];
    if (!team || !pulse) throw new Error('The demo company has no larger team');
    const held = 'Not shown: Finance and Technology. Fewer than 5 of each answered.';
    const pages = [
      [`/teams/${team.id}`, 'groups of a team', held],
      [`/teams/${team.id}/members`, 'groups of members', 'Group: Operations'],
      [`/meetings/${pulse.id}/summary`, 'groups in a summary', held],
    ] as const;
    const seats = await Promise.all(
      [PAGE, PANEL].map((size) =>
        Seat.open(context, { url: `${service.origin}/?as=priya&view=personal&frame=bare`, size }),
      ),
    );
    const found: string[] = [];
    for (const seat of seats) {
      await seat.shows('Hello');
      for (const [path, name, text] of pages) {
        await seat.go(path);
        await seat.shows(text);
        found.push(...(await look(seat, `${name} ${seat.size.width}`)));
      }
      await seat.page.close();
    }
    expect(found).toEqual([]);
  });
});
