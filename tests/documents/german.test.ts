import { beforeAll, describe, expect, it } from '@jest/globals';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { readPackage, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import { reportOf } from '@plumbline/shared/ooxml/exhibits/report';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { exhibitDeck } from '@plumbline/shared/ooxml/slides/exhibit-deck';
import { reportDocument } from '@plumbline/shared/ooxml/word/report-document';
import { anyDocument } from '@plumbline/shared/testing/any-documents';
import { documentWithoutResults, exampleDocument, heldDocument } from '@plumbline/shared/testing/documents';
import { textsOf } from '@plumbline/shared/testing/told';
import fc from 'fast-check';
import { englishPhrases, sayGerman } from './in-german.ts';
import { faultsOf } from './validated.ts';

const LANGUAGE = 'de-DE';
const PACKS = ['executive-summary', 'one-pager', 'quarterly-review'] as const;
const DOCUMENTS = [exampleDocument(), heldDocument(), documentWithoutResults()];
const missing: string[] = [];
let say: Say;

beforeAll(async () => {
  say = await sayGerman(missing);
});

function look() {
  let count = 0;
  const newId = () => `01J0${String((count += 1)).padStart(22, '0')}`;
  return { language: LANGUAGE, rightToLeft: false, newId };
}

function opened(bytes: Uint8Array): OpcPackage {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** Everything that is said in documents of a meeting. */
function saidOf(source: DocumentSource): readonly string[] {
  const packs = PACKS.map((kind) => packOf(kind, source, say));
  const report = reportOf(source, say);
  const exhibits = [...allExhibits(source, say), ...packs.flatMap(({ slides }) => slides)];
  return [
    ...[...packs, report].flatMap(({ title, subtitle }) => [title, subtitle]),
    ...report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...exhibits.flatMap((exhibit) => [...textsOf(exhibit), exhibit.sourceLine]),
  ];
}

/** The languages that words of a package are said to be in, in the parts that hold words. */
function languagesIn(pack: OpcPackage): ReadonlySet<string | undefined> {
  const parts = [...pack.parts.keys()].filter((name) => name.endsWith('.xml') && !name.startsWith('customXml/'));
  const roots = parts.flatMap((name) => readPart(pack, name) ?? []);
  const runs = roots.flatMap((root) => [...descendantsOf(root, 'a:rPr'), ...descendantsOf(root, 'a:endParaRPr')]);
  return new Set([
    ...runs.flatMap(({ attributes }) => attributes['lang'] ?? []),
    ...roots.flatMap((root) => descendantsOf(root, 'w:lang')).map(({ attributes }) => attributes['w:val']),
    ...roots.flatMap((root) => descendantsOf(root, 'c:lang')).map(({ attributes }) => attributes['val']),
    ...roots.flatMap((root) => descendantsOf(root, 'dc:language')).map(textOf),
  ]);
}

describe('documents in German', () => {
  it.each([
    ['with results', exampleDocument()],
    ['of which nothing is shown', heldDocument()],
  ])(
    'OF101 are taken by Office, and say of all their words that they are German: a meeting %s',
    async (_name, source) => {
      const deck = exhibitDeck(packOf('executive-summary', source, say), look());
      const report = reportDocument(reportOf(source, say), { ...look(), figureWord: 'Abbildung' });
      expect(await faultsOf(deck, 'pptx')).toEqual([]);
      expect(await faultsOf(report, 'docx')).toEqual([]);
      for (const pack of [opened(deck), opened(report)]) {
        expect(lintPackage(pack)).toEqual([]);
        expect([...languagesIn(pack)]).toEqual([LANGUAGE]);
      }
    },
  );

  it('OF101 have words for everything, none of them English, and numbers and days in German form', () => {
    const sources = [...DOCUMENTS, ...fc.sample(anyDocument(), { numRuns: 20, seed: 20_261_126 })];
    const said = sources.flatMap(saidOf);
    const phrases = englishPhrases();
    expect(phrases.length).toBeGreaterThan(300);
    expect(said.filter((text) => phrases.some((phrase) => text.includes(phrase)))).toEqual([]);
    expect(missing).toEqual([]);
    // A day, as in 28.11.2026, is the only number with a point inside.
    const others = said.map((text) => text.replaceAll(/\d{2}\.\d{2}\.\d{4}/g, ''));
    expect(others.filter((text) => /\d\.\d|\.,|\. und /.test(text))).toEqual([]);
    expect(said.join(' ')).toMatch(/Mittelwert 3,9 auf/);
    expect(said.join(' ')).toContain('Amara Okafor, fällig 28.11.2026, auf Kurs: We decide by Friday');
  });

  it('OF101 read like findings', () => {
    expect(packOf('executive-summary', exampleDocument(), say).slides.map(({ title }) => title)).toEqual([
      'Einig bei 3 von 6; am weitesten auseinander bei Priorities',
      '2 von 9 Fragen tragen: einig, am günstigen Ende',
      'Sprechen Sie zuerst über Priorities, Roles and responsibilities und Money and people',
      '1 von 9 Fragen trennt uns',
      'Bei 1 von 3 sind wir uns nähergekommen',
      '3 Zusagen, jede mit verantwortlicher Person und Termin',
      'Bei Vision sind wir uns seit August 2026 nähergekommen',
      '11 von 12 haben geantwortet: wie dies zu lesen ist und wer was sieht',
    ]);
    const [first] = packOf('quarterly-review', heldDocument(), say).slides;
    expect(first?.sourceLine).toBe(
      'Northwind Executive Team · Q4 alignment · 12 gefragt, weniger als 5 haben geantwortet · 12. November 2026 · Revision 41',
    );
  });
});
