import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from './fault.ts';

const READABLE = /\.(json|jsonl|ndjson|csv|tsv)$/i;
/** A schema describes cases and is none. */
const SCHEMA = /\.schema\.json$/i;

/**
 * The files that a path names: itself, or everything readable in a folder and the folders in it, by name.
 * @param path as the person wrote it, relative to `from`
 */
export function filesAt(path: string, from: string): Result<readonly string[], Fault> {
  const whole = resolve(from, path);
  const entry = statSync(whole, { throwIfNoEntry: false });
  if (entry === undefined) {
    return fail({
      kind: 'path.not-found',
      detail: `There is nothing at ${whole}.`,
      next: 'Check the path; it is read relative to the folder you are in.',
    });
  }
  if (!entry.isDirectory()) return ok([whole]);
  const files = filesIn(whole);
  return files.length > 0
    ? ok(files)
    : fail({
        kind: 'path.no-files',
        detail: `The folder ${whole} holds no *.json and no *.csv.`,
        next: 'Name the folder that holds the reference cases, or a file.',
      });
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesIn(path);
    return entry.isFile() && READABLE.test(entry.name) && !SCHEMA.test(entry.name) ? [path] : [];
  });
}
