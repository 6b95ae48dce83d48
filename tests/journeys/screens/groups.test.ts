import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { persona } from '../../running/person.ts';
import { DemoWindows } from './demo-windows.ts';
import { PANEL } from './seat.ts';

let windows: DemoWindows;

beforeAll(async () => {
  windows = await DemoWindows.start();
});

afterAll(() => windows.stop());

describe('results by group, in three themes', () => {
  it('CU2 the team, its members and the summary, with what is held and why', async () => {
    const { teams } = await (await persona(windows.service.origin, 'priya')).do('viewHome', { params: {} });
    const team = teams.find(({ name }) => name === 'Wider leadership');
    const pulse = team?.meetings[0];
    if (!team || !pulse) throw new Error('The demo company has no larger team');
    const held = 'Not shown: Finance and Technology. Fewer than 5 of each answered.';
    const pages = [
      [`/teams/${team.id}`, 'groups of a team', held],
      [`/teams/${team.id}/members`, 'groups of members', 'Group: Operations'],
      [`/meetings/${pulse.id}/summary`, 'groups in a summary', held],
    ] as const;
    await windows.visit(pages, 'priya');
  });
});

describe('what a team is', () => {
  it('TM4 is changed among its members, and read on its page', async () => {
    const priya = await persona(windows.service.origin, 'priya');
    const { teams } = await priya.do('viewHome', { params: {} });
    const team = teams.find(({ name }) => name === 'Wider leadership');
    if (!team) throw new Error('The demo company has no larger team');
    const seat = await windows.open('as=priya&view=personal', PANEL);
    await seat.shows('Hello');
    await seat.go(`/teams/${team.id}/members`);
    await seat.shows('About the team');
    const tab = await seat.tab();
    await tab.getByLabel('Name of the team').fill('Leadership forum');
    await tab.getByRole('radio', { name: 'A department' }).check();
    await tab.getByRole('button', { name: 'Save' }).click();
    await seat.shows('Saved');
    const { name, scope } = await priya.do('viewTeam', { params: { team: team.id } });
    expect([name, scope]).toEqual(['Leadership forum', 'department']);
    await seat.go(`/teams/${team.id}`);
    await seat.shows('Leadership forum');
    await seat.page.close();
  });
});
