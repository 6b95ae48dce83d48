import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf } from '@plumbline/shared/ooxml/package/xml';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { partOf } from '@plumbline/shared/testing/edited-decks';
import { paragraphsOf } from '@plumbline/shared/testing/edited-texts';
import { faultsOf } from '../../documents/validated.ts';
import { THEMES } from '../screens/seat.ts';
import { look } from './office-pane.ts';
import { blockOf, editFigure, lock, makeOwn, rowsOf, track, typeInto } from './open-text.ts';
import { card, PaneJourney } from './pane-journey.ts';

const OWN_CAPTION = ' What we talked about, in our words';
const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';

const journey = new PaneJourney('word');

beforeAll(() => journey.begin());

afterAll(() => journey.end());

async function saved(name = ''): Promise<OpcPackage> {
  const text = await journey.saved();
  if (SHOTS_DIR !== '' && name !== '') {
    mkdirSync(SHOTS_DIR, { recursive: true });
    writeFileSync(join(SHOTS_DIR, `${name}.docx`), writePackage(text));
  }
  return text;
}

const paper = () =>
  reportDocument(
    {
      title: 'Paper',
      subtitle: 'Draft',
      sections: [{ heading: 'What we found', level: 1, paragraphs: [], exhibits: [] }],
    },
    { language: 'en-GB', rightToLeft: false, figureWord: 'Figure', newId: () => '01J00000000000000000000000' },
  );

describe('a text a week later', () => {
  it('OF90 takes a whole report with headings, captions and method, and gives it back at once', async () => {
    await journey.open(paper());
    const before = paragraphsOf(await saved());
    const page = await journey.openPane();
    await page.getByRole('button', { name: /not closed yet/ }).click();
    await page.getByRole('button', { name: /^Insert “Report”/ }).click();
    await page.getByText('The report stands in your text.').waitFor();
    expect(await look(page, 'word report')).toEqual([]);
    await page.getByRole('button', { name: 'Take it out again' }).click();
    await page.getByText('Taken out again.').waitFor();
    expect(paragraphsOf(await saved()).filter((words) => words !== '')).toEqual(before.filter((words) => words !== ''));
    await page.getByRole('button', { name: /^Insert “Report”/ }).click();
    await page.getByText('The report stands in your text.').waitFor();
    await page.close();
    const text = await saved('word-report');
    expect(await faultsOf(writePackage(text), 'docx')).toEqual([]);
    expect(lintPackage(text)).toEqual([]);
    const found = findBlocks(text);
    expect(found.length).toBeGreaterThan(4);
    expect(found.every(({ identity }) => identity?.written !== null)).toBe(true);
    expect(paragraphsOf(text).filter((words) => words.startsWith('Figure '))).toHaveLength(found.length);
    expect(found.map(({ identity }) => identity?.key.figure)).toContain('method');
  });

  it('OF91 is checked, refreshed as a whole with every edit kept, and undone one by one', async () => {
    const text = await saved();
    editFigure(text, 'before-after', (control) => makeOwn(control, OWN_CAPTION));
    typeInto(text, 'profile', '42');
    await journey.open(text);
    await journey.talkAgain(1);
    const page = await journey.openPane();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    await talks.getByText('Out of date').waitFor();
    await card(page, 'Profile').getByText('Edited by hand').waitFor();
    expect(await look(page, 'word found')).toEqual([]);
    expect(paragraphsOf(await saved())).toEqual(paragraphsOf(text));
    const rows = rowsOf(text, 'before-after');

    await page.getByRole('button', { name: /^Refresh \d+ figures$/ }).click();
    await page.getByText(/refreshed\. (?:Each|It) can be undone below/).waitFor();
    expect(await look(page, 'word refreshed')).toEqual([]);
    const refreshed = await saved('word-refreshed');
    expect(rowsOf(refreshed, 'before-after')).toBe(rows + 1);
    expect(paragraphsOf(refreshed).join('\n')).toContain(OWN_CAPTION);
    expect(
      descendantsOf(partOf(refreshed, 'word/document.xml'), 'wp:extent').map((one) => one.attributes['cx']),
    ).toContain('4000000');
    // What was typed is not overwritten unasked.
    expect(blockOf(refreshed, 'profile').identity?.provenance).toEqual(blockOf(text, 'profile').identity?.provenance);
    expect(findBlocks(refreshed).map(({ id }) => id)).toEqual(findBlocks(text).map(({ id }) => id));
    expect(lintPackage(refreshed)).toEqual(lintPackage(text));
    expect(await faultsOf(writePackage(refreshed), 'docx')).toEqual([]);

    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    const back = await saved();
    expect(rowsOf(back, 'before-after')).toBe(rows);
    expect(lintPackage(back)).toEqual(lintPackage(text));
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText(/figures? of Plumbline/).waitFor();
    await card(page, 'Before and after the talk').getByText('Out of date').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('OF91 is detached: what stands there stays, and is found no more', async () => {
    const before = await saved();
    const page = await journey.openPane();
    await journey.check(page);
    for (const [name, figure] of [
      ['Before and after the talk', 'before-after'],
      ['How to read this', 'method'],
    ] as const) {
      const one = card(page, name);
      await one.getByRole('button', { name: /^Detach/ }).click();
      await one.getByText('It is yours now').waitFor();
      const loose = await saved();
      expect(paragraphsOf(loose)).toEqual(paragraphsOf(before));
      expect(findBlocks(loose).some(({ identity }) => identity?.key.figure === figure)).toBe(false);
      expect(lintPackage(loose)).toEqual(lintPackage(before));
    }
    await page.close();
    await journey.open(before);
  });

  it('OF91 stays as it is where its control is locked or changes are tracked, and says what to do', async () => {
    const text = await saved();
    for (const [change, words] of [
      [lock, 'Its content control is locked.'],
      [track, 'Changes in it are tracked.'],
    ] as const) {
      await journey.open(text);
      const other = await saved();
      editFigure(other, 'before-after', change);
      await journey.open(other);
      const page = await journey.openPane();
      await journey.check(page);
      await card(page, 'Before and after the talk').getByText(words).waitFor();
      await page.close();
      expect(paragraphsOf(await saved())).toEqual(paragraphsOf(other));
    }
    await journey.open(text);
  });

  it('reads well at 320 px, in three themes', async () => {
    const found: string[] = [];
    for (const theme of THEMES) {
      const page = await journey.openPane(theme);
      await journey.check(page);
      found.push(...(await look(page, `word check ${theme}`)));
      await page.close();
    }
    expect(found).toEqual([]);
  });
});
