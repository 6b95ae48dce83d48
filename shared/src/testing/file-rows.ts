import { resultRows } from '../figures/results-file/results-file.ts';
import type { ResultRow } from '../figures/results-file/row.ts';
import type { FileResults } from '../figures/results-file/source.ts';
import type { FileMessage } from '../figures/results-file/words.ts';
import { MEETING_OF_RESULTS } from './any-results.ts';

const NOTHING: FileResults = {
  ...{ depth: 'full', rating: null, predictions: null, dots: null, revotes: [] },
  ...{ support: [], marks: null, worth: null, named: [] },
};

/** Results of a rating in which nothing was asked but what is given. */
export function fileResultsOf(changes: Partial<NonNullable<FileResults['rating']>>): FileResults {
  const none = { dimensions: [], questions: [], rankings: [], allocations: [], pairwise: [], camps: null, groups: [] };
  return { ...NOTHING, rating: { invited: 9, ballots: 8, minimumGroup: 5, ...none, ...changes } };
}

/** Every number anywhere in a value. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** What a message of a file is about. */
export function keyOf({ key }: FileMessage): string {
  return key.replace(/^file:/, '');
}

/** The section that a row is in. */
export function sectionOf({ section }: ResultRow): string {
  return keyOf(section).replace(/^section\./, '');
}

/** The rows after those that say where the numbers come from, as short as they can be read. */
export function shortRows(results: FileResults): readonly string[] {
  const plain = (value: ResultRow['value']) =>
    typeof value === 'object' ? [keyOf(value), ...numbersIn(value)].join(' ') : value;
  return resultRows({ meeting: MEETING_OF_RESULTS, results })
    .filter((row) => sectionOf(row) !== 'source')
    .map((row) => {
      const about = [row.dimension, row.question, row.group, plain(row.item)].filter((part) => part !== '');
      return [sectionOf(row), ...about, plain(row.measure), plain(row.value)].join(' | ');
    });
}
