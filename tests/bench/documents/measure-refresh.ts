import { unzipSync, zipSync } from 'fflate';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { readPackage, writePackage } from '@plumbline/shared/ooxml/package/opc-package';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { previewRefresh } from '@plumbline/shared/ooxml/refresh/preview-refresh';
import { refreshAll } from '@plumbline/shared/ooxml/refresh/refresh-all';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { sampleDeck } from '@plumbline/shared/testing/sample-deck';
import { later, moved } from '@plumbline/shared/testing/later-exhibits';
import { quantile, type Line } from '../figures.ts';

const INSERTIONS = 60;
const RUNS = 7;
const MOST_SECONDS = 5;
const LOOK = { language: 'en-GB', rightToLeft: false };

/** Opens a deck of sixty insertions, says what is new in each, refreshes all and writes it, against unpacking and packing. */
export async function measureRefresh(): Promise<readonly Line[]> {
  const samples = sampleExhibits();
  const exhibits = Array.from({ length: INSERTIONS }, (_, at) => samples[at % samples.length]).filter(
    (one) => one !== undefined,
  );
  const bytes = sampleDeck(exhibits);
  const times: { readonly ours: number[]; readonly reference: number[] } = { ours: [], reference: [] };
  // The first of both compiles the code.
  for (let run = 0; run <= RUNS; run += 1) {
    const from = performance.now();
    await refreshDeck(
      bytes,
      exhibits.map((one) => later(one, moved)),
    );
    const between = performance.now();
    zipSync(unzipSync(bytes));
    const to = performance.now();
    if (run === 0) continue;
    times.ours.push(between - from);
    times.reference.push(to - between);
  }
  const [ours, reference] = [quantile(times.ours, 0.5) / 1_000, quantile(times.reference, 0.5) / 1_000];
  return [
    {
      what: `refreshing a deck of ${INSERTIONS} insertions, with a preview of each`,
      ours: `${ours.toFixed(2)} s`,
      reference: `${reference.toFixed(2)} s`,
      ratio: ours / reference,
      goal: null,
    },
    {
      what: 'the same against what it may take',
      ours: `${ours.toFixed(2)} s`,
      reference: `${MOST_SECONDS} s`,
      ratio: ours / MOST_SECONDS,
      goal: 1,
    },
  ];
}

async function refreshDeck(bytes: Uint8Array, exhibits: readonly Exhibit[]): Promise<Uint8Array> {
  const opened = readPackage(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const deck = opened.value;
  const tasks = findInsertions(deck).flatMap((found, at) => {
    const exhibit = exhibits[at];
    return exhibit ? [{ found, exhibit, look: LOOK }] : [];
  });
  for (const { found, exhibit } of tasks) previewRefresh(deck, found, exhibit);
  const outcomes = await refreshAll(deck, tasks, { onProgress: () => undefined, signal: { aborted: false } });
  const done = outcomes.filter(({ result }) => result?.ok === true).length;
  if (done !== INSERTIONS) throw new Error(`${done} of ${INSERTIONS} were refreshed`);
  return writePackage(deck);
}
