import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type * as MicrosoftTeams from '@microsoft/teams-js';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { decodeJwt } from 'jose';
import { chromiumCandidates } from '../../launch/chromium.mjs';
import { APP_ID, PERSONAS, startLocalWorld, type LocalWorld } from './test-tab.ts';

declare global {
  interface Window {
    microsoftTeams: typeof MicrosoftTeams;
    /** What a handler in the test page heard, in order. */
    heard: unknown[];
    axe: typeof axe;
  }
}

const MAYA = PERSONAS[0];

const PLACES = ['personal', 'team', 'config', 'calendar', 'meeting', 'panel', 'stage', 'room'];

/** Evaluated, not added as a script: the page's own policy lets no foreign script in. */
const AXE = `${axe.source}; undefined`;

jest.setTimeout(60_000);

let world: LocalWorld;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  world = await startLocalWorld();
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

beforeEach(async () => {
  context = await newContext();
});

afterEach(async () => {
  await context.close();
  await fetch(`${world.base}/local/teams/stages/meeting_q4`, { method: 'DELETE' });
});

function chromiumPath(): string {
  const path = chromiumCandidates({ platform: process.platform, env: process.env }).find((file) => existsSync(file));
  if (path === undefined) throw new Error('No Chromium: set CHROMIUM_PATH to one.');
  return path;
}

/** A browser of one person: it shares nothing with another. */
async function newContext(): Promise<BrowserContext> {
  const fresh = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  // teams-js asks Microsoft's network for its list of hosts; here the answer is at once that there is none.
  await fresh.route('https://res.cdn.office.net/**', (route) => route.abort());
  return fresh;
}

async function openHost(query: string, inContext = context): Promise<Page> {
  const page = await inContext.newPage();
  await page.goto(`${world.base}/?${query}`);
  return page;
}

/** The tab in a place of the page, with teams-js loaded and not yet initialized. */
async function tabIn(page: Page, place: string): Promise<Frame> {
  const element = await page.waitForSelector(`.frame[data-place="${place}"] iframe`);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The element is not a frame');
  await frame.waitForFunction(() => 'microsoftTeams' in window);
  return frame;
}

async function startedTabIn(page: Page, place: string): Promise<Frame> {
  const tab = await tabIn(page, place);
  await tab.evaluate(() => window.microsoftTeams.app.initialize([location.origin]));
  return tab;
}

async function readContext(tab: Frame) {
  const { app, page, user, team, channel, meeting, chat } = await tab.evaluate(() =>
    window.microsoftTeams.app.getContext(),
  );
  return {
    theme: app.theme,
    locale: app.locale,
    host: app.host.name,
    page: page.id,
    subPage: page.subPageId,
    frameContext: page.frameContext,
    user: user?.id,
    tenant: user?.tenant?.id,
    loginHint: user?.loginHint,
    team: team?.groupId,
    channel: channel?.displayName,
    meeting: meeting?.id,
    hasChat: chat !== undefined,
  };
}

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

describe('the context of each placement', () => {
  it('personal app', async () => {
    const tab = await startedTabIn(await openHost('as=maya&view=personal'), 'content');
    expect(new URL(tab.url()).search).toBe('?view=personal');
    expect(await readContext(tab)).toEqual({ ...ANYWHERE, page: 'home', frameContext: 'content' });
  });

  it('channel tab', async () => {
    const tab = await startedTabIn(await openHost('as=maya&view=team&theme=dark'), 'content');
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
    const tab = await startedTabIn(await openHost('as=maya&view=meeting'), 'sidePanel');
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
      await openHost('as=maya&view=stage&meeting=meeting_q2&theme=contrast'),
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
    const tab = await startedTabIn(await openHost('as=maya&view=config'), 'settings');
    expect(new URL(tab.url()).search).toBe('?view=config');
    expect(await readContext(tab)).toMatchObject({
      frameContext: 'settings',
      team: 'team_harbour',
      channel: 'General',
    });
  });
});

