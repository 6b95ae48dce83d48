import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { removeSlides, slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { sampleFiles } from '@plumbline/infra/local/office/samples';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { readPackage, writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { readTheme } from '@plumbline/shared/ooxml/theme/theme';
import { contentText, openBlockText } from '@plumbline/shared/ooxml/refresh/word/block-text';
import { exhibitBlock } from '@plumbline/shared/ooxml/word/exhibit-block';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { faultsOf } from '../documents/validated.ts';
import { launchBrowser } from '../journeys/screens/seat.ts';
import { foreignDeck, plainDocument, startOffice, upload, wordBlock, type OfficeWorld } from './office-world.ts';

/** The official office.js in a browser, against the document engine: what a pane calls is what is here. */
let world: OfficeWorld;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  world = await startOffice();
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Opens a document and its pane, with Office ready in it. */
async function openPane(id: string, program: string, bytes: Uint8Array): Promise<void> {
  const { status } = await upload(world.origin, { id, program }, bytes);
  expect(status).toBe(200);
  await page.goto(`${world.origin}/local/office/pane?document=${id}`);
  await page.evaluate('Office.onReady()');
}

/** Runs a batch in the pane: plain calls of Office's own API, as the add-in makes them. */
function inPane(program: 'PowerPoint' | 'Word', body: string, input: unknown = null): Promise<unknown> {
  return page.evaluate(
    `${program}.run(async (context) => { const input = ${JSON.stringify(input)}; const refused = async () => {
      try { await context.sync(); return null; } catch (fault) { return fault.code; }
    }; ${body} })`,
  );
}

const LIST = `const slides = context.presentation.slides;
  slides.load('items/id,items/index,items/tags/items/key,items/tags/items/value');
  await context.sync();`;

describe('PowerPoint', () => {
  it('OF80 the official office.js inserts, tags, exports, moves and deletes slides of the real file', async () => {
    await openPane('deck', 'powerpoint', await foreignDeck(['One', 'Two']));
    const carrier = Buffer.from(await foreignDeck(['Three', 'Four'])).toString('base64');
    const inserted = await inPane(
      'PowerPoint',
      `${LIST} slides.items[0].tags.add('plumbline', '{"id":1}');
      context.presentation.insertSlidesFromBase64(input, { targetSlideId: slides.items[0].id, formatting: 'UseDestinationTheme' });
      slides.load('items/id,items/index,items/tags/items/value,items/layout/type,items/shapes/items/type');
      await context.sync();
      return slides.items.map((one) => [one.id, one.index, one.tags.items.map(({ value }) => value), one.shapes.items.map(({ type }) => type)]);`,
      carrier,
    );
    const shapes = ['GeometricShape', 'Table', 'Chart'];
    expect(inserted).toEqual([
      ['256#', 0, ['{"id":1}'], shapes],
      ['258#', 1, [], shapes],
      ['259#', 2, [], shapes],
      ['257#', 3, [], shapes],
    ]);
    const moved = await inPane(
      'PowerPoint',
      `${LIST} const exported = slides.items[0].exportAsBase64();
      slides.getItem('257#').moveTo(0);
      slides.getItem('258#').delete();
      context.presentation.setSelectedSlides(['259#']);
      const selected = context.presentation.getSelectedSlides();
      selected.load('items/id');
      const gone = slides.getItemOrNullObject('258#');
      gone.load('id');
      slides.load('items/id');
      await context.sync();
      return { order: slides.items.map(({ id }) => id), selected: selected.items.map(({ id }) => id), gone: gone.isNullObject,
        isPackage: exported.value.startsWith('UEsD') };`,
    );
    expect(moved).toEqual({ order: ['257#', '256#', '259#'], selected: ['259#'], gone: true, isPackage: true });
  });

  it('OF80 our own slides, put into an export of the deck, stand in it in its own theme', async () => {
    const bytes = sampleFiles().powerpoint.bytes;
    await openPane('ours', 'powerpoint', bytes);
    const exported = await inPane(
      'PowerPoint',
      `const slide = context.presentation.slides.getItemAt(0);
      const exported = slide.exportAsBase64();
      await context.sync();
      return exported.value;`,
    );
    const carrier = readPackage(Buffer.from(String(exported), 'base64'));
    if (!carrier.ok) throw new Error(carrier.error);
    removeSlides(carrier.value, slidesOf(carrier.value));
    const items = sampleExhibits().map((exhibit, at) => ({ exhibit, insertion: sampleInsertion(exhibit, at) }));
    addExhibitSlides(carrier.value, items, { language: 'en-GB', rightToLeft: false });
    const inserted = await inPane(
      'PowerPoint',
      `const { slides } = context.presentation;
      context.presentation.insertSlidesFromBase64(input, { formatting: 'UseDestinationTheme', targetSlideId: '256#' });
      slides.load('items/tags/items/key');
      await context.sync();
      return slides.items.map((one) => one.tags.items.map(({ key }) => key));`,
      Buffer.from(writePackage(carrier.value)).toString('base64'),
    );
    expect(inserted).toEqual([[], ...items.map(() => ['PLUMBLINE'])]);
    const download = await fetch(`${world.origin}/local/office/documents/ours`);
    const deck = new Uint8Array(await download.arrayBuffer());
    expect(await faultsOf(deck, 'pptx')).toEqual([]);
    const opened = readPackage(deck);
    if (!opened.ok) throw new Error(opened.error);
    expect(lintPackage(opened.value)).toEqual([]);
    expect([...opened.value.parts.keys()].filter((name) => /slideMasters\/[^/]+$/.test(name))).toHaveLength(1);
  });

  it('OF81 refusals have the codes of Office, and unknown calls fail with a clear error', async () => {
    await openPane('errors', 'powerpoint', await foreignDeck(['One']));
    const codes = await inPane(
      'PowerPoint',
      `const { presentation } = context;
      const codes = [];
      presentation.insertSlidesFromBase64('%%%'); codes.push(await refused());
      presentation.insertSlidesFromBase64(btoa('no deck')); codes.push(await refused());
      presentation.slides.getItem('999#').delete(); codes.push(await refused());
      presentation.slides.getItemAt(0).moveTo(7); codes.push(await refused());
      presentation.slides.getItemAt(0).getImageAsBase64(); codes.push(await refused());
      presentation.slides.load('items/nonsense'); codes.push(await refused());
      return codes;`,
    );
    expect(codes).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'ItemNotFound',
      'InvalidArgument',
      'NotImplemented',
      'InvalidArgument',
    ]);
  });

  it('OF82 what is open for reading only is not changed', async () => {
    await openPane('read-only', 'powerpoint', await foreignDeck(['One', 'Two']));
    await fetch(`${world.origin}/local/office/documents/read-only/switches`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isReadOnly: true }),
    });
    const said = await inPane(
      'PowerPoint',
      `context.presentation.slides.getItemAt(0).delete();
      const code = await refused();
      const count = context.presentation.slides.getCount();
      await context.sync();
      return [code, count.value];`,
    );
    expect(said).toEqual(['AccessDenied', 2]);
  });

  it('OF80 the file, the settings, custom parts and the selection are had by the older calls too', async () => {
    await openPane('older', 'powerpoint', await foreignDeck(['One']));
    const parts = await inPane(
      'PowerPoint',
      `const parts = context.presentation.customXmlParts;
      parts.add('<team xmlns="urn:plumbline">Harbour</team>');
      const found = parts.getByNamespace('urn:plumbline').getOnlyItem().getXml();
      await context.sync();
      return found.value.includes('>Harbour</team>');`,
    );
    expect(parts).toBe(true);
    const said = await page.evaluate(`(async () => {
      const ask = (call) => new Promise((resolve, reject) =>
        call(({ status, value, error }) => status === 'succeeded' ? resolve(value) : reject(new Error(error.message))));
      const file = await ask((done) => Office.context.document.getFileAsync('compressed', { sliceSize: 4096 }, done));
      const slice = await ask((done) => file.getSliceAsync(0, done));
      await ask((done) => file.closeAsync(done));
      Office.context.document.settings.set('team', 'Harbour');
      await ask((done) => Office.context.document.settings.saveAsync(done));
      const { slides } = await ask((done) => Office.context.document.getSelectedDataAsync('slideRange', done));
      return [slice.data.slice(0, 2), slides.map(({ id, index }) => [id, index])];
    })()`);
    expect(said).toEqual([[0x50, 0x4b], [[256, 1]]]);
    await page.reload();
    expect(await page.evaluate(`Office.onReady().then(() => Office.context.document.settings.get('team'))`)).toBe(
      'Harbour',
    );
  });
});

