import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeckMessage } from '@plumbline/shared/figures/deck-words';
import { spoken } from '@plumbline/shared/figures/message';
import deck from '@plumbline/shared/i18n/en/deck.json' with { type: 'json' };
import figures from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import summary from '@plumbline/shared/i18n/en/summary.json' with { type: 'json' };
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import { reportOf } from '@plumbline/shared/ooxml/exhibits/report';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { anyDocument } from '@plumbline/shared/testing/any-documents';
import { documentWithoutResults, exampleDocument, heldDocument } from '@plumbline/shared/testing/documents';
import { textsOf } from '@plumbline/shared/testing/told';
import fc from 'fast-check';
import { createInstance } from 'i18next';

const NAMESPACES = ['figures', 'deck', 'summary'] as const;
const PACKS = ['executive-summary', 'one-pager', 'quarterly-review'] as const;
const i18n = createInstance();
const missing: string[] = [];
/** Keys that were said, with their catalogue. */
const spokenKeys = new Set<string>();

beforeAll(async () => {
  await i18n.init({
    lng: 'en-GB',
    fallbackLng: 'en',
    ns: NAMESPACES,
    defaultNS: 'figures',
    keySeparator: false,
    resources: { en: { figures, deck, summary } },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text: string) => missing.push(text),
  });
});

function say(said: DeckMessage): string {
  return spoken(said, (key, values) => {
    spokenKeys.add(key);
    return i18n.t(key, { ...values, ns: NAMESPACES, interpolation: { escapeValue: false } });
  });
}

function wordsOf(source: DocumentSource): readonly string[] {
  const packs = PACKS.map((kind) => packOf(kind, source, say));
  const report = reportOf(source, say);
  const exhibits = [
    ...allExhibits(source, say),
    ...packs.flatMap(({ slides }) => slides),
    ...report.sections.flatMap((section) => section.exhibits),
  ];
  return [
    ...[...packs, report].flatMap(({ title, subtitle }) => [title, subtitle]),
    ...report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...exhibits.flatMap((exhibit) => [...textsOf(exhibit), exhibit.sourceLine]),
  ];
}

/** Questions on scales of their own, and commitments of which some are done. */
function otherDocuments(): readonly DocumentSource[] {
  const { team, meeting, results } = exampleDocument();
  const { rating } = results ?? { rating: null };
  const questions = rating?.questions.map((question) => ({ ...question, low: 0, high: 10 })) ?? [];
  const [first, ...others] = meeting.lastTime;
  const lastTime = first === undefined ? [] : [{ ...first, moved: null }];
  return [
    { team, meeting, results: results && rating && { ...results, rating: { ...rating, questions } } },
    { team, meeting: { ...meeting, lastTime: [...lastTime, ...others] }, results },
    { team, meeting: { ...meeting, lastTime: [...lastTime, ...lastTime, ...others] }, results },
  ];
}

/** What is written beside or on the marks of a chart. */
function written({ body }: Exhibit): readonly string[] {
  if (body.form !== 'chart') return [];
  return body.chart.series
    .filter(({ mark }) => mark !== 'offset')
    .flatMap(({ values, labels }) =>
      values.flatMap((value, place) => {
        if (typeof labels !== 'string') return labels[place] ?? [];
        return value === null ? [] : [String(value)];
      }),
    );
}

describe('OF2 the words of documents', () => {
  it('OF2 are all there, whatever is shown', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        const wrong = /NaN|undefined|Infinity|\bnull\b|\{\{|\[object|deck:|summary:|\.\.(?!\.)|(?<![.\d])\d{9}/;
        expect(wordsOf(source).filter((words) => wrong.test(words))).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(missing).toEqual([]);
  });

  it('OF2 are in the catalogue because a document says them', () => {
    const documents = [exampleDocument(), heldDocument(), documentWithoutResults(), ...otherDocuments()];
    for (const source of [...documents, ...fc.sample(anyDocument(), { numRuns: 80, seed: 20_261_112 })])
      wordsOf(source);
    const said = new Set([...spokenKeys].map((key) => key.replace(/^deck:/, '')));
    const kept = Object.keys(deck).map((key) => key.replace(/_(one|other)$/, ''));
    expect(kept.filter((key) => !said.has(key))).toEqual([]);
  });

  it('OF2 tell in the alternative text whatever is written in the picture', () => {
    for (const source of [exampleDocument(), ...fc.sample(anyDocument(), { numRuns: 15, seed: 7 })]) {
      for (const exhibit of allExhibits(source, say)) {
        const left = written(exhibit).filter((label) => !exhibit.altText.includes(label));
        expect({ of: exhibit.key, altText: exhibit.altText, left }).toEqual({
          of: exhibit.key,
          altText: exhibit.altText,
          left: [],
        });
      }
    }
  });

  it('OF2 read like findings', () => {
    const titles = packOf('executive-summary', exampleDocument(), say).slides.map(({ title }) => title);
    expect(titles).toEqual([
      'Together on 3 of 6; furthest apart on Priorities',
      '2 of 9 questions hold: together, at the favourable end',
      'Talk first about Priorities, Roles and responsibilities and Money and people',
      '1 of 9 questions divides us',
      '1 of 3 moved closer together',
      '3 commitments, each with an owner and a day',
      'Vision came closer together since August 2026',
      '11 of 12 answered: how to read this, and who sees what',
    ]);
  });

  it('OF2 say where each figure comes from, and what to do where there is none', () => {
    const [first] = packOf('quarterly-review', heldDocument(), say).slides;
    expect(first?.sourceLine.replaceAll('\u00A0', ' ')).toBe(
      'Northwind Executive Team · Q4 alignment · 12 asked, fewer than 5 answered · 12 November 2026 · revision 41',
    );
    const committed = allExhibits(exampleDocument(), say).find(({ key }) => key.figure === 'commitments');
    expect(committed?.altText).toContain('Amara Okafor, due 28 Nov 2026, on track: We decide by Friday');
    expect(first?.altText).toBe(
      'Too few answers to show where we stand. Fewer than 5 people answered it. With so few, a picture could say who ' +
        'answered what. Ask again in a short pulse, and say why it matters that everybody answers.',
    );
    expect(packOf('one-pager', documentWithoutResults(), say).subtitle).toBe(
      'Northwind · Q4 alignment · not closed yet',
    );
  });
});
