import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { removeSlides, slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { foreignDeck } from '../../local-office/office-world.ts';
import { look } from './office-pane.ts';
import { commentOn, insertion, textsOf } from './open-deck.ts';
import { card, insertSummary, PaneJourney } from './pane-journey.ts';

const TALKS = 'Before and after the talk';
const ONE_KEPT = '1 change can be undone.';
const NOTHING_KEPT = 'Nothing is kept now.';

const journey = new PaneJourney('powerpoint');
/** The deck with the talks out of date. */
let stale: Uint8Array = new Uint8Array();

beforeAll(async () => {
  await journey.begin();
  await journey.open(await foreignDeck(['Board']));
  const page = await journey.openPane();
  await insertSummary(page);
  await page.close();
  stale = writePackage(await journey.saved());
  await journey.talkAgain(1);
});

afterAll(() => journey.end());

/** How many changes lie in the browser's own database. */
function keptOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('plumbline-undo');
        asked.onerror = () => reject(asked.error ?? new Error('there is no database'));
        asked.onsuccess = () => {
          const count = asked.result.transaction('kept').objectStore('kept').count();
          count.onsuccess = () => {
            asked.result.close();
            resolve(count.result);
          };
        };
      }),
  );
}

/** Waits until so many changes are kept. */
async function untilKept(page: Page, count: number): Promise<void> {
  while ((await keptOn(page)) !== count) await page.waitForTimeout(50);
}

async function settingsSay(words: string): Promise<void> {
  const page = await journey.openPane();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText(words).waitFor();
  await page.close();
}

describe('what can be undone in a deck', () => {
  it('OF93 stays while it is not known who is here, and nothing is said or forgotten', async () => {
    await journey.open(stale);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, TALKS);
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();
    await untilKept(page, 1);

    const known = Promise.withResolvers<null>();
    await page.route('**/api/me', async (route) => {
      await known.promise;
      await route.continue();
    });
    await page.reload();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('never in the document').waitFor();
    expect(await page.getByText(/changes? can be undone\.|Nothing is kept now/).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Forget them' }).count()).toBe(0);
    expect(await keptOn(page)).toBe(1);
    known.resolve(null);
    await page.getByText(ONE_KEPT).waitFor();
    expect(await look(page, 'settings kept')).toEqual([]);
    await page.close();
  });

  it('OF93 goes from the device once somebody else is here, whatever they look at', async () => {
    await settingsSay(ONE_KEPT);
    const other = await journey.openPaneIn({ as: 'maya' });
    await other.getByText('Which results?').waitFor();
    await untilKept(other, 0);
    await other.close();
    await settingsSay(NOTHING_KEPT);
  });

  it('OF72 brings the old slide back where somebody has deleted it beside the new one', async () => {
    await journey.open(stale);
    const commented = await journey.saved();
    commentOn(commented, 'before-after');
    await journey.open(commented);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, TALKS);
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByRole('button', { name: 'Put it behind this one' }).click();
    await talks.getByText('The refreshed one stands behind it.').waitFor();
    const both = await journey.saved();
    const { slideNumber } = insertion(both, 'before-after');
    removeSlides(both, slidesOf(both).slice(slideNumber - 1, slideNumber));
    await journey.open(both);
    expect(textsOf(await journey.saved())).not.toEqual(textsOf(commented));
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    expect(textsOf(await journey.saved())).toEqual(textsOf(commented));
    await page.getByRole('button', { name: 'Check again' }).click();
    await card(page, TALKS).getByText('Out of date').waitFor();
    await page.close();
  });

  it('OF93 OF60 says so where Office does not tell what leads somewhere, and asks again', async () => {
    await journey.open(stale);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, TALKS);
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();
    await page.close();

    const again = await journey.openPane();
    let lists = 0;
    // What slides there are is asked by the check, then for what leads to one of them.
    await again.route('**/calls', async (route) => {
      if (route.request().postData()?.includes('ExportAsBase64') !== true) lists += 1;
      if (lists === 2) await route.abort();
      else await route.continue();
    });
    await journey.check(again);
    await again.getByRole('heading', { name: 'Done before this look' }).waitFor();
    await again.getByText('Office could not do it').waitFor();
    expect(await look(again, 'undo unread')).toEqual([]);
    const undo = again.getByRole('button', { name: /^Undo: Slide \d+ was refreshed/ });
    expect(await undo.count()).toBe(0);
    await again.unrouteAll();
    await again.getByRole('button', { name: 'Try again' }).click();
    await undo.waitFor();
    expect(await again.getByText('Office could not do it').count()).toBe(0);
    await again.close();
  });
});
