import { PACKING } from '@plumbline/bot/files/packing';
import type { ChartContent, Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { sampleDeck } from '@plumbline/shared/testing/sample-deck';
import PptxGenJS from 'pptxgenjs';
import { quantile, type Line } from '../figures.ts';

/** Its types say that the class is in the module's default; what Node loads is the class. */
const Deck = PptxGenJS as unknown as typeof PptxGenJS.default;

const SLIDES = 30;
const RUNS = 31;
/** Before these the code of both is being compiled. */
const FIRST_RUNS = 5;

/** Writes a deck of thirty bar charts here and with PptxGenJS, in turns, and compares time and bytes. */
export async function measureDocuments(): Promise<readonly Line[]> {
  const exhibits = chartExhibits();
  const times: Readonly<Record<'ours' | 'inBrowsers' | 'reference', number[]>> = {
    ours: [],
    inBrowsers: [],
    reference: [],
  };
  let sizes = { ours: 0, reference: 0 };
  for (let run = 0; run < FIRST_RUNS + RUNS; run += 1) {
    const ours = await timed(() => Promise.resolve(sampleDeck(exhibits, PACKING)));
    const inBrowsers = await timed(() => Promise.resolve(sampleDeck(exhibits)));
    const reference = await timed(() => referenceDeck(exhibits));
    sizes = { ours: ours.bytes, reference: reference.bytes };
    if (run < FIRST_RUNS) continue;
    times.ours.push(ours.milliseconds);
    times.inBrowsers.push(inBrowsers.milliseconds);
    times.reference.push(reference.milliseconds);
  }
  const ours = quantile(times.ours, 0.5);
  const inBrowsers = quantile(times.inBrowsers, 0.5);
  const reference = quantile(times.reference, 0.5);
  return [
    {
      what: `a deck of ${SLIDES} charts, with notes, tags and hidden sheets`,
      ours: `${ours.toFixed(0)} ms`,
      reference: `${reference.toFixed(0)} ms`,
      ratio: ours / reference,
      goal: 0.7,
    },
    {
      what: 'the same packed with fflate, as in browsers',
      ours: `${inBrowsers.toFixed(0)} ms`,
      reference: `${reference.toFixed(0)} ms`,
      ratio: inBrowsers / reference,
      goal: null,
    },
    {
      what: 'its size',
      ours: `${Math.round(sizes.ours / 1_024)} KB`,
      reference: `${Math.round(sizes.reference / 1_024)} KB`,
      ratio: sizes.ours / sizes.reference,
      goal: 0.25,
    },
  ];
}

async function timed(make: () => Promise<Uint8Array>): Promise<{ milliseconds: number; bytes: number }> {
  const from = performance.now();
  const { length } = await make();
  return { milliseconds: performance.now() - from, bytes: length };
}

function chartExhibits(): readonly Exhibit[] {
  const charts = sampleExhibits().filter(({ body }) => body.form === 'chart' && body.chart.form === 'stacked-bars');
  return Array.from({ length: SLIDES }, (_, at) => charts[at % charts.length]).filter((one) => one !== undefined);
}

async function referenceDeck(slides: readonly Exhibit[]): Promise<Uint8Array> {
  const deck = new Deck();
  deck.addSlide().addText('Bench', { x: 1, y: 1, w: 8, h: 1 });
  for (const { title, body, sourceLine, notes } of slides) {
    const slide = deck.addSlide();
    slide.addText(title, { x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 28 });
    slide.addText(sourceLine, { x: 0.5, y: 5.2, w: 9, h: 0.3, fontSize: 10 });
    slide.addNotes(notes.join('\n'));
    if (body.form === 'chart') slide.addChart(deck.ChartType.bar, seriesOf(body.chart), BARS);
  }
  const written = await deck.write({ outputType: 'uint8array', compression: true });
  if (!(written instanceof Uint8Array)) throw new Error('PptxGenJS wrote something else than bytes.');
  return written;
}

const BARS = { x: 0.5, y: 1.3, w: 9, h: 3.8, barDir: 'bar', barGrouping: 'stacked', showValue: true } as const;

function seriesOf({ categories, series }: ChartContent) {
  return series.map(({ name, values }) => ({
    name,
    labels: [...categories],
    values: values.map((value) => value ?? 0),
  }));
}
