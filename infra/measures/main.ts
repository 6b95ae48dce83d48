import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { answerCase } from './answer-case.ts';
import { HELP, readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { families } from './families/index.ts';
import { faultInWords } from './fault.ts';
import type { Fault } from './fault.ts';
import { filesAt } from './find-files.ts';
import { readCases } from './read-case.ts';
import { printReport } from './sheet/print-report.ts';
import { reportAsJson } from './sheet/report-json.ts';
import { reportOn } from './sheet/sheet-report.ts';
import type { NamedFile } from './sheet/sheet-report.ts';

// npm runs a script in the project's folder and leaves here the one that the person is in.
const FROM = process.env['INIT_CWD'] ?? process.cwd();

/** More would push the first ones off the screen. */
const MOST_FAULTS = 20;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has seen enough, as `head` has.
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;

/** @returns whether everything could be computed */
function run(words: readonly string[]): boolean {
  const read = readArguments(words);
  if (!read.ok) {
    process.stderr.write(`${faultInWords('measures', read.error)}\n`);
    return false;
  }
  if (read.value.help) {
    process.stdout.write(HELP);
    return true;
  }
  const { paths } = read.value;
  return paths.map((path) => runPath(path, read.value)).every(Boolean);
}

function runPath(path: string, given: Arguments): boolean {
  const files = filesAt(path, FROM);
  if (!files.ok) return printFault({ name: path, fault: files.error });
  return files.value.map((file) => (/\.[ct]sv$/i.test(file) ? runSheet(file, given) : runCases(file))).every(Boolean);
}

function runCases(file: string): boolean {
  const content = bytesOf(file);
  if (!content.ok) return printFault({ name: basename(file), fault: content.error });
  return readCases(content.value.toString('utf8'))
    .map((read) => {
      if (!read.ok) {
        const { case: name, measure, fault } = read.error;
        return printFault({ name: name ?? basename(file), measure, fault });
      }
      const { case: name, measure } = read.value;
      const answer = answerCase(read.value, families);
      if (!answer.ok) return printFault({ name, measure, fault: answer.error });
      printLine({ case: name, measure, result: answer.value });
      return true;
    })
    .every(Boolean);
}

function runSheet(file: string, { sheet, json }: Arguments): boolean {
  const near = relative(FROM, file);
  const name = near.startsWith('..') ? file : near;
  const content = bytesOf(file);
  const before = sheet.before === undefined ? ok(undefined) : earlier(sheet.before);
  const faults = [content, before].flatMap((read) => (read.ok ? [] : [read.error]));
  if (!content.ok || !before.ok) return printSheetFaults({ name, faults, json });
  const report = reportOn({ file: { name, bytes: content.value }, before: before.value, options: sheet });
  if (!report.ok) return printSheetFaults({ name, faults: report.error, json });
  if (json) printLine(reportAsJson(report.value));
  else process.stdout.write(printReport(report.value));
  return true;
}

function earlier(path: string): Result<NamedFile, Fault> {
  const files = filesAt(path, FROM);
  if (!files.ok) return files;
  const bytes = bytesOf(files.value[0] ?? path);
  return bytes.ok ? ok({ name: path, bytes: bytes.value }) : bytes;
}

function bytesOf(file: string): Result<Buffer, Fault> {
  try {
    return ok(readFileSync(file));
  } catch (error) {
    return fail({
      kind: 'path.unreadable',
      detail: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      next: 'Check that you may read it.',
    });
  }
}

function printFault(given: { readonly name: string; readonly measure?: string | null; readonly fault: Fault }): false {
  printLine({ case: given.name, measure: given.measure ?? null, error: given.fault });
  return false;
}

/** A person reads these beside the table, a program in its stead. */
function printSheetFaults(given: { readonly name: string; readonly faults: readonly Fault[]; readonly json: boolean }) {
  if (given.json) printLine({ file: given.name, errors: given.faults });
  else process.stderr.write(faultsInWords(given.name, given.faults));
  return false;
}

function faultsInWords(name: string, faults: readonly Fault[]): string {
  const lines = faults.slice(0, MOST_FAULTS).map((fault) => faultInWords(name, fault));
  const rest = faults.length - lines.length;
  return [...lines, ...(rest > 0 ? [`${name}: and ${rest} more places.`] : []), ''].join('\n');
}

function printLine(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
