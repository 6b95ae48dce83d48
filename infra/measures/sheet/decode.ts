import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from '../fault.ts';

/** A line of a csv with its number in the file, from 1. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

export type Delimiter = '\t' | ';' | ',';

/** A csv as text: every line has as many cells as the first. */
export interface Cells {
  readonly delimiter: Delimiter;
  readonly lines: readonly Line[];
}

const DELIMITERS: readonly Delimiter[] = ['\t', ';', ','];
/** The line with which Excel can be told a delimiter. */
const SEPARATOR_LINE = /^sep=([\t;,])\r?\n/i;

/** Text as Excel, R and Google write it: UTF-8, UTF-16 with a byte order mark, else Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/**
 * The cells of a csv. The delimiter is the first of tab, semicolon and comma that gives every line equally many cells,
 * else the one that gives the first line most.
 */
export function cellsOf(text: string): Result<Cells, readonly Fault[]> {
  const [separator, stated] = SEPARATOR_LINE.exec(text) ?? [];
  const body = separator === undefined ? text : text.slice(separator.length);
  const offset = separator === undefined ? 0 : 1;
  const readings = DELIMITERS.filter((delimiter) => stated === undefined || delimiter === stated).map((delimiter) => ({
    delimiter,
    lines: linesOf({ text: body, delimiter, offset }),
  }));
  const chosen = readings.find(({ lines }) => lines.ok && isEven(lines.value)) ?? widest(readings);
  if (!chosen.lines.ok) return fail([chosen.lines.error]);
  const { delimiter, lines } = { delimiter: chosen.delimiter, lines: chosen.lines.value };
  const [first] = lines;
  if (first === undefined) {
    return fail([{ kind: 'csv.empty', detail: 'The file holds no lines.', next: 'Give one line a rater.' }]);
  }
  const ragged = lines.filter(({ cells }) => cells.length !== first.cells.length);
  if (ragged.length === 0) return ok({ delimiter, lines: trimmed(lines) });
  return fail(ragged.map((line) => uneven(line, first)));
}

interface Reading {
  readonly delimiter: Delimiter;
  readonly lines: Result<readonly Line[], Fault>;
}

function linesOf(given: { readonly text: string; readonly delimiter: Delimiter; readonly offset: number }) {
  try {
    const lines: Line[] = [];
    parse(given.text, {
      delimiter: given.delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines: number }) => {
        lines.push({ number: number + given.offset, cells });
        return null;
      },
    });
    return ok(lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(quoting(error));
  }
}

function isEven(lines: readonly Line[]): boolean {
  const width = lines[0]?.cells.length ?? 0;
  return width > 1 && lines.every(({ cells }) => cells.length === width);
}

function widest(readings: readonly Reading[]): Reading {
  const width = ({ lines }: Reading) => (lines.ok ? (lines.value[0]?.cells.length ?? 0) : -1);
  return readings.reduce((best, reading) => (width(reading) >= width(best) ? reading : best));
}

/** Without what spreadsheets leave behind: columns and lines that are empty to the end. */
function trimmed(lines: readonly Line[]): readonly Line[] {
  // Not Math.max over all lines: a call takes a hundred thousand arguments at most.
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1), 1);
  const last = lines.findLastIndex(({ cells }) => cells.some((cell) => cell !== ''));
  return lines.slice(0, last + 1).map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
}

function uneven(line: Line, first: Line): Fault {
  return {
    kind: 'csv.malformed',
    detail: `Line ${line.number} has ${line.cells.length} cells, line ${first.number} has ${first.cells.length}.`,
    next: 'Give every line the same cells; leave one empty where an answer is missing.',
  };
}

function quoting(error: CsvError): Fault {
  return {
    kind: 'csv.malformed',
    detail: `${error.message}.`,
    next: 'Close every quotation mark, and write one inside a cell twice.',
  };
}