describe('the window', () => {
  it('remembers its person when the bare address is loaded again, and another window does not', async () => {
    const page = await openHost('as=jonas&view=calendar');
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    await page.goto(world.base);
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    const other = await context.newPage();
    await other.goto(world.base);
    await other.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  });

  it('gives the side panel 280 px and the stage 994 x 678 on a usual laptop', async () => {
    const page = await openHost('as=maya&view=meeting');
    const panel = await startedTabIn(page, 'sidePanel');
    await shareToStage(panel);
    await tabIn(page, 'meetingStage');
    const size = async (place: string) => {
      const box = await page.locator(`.frame[data-place="${place}"]`).boundingBox();
      return [box?.width, box?.height];
    };
    expect(await size('meetingStage')).toEqual([994, 678]);
    expect((await size('sidePanel'))[0]).toBeGreaterThanOrEqual(279);
  });

  it('says what is wrong when the product does not answer, and finds it again', async () => {
    await context.route('**/api/me', (route) => route.abort(), { times: 1 });
    const page = await openHost('as=maya&view=calendar');
    await page.getByRole('heading', { name: 'Plumbline is not answering yet' }).waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Fourth quarter alignment').waitFor();
  });

  it('runs under its own content security policy without a violation', async () => {
    const page = await context.newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    const response = await page.goto(`${world.base}/?as=maya&view=meeting`);
    await startedTabIn(page, 'sidePanel');
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self';");
    expect(violations).toEqual([]);
  });

  it('asks the service to turn time faster', async () => {
    const page = await openHost('as=maya&view=calendar');
    await page.getByLabel('Speed of time').selectOption('5');
    await page.getByText('Time runs ×5 for everybody.').waitFor();
    expect(world.rates).toEqual([{ rate: 5 }]);
  });
});

describe('a theme change', () => {
  it('reaches the open tab without loading it again', async () => {
    const page = await openHost('as=maya&view=personal');
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
    const tab = await startedTabIn(await openHost('as=priya&view=personal'), 'content');
    const token = await tab.evaluate(() => window.microsoftTeams.authentication.getAuthToken());
    expect(decodeJwt(token)).toMatchObject({ oid: PERSONAS[2]?.oid, scp: 'access_as_user', ver: '2.0' });
  });

  it.each([
    ['consent', 'resourceRequiresConsent'],
    ['cancelled', 'CancelledByUser'],
    ['failed', 'App resource defined in manifest and iframe origin do not match'],
  ])('refuses when told to: %s', async (fault, reason) => {
    const tab = await startedTabIn(await openHost(`as=maya&view=personal&fault=token:${fault}`), 'content');
    const refusal = await tab.evaluate(() =>
      window.microsoftTeams.authentication.getAuthToken().catch((error: unknown) => String(error)),
    );
    expect(refusal).toBe(`Error: ${reason}`);
  });

  it('never answers when told to, and answers again once the switch in the drawer is back', async () => {
    const page = await openHost('as=maya&view=personal&fault=token:silent');
    const tab = await startedTabIn(page, 'content');
    const outcome = async () =>
      tab.evaluate(async () =>
        Promise.race([
          window.microsoftTeams.authentication.getAuthToken().then(() => 'answered'),
          new Promise((resolve) => setTimeout(resolve, 500, 'silent')),
        ]),
      );
    expect(await outcome()).toBe('silent');
    await page.getByRole('button', { name: 'Developer drawer' }).click();
    await page.getByLabel('Sign-in token').selectOption('ok');
    expect(await outcome()).toBe('answered');
  });
});

describe('a host that is not well', () => {
  it('leaves initialize unanswered', async () => {
    const page = await openHost('as=maya&view=personal&fault=initialize:silent');
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
    const tab = await startedTabIn(await openHost('as=maya&view=personal&fault=support:none'), 'content');
    const outcome = await tab.evaluate(async (appId) => {
      const { pages } = window.microsoftTeams;
      const refusal: unknown = await pages.navigateToApp({ appId, pageId: 'home' }).catch((error: unknown) => error);
      return { supported: pages.isSupported(), refusal };
    }, APP_ID);
    expect(outcome).toEqual({ supported: false, refusal: { errorCode: 100 } });
  });

  it('answers a function that it does not have with teams-js’ own error, and shows that it did', async () => {
    const page = await openHost('as=maya&view=meeting');
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
    const page = await openHost('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    await tab.evaluate(() => {
      const { app } = window.microsoftTeams;
      app.notifyFailure({ reason: app.FailedReason.Timeout, message: 'no answer from the service' });
    });
    await page.getByText('The app said: Timeout: no answer from the service').waitFor();
  });
});

