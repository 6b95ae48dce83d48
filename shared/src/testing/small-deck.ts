import type { ChartContent, Exhibit, Insertion, TableContent, TextParagraph } from '../ooxml/exhibit.ts';
import { frameName, insertionExtension, insertionText } from '../ooxml/insertion.ts';
import {
  addPart,
  addRelationship,
  emptyPackage,
  PACKAGE,
  writePackage,
  type OpcPackage,
} from '../ooxml/package/opc-package.ts';
import { element, parseXml, type XmlElement } from '../ooxml/package/xml.ts';

/** The least deck with one slide an exhibit that Office would open: what the rules about decks are tried on. */
export function smallDeck(items: readonly { readonly exhibit: Exhibit; readonly insertion: Insertion }[]): OpcPackage {
  const deck = emptyPackage();
  const slides = element('p:sldIdLst');
  addPart(deck, MAIN, {
    contentType: `${TYPE}presentationml.presentation.main+xml`,
    content: element('p:presentation', SPACES, slides),
  });
  addRelationship(deck, PACKAGE, { type: `${LINK}officeDocument`, target: MAIN });
  for (const [at, item] of items.entries()) {
    const slide = `ppt/slides/slide${at + 1}.xml`;
    addPart(deck, slide, { contentType: `${TYPE}presentationml.slide+xml`, content: slideOf(deck, slide, item) });
    addTag(deck, slide, item.insertion);
    addNotes(deck, slide, item.exhibit.notes);
    slides.children.push(
      element('p:sldId', {
        id: 256 + at,
        'r:id': addRelationship(deck, MAIN, { type: `${LINK}slide`, target: slide }),
      }),
    );
  }
  addPart(deck, MAIN, {
    contentType: `${TYPE}presentationml.presentation.main+xml`,
    content: element('p:presentation', SPACES, slides),
  });
  return deck;
}

/** A chart of the content as the refresh must know it, whoever wrote it: series with ranges, caches, points and labels. */
export function smallChart(content: ChartContent): XmlElement {
  const { form, categories, series } = content;
  const rows = categories.length;
  const isPoints = form === 'points';
  const drawn = isPoints ? series.slice(1) : series;
  const made = drawn.map((one, at) => {
    const column = String.fromCharCode(66 + at + (isPoints ? 1 : 0));
    const [first] = series;
    const texts = isPoints ? first?.labels : one.labels;
    const tones = (isPoints ? first?.tones : one.tones) ?? [];
    return element(
      'c:ser',
      {},
      element('c:idx', { val: at }),
      element('c:order', { val: at }),
      element('c:tx', {}, strings(`Sheet1!$${column}$1`, [one.name])),
      element('c:spPr', {}, fill(one.tone)),
      ...tones.flatMap((tone, idx) =>
        tone === one.tone
          ? []
          : [element('c:dPt', {}, element('c:idx', { val: idx }), element('c:spPr', {}, fill(tone)))],
      ),
      labelsOf(texts ?? 'none'),
      element(
        isPoints ? 'c:xVal' : 'c:cat',
        {},
        isPoints
          ? numbers(`Sheet1!$B$2:$B$${rows + 1}`, first?.values ?? [])
          : strings(`Sheet1!$A$2:$A$${rows + 1}`, categories),
      ),
      element(isPoints ? 'c:yVal' : 'c:val', {}, numbers(`Sheet1!$${column}$2:$${column}$${rows + 1}`, one.values)),
    );
  });
  const group = isPoints ? 'c:scatterChart' : form === 'lines' ? 'c:lineChart' : 'c:barChart';
  const grouping = form === 'stacked-bars' ? 'stacked' : 'clustered';
  const axes = ['111', '222'];
  return element(
    'c:chartSpace',
    SPACES,
    element(
      'c:chart',
      {},
      element(
        'c:plotArea',
        {},
        element(
          group,
          {},
          group === 'c:barChart' ? element('c:grouping', { val: grouping }) : null,
          ...made,
          ...axes.map((val) => element('c:axId', { val })),
        ),
        axis(isPoints ? 'c:valAx' : 'c:catAx', axes, isPoints ? content.axis : null),
        axis('c:valAx', [...axes].reverse(), content.upAxis ?? content.axis),
      ),
      content.legend ? element('c:legend', {}, element('c:legendPos', { val: 'b' })) : null,
    ),
    element('c:externalData', { 'r:id': 'rId1' }, element('c:autoUpdate', { val: 0 })),
  );
}

