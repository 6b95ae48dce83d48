import { dayOf } from '../../kernel/instant.ts';
import { spoken, type Translate } from '../message.ts';
import { csvText } from './csv.ts';
import { laterRows } from './later-rows.ts';
import { namedRows } from './named-rows.ts';
import { optionRows } from './option-rows.ts';
import { placeIn, rowsAt, type ResultRow } from './row.ts';
import { scaleRows } from './scale-rows.ts';
import type { FileMeeting, FileSource } from './source.ts';
import { fileWords, type FileKey } from './words.ts';

/** The results of a meeting as one long table: where they come from, then each value in a row of its own. */
export function resultRows({ meeting, results }: FileSource): readonly ResultRow[] {
  const { rating } = results;
  return [
    ...sourceRows({ meeting, results }),
    ...(rating === null ? [] : [...scaleRows(rating), ...optionRows(rating)]),
    ...laterRows({ meeting, results }),
    ...namedRows({ meeting, results }),
  ];
}

/** The same in the reader's words, the names of the columns first. */
export function resultTable(
  source: FileSource,
  translate: Translate<FileKey>,
): readonly (readonly (string | number)[])[] {
  const cell = (value: ResultRow[keyof ResultRow]) => (typeof value === 'object' ? spoken(value, translate) : value);
  const rows = resultRows(source).map((row) => COLUMNS.map((column) => cell(row[column])));
  return [COLUMNS.map((column) => spoken(fileWords(`column.${column}`), translate)), ...rows];
}

/** The same as CSV, for programs: whatever the language of the words in it, columns have one name and numbers one form. */
export function resultsCsv(source: FileSource, translate: Translate<FileKey>): string {
  const [, ...rows] = resultTable(source, translate);
  return csvText([COLUMNS, ...rows]);
}

/** What a file of a format is called: team, title and day, in letters and digits that every system takes. */
export function resultsFileName(
  { team, composition, closedAt }: FileMeeting,
  format: 'pptx' | 'docx' | 'xlsx' | 'csv',
): string {
  const parts = [team.name, composition.title, closedAt === null ? '' : dayOf(closedAt)].map(plainName);
  return `${parts.filter((part) => part !== '').join('_') || 'results'}.${format}`;
}

const COLUMNS = ['section', 'dimension', 'question', 'group', 'item', 'measure', 'value'] as const;

/** Names of files end somewhere at 255 bytes, and a letter takes up to four. */
const LONGEST_PART = 28;

function plainName(text: string): string {
  const words = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  return Array.from(words).slice(0, LONGEST_PART).join('').replace(/-$/, '');
}

function sourceRows({ meeting, results }: FileSource): readonly ResultRow[] {
  const { team, format, mode, composition, closedAt, revision } = meeting;
  const minimum = results.rating?.minimumGroup ?? meeting.minimumGroup;
  const ballots = results.rating?.ballots ?? null;
  const inIt = results.named.length > 0 ? 'named' : results.depth;
  return rowsAt(placeIn(fileWords('section.source')), [
    [fileWords('measure.organisation'), team.organisation],
    [fileWords('measure.team'), team.name],
    [fileWords('measure.title'), composition.title],
    [fileWords('measure.format'), fileWords(`format.${format}`)],
    [fileWords('measure.mode'), fileWords(`mode.${mode}`)],
    ...(closedAt === null ? [] : [[fileWords('measure.closed'), dayOf(closedAt)] as const]),
    [fileWords('measure.revision'), revision],
    [fileWords('measure.asked'), results.rating?.invited ?? meeting.leaders],
    [fileWords('measure.answered'), ballots ?? fileWords('fewer', { minimum })],
    [fileWords('measure.minimum'), minimum],
    [fileWords('measure.in-it'), fileWords(`in-it.${inIt}`)],
    [fileWords('measure.reading'), fileWords('reading')],
  ]);
}
