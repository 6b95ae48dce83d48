import { expect } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { RunningService } from '../../running/running-service.ts';
import { DemoMeeting } from './demo-meeting.ts';
import { look } from './look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat, type Size } from './seat.ts';

type Sight = readonly [seat: Seat, name: string, text: string | RegExp];

/** The demo company's service with a browser before it. */
export class DemoWindows {
  readonly service: RunningService;
  readonly demo: DemoMeeting;
  readonly context: BrowserContext;
  readonly #browser: Browser;

  private constructor(of: Pick<DemoWindows, 'service' | 'demo' | 'context'> & { readonly browser: Browser }) {
    this.service = of.service;
    this.demo = of.demo;
    this.context = of.context;
    this.#browser = of.browser;
  }

  static async start(): Promise<DemoWindows> {
    const service = new RunningService();
    await service.start();
    const browser = await launchBrowser();
    const context = await newContext(browser);
    return new DemoWindows({ service, browser, context, demo: await DemoMeeting.find(service.origin) });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.service.remove();
  }

  /** A window that somebody opens in a place of Local Teams. */
  open(query: string, size: Size): Promise<Seat> {
    return Seat.open(this.context, { url: `${this.service.origin}/?${query}&frame=bare`, size });
  }

  /** Waits for what each seat should show, then looks at all of them at the same time. */
  async see(...sights: readonly Sight[]): Promise<void> {
    const found = await Promise.all(
      sights.map(async ([seat, name, text]) => {
        await seat.shows(text);
        return look(seat, name);
      }),
    );
    expect(found.flat()).toEqual([]);
  }

  /** Goes through pages of the tab in a wide and a narrow window. */
  async visit(
    pages: readonly (readonly [path: string, name: string, text: string | RegExp])[],
    as: string,
  ): Promise<void> {
    const seats = await Promise.all([PAGE, PANEL].map((size) => this.open(`as=${as}&view=personal`, size)));
    const found = await Promise.all(
      seats.map(async (seat) => {
        const all: string[] = [];
        await seat.shows('Hello');
        for (const [path, name, text] of pages) {
          await seat.go(path);
          await seat.shows(text);
          all.push(...(await look(seat, `${name} ${seat.size.width}`)));
        }
        await seat.page.close();
        return all;
      }),
    );
    expect(found.flat()).toEqual([]);
  }
}
