import { assert } from '../../kernel/assert.ts';
import type { Report } from '../exhibits/content.ts';
import { insertionOf } from '../insertion.ts';
import {
  addPart,
  addRelationship,
  emptyPackage,
  PACKAGE,
  writePackage,
  type OpcPackage,
} from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import type { Packing } from '../package/zip.ts';
import { ownTheme } from '../theme/own-theme.ts';
import { readTheme } from '../theme/theme.ts';
import { keepInsertions } from './kept-insertions.ts';
import { paragraph } from './paragraph.ts';
import { DOCUMENT, LINKS, TYPES } from './parts.ts';
import { reportBody } from './report-body.ts';
import { documentStyles, STYLE } from './styles.ts';
import { NAMESPACES, TEXT_WIDTH, type WordLook } from './word-look.ts';

/** How a report is to look, and what it takes from outside. */
export interface ReportLook extends Omit<WordLook, 'theme' | 'firstFigure'> {
  /** Makes an id that no other document has. */
  readonly newId: () => string;
  readonly packing?: Packing;
}

/** A report as a Word document of our own: A4, with styles that a reader can change, and figures that are native. */
export function reportDocument(report: Report, { newId, packing, ...reading }: ReportLook): Uint8Array {
  const pack = emptyPackage();
  addRelationship(pack, PACKAGE, { type: LINKS.document, target: DOCUMENT });
  link(pack, 'theme', ownTheme());
  const look: WordLook = { ...reading, theme: readTheme(pack, PARTS.theme), firstFigure: 1 };
  link(pack, 'styles', documentStyles(look));
  link(pack, 'settings', settings(look));
  const footerLink = link(pack, 'footer', footer(report, look));
  const items = report.sections
    .flatMap(({ exhibits }) => exhibits)
    .map((exhibit) => ({ exhibit, insertion: insertionOf(exhibit, newId(), look.language) }));
  const insertions = items.map(({ insertion }) => insertion);
  assert(new Set(insertions.map(({ id }) => id)).size === insertions.length, 'newId gave an id twice');
  const pages = reportBody(report, { pack, owner: DOCUMENT, items }, look);
  const body = element('w:body', {}, ...pages, page(footerLink, look));
  addPart(pack, DOCUMENT, { contentType: TYPES.document, content: element('w:document', NAMESPACES, body) });
  if (insertions.length > 0) keepInsertions(pack, DOCUMENT, insertions);
  addPart(pack, PARTS.properties, { contentType: TYPES.properties, content: properties(report, look) });
  addRelationship(pack, PACKAGE, { type: LINKS.properties, target: PARTS.properties });
  return writePackage(pack, packing);
}

const PARTS = {
  theme: 'word/theme/theme1.xml',
  styles: 'word/styles.xml',
  settings: 'word/settings.xml',
  footer: 'word/footer1.xml',
  properties: 'docProps/core.xml',
} as const;

type Beside = 'theme' | 'styles' | 'settings' | 'footer';

/** Adds a part beside the main one, and returns the id of its link. */
function link(pack: OpcPackage, kind: Beside, content: XmlElement): string {
  addPart(pack, PARTS[kind], { contentType: TYPES[kind], content });
  return addRelationship(pack, DOCUMENT, { type: LINKS[kind], target: PARTS[kind] });
}

/** What it is at the side where reading begins, and which page of how many at the other. */
function footer({ title }: Report, look: WordLook): XmlElement {
  const numbers = paragraph(
    [{ text: title }, { text: '\t' }, { text: '1', field: 'PAGE' }, { text: ' / ' }, { text: '1', field: 'NUMPAGES' }],
    { style: STYLE.footer, tabEnd: TEXT_WIDTH.twips },
    look,
  );
  return element('w:ftr', NAMESPACES, numbers);
}

/** A4 with margins of 25 mm, in twentieths of a point. */
function page(footerLink: string, { rightToLeft }: WordLook): XmlElement {
  const margin = 1_418;
  return element(
    'w:sectPr',
    {},
    element('w:footerReference', { 'w:type': 'default', 'r:id': footerLink }),
    element('w:pgSz', { 'w:w': 11_906, 'w:h': 16_838 }),
    element('w:pgMar', {
      'w:top': 1_300,
      'w:right': margin,
      'w:bottom': 1_300,
      'w:left': margin,
      'w:header': 700,
      'w:footer': 640,
      'w:gutter': 0,
    }),
    rightToLeft ? element('w:bidi') : null,
  );
}

function settings({ language, rightToLeft }: WordLook): XmlElement {
  const compat = (name: string, value: string) =>
    element('w:compatSetting', { 'w:name': name, 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': value });
  return element(
    'w:settings',
    NAMESPACES,
    element('w:zoom', { 'w:percent': 100 }),
    element('w:defaultTabStop', { 'w:val': 720 }),
    element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    // Without it Word opens the document in a mode of old.
    element('w:compat', {}, compat('compatibilityMode', '15')),
    element('w:themeFontLang', rightToLeft ? { 'w:bidi': language } : { 'w:val': language }),
    element('w:clrSchemeMapping', {
      'w:bg1': 'light1',
      'w:t1': 'dark1',
      'w:bg2': 'light2',
      'w:t2': 'dark2',
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`w:accent${n}`, `accent${n}`])),
      'w:hyperlink': 'hyperlink',
      'w:followedHyperlink': 'followedHyperlink',
    }),
  );
}

function properties({ title, subtitle }: Report, { language }: WordLook): XmlElement {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, title),
    element('dc:subject', {}, subtitle),
    element('dc:creator', {}, 'Plumbline'),
    element('dc:language', {}, language),
  );
}
