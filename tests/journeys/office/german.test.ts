import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pane from '@plumbline/shared/i18n/en/pane.json' with { type: 'json' };
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { foreignDeck, upload } from '../../local-office/office-world.ts';
import { RunningService } from '../../running/running-service.ts';
import { launchBrowser, newContext, THEMES } from '../screens/seat.ts';
import { look, paneOf, savedDocument } from './office-pane.ts';

const DECK = { id: 'powerpoint', program: 'powerpoint' };
/** The narrowest that Office makes a pane on a desktop. */
const NARROW = { width: 320, height: 760 };

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

async function openPane({ language = 'de-DE', theme = 'default' } = {}): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(NARROW);
  const query = `document=${DECK.id}&theme=${theme}&language=${language}`;
  await page.goto(`${service.origin}/local/office/pane?${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function toGallery(page: Page | Frame): Promise<void> {
  await page.getByRole('button', { name: /third quarter/ }).click();
  await page.locator('article').first().waitFor();
}

/** What the pane says in English in three words or more, and stands in a page; what is shorter may be the team's own. */
async function englishIn(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const sentences = Object.values(pane).filter((words) => words.split(' ').length > 2 && !words.includes('{{'));
  return sentences.filter((words) => text.includes(words));
}

/** Elements whose words are wider than they may be, and hidden where they end. */
async function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, footer *')]
      .filter((one) => one.childElementCount === 0 && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
      .filter((one) => getComputedStyle(one).overflowX !== 'visible' && !one.closest('svg'))
      .map((one) => one.innerText),
  );
}

describe('the pane in German', () => {
  it('OF101 reads well at 320 px in three themes, with no English sentence and nothing cut', async () => {
    await upload(service.origin, DECK, await foreignDeck(['Board']));
    const found: string[] = [];
    const see = async (page: Page, name: string): Promise<void> => {
      found.push(...(await look(page, name)), ...(await englishIn(page)), ...(await cutIn(page)));
    };
    for (const theme of THEMES) {
      const page = await openPane({ theme });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
      await see(page, `german meetings ${theme}`);
      await toGallery(page);
      await see(page, `german gallery ${theme}`);
      await page.close();
    }
    expect(found).toEqual([]);
  });

  it('OF84 OF100 is spoken as chosen on the page around it; what it writes keeps its language for an English reader', async () => {
    await upload(service.origin, DECK, await foreignDeck(['Board', 'Agenda']));
    const around = await context.newPage();
    await around.goto(`${service.origin}/local/office?program=powerpoint`);
    await around.getByLabel('Office is displayed in').selectOption('de-DE');
    const inside = await paneOf(around);
    await inside.getByText('Welche Ergebnisse?').waitFor();
    await toGallery(inside);
    await inside.getByRole('button', { name: /^Einfügen: „Eine Seite“/ }).click();
    await inside.getByText(/ neu\b.*Alles darauf lässt sich bearbeiten/).waitFor();
    const written = findInsertions(await savedDocument(service.origin, DECK.id));
    expect(written.map(({ identity }) => identity.language)).toEqual(['de-DE']);
    await around.close();

    const page = await openPane({ language: 'en-GB' });
    await page.getByRole('button', { name: /^Check my deck/ }).click();
    await page.getByText(/1 figure of Plumbline/).waitFor();
    await page.getByText('Up to date').waitFor();
    await page.close();
  });
});
