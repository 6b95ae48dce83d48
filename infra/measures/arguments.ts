import { parseArgs } from 'node:util';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from './fault.ts';

const KINDS = ['ratings', 'ranking', 'allocation', 'pairwise'] as const;

/** What the numbers of a csv are. */
export type SheetKind = (typeof KINDS)[number];

/** How a csv is to be read. */
export interface SheetOptions {
  readonly as: SheetKind;
  /** The ends of the scale; taken from the data when absent. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly groups: string | undefined;
  /** The csv of the same people and items at an earlier time. */
  readonly before: string | undefined;
  readonly header: boolean | undefined;
  readonly names: boolean | undefined;
}

/** What the person asked for. */
export interface Arguments {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly sheet: SheetOptions;
}

export const HELP = `npm run measures -- PATH...

Computes the measures. A path is a file or a folder; folders are read with the folders in them.

*.json   reference cases: one, an array of them, or one a line. Each gives one line of JSON:
         {"case", "measure", "result"}, or {"case", "measure", "error": {"kind", "detail", "next"}} and exit code 1.
*.csv    answers, a line a rater and a column an item. Gives a table of everything that is known about them,
         each value with the R function that gives it too.
         Commas, semicolons or tabs; a line of names and a column of names are recognised; an empty cell, NA,
         "can't say" are missing; 3,5 is a number.

  --as KIND         ratings (default), ranking (1 is best), allocation (points that add up), or
                    pairwise (a square table: how often the line's option was preferred to the column's)
  --low N --high N  the ends of the rating scale; without them the lowest and highest answer
  --groups COLUMN   the column with each rater's team, by name or number
  --before FILE     a csv of the same people and items before, for change
  --header yes|no   whether the first line holds names
  --names yes|no    whether the first column holds names
  --json            the same as JSON, with every digit
  --help            this text

npm prints two lines of its own first; npm run --silent measures -- PATH... does not. What a case gives begins with {.
`;

const OPTIONS = {
  as: { type: 'string', default: 'ratings' },
  low: { type: 'string' },
  high: { type: 'string' },
  groups: { type: 'string' },
  before: { type: 'string' },
  header: { type: 'string' },
  names: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command; a wrong one is told with all that are wrong. */
export function readArguments(words: readonly string[]): Result<Arguments, Fault> {
  const parsed = parse(words);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const kind = KINDS.find((name) => name === values.as);
  const low = numberOf(values.low);
  const high = numberOf(values.high);
  const faults = [
    kind === undefined ? `--as ${values.as} is none of ${KINDS.join(', ')}.` : '',
    Number.isNaN(low) || Number.isNaN(high) ? '--low and --high take a number.' : '',
    low !== undefined && high !== undefined && low >= high ? '--low must be below --high.' : '',
    isYesOrNo(values.header) && isYesOrNo(values.names) ? '' : '--header and --names take yes or no.',
    positionals.length === 0 && !values.help ? 'No file or folder is named.' : '',
  ].filter((fault) => fault !== '');
  if (kind === undefined || faults.length > 0) return fail(unusable(faults.join(' ')));
  return ok({
    paths: positionals,
    json: values.json,
    help: values.help,
    sheet: {
      as: kind,
      low,
      high,
      groups: values.groups,
      before: values.before,
      header: yes(values.header),
      names: yes(values.names),
    },
  });
}

function parse(words: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(unusable(error.message.replaceAll('\n', ' ')));
  }
}

function unusable(detail: string): Fault {
  return { kind: 'arguments.unusable', detail, next: 'npm run measures -- --help lists what there is.' };
}

function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const value = word.trim() === '' ? NaN : Number(word);
  return Number.isFinite(value) ? value : NaN;
}

function isYesOrNo(word: string | undefined): boolean {
  return word === undefined || word === 'yes' || word === 'no';
}

function yes(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word === 'yes';
}
