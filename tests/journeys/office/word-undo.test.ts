import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { paragraphsOf } from '@plumbline/shared/testing/edited-texts';
import { look } from './office-pane.ts';
import { blockOf, commentOn, deleteFigure, editFigure, makeOwn, rowsOf, setTracking } from './open-text.ts';
import { card, PaneJourney } from './pane-journey.ts';

const TALKS = 'Before and after the talk';
const FIGURE = 'before-after';
const OWN_CAPTION = ' In our words';

const journey = new PaneJourney('word');
/** The text with the talks out of date. */
let stale: Uint8Array = new Uint8Array();

beforeAll(async () => {
  await journey.begin();
  const page = await journey.openPane();
  await page.getByRole('button', { name: /not closed yet/ }).click();
  await page.getByRole('button', { name: /^Insert “Report”/ }).click();
  await page.getByText('The report stands in your text.').waitFor();
  await page.close();
  stale = writePackage(await journey.saved());
  await journey.talkAgain(1);
});

afterAll(() => journey.end());

async function checkedPane(): Promise<Page> {
  const page = await journey.openPane();
  await journey.check(page);
  return page;
}

/** Somebody changes the text that is open. */
async function rework(how: (text: OpcPackage) => void): Promise<OpcPackage> {
  const text = await journey.saved();
  how(text);
  await journey.open(text);
  return text;
}

async function refreshTalks(page: Page): Promise<Locator> {
  const talks = card(page, TALKS);
  await talks.getByRole('button', { name: /^Refresh/ }).click();
  await talks.getByText('Refreshed.').waitFor();
  return talks;
}

/** What takes back what was done to the talks before this look. */
async function earlier(page: Page): Promise<Locator> {
  const { number } = blockOf(await journey.saved(), FIGURE);
  return page.getByRole('button', { name: `Undo: Figure ${number} was refreshed`, exact: true });
}

const countOf = (text: OpcPackage) => findBlocks(text).filter(({ identity }) => identity?.key.figure === FIGURE).length;

describe('what can be undone in a text', () => {
  it('OF91 is not put back while changes are tracked, and the pane says what to do', async () => {
    await journey.open(stale);
    const before = await journey.saved();
    const page = await checkedPane();
    const talks = await refreshTalks(page);
    const tracked = await rework((text) => setTracking(text, true));
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('Changes are tracked in this document').waitFor();
    expect(await look(page, 'word undo tracked')).toEqual([]);
    expect(paragraphsOf(await journey.saved())).toEqual(paragraphsOf(tracked));
    expect(rowsOf(await journey.saved(), FIGURE)).toBe(rowsOf(tracked, FIGURE));
    await rework((text) => setTracking(text, false));
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    expect(rowsOf(await journey.saved(), FIGURE)).toBe(rowsOf(before, FIGURE));
    await page.close();
  });

  it('OF91 leaves the one that came beside another where that was deleted since', async () => {
    await journey.open(stale);
    await rework((text) => commentOn(text, FIGURE));
    const page = await checkedPane();
    const talks = card(page, TALKS);
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByRole('button', { name: 'Put it behind this one' }).click();
    await talks.getByText('The refreshed one stands behind it.').waitFor();
    const alone = await rework((text) => deleteFigure(text, FIGURE));
    expect(countOf(alone)).toBe(1);
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('What this is about is not there any more').waitFor();
    expect(paragraphsOf(await journey.saved())).toEqual(paragraphsOf(alone));
    expect(countOf(await journey.saved())).toBe(1);
    await page.close();
  });

  it('OF93 is offered, by the newest change alone, of what was worked on since and opened again', async () => {
    await journey.open(stale);
    const first = await checkedPane();
    await refreshTalks(first);
    const once = rowsOf(await journey.saved(), FIGURE);
    await journey.talkAgain(2);
    await first.getByRole('button', { name: 'Check again' }).click();
    await refreshTalks(first);
    expect(rowsOf(await journey.saved(), FIGURE)).toBe(once + 1);
    await first.close();
    await rework((text) => editFigure(text, FIGURE, (control) => makeOwn(control, OWN_CAPTION)));

    const page = await checkedPane();
    const undo = await earlier(page);
    await undo.waitFor();
    expect(await undo.count()).toBe(1);
    await undo.click();
    await page
      .getByText(/A copy of it stands next to it/)
      .first()
      .waitFor();
    const both = await journey.saved();
    expect(countOf(both)).toBe(2);
    expect(paragraphsOf(both).filter((words) => words.includes(OWN_CAPTION))).toHaveLength(1);
    expect(rowsOf(both, FIGURE)).toBe(once + 1);
    await rework((text) => deleteFigure(text, FIGURE));
    expect(rowsOf(await journey.saved(), FIGURE)).toBe(once);
    await page.close();
  });
});
