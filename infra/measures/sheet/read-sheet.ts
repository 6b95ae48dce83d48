import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from '../fault.ts';
import { cellsOf } from './decode.ts';
import type { Delimiter, Line } from './decode.ts';

/** Answers as a csv gives them: rows are raters, columns items; `null` is missing. */
export interface Sheet {
  readonly items: readonly string[];
  readonly raters: readonly string[];
  /** Whether the raters' names stand in the file; otherwise they are numbered. */
  readonly named: boolean;
  readonly rows: readonly (readonly (number | null)[])[];
  /** The line in the file of every row. */
  readonly lines: readonly number[];
  /** The column in the file of every item, from 1. */
  readonly columns: readonly number[];
  /** The team of every rater, when a column of teams was named. */
  readonly teams: readonly string[] | undefined;
  /** How the file was read, for who wants to be sure. */
  readonly notes: readonly string[];
}

/** What cannot be seen in a csv alone; a header and names are looked for when nothing is said. */
export interface Reading {
  readonly header?: boolean | undefined;
  readonly names?: boolean | undefined;
  /** Name or number of the column that holds each rater's team. */
  readonly groups?: string | undefined;
}

const NAME_HEADS = /^(rater|name|id|person|respondent|participant|leader|member|subject|judge|ballot|voter|option)s?$/i;
const MISSING = /^(|na|n\/a|nan|null|-|\.|(can['’]?t|cannot) say|don['’]?t know)$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;

const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = { '\t': 'tabs', ';': 'semicolons', ',': 'commas' };

/** Reads a csv of answers, or tells every place that cannot be read. */
export function readSheet(text: string, reading: Reading): Result<Sheet, readonly Fault[]> {
  const cells = cellsOf(text);
  if (!cells.ok) return cells;
  const { delimiter, lines } = cells.value;
  const header = reading.header ?? looksLikeHeader(lines);
  const body = header ? lines.slice(1) : lines;
  const heads = header ? (lines[0]?.cells ?? []) : [];
  const names = reading.names ?? holdsNames(heads, body);
  const teams = columnOf(reading.groups, heads, body);
  if (!teams.ok) return fail([teams.error]);
  const first = names ? 1 : 0;
  const width = body[0]?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column >= first && column !== teams.value,
  );
  if (body.length === 0 || columns.length === 0) return fail([nothing(lines)]);
  const items = columns.map((column) => nonEmpty(heads[column]) ?? `item ${column - first + 1}`);
  const faults = [...repeated(items), ...wordColumns({ columns, body, heads })];
  if (faults.length > 0) return fail(faults);
  const rows = body.map((line) => columns.map((column) => numberAt({ line, column, heads, faults })));
  if (faults.length > 0) return fail(faults);
  return ok({
    items,
    raters: body.map(({ cells: line }, row) => (names ? nonEmpty(line[0]) : undefined) ?? `rater ${row + 1}`),
    named: names,
    rows,
    lines: body.map(({ number }) => number),
    columns: columns.map((column) => column + 1),
    teams: teamsIn(body, teams.value),
    notes: [
      `cells are separated by ${DELIMITER_NAMES[delimiter]}`,
      header ? 'the first line holds the names of the items' : 'there is no line of names',
      names ? 'the first column holds names' : 'every column holds answers',
    ],
  });
}

/** A faulty cell by its place. */
export function placeOf(line: number, column: number, head: string | undefined): string {
  return `Line ${line}, column ${column}${head === undefined || head === '' ? '' : ` (${head})`}`;
}

function isNumber(cell: string): boolean {
  return NUMBER.test(cell) || DECIMAL_COMMA.test(cell);
}

function isWord(cell: string): boolean {
  return !isNumber(cell) && !MISSING.test(cell);
}

