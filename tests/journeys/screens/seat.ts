import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';

/** The looks that a host can have. */
export const THEMES = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The narrowest side panel that Teams makes. */
export const PANEL: Size = { width: 280, height: 760 };
/** The stage on a usual laptop. */
export const STAGE: Size = { width: 994, height: 678 };
/** The personal app on a usual laptop. */
export const PAGE: Size = { width: 1280, height: 800 };

/** What each theme paints pages with; it tells that a change of theme has arrived. */
const SURFACES: Readonly<Record<Theme, string>> = { default: '#ffffff', dark: '#292929', contrast: '#000000' };

/** Browsers and a service on two processors that have other work, too. */
export const PATIENCE = 90_000;

/** Where teams-js asks for Microsoft's list of hosts. Here it learns at once that there is none, and goes by its own. */
const HOST_LIST = 'res.cdn.office.net';

/** The browser that `npm test` found or installed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${HOST_LIST} ~NOTFOUND`,
    ],
  });
}

/** Everybody's windows: nothing in them moves. */
export async function newContext(browser: Browser, scale = 1): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', deviceScaleFactor: scale });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

/** Takes what the scripts and the console of a page complain about. */
export function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !url.includes(HOST_LIST)) complaints.push(`${message.text()} ${url}`);
  });
}

export interface SeatPlace {
  readonly url: string;
  readonly size: Size;
  /** How the device looks, where no host says how to; with one, its themes are worn one after the other. */
  readonly device?: 'light' | 'dark';
}

/** A window of Local Teams with nothing around the tab, and the tab in it. */
export class Seat {
  readonly page: Page;
  readonly size: Size;
  /** The looks it can have. */
  readonly themes: readonly Theme[];
  /** What the window's console and its scripts complained about. */
  readonly complaints: string[] = [];

  private constructor(page: Page, { size, device }: SeatPlace) {
    this.page = page;
    this.size = size;
    this.themes = device === undefined ? THEMES : [device === 'dark' ? 'dark' : 'default'];
    hearComplaints(page, this.complaints);
  }

  static async open(context: BrowserContext, at: SeatPlace): Promise<Seat> {
    const page = await context.newPage();
    const seat = new Seat(page, at);
    await page.setViewportSize(at.size);
    await page.emulateMedia({ colorScheme: at.device ?? 'light' });
    await page.goto(at.url);
    return seat;
  }

  /** The tab: the frame in the window, or the window where there is no host. */
  async tab(): Promise<Frame> {
    if (!this.page.url().includes('frame=bare')) return this.page.mainFrame();
    // The last: the page that adds a tab lies above the tab.
    const element = await this.page.locator('.frame iframe').last().elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The tab is gone');
    return frame;
  }

  /** Goes to a page of the tab as a link in it does, without loading it again. */
  async go(path: string): Promise<void> {
    const tab = await this.tab();
    await tab.evaluate((to) => {
      history.pushState(null, '', `/tab${to}`);
    }, path);
  }

  /** Waits until the tab shows a text, and has nothing on its way. */
  async shows(text: string | RegExp): Promise<void> {
    const tab = await this.tab();
    try {
      await tab.getByText(text).filter({ visible: true }).first().waitFor();
      // Several parts of a page may load at once: none of them is shown once the first of those that are is not.
      await tab.locator('.fui-Spinner').filter({ visible: true }).first().waitFor({ state: 'hidden' });
    } catch (fault) {
      const shown = await tab.locator('body').innerText();
      throw new Error([`It never showed ${text}, but:`, shown, ...this.complaints].join('\n'), { cause: fault });
    }
  }

  async press(name: string | RegExp): Promise<void> {
    const tab = await this.tab();
    await tab.getByRole('button', { name }).first().click();
  }

  /** Has the host change its theme, where there is one, and waits until the tab wears it. */
  async wear(theme: Theme): Promise<void> {
    if (this.themes.length > 1) {
      await this.page.evaluate((to) => {
        document.querySelector<HTMLElement>(`[data-theme-choice="${to}"]`)?.click();
      }, theme);
    }
    const tab = await this.tab();
    await tab.waitForFunction(
      (surface) => {
        const provider = document.querySelector('.fui-FluentProvider');
        return provider && getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1').trim() === surface;
      },
      SURFACES[theme],
      { polling: 20 },
    );
    await holdStill(tab);
  }
}

/**
 * Ends what moves on a page, and has colours change at once from then on. A window behind others draws no frames, so that
 * in it a change would stay at its beginning for ever: a button that can be pressed would keep the grey of one that rests.
 */
export async function holdStill(page: Frame): Promise<void> {
  await page.evaluate(() => {
    if (document.adoptedStyleSheets.length === 0) {
      const still = new CSSStyleSheet();
      still.replaceSync('*, ::before, ::after { transition: none !important; }');
      document.adoptedStyleSheets = [still];
    }
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
}
