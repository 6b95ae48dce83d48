import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page, Route } from 'playwright-core';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { upload } from '../../local-office/office-world.ts';
import { RunningService } from '../../running/running-service.ts';
import { DemoMeeting } from '../screens/demo-meeting.ts';
import { launchBrowser, newContext } from '../screens/seat.ts';
import { look, savedDocument } from './office-pane.ts';

/** A meeting of the demo company in which a question was talked about, and the pane beside one of Local Office's documents. */
export class PaneJourney {
  readonly #service = new RunningService();
  readonly #document: { readonly id: string; readonly program: string };
  readonly #thing: string;
  #demo: DemoMeeting | null = null;
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;

  constructor(program: 'powerpoint' | 'word') {
    this.#document = { id: program, program };
    this.#thing = program === 'powerpoint' ? 'deck' : 'document';
  }

  async begin(): Promise<void> {
    await this.#service.start();
    const demo = await DemoMeeting.find(this.#service.origin);
    this.#demo = demo;
    this.#browser = await launchBrowser();
    this.#context = await newContext(this.#browser);
    await demo.open();
    await demo.running.moveTo('rating');
    await demo.answer('rating');
    await demo.running.moveTo('choosing');
    await demo.answer('dots');
    await demo.running.moveTo('discussing');
    await this.talkAgain(0);
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#service.remove();
  }

  /** A question is talked about and answered once more: a result that documents of before do not have. */
  async talkAgain(topic: number): Promise<void> {
    const demo = begun(this.#demo);
    await demo.stepTopic(topic, 'reading');
    await demo.stepTopic(topic, 'talking');
    await demo.stepTopic(topic, 're-voting');
    await demo.answer('re-vote', demo.leaders, (_question, leader) => ({ kind: 'scale', value: 5 + (leader % 2) }));
    await demo.stepTopic(topic, 'comparing');
    await demo.stepTopic(topic, 'done');
  }

  /** The meeting goes on to its end, and is closed. */
  async close(): Promise<void> {
    const { running } = begun(this.#demo);
    await running.moveTo('committing');
    await running.moveTo('closing');
    await running.direct({ type: 'close' }, ({ sealed }) => sealed);
  }

  /** The document as it would be saved now. */
  saved(): Promise<OpcPackage> {
    return savedDocument(this.#service.origin, this.#document.id);
  }

  /** Opens another document in the place of the one that is open. */
  async open(document: OpcPackage | Uint8Array): Promise<void> {
    const bytes = document instanceof Uint8Array ? document : writePackage(document);
    expect((await upload(this.#service.origin, this.#document, bytes)).status).toBe(200);
  }

  async openPane(theme = 'default'): Promise<Page> {
    const page = await this.openPaneIn({ theme });
    await page.getByText('Which results?').waitFor();
    return page;
  }

  /** The pane of somebody, or in another Office, which may have older requirement sets: `wordapi:1.3`. */
  async openPaneIn(office: { readonly as?: string; readonly theme?: string; readonly sets?: string }): Promise<Page> {
    const page = await begun(this.#context).newPage();
    await page.setViewportSize({ width: 320, height: 760 });
    const query = new URLSearchParams({ document: this.#document.id, as: 'ruth', ...office });
    await page.goto(`${this.#service.origin}/local/office/pane?${query.toString()}`);
    return page;
  }

  /** Opens the document for reading only, or for all again. */
  async setReadOnly(isReadOnly: boolean): Promise<void> {
    const path = `/local/office/documents/${this.#document.id}/switches`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ isReadOnly });
    expect((await fetch(this.#service.origin + path, { method: 'PUT', headers, body })).status).toBe(200);
  }

  /**
   * The service takes the token no more, and there is no other, as a look begins; what support asks for is there all the same.
   * Then somebody signs in anew.
   */
  async signInAgain(page: Page): Promise<void> {
    // Of the local issuer; where people sign in to a directory, Office's own ways.
    await page.route(/\/local\/(?:entra\/token|teams\/token|office\/nested-token)$/, (route) => route.abort());
    await page.route('**/api/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer of-yesterday' } }),
    );
    const refused = page.getByText(/^The sign-in (?:failed|can’t be reached)$/);
    // What went unanswered before is asked for again, and may find it out first.
    await page.getByRole('button', { name: 'Check again' }).or(refused).click();
    await refused.waitFor();
    const help = page.locator('summary', { hasText: 'If you need help' });
    await help.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^sign-in\.(?:failed|unreachable)$/).waitFor();
    await page.getByText(/^answers in \d+ ms$/).waitFor();
    await help.and(page.locator(':focus')).waitFor();
    expect(await look(page, `refused ${this.#thing}`)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Which results?').waitFor();
  }

  /** Has the pane look through the document. */
  async check(page: Page): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`^Check my ${this.#thing}`) }).click();
    await page.getByText(/figures? of Plumbline/).waitFor();
  }
}

/** Puts the figures of a meeting into the deck, each on a slide behind the first; else of the one that is held now. */
export async function insertSummary(page: Page, meeting = /not closed yet/): Promise<void> {
  await page.getByRole('button', { name: meeting }).click();
  await page.getByRole('button', { name: /^Insert “Executive summary”/ }).click();
  await page.getByText(/slides are new/).waitFor();
}

/** Does something with the next calls of Office that have a name. */
export async function whenCalled(page: Page, name: string, how: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll();
  await page.route('**/calls', async (route) => {
    if (route.request().postData()?.includes(name) === true) await how(route);
    else await route.continue();
  });
}

/** The card of the first figure of a name. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name: new RegExp(`: ${name}$`) }).first();
}

function begun<T>(part: T | null): T {
  if (part === null) throw new Error('The journey has not begun');
  return part;
}
