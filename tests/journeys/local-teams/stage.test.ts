import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { PERSONAS } from './bare-tab.ts';
import { HostWindows, shareToStage, startedTabIn, tabIn } from './host-windows.ts';

let windows: HostWindows;

const MAYA = PERSONAS[0];

beforeAll(async () => {
  windows = await HostWindows.start();
});

afterAll(() => windows.stop());

afterEach(() => windows.beginAnew());

async function sharingState(tab: Frame): Promise<unknown> {
  return tab.evaluate(
    () =>
      new Promise((resolve) => {
        window.microsoftTeams.meeting.getAppContentStageSharingState((error, state) => {
          resolve({ error, state });
        });
      }),
  );
}

describe('the stage', () => {
  it('opens here and in another browser of the same meeting, and closes in both', async () => {
    const jonasContext = await windows.another();
    const maya = await windows.open('as=maya&view=meeting');
    const jonas = await windows.open('as=jonas&view=meeting', jonasContext);
    const panel = await startedTabIn(maya, 'sidePanel');
    await jonas.getByText('Jonas Okafor (you)').waitFor();
    expect(await sharingState(panel)).toEqual({ error: null, state: { isAppSharing: false } });

    expect(await shareToStage(panel)).toEqual({ error: null, result: true });
    for (const page of [maya, jonas]) {
      const stage = await startedTabIn(page, 'meetingStage');
      expect(new URL(stage.url()).search).toBe('?view=meeting&shared=1');
    }
    await jonas.getByText('Maya Lindqvist shares Plumbline.').waitFor();
    expect(await sharingState(panel)).toEqual({ error: null, state: { isAppSharing: true } });

    await panel.evaluate(
      () =>
        new Promise((resolve) => {
          window.microsoftTeams.meeting.stopSharingAppContentToStage(resolve);
        }),
    );
    await jonas.getByText('Jonas Okafor (you)').waitFor();
    await maya.getByText('Maya Lindqvist (you)').waitFor();
    await jonasContext.close();
  });

  it('takes a late joiner to what is shared already', async () => {
    const panel = await startedTabIn(await windows.open('as=maya&view=panel'), 'sidePanel');
    await shareToStage(panel);
    const late = await windows.open('as=tomas&view=meeting');
    await tabIn(late, 'meetingStage');
  });

  it('is shared by the window’s own button too', async () => {
    const page = await windows.open('as=maya&view=meeting');
    await tabIn(page, 'sidePanel');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await tabIn(page, 'meetingStage');
    await page.getByRole('button', { name: 'Stop sharing' }).click();
    await page.getByText('Maya Lindqvist (you)').waitFor();
  });

  it.each([
    ['refused', 1000],
    ['context', 501],
    ['internal', 500],
  ])('is refused when told to: %s', async (fault, errorCode) => {
    const tab = await startedTabIn(await windows.open(`as=maya&view=meeting&fault=stage:${fault}`), 'sidePanel');
    expect(await shareToStage(tab)).toMatchObject({ error: { errorCode }, result: null });
    expect(await sharingState(tab)).toEqual({ error: null, state: { isAppSharing: false } });
  });

  it('says beforehand that sharing is not permitted', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=meeting&fault=stage:refused'), 'sidePanel');
    const capabilities = await tab.evaluate(
      () =>
        new Promise((resolve) => {
          window.microsoftTeams.meeting.getAppContentStageSharingCapabilities((_error, result) => {
            resolve(result);
          });
        }),
    );
    expect(capabilities).toEqual({ doesAppHaveSharePermission: false });
  });

  it('belongs to a meeting with details', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=meeting'), 'sidePanel');
    const details = await tab.evaluate(() => window.microsoftTeams.meeting.getMeetingDetailsVerbose());
    expect(details).toMatchObject({
      details: { id: 'meeting_q4', title: 'Fourth quarter alignment', type: 'Scheduled' },
      organizer: { tenantId: MAYA?.tid },
    });
  });
});

describe('the room', () => {
  it('shows the stage and four people’s panels, each as themselves', async () => {
    const page = await windows.open('as=maya&view=room&seats=maya,jonas,priya,ingrid');
    await page.getByRole('heading', { name: 'Fourth quarter alignment' }).waitFor();
    const panels = [];
    for (const name of ['Maya Lindqvist', 'Jonas Okafor', 'Priya Raman', 'Ingrid Solberg']) {
      const seat = await (await page.waitForSelector(`iframe[title="Side panel of ${name}"]`)).contentFrame();
      const element = await seat?.waitForSelector('.frame[data-place="sidePanel"] iframe');
      const tab = await element?.contentFrame();
      await tab?.waitForFunction(() => 'microsoftTeams' in window);
      await tab?.evaluate(() => window.microsoftTeams.app.initialize([location.origin]));
      panels.push((await tab?.evaluate(() => window.microsoftTeams.app.getContext()))?.user?.displayName);
    }
    expect(panels).toEqual(['Maya Lindqvist', 'Jonas Okafor', 'Priya Raman', 'Ingrid Solberg']);
  });
});
