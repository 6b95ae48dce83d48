import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { ChartContent, Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import { readPackage, readPart } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf } from '@plumbline/shared/ooxml/package/xml';
import { cacheIn, seriesOf, type ChartCache } from '@plumbline/shared/ooxml/lint/chart-caches';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { cellsOf } from '@plumbline/shared/ooxml/workbook/workbook-cells';
import { exampleDocument } from '@plumbline/shared/testing/documents';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { sampleDeck } from '@plumbline/shared/testing/sample-deck';
import { keyAndValues } from '@plumbline/shared/testing/told';

/** A chart as a reader finds it. */
interface ReadChart {
  /** Counts the slides from 1. */
  readonly slide: number;
  readonly categories: readonly string[];
  readonly across: readonly (number | null)[] | null;
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** The cells of its workbook, by their addresses. */
  readonly cells: Readonly<Record<string, string | number>>;
}

const SOURCE = exampleDocument();
const DECKS: readonly (readonly [string, readonly Exhibit[]])[] = [
  ['every exhibit', allExhibits(SOURCE, keyAndValues)],
  ['an executive summary', packOf('executive-summary', SOURCE, keyAndValues).slides],
  ['a quarterly review', packOf('quarterly-review', SOURCE, keyAndValues).slides],
  ['every form of chart', sampleExhibits()],
];

describe('a reader that is not ours', () => {
  it.each(DECKS)('OF10 finds in %s what was written, and the same in the workbooks', (_name, exhibits) => {
    const bytes = sampleDeck(exhibits);
    const charts = byOthers(bytes) ?? byOurselves(bytes);
    const written = exhibits.flatMap(({ body }, at) =>
      body.form === 'chart' ? [{ slide: at + 2, chart: body.chart }] : [],
    );
    expect(written.length).toBeGreaterThan(2);
    expect(charts.map(({ slide, categories, across, series }) => ({ slide, categories, across, series }))).toEqual(
      written.map(({ slide, chart }) => ({ slide, ...drawnOf(chart) })),
    );
    expect(charts.map(({ cells }) => cells)).toEqual(written.map(({ chart }) => cellsFor(chart)));
  });

  it('OF10 finds the counts of the results themselves', () => {
    const exhibits = allExhibits(SOURCE, keyAndValues);
    const bytes = sampleDeck(exhibits);
    const charts = byOthers(bytes) ?? byOurselves(bytes);
    const valuesOf = (figure: string, of: string | null) => {
      const at = exhibits.findIndex(({ key }) => key.figure === figure && key.of === of);
      return charts.find(({ slide }) => slide === at + 2)?.series[0]?.values;
    };
    const rating = SOURCE.results?.rating;
    const counted = (rating?.questions ?? []).flatMap(({ question, result }) =>
      result.status === 'shown' && result.distribution !== null
        ? [{ question, counts: result.distribution.map(({ count }) => count) }]
        : [],
    );
    expect(counted.length).toBeGreaterThan(2);
    for (const { question, counts } of counted)
      expect([question, valuesOf('agreement', question)]).toEqual([question, counts]);
  });
});

/** As others should find it. */
function drawnOf({ form, categories, series }: ChartContent): Omit<ReadChart, 'slide' | 'cells'> {
  const drawn = series.map(({ name, values }) => ({ name, values }));
  // The names of points stand in their labels.
  return form === 'points'
    ? { categories: [], across: series[0]?.values ?? null, series: drawn.slice(1) }
    : { categories, across: null, series: drawn };
}

/** Categories down, series across; empty cells are none. */
function cellsFor({ categories, series }: ChartContent): ReadChart['cells'] {
  const columns = [['', ...categories], ...series.map(({ name, values }) => [name, ...values])];
  return Object.fromEntries(
    columns.flatMap((column, x) =>
      column.flatMap((value, y) =>
        value === null || value === '' ? [] : [[`${String.fromCharCode(65 + x)}${y + 1}`, value] as const],
      ),
    ),
  );
}

/** How the script ends where it finds no library. */
const NO_LIBRARIES = 3;

let isTold = false;

/** Reads a deck with libraries for Python; `null` where they are not installed, which is said once. */
function byOthers(bytes: Uint8Array): readonly ReadChart[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-foreign-'));
  try {
    const deck = join(folder, 'deck.pptx');
    writeFileSync(deck, bytes);
    const script = fileURLToPath(new URL('./foreign-reader.py', import.meta.url));
    for (const python of ['/usr/bin/python3', 'python3']) {
      const { status, stdout, stderr } = spawnSync(python, [script, deck], { encoding: 'utf8' });
      if (status === null || status === NO_LIBRARIES) continue;
      if (status !== 0) throw new Error(stderr);
      const read: unknown = JSON.parse(stdout);
      if (!isReading(read)) throw new Error(`The script printed ${stdout}`);
      tell(`Charts were read by ${read.reader}, their workbooks by openpyxl.`);
      return read.charts;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tell('No reader but our own: `apt-get install python3-openpyxl`, and python-pptx where there is one, read them too.');
  return null;
}

/** What the script prints is compared as a whole: its form is looked at, not each chart. */
function isReading(read: unknown): read is { readonly reader: string; readonly charts: readonly ReadChart[] } {
  return (
    typeof read === 'object' && read !== null && 'reader' in read && 'charts' in read && Array.isArray(read.charts)
  );
}

function tell(line: string): void {
  if (!isTold) process.stderr.write(`${line}\n`);
  isTold = true;
}

function byOurselves(bytes: Uint8Array): readonly ReadChart[] {
  const opened = readPackage(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const deck = opened.value;
  return findInsertions(deck).flatMap(({ slideNumber, state }) => {
    if (state.kind !== 'chart') return [];
    const root = readPart(deck, state.chart) ?? fault(state.chart);
    const all = seriesOf(root);
    const cacheOf = (at: number, name: string) => {
      const owner = all[at] && childOf(all[at], name);
      return owner ? cacheIn(owner) : null;
    };
    const categories = cacheOf(0, 'c:cat');
    const across = cacheOf(0, 'c:xVal');
    const book = cellsOf(deck.parts.get(state.workbook ?? '') ?? fault('workbook'));
    return [
      {
        slide: slideNumber,
        categories: categories ? valuesIn(categories).map((text) => text ?? '') : [],
        across: across && numbersOf(across),
        series: all.map((_, at) => ({
          name: valuesIn(cacheOf(at, 'c:tx') ?? fault('c:tx'))[0] ?? '',
          values: numbersOf(cacheOf(at, 'c:val') ?? cacheOf(at, 'c:yVal') ?? fault('c:val')),
        })),
        cells: Object.fromEntries(book?.get('Data') ?? []),
      },
    ];
  });
}

function valuesIn({ count, points }: ChartCache): readonly (string | null)[] {
  return Array.from({ length: count ?? 0 }, (_, at) => points.find(({ idx }) => idx === at)?.text ?? null);
}

function numbersOf(cache: ChartCache): readonly (number | null)[] {
  return valuesIn(cache).map((text) => (text === null ? null : Number(text)));
}

function fault(what: string): never {
  throw new Error(`There is no ${what}`);
}
