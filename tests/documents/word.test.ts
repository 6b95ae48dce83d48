import { describe, expect, it } from '@jest/globals';
import { chartWorkbook } from '@plumbline/shared/ooxml/charts/add-chart';
import type { Exhibit, TableCell } from '@plumbline/shared/ooxml/exhibit';
import type { Report } from '@plumbline/shared/ooxml/exhibits/content';
import { insertionOf, parseInsertion, readFrameName } from '@plumbline/shared/ooxml/insertion';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { cellsOf } from '@plumbline/shared/ooxml/workbook/workbook-cells';
import { readPackage, readPart, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, descendantsOf, textOf, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { ownTheme } from '@plumbline/shared/ooxml/theme/own-theme';
import { readTheme } from '@plumbline/shared/ooxml/theme/theme';
import { exhibitBlock } from '@plumbline/shared/ooxml/word/exhibit-block';
import { packageOfFlatOpc } from '@plumbline/shared/ooxml/word/flat-opc';
import { keptInsertions } from '@plumbline/shared/ooxml/word/kept-insertions';
import { reportBlock } from '@plumbline/shared/ooxml/word/report-block';
import { reportDocument, type ReportLook } from '@plumbline/shared/ooxml/word/report-document';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { faultsOf } from './validated.ts';

const MAIN = 'word/document.xml';
const HARD = '5 < 6 & "7" > \'8\' ]]> \u0007 👩🏽‍💻 🇨🇭 עברית العربية e\u0301 \uD800 \t end';

function numbered(): () => string {
  let made = 0;
  return () => `01J1${String((made += 1)).padStart(22, '0')}`;
}

function look(rightToLeft = false): ReportLook {
  return { language: rightToLeft ? 'ar-SA' : 'en-GB', rightToLeft, figureWord: 'Figure', newId: numbered() };
}

function reportWith(exhibits: readonly Exhibit[]): Report {
  const sections = exhibits.map((exhibit, at) => ({
    heading: `Part ${at + 1}`,
    level: at % 2 === 0 ? (1 as const) : (2 as const),
    paragraphs: exhibit.notes,
    exhibits: [exhibit],
  }));
  return { title: 'Northwind Executive Team: report', subtitle: 'Q4 alignment', sections };
}

function opened(bytes: Uint8Array): OpcPackage {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function rootOf(pack: OpcPackage, part = MAIN): XmlElement {
  const root = readPart(pack, part);
  if (!root) throw new Error(`There is no ${part}`);
  return root;
}

function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return parent && childOf(parent, name)?.attributes['w:val'];
}

function styleOf(paragraph: XmlElement): string | undefined {
  return valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle');
}

/** Paragraphs of the style, in the order of the page. */
function styled(root: XmlElement, style: string): readonly XmlElement[] {
  return descendantsOf(root, 'w:p').filter((paragraph) => styleOf(paragraph) === style);
}

function wordsOf(paragraph: XmlElement): string {
  return descendantsOf(paragraph, 'w:t').map(textOf).join('');
}

function controlsOf(root: XmlElement): readonly XmlElement[] {
  return descendantsOf(root, 'w:sdt');
}

function tagsOf(root: XmlElement): readonly (string | undefined)[] {
  return controlsOf(root).map((control) => valueOf(childOf(control, 'w:sdtPr'), 'w:tag'));
}

/** An exhibit with a table of so many rows, of words that are hard to write. */
function longTable(count: number): Exhibit {
  const [first] = sampleExhibits();
  if (!first) throw new Error('There is no sample exhibit');
  const cell = (at: number): TableCell => (at % 7 === 0 ? { text: HARD, fill: 'held' } : { text: `${at} ${HARD}` });
  return {
    ...first,
    key: { figure: 'heatmap', of: HARD },
    title: HARD.repeat(4),
    subject: HARD,
    altText: HARD,
    sourceLine: HARD,
    body: {
      form: 'table',
      table: {
        columns: [
          { title: HARD, align: 'start', share: 0.7 },
          { title: '', align: 'end', share: 0 },
        ],
        // The last has a cell too few.
        rows: Array.from({ length: count }, (_, at) => (at === count - 1 ? [cell(at)] : [cell(at), cell(at + 1)])),
      },
    },
  };
}

function block(exhibits: readonly Exhibit[], firstFigure = 1): OpcPackage {
  const theme = readTheme({ parts: new Map() }, 'none');
  const items = exhibits.map((exhibit, at) => ({ exhibit, insertion: sampleInsertion(exhibit, at) }));
  const text = exhibitBlock(items, { theme, language: 'en-GB', rightToLeft: false, figureWord: 'Figure', firstFigure });
  const back = packageOfFlatOpc(text);
  if (!back.ok) throw new Error(back.error);
  return back.value;
}

describe('a report for Word', () => {
  it('OF30 is a document in which the validator and the linter find nothing, also of hard words and from the right', async () => {
    const hard = reportWith([longTable(60), ...sampleExhibits()]);
    const bare: Report = {
      title: '',
      subtitle: HARD,
      sections: [{ heading: HARD, level: 2, paragraphs: ['', HARD, 'two\nlines'], exhibits: [] }],
    };
    for (const [report, rightToLeft] of [
      [reportWith(sampleExhibits()), false],
      [hard, true],
      [bare, true],
    ] as const) {
      const bytes = reportDocument(report, look(rightToLeft));
      expect(await faultsOf(bytes, 'docx')).toEqual([]);
      expect(lintPackage(opened(bytes))).toEqual([]);
    }
  });

  it('OF30 is the same bytes for the same report', () => {
    const report = reportWith(sampleExhibits());
    expect(reportDocument(report, look())).toEqual(reportDocument(report, look()));
  });

  it('OF31 has headings that Word knows, and captions numbered by a field that says the right number now', () => {
    const pack = opened(reportDocument(reportWith(sampleExhibits()), look()));
    const root = rootOf(pack);
    const styles = new Map(
      descendantsOf(rootOf(pack, 'word/styles.xml'), 'w:style').map((style) => [
        style.attributes['w:styleId'],
        valueOf(style, 'w:name'),
      ]),
    );
    expect(styles.get('Heading1')).toBe('heading 1');
    expect(styles.get('Heading2')).toBe('heading 2');
    expect(styles.get('Caption')).toBe('caption');
    for (const paragraph of descendantsOf(root, 'w:p')) {
      const style = styleOf(paragraph);
      if (style !== undefined) expect(styles.has(style)).toBe(true);
    }
    expect(styled(root, 'Heading1')).toHaveLength(5);
    expect(styled(root, 'Heading2')).toHaveLength(4);
    const captions = styled(root, 'Caption');
    expect(captions.map(wordsOf)).toEqual(sampleExhibits().map(({ title }, at) => `Figure ${at + 1}\u2002${title}`));
    for (const caption of captions) {
      expect(descendantsOf(caption, 'w:instrText').map(textOf)).toEqual([' SEQ Figure \\* ARABIC ']);
    }
  });

  it('OF31 keeps a caption with its figure and a figure with its source', () => {
    const root = rootOf(opened(reportDocument(reportWith(sampleExhibits()), look())));
    for (const control of controlsOf(root)) {
      const paragraphs = descendantsOf(control, 'w:p');
      const kept = paragraphs.map((paragraph) => descendantsOf(paragraph, 'w:keepNext').length === 1);
      expect(kept).toEqual(paragraphs.map((_, at) => at < paragraphs.length - 1));
    }
  });

  it('OF31 has the caption right above its figure, and no field where LibreOffice would print its code', () => {
    const root = rootOf(opened(reportDocument(reportWith(sampleExhibits()), look())));
    const exhibits = sampleExhibits();
    expect(exhibits.map(({ subject }) => subject)).toContain(null);
    for (const [at, control] of controlsOf(root).entries()) {
      const styles = descendantsOf(control, 'w:p').map(styleOf);
      const above = exhibits[at]?.subject === null ? ['Caption'] : ['PlumblineSubject', 'Caption'];
      expect(styles.slice(0, styles.indexOf('Caption') + 1)).toEqual(above);
    }
  });

  it('OF31 repeats the header of a table and tears no row, and lets a long table run on', () => {
    const root = rootOf(opened(reportDocument(reportWith([longTable(60)]), look())));
    const rows = descendantsOf(root, 'w:tr');
    expect(rows).toHaveLength(61);
    expect(rows.map((row) => descendantsOf(row, 'w:tblHeader').length)).toEqual(
      rows.map((_, at) => (at === 0 ? 1 : 0)),
    );
    expect(rows.every((row) => descendantsOf(row, 'w:cantSplit').length === 1)).toBe(true);
    const running = rows.filter((row) => descendantsOf(row, 'w:keepNext').length === 0);
    expect(running).toHaveLength(57);
  });

  it('OF31 hatches what is held, and fills by the colours of the theme', () => {
    const root = rootOf(opened(reportDocument(reportWith(sampleExhibits()), look())));
    const fills = descendantsOf(root, 'w:tc').flatMap((cell) => descendantsOf(cell, 'w:shd'));
    const held = fills.filter(({ attributes }) => attributes['w:val'] === 'thinDiagStripe');
    expect(held).toHaveLength(3);
    expect(fills).toHaveLength(6);
    for (const { attributes } of fills) expect(attributes['w:themeFill']).toMatch(/^(?:accent[1-6]|background1)$/);
  });

  it('OF31 says to everybody what a picture or a table shows', () => {
    const root = rootOf(opened(reportDocument(reportWith(sampleExhibits()), look())));
    const said = [
      ...descendantsOf(root, 'wp:docPr').map(({ attributes }) => attributes['descr']),
      ...descendantsOf(root, 'w:tblDescription').map(({ attributes }) => attributes['w:val']),
    ];
    const wanted = sampleExhibits().flatMap(({ body, altText }) => (body.form === 'text' ? [] : [altText]));
    expect(said.toSorted()).toEqual(wanted.toSorted());
  });

  it('OF31 runs from the right where its language does, and says its language', () => {
    const root = rootOf(opened(reportDocument(reportWith(sampleExhibits()), look(true))));
    for (const paragraph of descendantsOf(root, 'w:p')) expect(descendantsOf(paragraph, 'w:bidi')).toHaveLength(1);
    for (const table of descendantsOf(root, 'w:tblPr')) expect(childOf(table, 'w:bidiVisual')).toBeDefined();
    const languages = descendantsOf(root, 'w:lang').map(({ attributes }) => attributes['w:bidi']);
    expect(new Set(languages)).toEqual(new Set(['ar-SA']));
  });

  it('OF32 finds each exhibit again by its content control, and by what the document keeps beside it', () => {
    const exhibits = sampleExhibits();
    const pack = opened(reportDocument(reportWith(exhibits), look()));
    const ids = exhibits.map((_, at) => `01J1${String(at + 1).padStart(22, '0')}`);
    expect(tagsOf(rootOf(pack))).toEqual(ids.map((id) => `plumbline:${id}`));
    const insertions = exhibits.map((exhibit, at) => insertionOf(exhibit, ids[at] ?? '', look().language));
    expect(keptInsertions(pack, MAIN)).toEqual(insertions);
    const inBooks = [...pack.parts]
      .filter(([name]) => name.endsWith('.xlsx'))
      .map(([, bytes]) => parseInsertion([...(cellsOf(bytes)?.get('plumbline')?.values() ?? [])].join('')));
    expect(inBooks).toEqual(insertions.filter(({ written }) => written?.body.form === 'chart'));
    const frames = descendantsOf(rootOf(pack), 'wp:docPr').map(({ attributes }) => attributes['name'] ?? '');
    expect(frames.map((name) => readFrameName(name)?.id)).toEqual(inBooks.map((insertion) => insertion?.id));
  });

  it('OF32 gives no content control a title that Word would not take, and tears no letter for it', () => {
    const titles = ['x'.repeat(64), `${'x'.repeat(62)}👍👍`, 'short'];
    const exhibits = sampleExhibits()
      .slice(0, 3)
      .map((exhibit, at) => ({ ...exhibit, title: titles[at] ?? '' }));
    const root = rootOf(opened(reportDocument(reportWith(exhibits), look())));
    const shown = controlsOf(root).map((control) => valueOf(childOf(control, 'w:sdtPr'), 'w:alias'));
    expect(shown).toEqual(['x'.repeat(64), `${'x'.repeat(62)}…`, 'short']);
  });
});

describe('exhibits for an open document', () => {
  it('OF33 are a package in which the validator and the linter find nothing', async () => {
    const pack = block([...sampleExhibits(), longTable(60)]);
    expect(await faultsOf(writePackage(pack), 'docx')).toEqual([]);
    expect(lintPackage(pack)).toEqual([]);
    expect(lintPackage(block([]))).toEqual([]);
  });

  it('OF33 take their colours and fonts from the document, and leave its text as it is', () => {
    const pack = block(sampleExhibits());
    expect([...pack.parts.keys()].filter((name) => name.includes('theme'))).toEqual([]);
    const styles = rootOf(pack, 'word/styles.xml');
    expect(descendantsOf(styles, 'w:docDefaults')).toEqual([]);
    const normal = descendantsOf(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'Normal');
    expect(normal && descendantsOf(normal, 'w:rPr')).toEqual([]);
    for (const part of [styles, rootOf(pack)]) {
      for (const { attributes } of descendantsOf(part, 'w:color')) expect(attributes['w:themeColor']).toBeDefined();
      for (const { attributes } of descendantsOf(part, 'w:rFonts')) expect(attributes['w:ascii']).toBeUndefined();
    }
  });

  it('OF33 go on with the numbers of the document, and are tagged', () => {
    const exhibits = sampleExhibits().slice(0, 2);
    const pack = block(exhibits, 4);
    expect(styled(rootOf(pack), 'Caption').map((one) => wordsOf(one).slice(0, 8))).toEqual(['Figure 4', 'Figure 5']);
    const insertions = exhibits.map(sampleInsertion);
    expect(tagsOf(rootOf(pack))).toEqual(insertions.map(({ id }) => `plumbline:${id}`));
    expect(keptInsertions(pack, MAIN)).toEqual(insertions);
    const storeOf = (one: OpcPackage) => rootOf(one, 'customXml/itemProps1.xml').attributes['ds:itemID'];
    expect(storeOf(pack)).toMatch(/^\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}$/);
    expect(storeOf(pack)).not.toBe(storeOf(block(exhibits.slice(0, 1))));
  });

  it('OF33 carry their workbooks unchanged through one text', () => {
    const [exhibit] = sampleExhibits();
    if (exhibit?.body.form !== 'chart') throw new Error('The first sample is no chart');
    const [name = '', bytes] = [...block([exhibit]).parts].find(([part]) => part.endsWith('.xlsx')) ?? [];
    expect(name).toMatch(/^word\/embeddings\//);
    expect(bytes).toEqual(chartWorkbook(exhibit.body.chart, sampleInsertion(exhibit, 0)));
  });

  it('OF33 refuse a text that is no package', () => {
    for (const text of ['', '<a/>', '<pkg:package', '<pkg:package><pkg:part pkg:name="/a.xml"/></pkg:package>']) {
      expect(packageOfFlatOpc(text)).toEqual({ ok: false, error: 'package.unreadable' });
    }
  });
});

it('OF30 has the theme of our decks', () => {
  const pack = opened(reportDocument(reportWith([]), look()));
  expect(rootOf(pack, 'word/theme/theme1.xml')).toEqual(ownTheme());
});

describe('a report for an open document', () => {
  it('OF90 is a package in which the validator and the linter find nothing, with its blocks in a control of its own', async () => {
    const exhibits = sampleExhibits();
    const theme = readTheme({ parts: new Map() }, 'none');
    const newId = numbered();
    const ids = [newId(), ...exhibits.map(newId)];
    const look = { theme, language: 'en-GB', rightToLeft: false, figureWord: 'Figure', firstFigure: 3 };
    const back = packageOfFlatOpc(reportBlock(reportWith(exhibits), ids, look));
    if (!back.ok) throw new Error(back.error);
    const root = rootOf(back.value);
    expect(tagsOf(root)).toEqual([`plumbline-report:${ids[0]}`, ...ids.slice(1).map((id) => `plumbline:${id}`)]);
    expect(styled(root, 'Heading1').length + styled(root, 'Heading2').length).toBe(exhibits.length);
    expect(wordsOf(styled(root, 'Caption')[0] ?? root).slice(0, 8)).toBe('Figure 3');
    expect(lintPackage(back.value)).toEqual([]);
    expect(await faultsOf(writePackage(back.value), 'docx')).toEqual([]);
  });
});
