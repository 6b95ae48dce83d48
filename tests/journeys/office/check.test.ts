import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { setTag, SLIDE_TAGS, tagsOf } from '@plumbline/infra/local/office/deck/tags';
import { faultsOf } from '../../documents/validated.ts';
import { foreignDeck } from '../../local-office/office-world.ts';
import { THEMES } from '../screens/seat.ts';
import { look } from './office-pane.ts';
import { COMMENT, commentOn, embedFonts, insertion, retitle, rowsOf, textsOf, typeInto } from './open-deck.ts';
import { card, insertSummary, PaneJourney, whenCalled } from './pane-journey.ts';

const OWN_TITLE = 'What we talked about, in our words';

const journey = new PaneJourney('powerpoint');

beforeAll(() => journey.begin());

afterAll(() => journey.end());

/** Somebody writes on the slide of the talks, in the file that is open. */
async function rewrite(text: string): Promise<void> {
  const deck = await journey.saved();
  retitle(deck, 'before-after', text);
  await journey.open(deck);
}

/** Changes the deck that is open, and has it checked; `putBack` opens it again as it was. */
async function checkChanged(change: (deck: OpcPackage) => void) {
  const deck = await journey.saved();
  const plain = writePackage(deck);
  change(deck);
  await journey.open(deck);
  const page = await journey.openPane();
  await journey.check(page);
  const putBack = async (): Promise<void> => {
    await page.close();
    await journey.open(plain);
  };
  return { page, deck, putBack };
}

/** The deck with the talks out of date. */
let stale: Uint8Array = new Uint8Array();

/** The slide of the talks, counted from 1. */
async function slideOfTalks(): Promise<number> {
  return insertion(await journey.saved(), 'before-after').slideNumber;
}

/** Takes back what was done to a slide before this look. */
function earlier(page: Page, slide: number): Locator {
  return page.getByRole('button', { name: `Undo: Slide ${slide} was refreshed`, exact: true });
}

