import { createServer } from 'node:http';
import express from 'express';
import PptxGenJS from 'pptxgenjs';
import { writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { createLocalOffice } from '@plumbline/infra/local/office/local-office';
import { listen } from '../running/listen.ts';

/** A pane with nothing in it but the official office.js, loaded as in production. */
const PANE = `<!doctype html>
<html lang="en"><head><title>Test pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
</head><body><main><h1>Test pane</h1></main></body></html>`;

/** Its types say that the class is in the module's default; what Node loads is the class. */
const PPTX = PptxGenJS as unknown as typeof PptxGenJS.default;

export interface OfficeWorld {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Runs Local Office beside a pane that only loads office.js, so that a test can call any of it from inside. */
export async function startOffice(): Promise<OfficeWorld> {
  const app = express();
  app.get('/addin/', (_request, response) => {
    response.type('html').send(PANE);
  });
  app.use(createLocalOffice({ personas: [], draws: false }));
  // A machine that is busy for seconds must not have a connection closed as the next request goes out on it.
  const server = createServer({ keepAliveTimeout: 60_000 }, app);
  const origin = await listen(server);
  return {
    origin,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A deck as a foreign program writes it: titles, a table, a chart and notes. */
export async function foreignDeck(titles: readonly string[]): Promise<Uint8Array> {
  const deck = new PPTX();
  for (const title of titles) {
    const slide = deck.addSlide();
    slide.addText(title, { x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 24 });
    slide.addTable(
      [
        [{ text: 'Option' }, { text: 'Share' }],
        [{ text: title }, { text: '40%' }],
      ],
      { x: 0.5, y: 1.2, w: 4 },
    );
    slide.addChart(deck.ChartType.bar, [{ name: 'Agree', labels: ['A', 'B'], values: [3, 5] }], {
      x: 5,
      y: 1.2,
      w: 4,
      h: 3,
    });
    slide.addNotes(`Notes of ${title}`);
  }
  const made = await deck.write({ outputType: 'nodebuffer' });
  if (!(made instanceof Uint8Array)) throw new Error('pptxgenjs wrote no bytes');
  return new Uint8Array(made);
}

/** Opens a file in Local Office; the status and what it answered. */
export async function upload(
  origin: string,
  to: { readonly id: string; readonly program: string },
  bytes: Uint8Array,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const answer = await fetch(`${origin}/local/office/documents/${to.id}?program=${to.program}&name=test`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const body: unknown = await answer.json();
  return { status: answer.status, body: typeof body === 'object' && body !== null ? { ...body } : {} };
}

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const LINKS = `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The smallest document that Word opens. */
export function plainDocument(text: string): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;
  const body = `<w:document ${WORD}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:sectPr/></w:body></w:document>`;
  const part = (content: string) => new Uint8Array(Buffer.from(content));
  const parts = new Map([
    ['[Content_Types].xml', part(types)],
    ['_rels/.rels', part(LINKS)],
    ['word/document.xml', part(body)],
  ]);
  return writePackage({ parts });
}

/** A block with a tag, as the text that `insertOoxml` takes. */
export function wordBlock(text: string): string {
  const control = `<w:sdt><w:sdtPr><w:alias w:val="Agreement"/><w:tag w:val="plumbline:1"/><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:sdtContent></w:sdt>`;
  const part = (name: string, type: string, xml: string) =>
    `<pkg:part pkg:name="${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  return `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/_rels/.rels', 'application/vnd.openxmlformats-package.relationships+xml', LINKS)}${part('/word/document.xml', MAIN, `<w:document ${WORD}><w:body>${control}<w:sectPr/></w:body></w:document>`)}</pkg:package>`;
}
