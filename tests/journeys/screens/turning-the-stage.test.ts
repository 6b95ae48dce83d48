import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoWindows } from './demo-windows.ts';
import { PAGE, PANEL, STAGE, type Seat } from './seat.ts';

let windows: DemoWindows;

/** Ruth has the controls: in a page, in a panel, and on a stage. Maya, a leader, looks at a stage of her own. */
let controls: Seat;
let smallControls: Seat;
let stage: Seat;
let leaders: Seat;

beforeAll(async () => {
  windows = await DemoWindows.start();
  const { demo } = windows;
  await demo.open();
  await demo.answer('rating', demo.leaders);
  await demo.running.moveTo('predicting');
  await demo.answer('prediction', demo.leaders);
  await demo.running.moveTo('revealing');
  [controls, smallControls, stage, leaders] = await Promise.all([
    windows.open('as=ruth&view=personal', PAGE),
    windows.open(`as=ruth&view=panel&meeting=${demo.id}`, PANEL),
    windows.open(`as=ruth&view=stage&meeting=${demo.id}`, STAGE),
    windows.open(`as=maya&view=stage&meeting=${demo.id}`, STAGE),
  ]);
  for (const seat of [controls, smallControls]) {
    await seat.shows(/Hello|You are here as coach/);
    await seat.go(`/meetings/${demo.id}/console`);
  }
});

afterAll(() => windows.stop());

/** Every window shows the page at a place: both stages, and both consoles with their previews. */
async function allShow(place: number): Promise<void> {
  const onStage = new RegExp(`^${String(place)} of \\d+$`);
  const inConsole = new RegExp(`· ${String(place)} of \\d+$`);
  await Promise.all([stage.shows(onStage), leaders.shows(onStage)]);
  for (const seat of [controls, smallControls]) {
    await seat.shows(inConsole);
    await (await seat.tab()).locator('[inert]').getByText(onStage).waitFor();
  }
}

describe('the page of the reveal that the stage shows', () => {
  it('MT14 is turned in the console for every stage, and in the console’s preview', async () => {
    await allShow(1);
    await windows.see([controls, 'turning first 1280', 'Turn the stage']);
    await controls.press('Next page');
    await allShow(2);
    await smallControls.press('Questions 1 to 3');
    await leaders.shows('Furthest apart first · 1 to 3');
    await windows.see(
      [controls, 'turning questions 1280', 'Questions 1 to 3'],
      [smallControls, 'turning questions 280', 'Questions 1 to 3'],
      [leaders, 'turning questions stage of a leader', 'Furthest apart first · 1 to 3'],
    );
    await smallControls.press('Where you stand');
    await allShow(1);
  });

  it('MT14 is turned on the stage by whoever has the controls, by key and by hand, a press at a time', async () => {
    await stage.press('Next');
    await allShow(2);
    await stage.page.keyboard.press('PageUp');
    await allShow(1);
    await (await stage.tab()).getByRole('button', { name: 'Next' }).dblclick();
    await allShow(2);
  });

  it('MT14 is followed by everybody else, who is offered nothing to turn', async () => {
    const tab = await leaders.tab();
    expect(await tab.getByRole('button', { name: /Next|Before|Back/ }).count()).toBe(0);
    await controls.press('Where you stand');
    await allShow(1);
    await tab.getByRole('button', { name: /^Roles/ }).click();
    await leaders.page.keyboard.press('PageDown');
    await controls.press('Next page');
    await allShow(2);
    await controls.press('Roles');
    for (const seat of [stage, leaders]) await seat.shows('Roles, furthest apart first');
    await windows.see(
      [controls, 'turning a dimension 1280', 'Back to all dimensions'],
      [smallControls, 'turning a dimension 280', 'Back to all dimensions'],
      [stage, 'turning a dimension stage', 'Back to all dimensions'],
      [leaders, 'turning a dimension stage of a leader', 'Roles, furthest apart first'],
    );
  });
});
