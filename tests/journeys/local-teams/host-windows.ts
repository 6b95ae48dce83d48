import type * as MicrosoftTeams from '@microsoft/teams-js';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../screens/seat.ts';
import { startBareTab, type BareTab } from './bare-tab.ts';

declare global {
  interface Window {
    microsoftTeams: typeof MicrosoftTeams;
    /** What a handler in the test page heard, in order. */
    heard: unknown[];
  }
}

/** Local Teams around a bare tab, with a browser before it. */
export class HostWindows {
  readonly world: BareTab;
  readonly #browser: Browser;
  #context: BrowserContext;

  private constructor(world: BareTab, browser: Browser, context: BrowserContext) {
    this.world = world;
    this.#browser = browser;
    this.#context = context;
  }

  static async start(): Promise<HostWindows> {
    const world = await startBareTab();
    const browser = await launchBrowser();
    return new HostWindows(world, browser, await newPerson(browser));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.world.stop();
  }

  /** The browser of the person whose windows these are. */
  get context(): BrowserContext {
    return this.#context;
  }

  /** Ends what is shared, and goes on with a browser in which nothing happened yet. */
  async beginAnew(): Promise<void> {
    await this.#context.close();
    await fetch(`${this.world.base}/local/teams/stages/meeting_q4`, { method: 'DELETE' });
    this.#context = await newPerson(this.#browser);
  }

  /** The browser of somebody else: it shares nothing with the first. */
  another(): Promise<BrowserContext> {
    return newPerson(this.#browser);
  }

  async open(query: string, inContext = this.#context): Promise<Page> {
    const page = await inContext.newPage();
    await page.goto(`${this.world.base}/?${query}`);
    return page;
  }
}

function newPerson(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
}

/** The tab in a place of the page, with teams-js loaded and not yet initialized. */
export async function tabIn(page: Page, place: string): Promise<Frame> {
  const element = await page.waitForSelector(`.frame[data-place="${place}"] iframe`);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The element is not a frame');
  await frame.waitForFunction(() => 'microsoftTeams' in window);
  return frame;
}

/** The tab in a place of the page, initialized. */
export async function startedTabIn(page: Page, place: string): Promise<Frame> {
  const tab = await tabIn(page, place);
  await tab.evaluate(() => window.microsoftTeams.app.initialize([location.origin]));
  return tab;
}

/** What teams-js tells the tab of where it is, as far as the host decides it. */
export async function readContext(tab: Frame) {
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

/** Puts the tab on the meeting's stage. */
export async function shareToStage(tab: Frame): Promise<unknown> {
  return tab.evaluate(
    () =>
      new Promise((resolve) => {
        const { href } = new URL('/tab/?view=meeting&shared=1', location.href);
        window.microsoftTeams.meeting.shareAppContentToStage((error, result) => {
          resolve({ error, result });
        }, href);
      }),
  );
}
