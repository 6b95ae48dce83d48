import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { readPart } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { SLIDE_TAGS, tagsOf } from '@plumbline/infra/local/office/deck/tags';
import { foreignDeck, upload } from '../../local-office/office-world.ts';
import { RunningService } from '../../running/running-service.ts';
import { hearComplaints, launchBrowser, newContext, THEMES } from '../screens/seat.ts';
import { look, paneOf, savedDocument } from './office-pane.ts';

const DECK = { id: 'powerpoint', program: 'powerpoint' };

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

/** What every slide of the open deck says, and whether it is tagged as ours. */
async function slides(): Promise<readonly { readonly text: string; readonly isOurs: boolean }[]> {
  const deck = await savedDocument(service.origin, DECK.id);
  return slidesOf(deck).map(({ part }) => {
    const root = readPart(deck, part);
    const isOurs = [...tagsOf(deck, { part, ...SLIDE_TAGS })].some(([name]) => name === 'PLUMBLINE');
    return { text: root ? textOf(root) : '', isOurs };
  });
}

async function toGallery(pane: Frame): Promise<void> {
  await pane.getByText('Which results?').waitFor();
  await pane.getByRole('button', { name: /third quarter/ }).click();
  await pane.locator('article').first().waitFor();
}

describe('the pane in Office', () => {
  it('OF67 OF68 puts a figure behind the selected slide of the company’s own deck, and takes it out again', async () => {
    expect((await upload(service.origin, DECK, await foreignDeck(['Board', 'Agenda']))).status).toBe(200);
    const page = await context.newPage();
    const complaints: string[] = [];
    hearComplaints(page, complaints);
    await page.goto(`${service.origin}/local/office?program=powerpoint`);
    const pane = await paneOf(page);
    await toGallery(pane);
    const insert = pane.locator('article').nth(1).getByRole('button');
    const title = /“(.*)”/.exec((await insert.getAttribute('aria-label')) ?? '')?.[1] ?? 'none';
    const before = await slides();
    await insert.click();
    await pane.getByText('Slide 2 is new').waitFor();
    const after = await slides();
    expect(after.map(({ isOurs }) => isOurs)).toEqual([false, true, false]);
    expect(after[1]?.text).toContain(title);
    await pane.getByRole('button', { name: 'Take it out again' }).click();
    await pane.getByText('Taken out again.').waitFor();
    expect(await slides()).toEqual(before);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('OF67 puts a whole pack at the end of a text in Word, each figure in a block of its own', async () => {
    const page = await context.newPage();
    await page.goto(`${service.origin}/local/office?program=word`);
    const text = { id: 'word', program: 'word' };
    const look = {
      language: 'en-GB',
      rightToLeft: false,
      figureWord: 'Figure',
      newId: () => '01J00000000000000000000000',
    };
    const bytes = reportDocument({ title: 'Paper', subtitle: 'Draft', sections: [] }, look);
    expect((await upload(service.origin, text, bytes)).status).toBe(200);
    await page.reload();
    const pane = await paneOf(page);
    await toGallery(pane);
    await pane.getByRole('button', { name: /^Insert “One page”/ }).click();
    await pane.getByText(/ stands? in your text/).waitFor();
    const root = readPart(await savedDocument(service.origin, 'word'), 'word/document.xml');
    const tags = root ? descendantsOf(root, 'w:tag').map(({ attributes }) => attributes['w:val'] ?? '') : [];
    expect(tags.filter((tag) => /^plumbline:[0-9A-Z]{26}$/.test(tag))).toHaveLength(1);
    await pane.getByRole('button', { name: 'Take it out again' }).click();
    await pane.getByText('Taken out again.').waitFor();
    await page.close();
  });

  it('OF60 says what to do where the document may not be changed', async () => {
    await upload(service.origin, DECK, await foreignDeck(['Board']));
    await fetch(`${service.origin}/local/office/documents/${DECK.id}/switches`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isReadOnly: true }),
    });
    const page = await context.newPage();
    await page.goto(`${service.origin}/local/office?program=powerpoint`);
    const pane = await paneOf(page);
    await toGallery(pane);
    await pane
      .getByRole('button', { name: /^Insert “/ })
      .first()
      .click();
    await pane.getByText('This document can’t be changed').waitFor();
    expect((await slides()).length).toBe(1);
    await page.close();
  });

  it('reads well at 280 and 320 px, in three themes', async () => {
    await upload(service.origin, DECK, await foreignDeck(['Board']));
    const found: string[] = [];
    for (const theme of THEMES) {
      const page = await context.newPage();
      await page.setViewportSize({ width: 320, height: 760 });
      await page.goto(`${service.origin}/local/office/pane?document=${DECK.id}&theme=${theme}`);
      const pane = page.mainFrame();
      await pane.getByText('Which results?').waitFor();
      found.push(...(await look(page, `meetings ${theme}`)));
      await toGallery(pane);
      await page.setViewportSize({ width: 280, height: 760 });
      found.push(...(await look(page, `gallery ${theme}`)));
      await page.close();
    }
    expect(found).toEqual([]);
  });
});
