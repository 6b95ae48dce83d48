import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoMeeting } from './demo-meeting.ts';
import { DemoWindows } from './demo-windows.ts';
import { PAGE, PANEL, STAGE, type Seat } from './seat.ts';

let windows: DemoWindows;
let demo: DemoMeeting;

beforeAll(async () => {
  windows = await DemoWindows.start();
  demo = windows.demo;
});

afterAll(() => windows.stop());

/** Maya on her panel at the question about the priorities, in a meeting that asks in one way. */
async function atThePriorities(meeting: DemoMeeting): Promise<Seat> {
  await meeting.running.moveTo('rating');
  const panel = await windows.open(`as=maya&view=panel&meeting=${meeting.id}`, PANEL);
  await panel.press('Begin');
  await panel.press(/^What matters/);
  await panel.press(/^Roles/);
  await panel.press('Next');
  return panel;
}

/** The reveal on a panel, on a page and on the stage's slide about the priorities. */
async function reveal(meeting: DemoMeeting, panel: Seat, text: RegExp): Promise<void> {
  const { id } = meeting;
  await meeting.answer('rating', meeting.leaders.slice(1));
  await meeting.running.moveTo('revealing');
  const stage = await windows.open(`as=ruth&view=stage&meeting=${id}`, STAGE);
  const page = await windows.open('as=tomas&view=personal', PAGE);
  await page.shows('Hello');
  await page.go(`/meetings/${id}`);
  await windows.see([panel, `${id} reveal 280`, text]);
  await windows.see([page, `${id} reveal 1280`, text]);
  await stage.shows('Choose a dimension to open it');
  await stage.press('Next');
  await windows.see([stage, `${id} stage`, text]);
  await meeting.running.direct({ type: 'close' }, ({ sealed }) => sealed);
  await page.go(`/meetings/${id}/summary`);
  await windows.see([page, `${id} summary`, text]);
  await Promise.all([panel, page, stage].map((seat) => seat.page.close()));
}

describe('priorities, in three themes', () => {
  it('are planned to be asked in one of three ways', async () => {
    const narrow = await windows.open('as=ruth&view=personal', PANEL);
    await narrow.shows('Hello');
    await narrow.go(`/teams/${demo.team}/plan/${demo.id}`);
    await narrow.shows('Two at a time');
    const tab = await narrow.tab();
    await tab.getByRole('radio', { name: /Two at a time/ }).check();
    for (const text of ['One more', 'And another']) {
      await narrow.press('Add a priority');
      await tab
        .getByPlaceholder(/^Priority/)
        .last()
        .fill(text);
    }
    await windows.see([narrow, 'plan priorities 280', 'Keep 6 priorities at most']);
    await narrow.page.close();
    // What was typed and not saved is on this device, and so in every window of it.
    const wide = await windows.open('as=ruth&view=personal', PAGE);
    await wide.shows('Hello');
    await wide.go(`/teams/${demo.team}/plan/${demo.id}`);
    await windows.see([wide, 'plan priorities 1280', 'Keep 6 priorities at most']);
    await wide.press('Go back to the saved plan');
    await wide.page.close();
  });

  it('with points: they are sent when they add up, and not before', async () => {
    const meeting = await demo.openAnother('meeting', { title: 'With points', prioritiesAs: 'allocation' });
    const panel = await atThePriorities(meeting);
    await windows.see([panel, 'points none', '100 points left']);
    const tab = await panel.tab();
    const fields = tab.getByRole('spinbutton');
    await fields.nth(0).fill('42');
    await fields.nth(1).fill('90');
    await panel.shows('All 100 points are given');
    expect(await fields.nth(1).inputValue()).toBe('58');
    await fields.nth(1).press('ArrowDown');
    await fields.nth(1).fill('20');
    await windows.see([panel, 'points some', '38 points left']);
    await panel.shows('kept on this device until all are given');
    const round = await meeting.running.round('rating');
    const [maya] = meeting.leaders;
    const held = async () => {
      const mine = await maya?.do('viewMine', { params: { meeting: meeting.id } });
      return mine?.ballots.find((ballot) => ballot.round === round.id)?.answers['priorities'];
    };
    expect(await held()).toMatchObject({ points: { p1: 42, p2: 58 } });
    await panel.press('Share the rest evenly');
    await windows.see([panel, 'points all', 'saved']);
    expect(await held()).toEqual({ kind: 'allocation', points: { p1: 42, p2: 20, p3: 13, p4: 13, p5: 12 } });
    await reveal(meeting, panel, /gets? most/);
  });

  it('two at a time: with the keys, one left open, and back again', async () => {
    const meeting = await demo.openAnother('meeting', { title: 'Two at a time', prioritiesAs: 'pairwise' });
    const panel = await atThePriorities(meeting);
    await windows.see([panel, 'pair first', 'Pair 1 of 10']);
    const { keyboard } = panel.page;
    // A double click decides the pair under it and not the next one.
    await (await panel.tab()).locator('[data-side="first"]').dblclick();
    await panel.shows('Pair 2 of 10');
    await keyboard.press('ArrowRight');
    await panel.press('I can’t decide');
    await panel.shows('Pair 4 of 10');
    await panel.press('Previous pair');
    await panel.press('Previous pair');
    await windows.see([panel, 'pair decided', '2 of 10 decided']);
    for (let pair = 2; pair <= 10; pair += 1) {
      await keyboard.press('1');
      if (pair < 10) await panel.shows(`Pair ${String(pair + 1)} of 10`);
    }
    await windows.see([panel, 'pair last', 'All 10 decided']);
    await reveal(meeting, panel, /wins? most trade-offs/);
  });

  it('RS23 two groups over the whole sheet, in a sentence with what sets them apart', async () => {
    const meeting = await demo.openAnother('meeting', { title: 'In two groups', mode: 'named' });
    await meeting.running.moveTo('rating');
    const { questions } = await meeting.running.round('rating');
    await meeting.answer('rating', meeting.leaders, (question, leader) => {
      if (question.kind !== 'agreement') return null;
      const place = questions.findIndex(({ id }) => id === question.id);
      const up = (place % 2 === 0) === leader < 4;
      return { kind: 'scale', value: (up ? 5 : 2) + ((leader * 3 + place) % 2) };
    });
    await meeting.running.moveTo('revealing');
    const panel = await windows.open(`as=maya&view=panel&meeting=${meeting.id}`, PANEL);
    const stage = await windows.open(`as=ruth&view=stage&meeting=${meeting.id}`, STAGE);
    await windows.see([panel, 'camps 280', 'Two groups of 4 and 4']);
    await stage.shows('Choose a dimension to open it');
    await stage.press('Next');
    await windows.see([stage, 'camps stage', 'What would the other group have to see']);
    await meeting.running.direct({ type: 'close' }, ({ sealed }) => sealed);
    await panel.go(`/meetings/${meeting.id}/summary`);
    await windows.see([panel, 'camps summary', 'Two groups of 4 and 4']);
  });
});