/** Names of items are mostly words; one word among numbers is a slip. Or words below an empty corner show names. */
function looksLikeHeader(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  if (first === undefined) return false;
  const heads = first.cells.slice(1);
  if (heads.filter(isWord).length > heads.filter(isNumber).length) return true;
  const corner = first.cells[0] ?? '';
  const below = rest.some(({ cells }) => isWord(cells[0] ?? ''));
  return (corner === '' && below) || NAME_HEADS.test(corner) || (isWord(corner) && !below);
}

/** One word among numbers is a slip, which must not make a whole item disappear. */
function holdsNames(heads: readonly string[], body: readonly Line[]): boolean {
  const corner = heads[0];
  if (corner !== undefined && (corner === '' || NAME_HEADS.test(corner))) return true;
  const given = body.map(({ cells }) => cells[0] ?? '').filter((cell) => !MISSING.test(cell));
  return given.length > 0 && given.every(isWord);
}

function teamsIn(body: readonly Line[], column: number | undefined): readonly string[] | undefined {
  return column === undefined ? undefined : body.map(({ cells }) => cells[column] ?? '');
}

function columnOf(asked: string | undefined, heads: readonly string[], body: readonly Line[]) {
  if (asked === undefined) return ok(undefined);
  const named = heads.indexOf(asked);
  if (named >= 0) return ok(named);
  const number = Number(asked);
  if (Number.isInteger(number) && number >= 1 && number <= (body[0]?.cells.length ?? 0)) return ok(number - 1);
  return fail<Fault>({
    kind: 'csv.no-such-column',
    detail: `There is no column "${asked}".`,
    next: `Name one of: ${heads.length > 0 ? heads.join(', ') : `1 to ${body[0]?.cells.length ?? 0}`}.`,
  });
}

function numberAt(at: {
  readonly line: Line;
  readonly column: number;
  readonly heads: readonly string[];
  readonly faults: Fault[];
}): number | null {
  const cell = at.line.cells[at.column] ?? '';
  if (MISSING.test(cell)) return null;
  const value = NUMBER.test(cell) ? Number(cell) : DECIMAL_COMMA.test(cell) ? Number(cell.replace(',', '.')) : NaN;
  if (Number.isFinite(value)) return value;
  at.faults.push({
    kind: 'csv.not-a-number',
    detail: `${placeOf(at.line.number, at.column + 1, at.heads[at.column])} holds "${cell}", which is not a number.`,
    next:
      at.column === 0
        ? 'Write a number, or say --names yes if the first column holds names.'
        : 'Write a number, or leave it empty where an answer is missing.',
  });
  return null;
}

/** A column of nothing but words is one mistake, not one a line. */
function wordColumns(given: {
  readonly columns: readonly number[];
  readonly body: readonly Line[];
  readonly heads: readonly string[];
}): readonly Fault[] {
  const { columns, body, heads } = given;
  return columns.flatMap((column) => {
    const cells = body.map((line) => line.cells[column] ?? '').filter((cell) => !MISSING.test(cell));
    const [first] = cells;
    if (first === undefined || cells.length < 2 || !cells.every(isWord)) return [];
    const fault: Fault = {
      kind: 'csv.not-a-number',
      detail: `${placeOf(body[0]?.number ?? 0, column + 1, heads[column])} and all below hold words such as "${first}".`,
      next: `Leave the column out, or say --groups ${column + 1} if it holds the teams.`,
    };
    return [fault];
  });
}

function repeated(items: readonly string[]): Fault[] {
  const twice = new Set(items.filter((item, column) => items.indexOf(item) !== column));
  return [...twice].map((item) => ({
    kind: 'csv.malformed',
    detail: `Two columns are named "${item}".`,
    next: 'Give every item a name of its own.',
  }));
}

function nothing(lines: readonly Line[]): Fault {
  return {
    kind: 'csv.empty',
    detail: `The file has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'} and no answers.`,
    next: 'Give one line a rater and one column an item; say --header no if the first line holds answers.',
  };
}

function nonEmpty(cell: string | undefined): string | undefined {
  return cell === '' ? undefined : cell;
}