describe('Word', () => {
  it('OF83 a block is inserted, found by its tag, read, replaced and deleted', async () => {
    await openPane('text', 'word', plainDocument('Hello'));
    const said = await inPane(
      'Word',
      `const { body, contentControls } = context.document;
      body.insertOoxml(input[0], 'End');
      const found = contentControls.getByTag('plumbline:1');
      found.load('items/tag,items/title,items/text');
      await context.sync();
      const first = found.items.map(({ tag, title, text }) => [tag, title, text]);
      const ooxml = found.items[0].getOoxml();
      found.items[0].getRange('Whole').insertOoxml(input[1], 'Replace');
      const again = contentControls.getByTag('plumbline:1');
      again.load('items/text');
      await context.sync();
      const second = again.items.map(({ text }) => text);
      again.items[0].delete(false);
      body.load('text');
      await context.sync();
      return { first, second, isFlat: ooxml.value.includes('<pkg:package'), end: body.text };`,
      [wordBlock('First'), wordBlock('Second')],
    );
    expect(said).toEqual({
      first: [['plumbline:1', 'Agreement', 'First']],
      second: ['Second'],
      isFlat: true,
      end: 'Hello',
    });
  });

  it('OF83 our own blocks bring their charts, and the document is valid after', async () => {
    const { bytes } = sampleFiles().word;
    const opened = readPackage(bytes);
    if (!opened.ok) throw new Error(opened.error);
    await openPane('report', 'word', bytes);
    const items = sampleExhibits().map((exhibit, at) => ({ exhibit, insertion: sampleInsertion(exhibit, at) }));
    const theme = readTheme(opened.value, 'word/theme/theme1.xml');
    const look = { theme, language: 'en-GB', rightToLeft: false, figureWord: 'Figure', firstFigure: 1 };
    const blocks = [exhibitBlock(items.slice(0, 3), look), exhibitBlock(items.slice(3), { ...look, firstFigure: 4 })];
    const tags = await inPane(
      'Word',
      `const { body, contentControls } = context.document;
      for (const block of input) body.insertOoxml(block, 'End');
      contentControls.load('items/tag');
      await context.sync();
      return contentControls.items.map(({ tag }) => tag);`,
      blocks,
    );
    expect(tags).toEqual(items.map(({ insertion }) => `plumbline:${insertion.id}`));
    const download = await fetch(`${world.origin}/local/office/documents/report`);
    const written = new Uint8Array(await download.arrayBuffer());
    expect(await faultsOf(written, 'docx')).toEqual([]);
    const after = readPackage(written);
    expect(after.ok && lintPackage(after.value)).toEqual([]);
    const charts = items.filter(({ exhibit }) => exhibit.body.form === 'chart').length;
    expect(
      after.ok && [...after.value.parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name)),
    ).toHaveLength(charts);
  });

  it('OF83 a control that is locked stays, and what is no package is refused', async () => {
    await openPane('locked', 'word', plainDocument('Hello'));
    const said = await inPane(
      'Word',
      `const control = context.document.body.paragraphs.getFirst().getRange('Whole').insertContentControl();
      control.tag = 'mine';
      control.cannotDelete = true;
      control.load('id,tag,cannotDelete');
      await context.sync();
      const made = [control.tag, control.cannotDelete];
      control.delete(false);
      const locked = await refused();
      context.document.body.insertOoxml('<nothing', 'End');
      return [...made, locked, await refused()];`,
    );
    expect(said).toEqual(['mine', true, 'AccessDenied', 'InvalidArgument']);
  });
});

