import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { faultsOf } from '../../documents/validated.ts';
import { foreignDeck } from '../../local-office/office-world.ts';
import { look } from './office-pane.ts';
import { colourAndPlace, insertion, recolourAndMove, retitle, textsOf } from './open-deck.ts';
import { recolour } from './open-text.ts';
import { card, insertSummary, PaneJourney } from './pane-journey.ts';

const OWN_TITLE = 'Where the eight of us stand';
const OWN_LOOK = { colour: 'C2185B', x: 1_000_000 };
const LAST = 'Alignment meeting, third quarter';
const NOW = 'Alignment meeting, fourth quarter';
const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';

function keep(name: string, pack: OpcPackage): void {
  if (SHOTS_DIR === '') return;
  mkdirSync(SHOTS_DIR, { recursive: true });
  writeFileSync(join(SHOTS_DIR, name), writePackage(pack));
}

async function refreshAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Refresh \d+ figures$/ }).click();
  await page.getByText(/refreshed\. Each can be undone below/).waitFor();
}

/** Has the pane compare with the meeting that was held since. */
async function compareWithNow(page: Page): Promise<void> {
  await page.getByText(`Executive team has met since: ${NOW}`).waitFor();
  await page.getByRole('button', { name: 'Compare with it' }).click();
  await page.getByText(`Compared with ${NOW}. What you refresh takes its numbers.`).waitFor();
}

describe('a deck a quarter later', () => {
  const journey = new PaneJourney('powerpoint');

  beforeAll(() => journey.begin());

  afterAll(() => journey.end());

  it('OF76 takes the numbers of the next meeting where they stand, with every edit kept', async () => {
    const foreign = await foreignDeck(['Board', 'Agenda']);
    await journey.open(foreign);
    const before = new Set(await faultsOf(foreign, 'pptx'));
    const early = await journey.openPane();
    await insertSummary(early, new RegExp(LAST));
    await early.close();
    const deck = await journey.saved();
    retitle(deck, 'profile', OWN_TITLE);
    recolourAndMove(deck, 'profile', OWN_LOOK);
    await journey.open(deck);
    const known = await journey.openPane();
    await journey.check(known);
    // The next meeting is being held: what is open can still change, and is not offered.
    expect(await known.getByText('has met since').count()).toBe(0);
    await known.close();
    await journey.close();

    const page = await journey.openPane();
    await journey.check(page);
    await page.getByText(`${LAST} · Executive team`).waitFor();
    expect(await look(page, 'later offered')).toEqual([]);
    await compareWithNow(page);
    await card(page, 'Profile').getByText('The title is yours and stays.').waitFor();
    await card(page, 'Commitments').getByText('No commitments were made. The figure stays as it is').waitFor();
    expect(await look(page, 'later compared')).toEqual([]);
    expect(textsOf(await journey.saved())).toEqual(textsOf(deck));

    // Nothing was refreshed yet, and each can be compared with its own again.
    await page.getByRole('button', { name: 'Compare with their own meeting' }).click();
    await page.getByText(`Executive team has met since: ${NOW}`).waitFor();
    await compareWithNow(page);
    await refreshAll(page);
    const refreshed = await journey.saved();
    keep('deck-next-quarter.pptx', refreshed);
    expect(slidesOf(refreshed)).toHaveLength(slidesOf(deck).length);
    const figures = findInsertions(refreshed).map(({ identity }) => identity);
    const left = figures.filter(({ provenance }) => provenance?.meeting !== NOW);
    expect(left.map(({ key, provenance }) => [key.figure, provenance?.meeting])).toEqual([['commitments', LAST]]);
    const words = textsOf(refreshed);
    expect(words.filter((slide) => slide.includes(NOW))).toHaveLength(figures.length - 1);
    expect(words.join(' ')).toContain(OWN_TITLE);
    expect(colourAndPlace(refreshed, 'profile')).toEqual(OWN_LOOK);
    expect(lintPackage(refreshed)).toEqual(lintPackage(deck));
    const faults = await faultsOf(writePackage(refreshed), 'pptx');
    expect(faults.filter((fault) => !before.has(fault))).toEqual([]);

    const profile = card(page, 'Profile');
    await profile.getByRole('button', { name: 'Undo' }).click();
    await profile.getByText('As it was before.').waitFor();
    const back = await journey.saved();
    expect(insertion(back, 'profile').identity.provenance?.meeting).toBe(LAST);
    expect(textsOf(back)[insertion(back, 'profile').slideNumber - 1]).toBe(
      textsOf(deck)[insertion(deck, 'profile').slideNumber - 1],
    );
    await page.close();
  });
});

describe('a report a quarter later', () => {
  const journey = new PaneJourney('word');

  beforeAll(() => journey.begin());

  afterAll(() => journey.end());

  it('OF76 takes the numbers of the next meeting where they stand', async () => {
    const early = await journey.openPane();
    await early.getByRole('button', { name: new RegExp(LAST) }).click();
    await early.getByRole('button', { name: /^Insert “Report”/ }).click();
    await early.getByText('The report stands in your text.').waitFor();
    await early.close();
    const text = await journey.saved();
    recolour(text, 'profile', OWN_LOOK.colour);
    await journey.open(text);
    await journey.close();
    const page = await journey.openPane();
    await journey.check(page);
    await compareWithNow(page);
    expect(await look(page, 'word later compared')).toEqual([]);
    await refreshAll(page);
    await page.getByText('Sentences between the figures stay as they were written').waitFor();
    const refreshed = await journey.saved();
    keep('report-next-quarter.docx', refreshed);
    const blocks = findBlocks(refreshed).map(({ identity }) => identity);
    expect(blocks.filter((one) => one?.provenance?.meeting === NOW).length).toBeGreaterThan(5);
    expect(lintPackage(refreshed)).toEqual([]);
    expect(await faultsOf(writePackage(refreshed), 'docx')).toEqual([]);
    await page.close();
  });
});
