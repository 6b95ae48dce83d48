import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { APP_ID } from './bare-tab.ts';
import { HostWindows, readContext, startedTabIn, tabIn } from './host-windows.ts';

let windows: HostWindows;

beforeAll(async () => {
  windows = await HostWindows.start();
});

afterAll(() => windows.stop());

afterEach(() => windows.beginAnew());

describe('the config page', () => {
  it('turns Save on when its form is valid, and the tab appears for everybody', async () => {
    const page = await windows.open('as=maya&view=team');
    await tabIn(page, 'content');
    await page.getByRole('button', { name: 'Add a tab' }).click();
    const config = await startedTabIn(page, 'settings');
    const save = page.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);

    await config.evaluate(() => {
      const { pages } = window.microsoftTeams;
      pages.config.registerOnSaveHandler((event) => {
        const contentUrl = new URL('/tab/?view=team&made=config', location.href).href;
        void pages.config
          .setConfig({ entityId: 'team:team_harbour:goals', contentUrl, suggestedDisplayName: 'Goals' })
          .then(() => {
            event.notifySuccess();
          });
      });
      pages.config.setValidityState(true);
    });
    await save.click();
    await page.locator('.tab-chip[aria-current]', { hasText: 'Goals' }).waitFor();

    const tab = await startedTabIn(page, 'content');
    expect(new URL(tab.url()).search).toBe('?view=team&made=config');
    expect(await readContext(tab)).toMatchObject({ page: 'team:team_harbour:goals', team: 'team_harbour' });
    expect(await tab.evaluate(() => window.microsoftTeams.pages.getConfig())).toMatchObject({
      entityId: 'team:team_harbour:goals',
      suggestedDisplayName: 'Goals',
    });
    const other = await windows.open('as=jonas&view=team');
    await other.getByRole('button', { name: 'Goals' }).waitFor();
  });

  it('stays open with the reason when the app does not save', async () => {
    const page = await windows.open('as=maya&view=config');
    const config = await startedTabIn(page, 'settings');
    await config.evaluate(() => {
      const { pages } = window.microsoftTeams;
      pages.config.registerOnSaveHandler((event) => {
        event.notifyFailure('The team was deleted.');
      });
      pages.config.setValidityState(true);
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The app did not save: The team was deleted.').waitFor();
  });
});

describe('links', () => {
  const entityLink = (pageId: string, subPage: string): string =>
    `https://teams.microsoft.com/l/entity/${APP_ID}/${encodeURIComponent(pageId)}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;

  it('open the page of the app that they name, with its sub-page', async () => {
    const page = await windows.open('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    // The frame goes away while it is answered, as in Teams.
    await tab.evaluate((link) => void window.microsoftTeams.app.openLink(link), entityLink('meeting:meeting_q4', 'q7'));
    const panel = await startedTabIn(page, 'sidePanel');
    expect(await readContext(panel)).toMatchObject({ meeting: 'meeting_q4', subPage: 'q7' });
    expect(new URL(page.url()).search).toBe('?as=maya&view=meeting&meeting=meeting_q4&sub=q7');
  });

  it('are what navigateToApp does too, and Back returns', async () => {
    const page = await windows.open('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    await tab.evaluate(
      (appId) =>
        void window.microsoftTeams.pages.navigateToApp({ appId, pageId: 'team:team_harbour', subPageId: 'trend' }),
      APP_ID,
    );
    await page.getByRole('heading', { name: 'General' }).waitFor();
    expect(await readContext(await startedTabIn(page, 'content'))).toMatchObject({ subPage: 'trend' });
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Plumbline' }).waitFor();
  });

  it('to other things say what Teams would do', async () => {
    const page = await windows.open('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    await tab.evaluate(() =>
      window.microsoftTeams.app.openLink('https://teams.microsoft.com/l/chat/0/0?users=jonas@harbour.example'),
    );
    await page.getByText('Teams would open a chat with jonas@harbour.example.').waitFor();
  });

  it.each([
    ['javascript:alert(1)', '', 'Teams does not open javascript: links.'],
    ['not an address', '', 'This is not a full address.'],
    ['https://teams.microsoft.com/l/nonsense/1', '', 'Teams knows no /l/nonsense links.'],
    ['https://plumbline.example/', '&fault=links:refused', 'The link was refused by the host'],
  ])('that cannot be followed are refused: %s', async (link, fault, reason) => {
    const tab = await startedTabIn(await windows.open(`as=maya&view=personal${fault}`), 'content');
    const refusal = await tab.evaluate(
      (url) => window.microsoftTeams.app.openLink(url).catch((error: unknown) => String(error)),
      link,
    );
    expect(refusal).toBe(`Error: ${reason}`);
  });
});