describe('a block that is there already', () => {
  it('OF92 is found by a bookmark once its control is gone, and put back in the place of what stands there', async () => {
    await openPane('marked', 'word', plainDocument('Hello'));
    const said = await inPane(
      'Word',
      `const { document } = context;
      document.body.insertOoxml(input[0], 'End');
      const found = document.contentControls.getByTag('plumbline:1');
      found.load('items/id');
      await context.sync();
      const range = found.items[0].getRange('Content');
      found.items[0].delete(true);
      range.insertBookmark('_mark');
      await context.sync();
      const none = document.getBookmarkRangeOrNullObject('_other');
      none.load('text');
      const there = document.getBookmarkRangeOrNullObject('_mark');
      there.load('text');
      document.contentControls.load('items/id');
      await context.sync();
      const before = [none.isNullObject, there.text, document.contentControls.items.length];
      document.getBookmarkRange('_mark').insertOoxml(input[1], 'Replace');
      document.deleteBookmark('_mark');
      document.deleteBookmark('_never');
      document.body.load('text');
      document.contentControls.load('items/tag');
      const gone = document.getBookmarkRangeOrNullObject('_mark');
      gone.load('text');
      await context.sync();
      const after = [gone.isNullObject, document.body.text, document.contentControls.items.map(({ tag }) => tag)];
      document.body.getRange().insertBookmark('no name');
      return { before, after, refused: await refused() };`,
      [wordBlock('Ours'), wordBlock('Back')],
    );
    expect(said).toEqual({
      before: [true, 'Ours', 0],
      after: [true, 'Hello\rBack', ['plumbline:1']],
      refused: 'InvalidArgument',
    });
  });

  it('OF92 is renewed within its control, read where it is locked, and stays without its control', async () => {
    const { bytes } = sampleFiles().word;
    const opened = readPackage(bytes);
    if (!opened.ok) throw new Error(opened.error);
    await openPane('again', 'word', bytes);
    const [exhibit] = sampleExhibits();
    if (!exhibit) throw new Error('There is no exhibit');
    const theme = readTheme(opened.value, 'word/theme/theme1.xml');
    const look = { theme, language: 'en-GB', rightToLeft: false, figureWord: 'Figure', firstFigure: 1 };
    const insertion = sampleInsertion(exhibit, 0);
    const block = exhibitBlock([{ exhibit, insertion }], look);
    const read = openBlockText(block, insertion.id);
    if (!read.ok) throw new Error(read.error);
    const said = await inPane(
      'Word',
      `const { body, contentControls } = context.document;
      body.insertOoxml(input[0], 'End');
      const found = contentControls.getByTag(input[2]);
      found.load('items/id');
      context.document.load('changeTrackingMode');
      await context.sync();
      const control = contentControls.getByIdOrNullObject(found.items[0].id);
      control.insertOoxml(input[1], 'Replace');
      contentControls.load('items/id');
      await context.sync();
      const same = contentControls.items.map(({ id }) => id === found.items[0].id);
      control.cannotEdit = true;
      const locked = control.getOoxml();
      control.cannotEdit = false;
      const parts = context.document.customXmlParts;
      parts.add('<kept xmlns="urn:kept"/>');
      const kept = parts.getByNamespace('urn:kept');
      kept.load('items/id');
      control.delete(true);
      contentControls.load('items/id');
      body.load('text');
      await context.sync();
      return {
        same,
        mode: context.document.changeTrackingMode,
        isRead: locked.value.includes('c:chart'),
        kept: kept.items.length,
        left: contentControls.items.length,
        text: body.text.includes(input[3]),
      };`,
      [block, contentText(read.value), `plumbline:${insertion.id}`, exhibit.title],
    );
    expect(said).toEqual({ same: [true], mode: 'Off', isRead: true, kept: 1, left: 0, text: true });
    const after = readPackage(
      new Uint8Array(await (await fetch(`${world.origin}/local/office/documents/again`)).arrayBuffer()),
    );
    if (!after.ok) throw new Error(after.error);
    expect([...after.value.parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
    expect(lintPackage(after.value)).toEqual([]);
  });
});

describe('the page', () => {
  it('OF84 shows the slides with their numbers, and is fit for everybody in three themes from 280 px', async () => {
    await upload(world.origin, { id: 'seen', program: 'powerpoint' }, await foreignDeck(['Revenue', 'Costs']));
    const faults: string[] = [];
    const seen = await browser.newPage();
    seen.on('pageerror', (error) => faults.push(String(error)));
    for (const [width, themes] of [
      [1280, ['default', 'dark', 'contrast']],
      [280, ['default']],
    ] as const) {
      await seen.setViewportSize({ width, height: 800 });
      for (const theme of themes) {
        await seen.goto(`${world.origin}/local/office?program=powerpoint&document=seen&theme=${theme}`);
        await seen.getByRole('button', { name: 'Slide 1: Revenue' }).waitFor();
        await seen.evaluate(`${axe.source}; undefined`);
        const found = await seen.evaluate(async () => {
          const { violations } = await window.axe.run(document, { resultTypes: ['violations'], iframes: false });
          const { scrollWidth } = document.documentElement;
          return [
            ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`),
            ...(scrollWidth > innerWidth ? [`scrolls sideways: ${scrollWidth}`] : []),
          ];
        });
        faults.push(...found.map((fault) => `${theme} ${width}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    await seen.getByRole('button', { name: 'Slide 2: Costs' }).click();
    await seen.locator('.stage').getByText('Costs').first().waitFor();
    expect(await seen.locator('.stage .frame-chart td').allTextContents()).toEqual(['', 'Agree', 'A', '3', 'B', '5']);
    const { status } = await upload(world.origin, { id: 'seen', program: 'powerpoint' }, await foreignDeck(['Other']));
    expect(status).toBe(200);
    await seen.close();
  });
});
