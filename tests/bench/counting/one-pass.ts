import { readFileSync, writeFileSync } from 'node:fs';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { countBallots, mergeTallies } from '@plumbline/shared/domain/results/count-ballots';
import { finishTally } from '@plumbline/shared/domain/results/tally-round';
import { PEOPLE, pages, QUESTIONS, SCALES } from './crowd.ts';

// In a process of its own, whose peak is then that of counting and not of what ran before it.
const bare = SCALES.map(() => new Array<number>(8).fill(0));
let [ours, reference] = [0, 0];
let partial = countBallots(QUESTIONS, []);
// Both are compiled before they are timed.
for (const page of pages(5_000)) {
  countBarely(page);
  countBallots(QUESTIONS, page);
}
for (const counts of bare) counts.fill(0);
writeFileSync('/proc/self/clear_refs', '5');
const before = residentMegabytes('VmRSS');
for (const page of pages(PEOPLE)) {
  const start = performance.now();
  countBarely(page);
  const between = performance.now();
  partial = mergeTallies([partial, countBallots(QUESTIONS, page)]);
  ours += performance.now() - between;
  reference += between - start;
}
const start = performance.now();
const tally = finishTally({ questions: QUESTIONS, partial, invited: PEOPLE, smallestSide: 5 });
ours += performance.now() - start;
for (const [place, { id }] of SCALES.entries()) {
  const own = tally.questions[id];
  if (own?.kind !== 'scale' || own.counts.some((count, step) => count !== bare[place]?.[step + 1])) {
    throw new Error(`Both counts of ${id} are the same`);
  }
}
const megabytes = residentMegabytes('VmHWM') - before;
const bytes = JSON.stringify(partial).length;
console.log(JSON.stringify({ ours: ours / 1_000, reference: reference / 1_000, megabytes, bytes }));

/** Counts the values of the scales and nothing else, checks nothing. */
function countBarely(page: readonly Answers[]): void {
  for (const answers of page) {
    for (const [place, { id }] of SCALES.entries()) {
      const answer = answers[id];
      const counts = bare[place];
      if (answer?.kind === 'scale' && counts) counts[answer.value] = (counts[answer.value] ?? 0) + 1;
    }
  }
}

function residentMegabytes(kind: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync('/proc/self/status', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${kind}:`));
  const kilobytes = Number(line?.split(/\s+/)[1]);
  if (!Number.isFinite(kilobytes)) throw new Error(`This system does not say its ${kind}`);
  return kilobytes / 1024;
}