describe('a deck a week later', () => {
  it('OF69 OF70 OF72 is checked, refreshed as a whole with every edit kept, and undone one by one', async () => {
    const foreign = await foreignDeck(['Board', 'Agenda']);
    await journey.open(foreign);
    const before = new Set(await faultsOf(foreign, 'pptx'));
    const early = await journey.openPane();
    await insertSummary(early);
    await early.close();
    const deck = await journey.saved();
    retitle(deck, 'before-after', OWN_TITLE);
    typeInto(deck, 'profile', '42');
    setTag(deck, { part: insertion(deck, 'before-after').slide, ...SLIDE_TAGS }, { key: 'OTHERS', value: 'theirs' });
    await journey.open(deck);
    await journey.talkAgain(1);

    const page = await journey.openPane();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    await talks.getByText('Out of date').waitFor();
    await talks.getByText('The title is yours and stays.').waitFor();
    await card(page, 'Profile').getByText('Edited by hand').waitFor();
    expect(await look(page, 'check found')).toEqual([]);
    const rows = rowsOf(deck, 'before-after');
    const untouched = textsOf(await journey.saved());
    expect(untouched).toEqual(textsOf(deck));

    await whenCalled(page, 'InsertSlidesFromBase64', async (route) => {
      await page.getByRole('button', { name: 'Stop' }).click();
      await route.continue();
    });
    await page.getByRole('button', { name: /^Refresh \d+ figures$/ }).click();
    await page.getByText(/^1 of \d+ refreshed/).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: /^Refresh \d+ figures$/ }).click();
    await page.getByText(/refreshed\. Each can be undone below/).waitFor();
    expect(await look(page, 'check refreshed')).toEqual([]);
    const refreshed = await journey.saved();
    expect(slidesOf(refreshed)).toHaveLength(slidesOf(deck).length);
    expect(rowsOf(refreshed, 'before-after')).toBe(rows + 1);
    expect(textsOf(refreshed).join(' ')).toContain(OWN_TITLE);
    expect(tagsOf(refreshed, { part: insertion(refreshed, 'before-after').slide, ...SLIDE_TAGS }).get('OTHERS')).toBe(
      'theirs',
    );
    // What was typed is not overwritten unasked.
    expect(insertion(refreshed, 'profile').identity.provenance?.revision).toBe(
      insertion(deck, 'profile').identity.provenance?.revision,
    );
    expect(lintPackage(refreshed)).toEqual(lintPackage(deck));
    const faults = await faultsOf(writePackage(refreshed), 'pptx');
    expect(faults.filter((fault) => !before.has(fault))).toEqual([]);

    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    const back = await journey.saved();
    expect(rowsOf(back, 'before-after')).toBe(rows);
    const { slideNumber } = insertion(back, 'before-after');
    expect(textsOf(back)[slideNumber - 1]).toBe(textsOf(deck)[slideNumber - 1]);

    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText(/figures? of Plumbline/).waitFor();
    await card(page, 'Before and after the talk').getByText('Out of date').waitFor();
    const upToDate = await page.getByText('Up to date').count();
    expect(upToDate).toBeGreaterThan(2);
    // What was done before this look can still be undone.
    await page.getByRole('button', { name: 'Undo: Slide 3 was refreshed' }).click();
    await card(page, 'What holds').getByText('Out of date').waitFor();
    expect(await page.getByText('Up to date').count()).toBe(upToDate - 1);
    expect(await page.getByRole('button', { name: 'Undo: Slide 3 was refreshed' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('OF71 is left alone where comments would be lost; the new slide may come behind the old one', async () => {
    const { page, deck, putBack } = await checkChanged((plain) => commentOn(plain, 'before-after'));
    const talks = card(page, 'Before and after the talk');
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('This slide has comments').waitFor();
    expect(await look(page, 'check comments')).toEqual([]);
    expect(textsOf(await journey.saved())).toEqual(textsOf(deck));
    await talks.getByRole('button', { name: 'Put it behind this one' }).click();
    await talks.getByText('The refreshed one stands behind it.').waitFor();
    const both = await journey.saved();
    expect(slidesOf(both)).toHaveLength(slidesOf(deck).length + 1);
    expect(both.parts.has(COMMENT)).toBe(true);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page
      .getByText(/A copy of it stands next to it/)
      .first()
      .waitFor();
    await putBack();
  });

  it('OF71 is refreshed in a deck with fonts of its own once somebody was told, all of them at once', async () => {
    const { page, deck, putBack } = await checkChanged(embedFonts);
    await page.getByRole('button', { name: /^Refresh \d+ figures?$/ }).click();
    await page.getByText('This deck has fonts of its own in it').first().waitFor();
    expect(textsOf(await journey.saved())).toEqual(textsOf(deck));
    await page.getByRole('button', { name: /^Go on with \d+ figures?$/ }).click();
    await page.getByText(/^(\d+) of \1 refreshed/).waitFor();
    await putBack();
  });

  it('OF70 stands as it was where Office refuses the new slide, or somebody works on it in the same moment', async () => {
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const before = textsOf(await journey.saved());
    await whenCalled(page, 'InsertSlidesFromBase64', (route) => route.abort());
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Office could not do it').waitFor();
    expect(textsOf(await journey.saved())).toEqual(before);

    await whenCalled(page, 'InsertSlidesFromBase64', async (route) => {
      await rewrite('Just now');
      await route.continue();
    });
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('You were at work on this slide').waitFor();
    expect(textsOf(await journey.saved()).filter((text) => text.includes('Just now'))).toHaveLength(1);
    expect(textsOf(await journey.saved())).toHaveLength(before.length);
    await page.close();
  });

  it('OF70 OF69 cut short before the old slide goes, both stand there, and the next look says so', async () => {
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const before = textsOf(await journey.saved());
    await whenCalled(page, 'Delete', (route) => route.abort());
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Office could not do it').waitFor();
    const after = textsOf(await journey.saved());
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining([...before]));
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page
      .getByText(/A copy of it stands next to it/)
      .first()
      .waitFor();
    await page.close();
  });

  it('OF72 undone after somebody has worked on it, both stand there', async () => {
    stale = writePackage(await journey.saved());
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const before = textsOf(await journey.saved());
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();
    await rewrite('After the refresh');
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('The other one was edited since').waitFor();
    const after = textsOf(await journey.saved());
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(after.filter((text) => text.includes('After the refresh'))).toHaveLength(1);

    // Whoever leaves while something is under way finds it, and its undo, in the next look.
    await whenCalled(page, 'InsertSlidesFromBase64', async (route) => {
      await page.getByRole('button', { name: 'All meetings' }).click();
      await route.continue();
    });
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await page.getByText('Which results?').waitFor();
    await journey.check(page);
    // Three of its name stand there by now, and the second was refreshed.
    await earlier(page, (await slideOfTalks()) + 1).waitFor();
    await page.close();
  });

  it('OF93 is undone after the pane was closed and opened again', async () => {
    await journey.open(stale);
    const first = await journey.openPane();
    await journey.check(first);
    const before = textsOf(await journey.saved());
    await card(first, 'Before and after the talk')
      .getByRole('button', { name: /^Refresh/ })
      .click();
    await card(first, 'Before and after the talk').getByText('Refreshed.').waitFor();
    expect(textsOf(await journey.saved())).not.toEqual(before);
    await first.close();

    const page = await journey.openPane();
    await journey.check(page);
    const undo = earlier(page, await slideOfTalks());
    await undo.click();
    await card(page, 'Before and after the talk').getByText('Out of date').waitFor();
    expect(textsOf(await journey.saved())).toEqual(before);
    expect(await undo.count()).toBe(0);
    await page.close();
  });

  it('OF95 loses nothing where the connection goes, or the sign-in runs out, in the middle', async () => {
    await journey.open(stale);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const before = textsOf(await journey.saved());
    await page.route('**/addin/assets/**', (route) => route.abort());
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('A part of Plumbline did not load').waitFor();
    expect(await look(page, 'check unloaded')).toEqual([]);
    expect(textsOf(await journey.saved())).toEqual(before);
    await page.unrouteAll();
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();

    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Check again' }).click();
    await talks.getByText('Plumbline did not answer for this meeting').waitFor();
    await page.unrouteAll();
    await journey.signInAgain(page);
    await journey.check(page);
    await earlier(page, await slideOfTalks()).click();
    await talks.getByText('Out of date').waitFor();
    expect(textsOf(await journey.saved())).toEqual(before);
    await page.close();
  });

  it('OF82 OF60 is left alone where it is open for reading only, and says what to do', async () => {
    await journey.open(stale);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const before = textsOf(await journey.saved());
    await journey.setReadOnly(true);
    for (const deed of [/^Refresh/, /^Detach/]) {
      await talks.getByRole('button', { name: deed }).click();
      await talks.getByText('This document can’t be changed').waitFor();
      expect(textsOf(await journey.saved())).toEqual(before);
    }
    await journey.setReadOnly(false);
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    await page.close();
  });

  it('OF96 has settings: who one is, what can be undone, what this Office can do, and what support asks for', async () => {
    const page = await journey.openPane();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    const said = page.locator('main');
    await said.getByText(/changes? can be undone\./).waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    await said.getByText('Nothing is kept now.').waitFor();
    const all = (await said.textContent()) ?? '';
    expect(all).toContain('Ruth');
    expect(all).toContain('Insert native slides');
    expect(all).toMatch(/powerpoint \w+ 16\.0/);
    await said.getByText(/^answers in \d+ ms$/).waitFor();
    await said.getByText('right', { exact: true }).waitFor();
    await page.close();
    const found: string[] = [];
    for (const theme of THEMES) {
      const other = await journey.openPane(theme);
      await other.getByRole('button', { name: 'Settings' }).click();
      await other.getByText('Copy for support').waitFor();
      await other.getByText(/^answers in \d+ ms$/).waitFor();
      found.push(...(await look(other, `settings ${theme}`)));
      await other.close();
    }
    expect(found).toEqual([]);
  });

  it.each([
    ['stands still', { live: 200, ready: 503, behind: 0 }, ['answers, but can’t serve now', 'right']],
    ['is out', { live: 502, ready: 502, behind: 0 }, ['doesn’t answer', 'unknown']],
    ['is behind', { live: 200, ready: 200, behind: 90 }, [/^9\d seconds ahead of the service’s$/]],
    ['is ahead', { live: 200, ready: 200, behind: -90 }, [/^(?:9\d|8\d) seconds behind the service’s$/]],
  ])('OF96 tells support of a service that %s', async (_what, { live, ready, behind }, says) => {
    const page = await journey.openPane();
    await page.route('**/health/*', (route) =>
      route.fulfill({
        status: route.request().url().endsWith('/live') ? live : ready,
        headers: { date: new Date(Date.now() - behind * 1_000).toUTCString() },
        json: {},
      }),
    );
    await page.getByRole('button', { name: 'Settings' }).click();
    for (const text of says) await page.getByText(text, { exact: true }).waitFor();
    await page.close();
  });

  it('reads well at 320 px, in three themes', async () => {
    const found: string[] = [];
    for (const theme of THEMES) {
      const page = await journey.openPane(theme);
      await journey.check(page);
      for (const summary of await page.locator('summary').all()) await summary.click();
      found.push(...(await look(page, `check ${theme}`)));
      await page.close();
    }
    expect(found).toEqual([]);
  });
});
