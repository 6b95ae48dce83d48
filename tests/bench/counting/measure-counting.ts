import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Line } from '../figures.ts';
import { PEOPLE, QUESTIONS } from './crowd.ts';

const MOST_MEGABYTES = 32;

const answer = z.object({ ours: z.number(), reference: z.number(), megabytes: z.number(), bytes: z.number() });

/**
 * Counts a large pulse in one pass, page by page, beside a bare loop over the same pages that counts the values of the
 * scales and nothing else. The program may use so little memory that it fails unless what it needs stays flat.
 */
export function measureCounting(): { readonly lines: readonly Line[]; readonly notes: readonly string[] } {
  if (!existsSync('/proc/self/clear_refs')) {
    return { lines: [], notes: ['Skipped counting: this system does not tell the peak of a process.'] };
  }
  const program = fileURLToPath(new URL('./one-pass.ts', import.meta.url));
  const ran = spawnSync(
    process.execPath,
    [
      '--conditions=plumbline:source',
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${MOST_MEGABYTES}`,
      '--max-semi-space-size=4',
      program,
    ],
    { encoding: 'utf8' },
  );
  if (ran.status !== 0) throw new Error(ran.stderr);
  const { ours, reference, megabytes, bytes } = answer.parse(JSON.parse(ran.stdout));
  const what = `counting ${PEOPLE.toLocaleString('en')} ballots x ${QUESTIONS.length} questions`;
  const lines = [
    {
      what: `${what}: time`,
      ours: `${ours.toFixed(2)} s`,
      reference: `bare loop ${reference.toFixed(2)} s`,
      ratio: ours / reference,
      goal: 10,
    },
    {
      what: `${what}: memory`,
      ours: `${megabytes.toFixed(0)} MB`,
      reference: `limit ${MOST_MEGABYTES} MB`,
      ratio: megabytes / MOST_MEGABYTES,
      goal: 1,
    },
  ];
  return {
    lines,
    notes: [
      'Reference for counting: a bare loop over the same ballots that counts the 40 scales and neither the ranking nor the points,',
      `and checks nothing. What is kept of all of them is a document of ${(bytes / 1_000).toFixed(0)} KB.`,
    ],
  };
}
