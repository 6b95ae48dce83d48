import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, isElement, type XmlNode } from '@plumbline/shared/ooxml/package/xml';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { chartPart, edit, partOf } from '@plumbline/shared/testing/edited-decks';
import { paragraphsOf } from '@plumbline/shared/testing/edited-texts';
import { faultsOf } from '../../documents/validated.ts';
import { THEMES } from '../screens/seat.ts';
import { look } from './office-pane.ts';
import {
  blockOf,
  commentOn,
  COMMENTS,
  editFigure,
  lock,
  makeOwn,
  moveToEnd,
  recolour,
  rowsOf,
  track,
  typeInto,
} from './open-text.ts';
import { card, PaneJourney, whenCalled } from './pane-journey.ts';

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

/** The start of a bookmark that is listed to nobody. */
function isHiddenMark(node: XmlNode): boolean {
  return isElement(node, 'w:bookmarkStart') && /^_[0-9a-f]{32}$/.test(node.attributes['w:name'] ?? '');
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
    recolour(text, 'before-after', 'C0FFEE');
    moveToEnd(text, 'before-after');
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
    const chart = new TextDecoder().decode(refreshed.parts.get(chartPart(blockOf(refreshed, 'before-after'))));
    expect(chart).toContain('C0FFEE');
    expect(findBlocks(refreshed).at(-1)?.identity?.key.figure).toBe('before-after');
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

  it('OF91 OF93 is detached and found no more; that is undone at once, or after the pane was opened again', async () => {
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
    expect(await faultsOf(writePackage(await saved()), 'docx')).toEqual([]);
    await card(page, 'How to read this').getByRole('button', { name: 'Undo' }).click();
    await card(page, 'How to read this').getByText('As it was before.').waitFor();
    await page.close();

    const again = await journey.openPane();
    await journey.check(again);
    await again.getByRole('button', { name: /^Undo: Figure \d+ was detached/ }).click();
    await card(again, 'Before and after the talk').waitFor();
    const back = await saved();
    expect(paragraphsOf(back)).toEqual(paragraphsOf(before));
    expect(findBlocks(back).map(({ id }) => id)).toEqual(findBlocks(before).map(({ id }) => id));
    // The bookmarks that said where they stood are gone with it.
    expect(new TextDecoder().decode(back.parts.get('word/document.xml'))).not.toMatch(/w:name="_[0-9a-f]{32}"/);
    expect(lintPackage(back)).toEqual(lintPackage(before));
    await again.close();
    await journey.open(before);
  });

  it('OF91 OF72 detached and worked on since, it comes back behind what somebody made of it', async () => {
    const before = await saved();
    const page = await journey.openPane();
    await journey.check(page);
    const method = card(page, 'How to read this');
    await method.getByRole('button', { name: /^Detach/ }).click();
    await method.getByText('It is yours now').waitFor();
    const loose = await saved();
    edit(loose, 'word/document.xml', (root) => {
      const parent = [root, ...descendantsOf(root, 'w:body'), ...descendantsOf(root, 'w:sdtContent')].find((one) =>
        one.children.some(isHiddenMark),
      );
      const next = parent?.children[parent.children.findIndex(isHiddenMark) + 1];
      const text = isElement(next) ? descendantsOf(next, 'w:t')[0] : undefined;
      if (!text) throw new Error('Nothing stands at the bookmark');
      text.children = ['In our own words'];
    });
    await journey.open(loose);
    await method.getByRole('button', { name: 'Undo' }).click();
    await method.getByText('The other one was edited since').waitFor();
    const both = await saved();
    expect(paragraphsOf(both).filter((one) => one.includes('In our own words'))).toHaveLength(1);
    expect(findBlocks(both).some(({ identity }) => identity?.key.figure === 'method')).toBe(true);
    expect(lintPackage(both)).toEqual(lintPackage(before));
    await page.close();
    await journey.open(before);
  });

  it('OF91 OF71 is left alone where comments would be lost; the new one may come behind it', async () => {
    const before = await saved();
    const text = await saved();
    commentOn(text, 'before-after');
    await journey.open(text);
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('This figure has comments').waitFor();
    expect(await look(page, 'word comments')).toEqual([]);
    expect(paragraphsOf(await saved())).toEqual(paragraphsOf(text));
    await talks.getByRole('button', { name: 'Put it behind this one' }).click();
    await talks.getByText('The refreshed one stands behind it.').waitFor();
    const both = await saved();
    expect(both.parts.has(COMMENTS)).toBe(true);
    expect(descendantsOf(partOf(both, 'word/document.xml'), 'w:commentReference').length).toBeGreaterThanOrEqual(1);
    const count = (one: OpcPackage) =>
      findBlocks(one).filter(({ identity }) => identity?.key.figure === 'before-after').length;
    expect(count(both)).toBe(2);
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('As it was before.').waitFor();
    expect(count(await saved())).toBe(1);
    await page.close();
    await journey.open(before);
  });

  it('OF91 OF70 keeps what somebody writes while it is refreshed, and stands as it was where Word refuses it', async () => {
    const before = await saved();
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    const rewrite = async (caption: string) => {
      const text = await saved();
      editFigure(text, 'before-after', (control) => makeOwn(control, caption));
      await journey.open(text);
    };
    const rows = rowsOf(before, 'before-after');

    await whenCalled(page, 'InsertOoxml', (route) => route.abort());
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Office could not do it').waitFor();
    expect(paragraphsOf(await saved())).toEqual(paragraphsOf(before));

    // Between the two looks at it, as what it is to be is remembered.
    await whenCalled(page, 'SetXml', async (route) => {
      await rewrite(' Just now');
      await route.continue();
    });
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('The figure has changed since it was checked').waitFor();
    await page.unrouteAll();
    expect(paragraphsOf(await saved()).filter((words) => words.includes('Just now'))).toHaveLength(1);
    expect(rowsOf(await saved(), 'before-after')).toBe(rows);

    // What was written after the look and before the refresh is an edit like any other.
    await rewrite(' Before it was refreshed');
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed. Your own edits are kept.').waitFor();
    const done = await saved();
    expect(rowsOf(done, 'before-after')).toBe(rows + 1);
    expect(paragraphsOf(done).filter((words) => words.includes('Before it was refreshed'))).toHaveLength(1);

    await rewrite(' After it was refreshed');
    await talks.getByRole('button', { name: 'Undo' }).click();
    await talks.getByText('The other one was edited since').waitFor();
    const both = paragraphsOf(await saved());
    for (const words of ['After it was refreshed', 'Before it was refreshed']) {
      expect(both.filter((one) => one.includes(words))).toHaveLength(1);
    }
    await page.close();
    await journey.open(before);
  });

  it('OF95 loses nothing where the connection goes, or the sign-in runs out, in the middle', async () => {
    const before = await saved();
    const page = await journey.openPane();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    await talks.getByRole('button', { name: /^Refresh/ }).click();
    await talks.getByText('Refreshed.').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Check again' }).click();
    await talks.getByText('Plumbline did not answer for this meeting').waitFor();
    await page.unrouteAll();
    await journey.signInAgain(page);
    await journey.check(page);
    const { number } = blockOf(await saved(), 'before-after');
    await page.getByRole('button', { name: `Undo: Figure ${number} was refreshed`, exact: true }).click();
    await talks.getByText('Out of date').waitFor();
    expect(paragraphsOf(await saved())).toEqual(paragraphsOf(before));
    await page.close();
    await journey.open(before);
  });

  it('OF94 in a Word that keeps nothing beside the text, does what it can and says the rest', async () => {
    const before = await saved();
    const page = await journey.openPaneIn({ sets: 'wordapi:1.3' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await page.getByText('Which results?').waitFor();
    await journey.check(page);
    const talks = card(page, 'Before and after the talk');
    await talks.getByText('Out of date').waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Turn Track Changes off before you refresh.').waitFor();
    expect(await look(page, 'settings older word')).toEqual([]);
    expect(asked.filter((body) => /CustomXmlParts|Bookmark|ChangeTrackingMode/.test(body))).toEqual([]);
    await page.close();
    const none = await journey.openPaneIn({ sets: 'wordapi:1.1' });
    await none.getByText('This Word can’t do that yet').waitFor();
    await none.getByText('Download the report from the meeting’s summary in Teams').waitFor();
    await none.close();
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
