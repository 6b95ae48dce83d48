import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeetingView, ResultsView, TeamView } from '../../contract/views.ts';
import { anyDocument } from '../../testing/any-documents.ts';
import { documentWithoutResults, exampleDocument, heldDocument } from '../../testing/documents.ts';
import { numbersIn } from '../../testing/file-rows.ts';
import { drawnNumbers, keyAndValues, textsOf, valuesOnly } from '../../testing/told.ts';
import type { Exhibit } from '../exhibit.ts';
import { allExhibits } from './all-exhibits.ts';
import { packOf } from './packs.ts';
import { reportOf } from './report.ts';
import type { DocumentSource } from './source.ts';

const PACKS = ['executive-summary', 'one-pager', 'quarterly-review'] as const;

/** Everything that any document is made of. */
function everything(source: DocumentSource, say = valuesOnly): readonly Exhibit[] {
  return [
    ...allExhibits(source, say),
    ...PACKS.flatMap((kind) => packOf(kind, source, say).slides),
    ...reportOf(source, say).sections.flatMap(({ exhibits }) => exhibits),
  ];
}

/** The paragraphs of a report are read like any text of an exhibit. */
function said(source: DocumentSource): readonly string[] {
  const { sections } = reportOf(source, valuesOnly);
  return [...everything(source).flatMap(textsOf), ...sections.flatMap(({ paragraphs }) => paragraphs)];
}

/** Whoever sees names sees them on a screen: no document takes them along. */
function withoutNames({ results, ...rest }: DocumentSource): DocumentSource {
  return { ...rest, results: results && { ...results, named: [] } };
}

/** A shown number in each of the forms in which figures print one. */
function printed(number: number): readonly number[] {
  const forms = [number, 100 * number, 100 * (1 - number)];
  return forms.flatMap((form) => [form, Math.round(form), Math.round(form * 10) / 10]);
}

/** Numbers that stand for themselves in a text, without names such as "q1" or "Q4". */
function numbersSaid(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/(?<![\p{L}\d.“=,-])-?\d+(?:\.\d+)?(?:e-?\d+)?/gu), ([found]) => Math.abs(Number(found))),
  );
}

