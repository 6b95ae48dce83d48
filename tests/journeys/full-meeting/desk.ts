import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { hearComplaints, newContext } from '../screens/seat.ts';
import { words, wordsFirst } from './words.ts';

export interface DeskPlace {
  readonly origin: string;
  /** The persona. */
  readonly as: string;
  readonly view: 'personal' | 'panel' | 'stage';
  readonly meeting?: string;
  readonly width: number;
  readonly height?: number;
}

/** Somebody's own browser with Local Teams in it, and the tab in that. */
export class Desk {
  readonly as: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tab: FrameLocator;
  /** What the window's console and its scripts complained about. */
  readonly complaints: string[] = [];

  private constructor(as: string, context: BrowserContext, page: Page) {
    this.as = as;
    this.context = context;
    this.page = page;
    this.tab = page.frameLocator('.frame iframe');
    hearComplaints(page, this.complaints);
  }

  static async open(browser: Browser, place: DeskPlace): Promise<Desk> {
    return Desk.#sit(await newContext(browser), place);
  }

  /** One window more of the same person. */
  beside(place: DeskPlace): Promise<Desk> {
    return Desk.#sit(this.context, place);
  }

  static async #sit(context: BrowserContext, place: DeskPlace): Promise<Desk> {
    const page = await context.newPage();
    const desk = new Desk(place.as, context, page);
    await page.setViewportSize({ width: place.width, height: place.height ?? 760 });
    await page.goto(addressOf(place));
    return desk;
  }

  /** Opens the window's address again, as somebody does who closed it by mistake. */
  async reopen(): Promise<void> {
    await this.page.reload();
  }

  button(key: string, values: Readonly<Record<string, string | number>> = {}): Locator {
    return this.tab.getByRole('button', { name: words(key, values) });
  }

  async press(key: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await this.button(key, values).first().click();
  }

  async sees(key: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await this.reads(words(key, values));
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.tab.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** What is on the screen, as a screen reader would go through it. */
  async read(): Promise<string> {
    const snapshot = await this.tab.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String);
    return `--- ${this.as}, ${this.page.url()}\n${snapshot}\n${this.complaints.join('\n')}`;
  }

  field(key: string): Locator {
    return this.tab.getByLabel(wordsFirst(key)).filter({ visible: true });
  }
}

function addressOf({ origin, as, view, meeting }: DeskPlace): string {
  const query = new URLSearchParams({ as, view, frame: 'bare', ...(meeting === undefined ? {} : { meeting }) });
  return `${origin}/?${query.toString()}`;
}
