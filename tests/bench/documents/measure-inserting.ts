import type { Page } from 'playwright-core';
import { paneOf } from '../../journeys/office/office-pane.ts';
import { launchBrowser, newContext } from '../../journeys/screens/seat.ts';
import { foreignDeck, upload } from '../../local-office/office-world.ts';
import { RunningService } from '../../running/running-service.ts';
import { quantile, type Line } from '../figures.ts';

const RUNS = 5;
const MOST_MS = 1_000;
const DECK = { id: 'powerpoint', program: 'powerpoint' };
/** What the pane calls of office.js is had in the page. */
declare const PowerPoint: { run: (...given: readonly unknown[]) => Promise<unknown> };

const PACK = /^Insert “Executive summary”/;

/** Inserts a pack from the pane through the official office.js, and tells our own time from that of Local Office. */
export async function measureInserting(): Promise<readonly Line[]> {
  const service = new RunningService();
  const browser = await launchBrowser();
  try {
    await service.start();
    const page = await (await newContext(browser)).newPage();
    const times: { readonly own: number[]; readonly host: number[] } = { own: [], host: [] };
    // The first loads the worker and compiles the code.
    for (let run = 0; run <= RUNS; run += 1) {
      const { whole, host } = await insertOnce(page, service.origin);
      if (run === 0) continue;
      times.own.push(whole - host);
      times.host.push(host);
    }
    const [own, host] = [quantile(times.own, 0.5), quantile(times.host, 0.5)];
    return [
      {
        what: 'inserting a pack: our own time against what it may take',
        ours: `${own.toFixed(0)} ms`,
        reference: `${MOST_MS} ms`,
        ratio: own / MOST_MS,
        goal: 1,
      },
      {
        what: 'our own time against that of Local Office',
        ours: `${own.toFixed(0)} ms`,
        reference: `${host.toFixed(0)} ms`,
        ratio: own / host,
        goal: null,
      },
    ];
  } finally {
    await browser.close();
    await service.remove();
  }
}

async function insertOnce(page: Page, origin: string): Promise<{ readonly whole: number; readonly host: number }> {
  const { status } = await upload(origin, DECK, await foreignDeck(['Board', 'Agenda']));
  if (status !== 200) throw new Error(`Local Office did not open the deck: ${status}`);
  await page.goto(`${origin}/local/office?program=powerpoint`);
  const pane = await paneOf(page);
  await pane.getByText('Which results?').waitFor();
  await pane.getByRole('button', { name: /third quarter/ }).click();
  await pane.locator('article').first().waitFor();
  await pane.getByRole('button', { name: PACK }).waitFor();
  return pane.evaluate(insertAndTime, PACK.source);
}

/** Runs in the pane: presses the button and waits until it says that slides are new. */
function insertAndTime(label: string): Promise<{ readonly whole: number; readonly host: number }> {
  const { run } = PowerPoint;
  let host = 0;
  PowerPoint.run = async (...given) => {
    const from = performance.now();
    try {
      return await run(...given);
    } finally {
      host += performance.now() - from;
    }
  };
  const button = Array.from(document.querySelectorAll('button')).find((one) =>
    new RegExp(label).test(one.getAttribute('aria-label') ?? one.textContent),
  );
  if (!button) throw new Error('There is no pack to insert');
  return new Promise((resolve) => {
    const from = performance.now();
    const watcher = new MutationObserver(() => {
      if (!document.body.textContent.includes('slides are new')) return;
      watcher.disconnect();
      resolve({ whole: performance.now() - from, host });
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    button.click();
  });
}
