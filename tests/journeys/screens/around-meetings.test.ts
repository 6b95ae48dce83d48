import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chosenIdentity, type TestIdentity } from '../../running/test-identity.ts';
import type { DemoMeeting } from './demo-meeting.ts';
import { DemoWindows } from './demo-windows.ts';
import { look } from './look.ts';
import { PANEL, Seat } from './seat.ts';

/** What a link opened in a browser shows: where there is a directory, people can sign in to it there. */
const OUTSIDE: Readonly<Record<TestIdentity, string>> = {
  local: 'Open Plumbline in Microsoft Teams',
  entra: 'Sign in to Plumbline',
};

let windows: DemoWindows;
let demo: DemoMeeting;

beforeAll(async () => {
  windows = await DemoWindows.start();
  demo = windows.demo;
});

afterAll(() => windows.stop());

describe('every screen around a meeting, in three themes', () => {
  it('CM3 a team, and a meeting before, that say whether the questions of commitments moved', async () => {
    const [, last = ''] = demo.past;
    await windows.visit(
      [[`/meetings/${last}/summary`, 'summary that tells', /(Moved .* together|further apart|Did not move): /u]],
      'maya',
    );
    const page = await windows.open('as=maya&view=personal', PANEL);
    await page.shows('Hello');
    await page.go(`/teams/${demo.team}`);
    await page.shows('done or dropped');
    await (await page.tab()).getByText('2 done or dropped').click();
    await windows.see([page, 'team that is told 280', /(Moved .*|Has not moved) since/u]);
    await page.page.close();
  });

  it('a new team, and somebody who is in none', async () => {
    const { coach, team } = demo;
    const about = {
      name: 'Depot leads',
      organisation: 'Calder Marine Logistics',
      scope: 'department',
      intact: true,
    } as const;
    const fresh = await coach.do('foundTeam', {
      params: {},
      input: { ...about, myTitle: 'Team coach', myRole: 'coach' },
    });
    const { members, revision } = await coach.do('viewTeam', { params: { team } });
    const analyst = members.find(({ role }) => role === 'analyst');
    if (!analyst) throw new Error('The demo team has an analyst');
    await coach.do('removeMember', { params: { team, person: analyst.person }, ifMatch: String(revision) });
    await windows.visit(
      [
        [`/teams/${fresh.id}`, 'team without a meeting', 'Plan your first meeting'],
        [`/teams/${fresh.id}/plan`, 'plan of too few', 'Add leaders before you open it'],
      ],
      'ruth',
    );
    await windows.visit([['/', 'home of nobody', 'You are in no team yet']], 'sofia');
  });

  it('the page that adds a tab to a channel', async () => {
    const config = await windows.open(`as=ruth&view=config&team=${demo.team}`, { width: 800, height: 720 });
    await windows.see([config, 'config', 'What should this tab show?']);
    await config.page.close();
  });

  it.each(['light', 'dark'] as const)('without a host, on a device that looks %s', async (device) => {
    const at = (path: string) =>
      Seat.open(windows.context, { url: `${windows.service.origin}${path}`, size: PANEL, device });
    const [outside, checkUp, silent] = await Promise.all([
      at('/tab/'),
      at('/tab/diagnosis'),
      at('/?as=maya&view=personal&frame=bare&fault=initialize:silent'),
    ]);
    await windows.see(
      [outside, 'outside', OUTSIDE[chosenIdentity()]],
      [checkUp, 'check-up', 'What works here'],
      [silent, 'host silent', 'Teams doesn’t answer'],
    );
    await Promise.all([outside, checkUp, silent].map(({ page }) => page.close()));
  });

  it('with a host that refuses to sign somebody in', async () => {
    const [consent, cancelled] = await Promise.all([
      windows.open('as=maya&view=personal&fault=token:consent', PANEL),
      windows.open('as=maya&view=personal&fault=token:cancelled', PANEL),
    ]);
    await windows.see(
      [consent, 'consent missing', 'Plumbline needs a permission once'],
      [cancelled, 'sign-in cancelled', 'You are not signed in'],
    );
    await Promise.all([consent, cancelled].map(({ page }) => page.close()));
  });

  it('LV2 a failure stays where it is while it is looked up again', async () => {
    const seat = await windows.open('as=maya&view=personal', PANEL);
    await seat.shows('Hello');
    await seat.go('/teams/team_of-nobody');
    await seat.shows('Try again');
    const again = (await seat.tab()).getByRole('button', { name: 'Try again' });
    const answer = Promise.withResolvers<undefined>();
    await seat.page.route('**/api/teams/**', async (route) => {
      await answer.promise;
      await route.continue();
    });
    await again.focus();
    await seat.page.keyboard.press('Enter');
    // For as long as nobody answers, it rests, and whoever pressed it is still there.
    await again.and((await seat.tab()).locator('[aria-disabled="true"]:focus')).waitFor();
    await seat.shows('It is not here.');
    answer.resolve(undefined);
    await again.and((await seat.tab()).locator('button:not([aria-disabled="true"]):focus')).waitFor();
    await seat.page.close();
  });

  it('what cannot be found, and what does not load', async () => {
    const seat = await windows.open('as=maya&view=personal', PANEL);
    await seat.shows('Hello');
    const found: string[] = [];
    for (const [path, name] of [
      ['/meetings/meeting_of-nobody', 'meeting unknown'],
      ['/meetings/meeting_of-nobody/console', 'console unknown'],
      ['/meetings/meeting_of-nobody/summary', 'summary unknown'],
      ['/teams/team_of-nobody', 'team unknown'],
    ] as const) {
      // Each begins where nothing else says the same.
      await seat.go('/');
      await seat.shows('Hello');
      await seat.go(path);
      await seat.shows('Try again');
      found.push(...(await look(seat, name)));
    }
    await seat.page.route('**/api/teams/**', (route) => route.abort());
    await seat.go(`/teams/${demo.team}`);
    await seat.shows('You are offline');
    found.push(...(await look(seat, 'team offline')));
    // The browser itself notes each answer of 404 and each request that failed.
    expect(found.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
    await seat.page.close();
  });
});
