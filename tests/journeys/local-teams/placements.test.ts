import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { APP_ID, PERSONAS } from './bare-tab.ts';
import { HostWindows, readContext, startedTabIn, tabIn } from './host-windows.ts';

let windows: HostWindows;

const MAYA = PERSONAS[0];

const ANYWHERE = {
  theme: 'default',
  locale: 'en-gb',
  host: 'Teams',
  subPage: undefined,
  user: MAYA?.oid,
  tenant: MAYA?.tid,
  loginHint: 'maya@harbour.example',
  team: undefined,
  channel: undefined,
  meeting: undefined,
  hasChat: false,
};

beforeAll(async () => {
  windows = await HostWindows.start();
});

afterAll(() => windows.stop());

afterEach(() => windows.beginAnew());

describe('the context of each placement', () => {
  it('personal app', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=personal'), 'content');
    expect(new URL(tab.url()).search).toBe('?view=personal');
    expect(await readContext(tab)).toEqual({ ...ANYWHERE, page: 'home', frameContext: 'content' });
  });

  it('channel tab', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=team&theme=dark'), 'content');
    expect(new URL(tab.url()).search).toBe('?view=team');
    expect(await readContext(tab)).toEqual({
      ...ANYWHERE,
      theme: 'dark',
      page: 'team:team_harbour',
      frameContext: 'content',
      team: 'team_harbour',
      channel: 'General',
    });
  });

  it('meeting side panel, and the meeting that is not over when none is named', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=meeting'), 'sidePanel');
    expect(new URL(tab.url()).search).toBe('?view=meeting');
    expect(await readContext(tab)).toEqual({
      ...ANYWHERE,
      page: 'meeting:meeting_q4',
      frameContext: 'sidePanel',
      meeting: 'meeting_q4',
      hasChat: true,
    });
  });

  it('meeting stage', async () => {
    const tab = await startedTabIn(
      await windows.open('as=maya&view=stage&meeting=meeting_q2&theme=contrast'),
      'meetingStage',
    );
    expect(await readContext(tab)).toEqual({
      ...ANYWHERE,
      theme: 'contrast',
      page: 'meeting:meeting_q2',
      frameContext: 'meetingStage',
      meeting: 'meeting_q2',
      hasChat: true,
    });
  });

  it('config page', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=config'), 'settings');
    expect(new URL(tab.url()).search).toBe('?view=config');
    expect(await readContext(tab)).toMatchObject({
      frameContext: 'settings',
      team: 'team_harbour',
      channel: 'General',
    });
  });
});

describe('a theme change', () => {
  it('reaches the open tab without loading it again', async () => {
    const page = await windows.open('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    await tab.evaluate(() => {
      window.heard = [];
      window.microsoftTeams.app.registerOnThemeChangeHandler((theme) => window.heard.push(theme));
    });
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.getByRole('button', { name: 'High contrast theme' }).click();
    await tab.waitForFunction(() => window.heard.length === 2);
    expect(await tab.evaluate(() => window.heard)).toEqual(['dark', 'contrast']);
    expect(await readContext(tab)).toMatchObject({ theme: 'contrast' });
  });
});

describe('sign-in', () => {
  it('gives the token of the persona in this window', async () => {
    const tab = await startedTabIn(await windows.open('as=priya&view=personal'), 'content');
    const token = await tab.evaluate(() => window.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ oid: PERSONAS[2]?.oid, scp: 'access_as_user', ver: '2.0' });
  });

  it.each([
    ['consent', 'resourceRequiresConsent'],
    ['cancelled', 'CancelledByUser'],
    ['failed', 'App resource defined in manifest and iframe origin do not match'],
  ])('refuses when told to: %s', async (fault, reason) => {
    const tab = await startedTabIn(await windows.open(`as=maya&view=personal&fault=token:${fault}`), 'content');
    const refusal = await tab.evaluate(() =>
      window.microsoftTeams.authentication.getAuthToken().catch((error: unknown) => String(error)),
    );
    expect(refusal).toBe(`Error: ${reason}`);
  });

  it('never answers when told to, and answers again once the switch in the drawer is back', async () => {
    const page = await windows.open('as=maya&view=personal&fault=token:silent');
    const tab = await startedTabIn(page, 'content');
    const outcome = await tab.evaluate(async () =>
      Promise.race([
        window.microsoftTeams.authentication.getAuthToken().then(() => 'answered'),
        new Promise((resolve) => setTimeout(resolve, 500, 'silent')),
      ]),
    );
    expect(outcome).toBe('silent');
    await page.getByRole('button', { name: 'Developer drawer' }).click();
    await page.getByLabel('Sign-in token').selectOption('ok');
    const token = await tab.evaluate(() => window.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ oid: MAYA?.oid });
  });
});

describe('a host that is not well', () => {
  it('leaves initialize unanswered', async () => {
    const page = await windows.open('as=maya&view=personal&fault=initialize:silent');
    const tab = await tabIn(page, 'content');
    const outcome = await tab.evaluate(async () =>
      Promise.race([
        window.microsoftTeams.app.initialize([location.origin]).then(() => 'answered'),
        new Promise((resolve) => setTimeout(resolve, 1_000, 'silent')),
      ]),
    );
    expect(outcome).toBe('silent');
    await page.getByRole('button', { name: 'Developer drawer' }).click();
    await page.getByText('left unanswered').waitFor();
  });

  it('supports nothing optional', async () => {
    const tab = await startedTabIn(await windows.open('as=maya&view=personal&fault=support:none'), 'content');
    const outcome = await tab.evaluate(async (appId) => {
      const { pages } = window.microsoftTeams;
      const refusal: unknown = await pages.navigateToApp({ appId, pageId: 'home' }).catch((error: unknown) => error);
      return { supported: pages.isSupported(), refusal };
    }, APP_ID);
    expect(outcome).toEqual({ supported: false, refusal: { errorCode: 100 } });
  });

  it('answers a function that it does not have with teams-js’ own error, and shows that it did', async () => {
    const page = await windows.open('as=maya&view=meeting');
    const tab = await startedTabIn(page, 'sidePanel');
    const error = await tab.evaluate(
      () =>
        new Promise((resolve) => {
          window.microsoftTeams.meeting.getLiveStreamState(resolve);
        }),
    );
    expect(error).toMatchObject({ errorCode: 100 });
    await page.getByRole('button', { name: 'Developer drawer, calls not supported: 1' }).click();
    await page.getByText('meeting.getLiveStreamState').first().waitFor();
  });

  it('shows what the app said when the app could not start', async () => {
    const page = await windows.open('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    await tab.evaluate(() => {
      const { app } = window.microsoftTeams;
      app.notifyFailure({ reason: app.FailedReason.Timeout, message: 'no answer from the service' });
    });
    await page.getByText('The app said: Timeout: no answer from the service').waitFor();
  });
});
