import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Measured } from '@plumbline/shared/measures/measured';
import { twoFactions } from '@plumbline/shared/measures/factions/two-factions';
import { concordance } from '@plumbline/shared/measures/rankings/concordance';
import { shuffledChanceOfW } from '@plumbline/shared/measures/rankings/concordance-chance';
import { averageDeviationOver } from '@plumbline/shared/measures/ratings/average-deviation';
import { awg } from '@plumbline/shared/measures/ratings/awg';
import { tallyItems } from '@plumbline/shared/measures/ratings/answers';
import { uniformVariance } from '@plumbline/shared/measures/ratings/null-distribution';
import { agreementOf, meanVarianceOf } from '@plumbline/shared/measures/ratings/rwg';
import { krippendorffAlpha } from '@plumbline/shared/measures/reliability/krippendorff';
import { unitValues } from '@plumbline/shared/measures/reliability/unit-values';
import type { Line } from '../figures.ts';
import { benchData, writeData } from './data.ts';
import type { BenchData } from './data.ts';

const SCALE = { low: 1, high: 5 };
const MOST_MEGABYTES = 150;

interface Task {
  readonly task: string;
  readonly what: string;
  readonly reference: string;
  /** What our time may be of the reference's. */
  readonly goal: number;
  readonly times: number;
  readonly run: (data: BenchData) => number;
}

const TASKS: readonly Task[] = [
  {
    task: 'alpha-1000',
    what: 'alpha, ordinal, 1,000 x 50',
    reference: 'coincidences in vectorised R',
    goal: 1,
    times: 20,
    run: ({ thousand }) => alphaOf(thousand),
  },
  {
    task: 'alpha-100000',
    what: 'alpha, ordinal, 100,000 x 50',
    reference: 'coincidences in vectorised R',
    goal: 0.5,
    times: 1,
    run: ({ hundredThousand }) => alphaOf(hundredThousand),
  },
  {
    task: 'teams',
    what: 'r_wg, r_wg(J), AD, a_wg of 1,000 teams of 8 x 20',
    reference: 'R multilevel',
    goal: 1 / 20,
    times: 5,
    run: ({ teams }) => agreementOfTeams(teams),
  },
  {
    task: 'w',
    what: 'W with 9,999 shuffles, 20 x 40',
    reference: 'R vegan',
    goal: 1 / 10,
    times: 1,
    run: ({ ranks }) => {
      known(shuffledChanceOfW({ rows: ranks, draws: 9_999, seed: 1 }));
      return known(concordance(ranks).w);
    },
  },
  {
    task: 'split',
    what: 'best two-way split of 12 x 24, 999 shuffles',
    reference: 'R, every split by matrices',
    goal: 1 / 5,
    times: 1,
    run: ({ split }) => {
      const found = known(twoFactions({ ratings: split, centre: 'rater', minSide: 2, draws: 999, seed: 1 }));
      return found.betweenShare;
    },
  },
];

/** Times the measures against R on the same data; what R lacks here is left out with a line that says so. */
export function measureMeasures(): { readonly lines: readonly Line[]; readonly notes: readonly string[] } {
  const data = benchData();
  const reference = referenceFor(data);
  if (reference === null) return { lines: [], notes: ['Skipped the measures: Rscript is not on this machine.'] };
  const notes: string[] = [];
  const lines = TASKS.flatMap((task): readonly Line[] => {
    const theirs = reference.find((line) => line.task === task.task);
    if (theirs === undefined) {
      notes.push(`Skipped "${task.what}": ${task.reference} is not on this machine.`);
      return [];
    }
    const figure = task.run(data);
    if (!(Math.abs(figure - theirs.figure) <= 1e-9 * Math.max(1, Math.abs(figure)))) {
      throw new Error(`${task.what}: ${figure} here, ${theirs.figure} there`);
    }
    const seconds = fastest(() => task.run(data), task.times);
    const { what, goal } = task;
    const line = {
      what,
      ours: inSeconds(seconds),
      reference: inSeconds(theirs.seconds),
      ratio: seconds / theirs.seconds,
      goal,
    };
    if (theirs.megabytes === null) return [line];
    if (!existsSync('/proc/self/clear_refs')) {
      notes.push(`Skipped the memory of "${what}": this system does not tell the peak of a process.`);
      return [line];
    }
    return [line, memoryLine(what, theirs.megabytes)];
  });
  return { lines, notes };
}

function alphaOf(rows: readonly (readonly number[])[]): number {
  return known(krippendorffAlpha(known(unitValues(rows)), 'ordinal'));
}

/** The sum of the four means over teams, as the reference has it: its r_wg and r_wg(J) stop at 0. */
function agreementOfTeams(teams: BenchData['teams']): number {
  const nullVariance = uniformVariance(5);
  let sum = 0;
  let awgs = 0;
  let interpretable = 0;
  for (const rows of teams) {
    const { items } = known(tallyItems({ rows, scale: SCALE }));
    const [first] = items;
    if (first === undefined) throw new Error('A team has items');
    const single = agreementOf({ variance: known(meanVarianceOf([first])), items: 1, nullVariance });
    const several = agreementOf({ variance: known(meanVarianceOf(items)), items: items.length, nullVariance });
    sum += (single.truncated + several.truncated + known(averageDeviationOver(items)).fromMean) / teams.length;
    const { value } = awg(first, SCALE);
    if (value !== null) {
      awgs += value;
      interpretable += 1;
    }
  }
  return sum + awgs / interpretable;
}

const answer = z.object({ value: z.number(), megabytes: z.number() });

function memoryLine(what: string, theirs: number): Line {
  const program = fileURLToPath(new URL('./alpha-memory.ts', import.meta.url));
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const { megabytes } = answer.parse(JSON.parse(ran.stdout));
  return {
    what: `${what}: memory, against a limit of ${MOST_MEGABYTES} MB`,
    ours: `${megabytes.toFixed(0)} MB`,
    reference: `R ${theirs.toFixed(0)} MB`,
    ratio: megabytes / MOST_MEGABYTES,
    goal: 1,
  };
}

interface Referred {
  readonly task: string;
  readonly seconds: number;
  readonly figure: number;
  readonly megabytes: number | null;
}

function referenceFor(data: BenchData): readonly Referred[] | null {
  if (spawnSync('Rscript', ['--version']).error !== undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    writeData(folder, data);
    const script = fileURLToPath(new URL('./reference.R', import.meta.url));
    const ran = spawnSync('Rscript', [script, folder], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`R stopped: ${ran.stderr}`);
    return ran.stdout
      .split('\n')
      .map((line) => line.trim().split(' '))
      .flatMap(([task = '', seconds, figure, megabytes]) =>
        figure === undefined
          ? []
          : [
              {
                task,
                seconds: Number(seconds),
                figure: Number(figure),
                megabytes: megabytes === 'NA' ? null : Number(megabytes),
              },
            ],
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of the fastest of five runs, as the reference is timed; each repeats what is short. */
function fastest(run: () => unknown, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    for (let i = 0; i < times; i += 1) run();
    best = Math.min(best, (performance.now() - start) / 1_000 / times);
  }
  return best;
}

function known<T>(found: Measured<T>): T {
  if ('reason' in found) throw new Error(found.reason);
  return found.value;
}

function inSeconds(seconds: number): string {
  return seconds < 0.1 ? `${(seconds * 1_000).toFixed(2)} ms` : `${seconds.toFixed(2)} s`;
}