/** The workbook of a chart, with the very hidden sheet that keeps the insertion. */
export function smallWorkbook({ categories, series }: ChartContent, insertion: Insertion): Uint8Array {
  const book = emptyPackage();
  const rows = [
    [null, ...series.map(({ name }) => name)],
    ...categories.map((category, at) => [category, ...series.map(({ values }) => values[at] ?? null)]),
  ];
  const sheets = [
    { name: 'Sheet1', rows, state: undefined },
    { name: 'plumbline', rows: [[insertionText(insertion)]], state: 'veryHidden' },
  ];
  const main = 'xl/workbook.xml';
  const list = sheets.map(({ name, rows: held, state }, at) => {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    addPart(book, part, { contentType: `${TYPE}spreadsheetml.worksheet+xml`, content: sheet(held) });
    const id = addRelationship(book, main, { type: `${LINK}worksheet`, target: part });
    return element('sheet', { name, sheetId: at + 1, state, 'r:id': id });
  });
  addPart(book, main, {
    contentType: `${TYPE}spreadsheetml.sheet.main+xml`,
    content: element('workbook', { xmlns: SHEETS, 'xmlns:r': SPACES['xmlns:r'] }, element('sheets', {}, ...list)),
  });
  addRelationship(book, PACKAGE, { type: `${LINK}officeDocument`, target: main });
  return writePackage(book);
}

const MAIN = 'ppt/presentation.xml';
const TYPE = 'application/vnd.openxmlformats-officedocument.';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

function slideOf(
  deck: OpcPackage,
  slide: string,
  { exhibit, insertion }: { exhibit: Exhibit; insertion: Insertion },
): XmlElement {
  return element(
    'p:sld',
    SPACES,
    element(
      'p:cSld',
      {},
      element(
        'p:spTree',
        {},
        shape({ id: 2, name: 'Title', place: element('p:ph', { type: 'title' }), paragraphs: [exhibit.title] }),
        shape({ id: 3, name: 'Subject', place: null, paragraphs: [exhibit.subject ?? ''] }),
        frameOf(deck, slide, { exhibit, insertion }),
        shape({ id: 5, name: 'Source', place: null, paragraphs: [exhibit.sourceLine] }),
      ),
    ),
  );
}

function frameOf(
  deck: OpcPackage,
  slide: string,
  { exhibit, insertion }: { exhibit: Exhibit; insertion: Insertion },
): XmlElement {
  const properties = element(
    'p:cNvPr',
    { id: 4, name: frameName(insertion), descr: exhibit.altText },
    element('a:extLst', {}, insertionExtension(insertion)),
  );
  const { body } = exhibit;
  if (body.form === 'text') return textBox(properties, body.paragraphs);
  const inner =
    body.form === 'table'
      ? tableOf(body.table)
      : element('c:chart', { 'r:id': chartOf(deck, slide, { content: body.chart, insertion }) });
  return element(
    'p:graphicFrame',
    {},
    element('p:nvGraphicFramePr', {}, properties, element('p:nvPr')),
    element('p:xfrm', {}, element('a:off', { x: 10, y: 20 }), element('a:ext', { cx: 900, cy: 500 })),
    element('a:graphic', {}, element('a:graphicData', {}, inner)),
  );
}

function chartOf(
  deck: OpcPackage,
  slide: string,
  { content, insertion }: { content: ChartContent; insertion: Insertion },
): string {
  const chart = slide.replace('slides/slide', 'charts/chart');
  const book = slide.replace('slides/slide', 'embeddings/book').replace('.xml', '.xlsx');
  addPart(deck, book, { contentType: `${TYPE}spreadsheetml.sheet`, content: smallWorkbook(content, insertion) });
  addPart(deck, chart, { contentType: `${TYPE}drawingml.chart+xml`, content: smallChart(content) });
  addRelationship(deck, chart, { type: `${LINK}package`, target: book });
  return addRelationship(deck, slide, { type: `${LINK}chart`, target: chart });
}

function tableOf({ columns, rows }: TableContent): XmlElement {
  const cell = (text: string, tone: XmlElement | null) =>
    element('a:tc', {}, element('a:txBody', {}, paragraph(text)), element('a:tcPr', {}, tone));
  return element(
    'a:tbl',
    {},
    element('a:tblGrid', {}, ...columns.map(({ share }) => element('a:gridCol', { w: Math.round(share * 1000) }))),
    element('a:tr', { h: 40 }, ...columns.map(({ title }) => cell(title, null))),
    ...rows.map((row) =>
      element(
        'a:tr',
        { h: 40 },
        ...row.map(({ text, fill: own }) =>
          cell(text, own === undefined ? null : fill(own === 'held' ? 'quiet' : own.tone)),
        ),
      ),
    ),
  );
}

function textBox(properties: XmlElement, paragraphs: readonly TextParagraph[]): XmlElement {
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, properties, element('p:nvPr')),
    element(
      'p:txBody',
      {},
      ...paragraphs.map(({ lead, text }) =>
        element('a:p', {}, lead === null ? null : run(`${lead} `, { b: 1 }), run(text)),
      ),
    ),
  );
}

