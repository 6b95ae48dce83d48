import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { persona } from '../../running/person.ts';
import { DemoWindows } from './demo-windows.ts';

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
