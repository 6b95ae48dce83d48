import { describe, expect, it } from '@jest/globals';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { element } from '@plumbline/shared/ooxml/package/xml';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { refreshAll } from '@plumbline/shared/ooxml/refresh/refresh-all';
import { detachInsertion, refreshSlide } from '@plumbline/shared/ooxml/refresh/refresh-slide';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import { edit, first } from '@plumbline/shared/testing/edited-decks';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { pptxGenDeck } from './other-makers.ts';
import { faultsOf } from './validated.ts';

/** The third axis id of each bar chart, which has no axis. */
const EXPECTED_OF_PPTXGENJS = ['axis.missing'];
const LOOK = { language: 'en-GB', rightToLeft: false };

/** A quarter later: other numbers, a category and a row less, one of each more. */
function later(exhibit: Exhibit): Exhibit {
  const { body } = exhibit;
  const next = { ...exhibit, title: 'Closer than last time', provenance: { ...exhibit.provenance, revision: 52 } };
  if (body.form === 'chart') {
    const categories = [...body.chart.categories.slice(1), 'New'];
    const series = body.chart.series.map((one) => ({ ...one, values: one.values.map((value) => value ?? 3) }));
    return { ...next, body: { form: 'chart', chart: { ...body.chart, categories, series } } };
  }
  if (body.form === 'table') {
    const [row = []] = body.table.rows;
    const rows = [...body.table.rows.slice(1), row.map(({ text }) => ({ text: `${text}!` }))];
    return { ...next, body: { form: 'table', table: { ...body.table, rows } } };
  }
  return next;
}

const SLIDES = 300;
const PICTURES = 20;

/** As PowerPoint leaves a slide where somebody pastes the figure as a picture over itself. */
function becomePicture(deck: OpcPackage, slide: string): void {
  edit(deck, slide, (root) => {
    const frame = first(root, 'p:graphicFrame');
    const name = first(frame, 'p:cNvPr').attributes['name'] ?? '';
    const properties = element('p:cNvPr', { id: 9, name });
    Object.assign(frame, element('p:pic', {}, element('p:nvPicPr', {}, properties)));
  });
}

function findingsIn(deck: OpcPackage): readonly string[] {
  return lintPackage(deck).map(({ kind, part, detail }) => `${kind} ${part} ${detail}`);
}

/** Inserts every sample and refreshes it. */
function refreshEach(deck: OpcPackage): void {
  const exhibits = sampleExhibits();
  const items = exhibits.map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) }));
  expect(addExhibitSlides(deck, items, LOOK)).toMatchObject({ ok: true });
  for (const [at, found] of findInsertions(deck).entries()) {
    const exhibit = exhibits[at];
    if (!exhibit) throw new Error('No exhibit');
    expect(refreshSlide(deck, found, { exhibit: later(exhibit), look: LOOK })).toMatchObject({ ok: true });
  }
}

describe('a deck after a refresh', () => {
  it('OF45 is taken by Microsoft’s validator and by the linter', async () => {
    const deck = newDeck({ ...LOOK, title: 'Board' });
    refreshEach(deck);
    expect(lintPackage(deck)).toEqual([]);
    expect(await faultsOf(writePackage(deck), 'pptx')).toEqual([]);
  });

  it('OF45 has no fault that it did not have before, whoever made it', async () => {
    const deck = await pptxGenDeck();
    const before = writePackage(deck);
    const found = new Set(findingsIn(deck));
    refreshEach(deck);
    expect(findingsIn(deck).filter((finding) => !found.has(finding))).toEqual([]);
    const [old, now] = await Promise.all([before, writePackage(deck)].map((bytes) => faultsOf(bytes, 'pptx')));
    expect(old?.length).toBeGreaterThan(0);
    expect((now ?? []).filter((fault) => !(old ?? []).includes(fault))).toEqual([]);
  });

  it('OF48 has valid workbooks when it is detached', async () => {
    const deck = newDeck({ ...LOOK, title: 'Board' });
    refreshEach(deck);
    const [first] = findInsertions(deck);
    if (first?.state.kind !== 'chart' || first.state.workbook === null) throw new Error('No chart');
    expect(detachInsertion(deck, first)).toMatchObject({ ok: true });
    expect(await faultsOf(deck.parts.get(first.state.workbook) ?? new Uint8Array(), 'xlsx')).toEqual([]);
    expect(lintPackage(deck)).toEqual([]);
  });

  it('OF43 OF50 is refreshed also where it has three hundred slides, with copies, pictures and figures that are gone', async () => {
    const samples = sampleExhibits();
    const items = Array.from({ length: SLIDES }, (_, at) => {
      // Every tenth is a copy of the one before it.
      const of = at % 10 === 9 ? at - 1 : at;
      const exhibit = samples[of % samples.length];
      if (!exhibit) throw new Error('No exhibit');
      return { exhibit, insertion: sampleInsertion(exhibit, of) };
    });
    const deck = newDeck({ ...LOOK, title: 'Board' });
    expect(addExhibitSlides(deck, items, LOOK)).toMatchObject({ ok: true });
    const charts = findInsertions(deck).filter(({ state }) => state.kind === 'chart');
    for (const { slide } of charts.slice(0, PICTURES)) becomePicture(deck, slide);

    const found = findInsertions(deck);
    expect(found).toHaveLength(SLIDES);
    expect(found.filter(({ copy }) => copy === 2)).toHaveLength(SLIDES / 10);
    expect(found.filter(({ state }) => state.kind === 'orphaned')).toHaveLength(PICTURES);
    const tasks = found.flatMap((one, at) => {
      const exhibit = items[at]?.exhibit;
      return exhibit ? [{ found: one, exhibit: later(exhibit), look: LOOK }] : [];
    });
    const outcomes = await refreshAll(deck, tasks, { onProgress: () => undefined, signal: { aborted: false } });
    expect(outcomes).toHaveLength(SLIDES);
    const refused = outcomes.flatMap(({ result }) => (result?.ok === false ? [result.error] : []));
    expect(refused).toEqual(
      Array.from({ length: PICTURES }, () => ({ kind: 'refresh.orphaned', why: 'refresh.picture' })),
    );
  });

  it('OF42 finds what is wrong in the decks of others', async () => {
    const kinds = new Set(lintPackage(await pptxGenDeck()).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(EXPECTED_OF_PPTXGENJS);
  });
});