function shape({
  id,
  name,
  place,
  paragraphs,
}: {
  id: number;
  name: string;
  place: XmlElement | null;
  paragraphs: readonly string[];
}): XmlElement {
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, element('p:cNvPr', { id, name }), element('p:nvPr', {}, place)),
    element('p:txBody', {}, ...paragraphs.map(paragraph)),
  );
}

function paragraph(text: string): XmlElement {
  return element('a:p', {}, run(text));
}

function run(text: string, look: Readonly<Record<string, number>> = {}): XmlElement {
  return element('a:r', {}, element('a:rPr', { lang: 'en-GB', ...look }), element('a:t', {}, text));
}

function addTag(deck: OpcPackage, slide: string, insertion: Insertion): void {
  const part = slide.replace('slides/slide', 'tags/tag');
  addPart(deck, part, {
    contentType: `${TYPE}presentationml.tags+xml`,
    content: element('p:tagLst', SPACES, element('p:tag', { name: 'PLUMBLINE', val: insertionText(insertion) })),
  });
  addRelationship(deck, slide, { type: `${LINK}tags`, target: part });
}

function addNotes(deck: OpcPackage, slide: string, notes: readonly string[]): void {
  const part = slide.replace('slides/slide', 'notesSlides/notesSlide');
  addPart(deck, part, {
    contentType: `${TYPE}presentationml.notesSlide+xml`,
    content: element(
      'p:notes',
      SPACES,
      element(
        'p:cSld',
        {},
        element(
          'p:spTree',
          {},
          shape({ id: 3, name: 'Notes', place: element('p:ph', { type: 'body', idx: 1 }), paragraphs: notes }),
        ),
      ),
    ),
  });
  addRelationship(deck, part, { type: `${LINK}slide`, target: slide });
  addRelationship(deck, slide, { type: `${LINK}notesSlide`, target: part });
}

function strings(range: string, texts: readonly string[]): XmlElement {
  return element('c:strRef', {}, element('c:f', {}, range), element('c:strCache', {}, ...points(texts)));
}

function numbers(range: string, values: readonly (number | null)[]): XmlElement {
  return element(
    'c:numRef',
    {},
    element('c:f', {}, range),
    element('c:numCache', {}, element('c:formatCode', {}, 'General'), ...points(values)),
  );
}

function points(values: readonly (string | number | null)[]): readonly XmlElement[] {
  return [
    element('c:ptCount', { val: values.length }),
    ...values.flatMap((value, idx) =>
      value === null ? [] : [element('c:pt', { idx }, element('c:v', {}, String(value)))],
    ),
  ];
}

function labelsOf(labels: ChartContent['series'][number]['labels']): XmlElement | null {
  if (labels === 'none') return null;
  const shown = element('c:showVal', { val: labels === 'value' ? 1 : 0 });
  if (labels === 'value') return element('c:dLbls', {}, shown);
  return element(
    'c:dLbls',
    {},
    ...labels.flatMap((label, idx) =>
      label === null
        ? []
        : [
            element(
              'c:dLbl',
              {},
              element('c:idx', { val: idx }),
              element('c:tx', {}, element('c:rich', {}, paragraph(label))),
            ),
          ],
    ),
    shown,
  );
}

function axis(name: string, [own, cross]: readonly string[], scale: ChartContent['axis'] | null): XmlElement {
  return element(
    name,
    {},
    element('c:axId', { val: own }),
    element(
      'c:scaling',
      {},
      scale && element('c:max', { val: scale.high }),
      scale && element('c:min', { val: scale.low }),
    ),
    element('c:crossAx', { val: cross }),
  );
}

function fill(tone: string): XmlElement {
  return element('a:solidFill', {}, element('a:schemeClr', { val: `tone-${tone}` }));
}

function sheet(rows: readonly (readonly (string | number | null)[])[]): XmlElement {
  const cell = (value: string | number | null, r: string) =>
    value === null
      ? null
      : typeof value === 'number'
        ? element('c', { r }, element('v', {}, String(value)))
        : element('c', { r, t: 'inlineStr' }, element('is', {}, element('t', { 'xml:space': 'preserve' }, value)));
  return element(
    'worksheet',
    { xmlns: SHEETS },
    element(
      'sheetData',
      {},
      ...rows.map((row, at) =>
        element(
          'row',
          { r: at + 1 },
          ...row.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${at + 1}`)),
        ),
      ),
    ),
  );
}

/** The XML of a piece that a test writes by hand. */
export function xml(text: string): XmlElement {
  const read = parseXml(text);
  if (!read.ok) throw new Error(`No XML: ${text}`);
  return read.value;
}
