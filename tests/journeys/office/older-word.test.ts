import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { paragraphsOf } from '@plumbline/shared/testing/edited-texts';
import type { Page } from 'playwright-core';
import { look } from './office-pane.ts';
import { PaneJourney } from './pane-journey.ts';

/** Word 2019, which hands charts over with what they are, and nothing with tables and texts. */
const OLDER = 'wordapi:1.3';
/** What that Word has no words for. */
const NEWER = /CustomXmlParts|Bookmark|ChangeTrackingMode/;
const WRITING = {
  language: 'en-GB',
  rightToLeft: false,
  figureWord: 'Figure',
  newId: () => '01J00000000000000000000000',
};

const journey = new PaneJourney('word');

beforeAll(() => journey.begin());

afterAll(() => journey.end());

/** Opens the pane there; what it asks Office for is put down. */
async function openOlder(asked: string[]): Promise<Page> {
  const page = await journey.openPaneIn({ sets: OLDER });
  page.on('request', (request) => asked.push(request.postData() ?? ''));
  await page.getByText('Which results?').waitFor();
  return page;
}

/** Puts the first figure of a kind into the text; its title. */
async function insert(page: Page, kind: 'Chart' | 'Table' | 'Text'): Promise<string> {
  const one = page
    .locator('article')
    .filter({ has: page.getByText(kind, { exact: true }) })
    .first();
  const button = one.getByRole('button', { name: /^Insert “/ });
  const title = /“(.*)”/.exec((await button.getAttribute('aria-label')) ?? '')?.[1] ?? 'none';
  await button.click();
  await page.getByText(/stands? in your text/).waitFor();
  return title;
}

describe('a Word that hands over nothing of a table or a text', () => {
  it.each(['Table', 'Text'] as const)(
    'OF94 takes a %s and gives it back, and is asked for nothing newer',
    async (kind) => {
      await journey.open(reportDocument({ title: 'Paper', subtitle: 'Draft', sections: [] }, WRITING));
      const before = paragraphsOf(await journey.saved());
      const asked: string[] = [];
      const page = await openOlder(asked);
      await page.getByRole('button', { name: /not closed yet/ }).click();
      const title = await insert(page, kind);
      expect(findBlocks(await journey.saved())).toHaveLength(1);
      expect(paragraphsOf(await journey.saved()).join('\n')).toContain(title);
      await page.getByRole('button', { name: 'Take it out again' }).click();
      await page.getByText('Taken out again.').waitFor();
      expect(paragraphsOf(await journey.saved())).toEqual(before);
      expect(asked.some((body) => body.includes('InsertOoxml'))).toBe(true);
      expect(asked.filter((body) => NEWER.test(body))).toEqual([]);
      await page.close();
    },
  );

  it('OF94 says of them at the next look what to do instead, and leaves them; a chart is compared', async () => {
    await journey.open(reportDocument({ title: 'Paper', subtitle: 'Draft', sections: [] }, WRITING));
    const asked: string[] = [];
    const page = await openOlder(asked);
    await page.getByRole('button', { name: /not closed yet/ }).click();
    for (const kind of ['Chart', 'Table', 'Text'] as const) await insert(page, kind);
    const text = paragraphsOf(await journey.saved());
    await page.close();

    const later = await openOlder(asked);
    await journey.check(later);
    const lost = later.getByText(/^This Word doesn’t hand over of which meeting it is\. It stays as it is: open/);
    await lost.nth(1).waitFor();
    expect(await lost.count()).toBe(2);
    expect(await later.getByText('Up to date').count()).toBe(1);
    expect(await later.getByRole('button', { name: /^Refresh/ }).count()).toBe(0);
    expect(await look(later, 'older word lost')).toEqual([]);
    expect(paragraphsOf(await journey.saved())).toEqual(text);
    expect(asked.filter((body) => NEWER.test(body))).toEqual([]);
    await later.close();

    // What was put in there is known to no later Word either: it kept nothing of it.
    const current = await journey.openPane();
    await journey.check(current);
    await current
      .getByText(/^It doesn’t say of which meeting it is\./)
      .nth(1)
      .waitFor();
    await current.close();
  });
});