describe('what exhibits may say', () => {
  it('OF1 is no number that is not shown, in no picture, text or note', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        const { rating } = source.results ?? { rating: null };
        const counts = [
          ...[rating?.questions, rating?.dimensions, source.results?.revotes, source.meeting.commitments],
          ...[source.meeting.lastTime, source.results?.predictions, rating?.groups],
          ...(rating?.rankings ?? []).map(({ result }) => (result.status === 'shown' ? result.order : [])),
          ...(rating?.pairwise ?? []).map(({ result }) => (result.status === 'shown' ? result.order : [])),
          ...(rating?.allocations ?? []).map(({ result }) => (result.status === 'shown' ? result.options : [])),
        ].flatMap((things) => Array.from({ length: (things?.length ?? 0) + 1 }, (_, count) => count));
        const bands = [0, 25, 50, 75, 100];
        const allowed = new Set(
          [...numbersIn(withoutNames(source)).flatMap(printed), ...counts, ...bands].map(Math.abs),
        );
        const shown = everything(source).flatMap((exhibit) => [
          ...drawnNumbers(exhibit),
          ...numbersSaid(textsOf(exhibit)),
        ]);
        expect(shown.filter((number) => !allowed.has(number))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('OF1 is no name of anybody who answered, and for whoever is shown dimensions nothing of a question', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        const texts = said(source).join('\n');
        expect(texts).not.toContain('Lindqvist');
        if (source.results === null || source.results.depth === 'dimensions') {
          expect(texts).not.toMatch(/=Text of q2|Question of last time/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('OF1 is nothing but why, and what to do, where a result is held', () => {
    const exhibits = allExhibits(heldDocument(), keyAndValues);
    const asked = exhibits.filter(({ key }) => !['summary', 'commitments', 'method'].includes(key.figure));
    expect(asked.length).toBeGreaterThan(20);
    for (const exhibit of asked) {
      expect(exhibit.body.form).toBe('text');
      expect(exhibit.body).toMatchObject({
        paragraphs: [{ lead: 'deck:held.lead.why' }, { lead: 'deck:held.lead.do' }],
      });
      const minimum = 5;
      const body = exhibit.body.form === 'text' ? exhibit.body.paragraphs.map(({ text }) => text) : [];
      expect(numbersSaid([exhibit.title, ...body]).filter((number) => number !== minimum)).toEqual([]);
    }
  });

  it('OF1 is the same for the same results, whoever asks again', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        expect(everything(structuredClone(source))).toEqual(everything(source));
      }),
      { numRuns: 20 },
    );
  });

  it('OF1 comes from the views of the service as they are', () => {
    const fits = (team: TeamView, meeting: MeetingView, results: ResultsView): DocumentSource => ({
      team,
      meeting,
      results,
    });
    expect(fits).toBeInstanceOf(Function);
  });
});

describe('an exhibit', () => {
  it('OF2 has a title, a text for who cannot see it, its source and a talk track, whatever is shown', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        for (const exhibit of everything(source, keyAndValues)) {
          const { title, subject, altText, sourceLine, notes, provenance } = exhibit;
          for (const text of [title, subject, altText, sourceLine, ...notes]) expect(text).not.toBe('');
          expect(notes.length).toBeGreaterThan(0);
          expect(altText).toContain(title);
          expect(sourceLine).toContain(String(source.meeting.revision));
          expect(provenance.revision).toBe(source.meeting.revision);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('OF2 has a key of its own, under which a refresh finds it again', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        const exhibits = allExhibits(source, keyAndValues);
        const keys = exhibits.map(({ key }) => JSON.stringify(key));
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of everything(source, keyAndValues)) expect(exhibits).toContainEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  it('OF2 has a value, a label and a tone for each category, and series that are told apart', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        for (const { body } of everything(source)) {
          if (body.form !== 'chart') continue;
          const { categories, series, axis } = body.chart;
          expect(new Set(series.map(({ id }) => id)).size).toBe(series.length);
          expect(axis.high).toBeGreaterThan(axis.low);
          for (const { values, labels, tones } of series) {
            expect(values).toHaveLength(categories.length);
            if (typeof labels !== 'string') expect(labels).toHaveLength(categories.length);
            if (tones !== undefined) expect(tones).toHaveLength(categories.length);
            expect(values.every((value) => value === null || Number.isFinite(value))).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('OF2 keeps long names and signs of every script as they are', () => {
    const long = `Zusammenarbeit & “Verantwortung” <über alle Bereiche> – الرؤية 展望 ${'sehr '.repeat(30)}lang`;
    const source = exampleDocument();
    const { results } = source;
    const shown = results?.rating;
    const [first, ...rest] = shown?.dimensions ?? [];
    if (!shown || first === undefined) throw new Error('The example has dimensions.');
    const rating = { ...shown, dimensions: [{ ...first, title: long }, ...rest] };
    const exhibits = allExhibits({ ...source, results: { ...results, rating } }, keyAndValues);
    const profile = exhibits.find(({ key }) => key.figure === 'profile');
    if (profile?.body.form !== 'chart') throw new Error('The profile is drawn.');
    expect(profile.body.chart.categories[0]).toBe(long);
    expect(profile.title).toContain(long);
  });

  it('OF2 fills its tables', () => {
    fc.assert(
      fc.property(anyDocument(), (source) => {
        for (const { body } of everything(source)) {
          if (body.form !== 'table') continue;
          const { columns, rows } = body.table;
          for (const cells of rows) expect(cells).toHaveLength(columns.length);
          expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a pack', () => {
  const figures = (kind: (typeof PACKS)[number], source: DocumentSource) =>
    packOf(kind, source, keyAndValues).slides.map(({ key }) =>
      key.of === null ? key.figure : `${key.figure} ${key.of}`,
    );

  it('OF3 tells a meeting in eight slides, one idea each', () => {
    expect(figures('executive-summary', exampleDocument())).toEqual([
      ...['profile', 'likert holds', 'importance', 'likert', 'before-after', 'commitments', 'trend', 'method'],
    ]);
  });

  it('OF3 tells a meeting in one page, and a quarter beside the one before', () => {
    expect(figures('one-pager', exampleDocument())).toEqual(['summary']);
    expect(figures('quarterly-review', exampleDocument())).toEqual([
      ...[
        'profile',
        'trend',
        'commitments last-time',
        'likert holds',
        'importance',
        'heatmap',
        'commitments',
        'method',
      ],
    ]);
  });

  it('OF3 of a pulse has no talks and no commitments of its own', () => {
    const { meeting, ...rest } = exampleDocument();
    const pulse = { ...rest, meeting: { ...meeting, format: 'pulse' as const, commitments: [], topics: [] } };
    expect(figures('executive-summary', pulse)).toEqual([
      ...['profile', 'likert holds', 'importance', 'likert', 'commitments last-time', 'trend', 'method'],
    ]);
  });

  it('OF3 without results says that there are none yet, and shows no number', () => {
    const [summary, ...slides] = packOf('executive-summary', documentWithoutResults(), keyAndValues).slides;
    expect(summary?.key.figure).toBe('summary');
    expect(slides.map(({ title }) => title)).toEqual([
      ...['deck:nothing.title', 'deck:commitments.title.none', 'trend.title.none', 'deck:method.title.open'],
    ]);
    expect(slides.flatMap(drawnNumbers)).toEqual([]);
  });

  it('OF3 of a named meeting says in its method who sees names', () => {
    const { meeting, ...rest } = exampleDocument();
    const slides = packOf(
      'executive-summary',
      { ...rest, meeting: { ...meeting, mode: 'named' } },
      keyAndValues,
    ).slides;
    expect(slides.at(-1)?.altText).toContain('deck:method.sees-named');
    expect(slides.at(-1)?.altText).not.toContain('deck:method.sees-why');
  });

  it('OF3 of a meeting in the past knows nothing of what came after it', () => {
    const source = exampleDocument();
    const [first, second, third] = source.team.trend;
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three waves are there.');
    const past = {
      ...source,
      meeting: { ...source.meeting, id: second.meeting, closedAt: second.closedAt },
    };
    const trend = allExhibits(past, keyAndValues).find(({ key }) => key.figure === 'trend');
    if (trend?.body.form !== 'chart') throw new Error('The trend is drawn.');
    expect(trend.body.chart.categories).toHaveLength(3);
    expect(trend.body.chart.categories[1]).toBe('deck:trend.break.members');
    for (const { values } of trend.body.chart.series) expect(values[1]).toBeNull();
  });
});

describe('a report', () => {
  it('OF3 has its findings in sentences, then its figures under headings, the method last', () => {
    const { sections } = reportOf(exampleDocument(), keyAndValues);
    expect(sections.map(({ heading, level }) => [heading.replace('deck:report.', ''), level])).toEqual([
      ...[['summary', 1] as const, ['stand', 1] as const, ['groups', 2] as const, ['holds', 1] as const],
      ...[['divides', 1] as const, ['questions', 2] as const, ['talks', 1] as const, ['guesses', 1] as const],
      ...[['priorities', 1] as const, ['commitments', 1] as const, ['message', 1] as const, ['last-time', 1] as const],
      ...[['since', 1] as const, ['method', 1] as const],
    ]);
    expect(sections[0]?.paragraphs.join(' ')).toContain('profile.title');
    expect(sections[4]?.paragraphs[0]).toBe('deck:says.camps 6 5');
    expect(sections.slice(1).every(({ exhibits, paragraphs }) => exhibits.length + paragraphs.length > 0)).toBe(true);
  });

  it('OF3 says once that too few answered', () => {
    const { sections } = reportOf(heldDocument(), keyAndValues);
    expect(sections.map(({ heading }) => heading.replace('deck:report.', ''))).toEqual([
      ...['summary', 'stand', 'talks', 'commitments', 'method'],
    ]);
  });

  it('OF10 has a legend of bars whose unseen series are left out from whichever end a program counts', () => {
    const charts = everything(exampleDocument()).flatMap(({ body }) => (body.form === 'chart' ? [body.chart] : []));
    const unseen = charts
      .filter(({ form, legend }) => form === 'stacked-bars' && legend)
      .map(({ series }) => series.map(({ mark }) => mark === 'offset'));
    expect(unseen.length).toBeGreaterThan(2);
    for (const marks of unseen) expect(marks).toEqual(marks.toReversed());
  });
});