async function shareToStage(tab: Frame, path = '/tab/?view=meeting&shared=1'): Promise<unknown> {
  return tab.evaluate(
    (url) =>
      new Promise((resolve) => {
        window.microsoftTeams.meeting.shareAppContentToStage((error, result) => {
          resolve({ error, result });
        }, new URL(url, location.href).href);
      }),
    path,
  );
}

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
    const jonasContext = await newContext();
    const maya = await openHost('as=maya&view=meeting');
    const jonas = await openHost('as=jonas&view=meeting', jonasContext);
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
    const panel = await startedTabIn(await openHost('as=maya&view=panel'), 'sidePanel');
    await shareToStage(panel);
    const late = await openHost('as=tomas&view=meeting');
    await tabIn(late, 'meetingStage');
  });

  it('is shared by the window’s own button too', async () => {
    const page = await openHost('as=maya&view=meeting');
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
    const tab = await startedTabIn(await openHost(`as=maya&view=meeting&fault=stage:${fault}`), 'sidePanel');
    expect(await shareToStage(tab)).toMatchObject({ error: { errorCode }, result: null });
    expect(await sharingState(tab)).toEqual({ error: null, state: { isAppSharing: false } });
  });

  it('says beforehand that sharing is not permitted', async () => {
    const tab = await startedTabIn(await openHost('as=maya&view=meeting&fault=stage:refused'), 'sidePanel');
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
    const tab = await startedTabIn(await openHost('as=maya&view=meeting'), 'sidePanel');
    const details = await tab.evaluate(() => window.microsoftTeams.meeting.getMeetingDetailsVerbose());
    expect(details).toMatchObject({
      details: { id: 'meeting_q4', title: 'Fourth quarter alignment', type: 'Scheduled' },
      organizer: { tenantId: MAYA?.tid },
    });
  });
});

describe('the config page', () => {
  it('turns Save on when its form is valid, and the tab appears for everybody', async () => {
    const page = await openHost('as=maya&view=team');
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
    const other = await openHost('as=jonas&view=team');
    await other.getByRole('button', { name: 'Goals' }).waitFor();
  });

  it('stays open with the reason when the app does not save', async () => {
    const page = await openHost('as=maya&view=config');
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
    const page = await openHost('as=maya&view=personal');
    const tab = await startedTabIn(page, 'content');
    // The frame goes away while it is answered, as in Teams.
    await tab.evaluate((link) => void window.microsoftTeams.app.openLink(link), entityLink('meeting:meeting_q4', 'q7'));
    const panel = await startedTabIn(page, 'sidePanel');
    expect(await readContext(panel)).toMatchObject({ meeting: 'meeting_q4', subPage: 'q7' });
    expect(new URL(page.url()).search).toBe('?as=maya&view=meeting&meeting=meeting_q4&sub=q7');
  });

  it('are what navigateToApp does too, and Back returns', async () => {
    const page = await openHost('as=maya&view=personal');
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
    const page = await openHost('as=maya&view=personal');
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
    const tab = await startedTabIn(await openHost(`as=maya&view=personal${fault}`), 'content');
    const refusal = await tab.evaluate(
      (url) => window.microsoftTeams.app.openLink(url).catch((error: unknown) => String(error)),
      link,
    );
    expect(refusal).toBe(`Error: ${reason}`);
  });
});

describe('the page itself', () => {
  it.each(['view=welcome', ...PLACES.map((view) => `as=maya&view=${view}`)])(
    'is free of what axe finds in three themes: %s',
    async (query) => {
      const page = await openHost(query);
      await page.waitForSelector('#main');
      await page.evaluate(AXE);
      await press(page, '.drawer-toggle');
      const found: unknown[] = [];
      for (const theme of ['default', 'dark', 'contrast']) {
        await press(page, `[data-theme-choice="${theme}"]`);
        const { violations } = await page.evaluate(async () => window.axe.run(document, { iframes: false }));
        found.push(...violations.map(({ id, nodes }) => ({ theme, id, nodes: nodes.map(({ html }) => html) })));
      }
      expect(found).toEqual([]);
    },
  );

  it('is used with the keyboard alone: a person, a place, another theme', async () => {
    const page = await context.newPage();
    await page.goto(world.base);
    await page.getByRole('link', { name: 'Jonas Okafor' }).waitFor();
    await pressUntilFocused(page, 'Jonas Okafor');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Plumbline' }).waitFor();
    await pressUntilFocused(page, 'Dark theme');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await pressUntilFocused(page, 'Calendar');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Calendar' }).waitFor();
    expect(new URL(page.url()).search).toBe('?as=jonas&view=calendar&theme=dark');
  });
});

/** Presses a button also where a dialog lies over it. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element: HTMLElement) => {
    element.click();
  });
}

/** Presses Tab until the focused element's label begins with a name. */
async function pressUntilFocused(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (label.includes(name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('the room', () => {
  it('shows the stage and four people’s panels, each as themselves', async () => {
    const page = await openHost('as=maya&view=room&seats=maya,jonas,priya,ingrid');
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
