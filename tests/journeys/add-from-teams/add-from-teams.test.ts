import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { RunningService } from '../../running/running-service.ts';
import { CLIENT_ID } from '../../running/test-identity.ts';
import { words } from '../full-meeting/words.ts';
import { DemoMeeting } from '../screens/demo-meeting.ts';
import { look } from '../screens/look.ts';
import { launchBrowser, newContext, Seat } from '../screens/seat.ts';

const PANEL = { width: 280, height: 760 };

describe.each(['local', 'entra'] as const)('adding people from Microsoft Teams, signed in at: %s', (identity) => {
  const service = new RunningService({ identity });
  let browser: Browser;
  let context: BrowserContext;
  let demo: DemoMeeting;

  beforeAll(async () => {
    await service.start();
    browser = await launchBrowser();
    context = await newContext(browser);
    demo = await DemoMeeting.find(service.origin);
  });

  afterAll(async () => {
    await browser.close();
    await service.remove();
  });

  async function openMembers(team: TeamId): Promise<Seat> {
    const url = `${service.origin}/?as=ruth&view=personal&frame=bare`;
    const seat = await Seat.open(context, { url, size: PANEL });
    await seat.shows('Hello');
    await seat.go(`/teams/${team}/members`);
    await seat.press(words('team:members.from'));
    return seat;
  }

  it('DI1 adds several at once, with a role, and says who is there already', async () => {
    const seat = await openMembers(demo.team);
    const tab = await seat.tab();
    const which = tab.getByLabel(words('team:members.from.which'));
    await which.waitFor();
    expect(await which.and(tab.locator(':focus')).count()).toBe(1);
    await which.selectOption({ label: 'Baltic route' });
    const group = tab.getByRole('group', { name: words('team:members.from.who') });
    expect(await group.getByLabel('Maya Lindqvist (is in the team)').isDisabled()).toBe(true);
    await group.getByLabel('Arne Solberg (guest)').check();
    await group.getByLabel('Elena Petrova').check();
    expect(await look(seat, `add from teams ${identity}`)).toEqual([]);
    await seat.press('Add 2 people');
    await seat.shows('2 people are in the team now.');
    expect(await group.getByLabel('Elena Petrova (is in the team)').isChecked()).toBe(true);
    const { members } = await demo.coach.do('viewTeam', { params: { team: demo.team } });
    const added = members.filter(({ name }) => ['Arne Solberg', 'Elena Petrova'].includes(name));
    expect(added.map(({ role }) => role)).toEqual(['leader', 'leader']);
    await seat.page.close();
  });

  it('DI2 says what to do where the organisation has not consented, and goes on once it has', async () => {
    // The issuer of local mode knows no consent.
    const consent = (isGiven: boolean) => {
      if (identity === 'entra') service.directory.entra.setConsent(DEMO_TENANT, CLIENT_ID, isGiven);
    };
    consent(false);
    const seat = await openMembers(demo.team);
    if (identity === 'entra') {
      await seat.shows('Your organisation has not allowed Plumbline to read teams of Microsoft Teams.');
      expect(await look(seat, 'add from teams refused')).toEqual([expect.stringContaining('403')]);
      consent(true);
      await seat.press('Try again');
    }
    await (await seat.tab()).getByLabel(words('team:members.from.which')).waitFor();
    await seat.page.close();
  });
});
