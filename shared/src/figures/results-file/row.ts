import { rounded } from '../details/words.ts';
import { percent } from '../figure.ts';
import { message } from '../message.ts';
import { heldWords } from '../shape-words.ts';
import { fileWords, type FileMessage } from './words.ts';

/** A number, a text of the team's, or words of ours. */
export type FileValue = number | string | FileMessage;

/** What a row is about; an empty text where it is about more than one. */
export interface RowPlace {
  readonly section: FileMessage;
  readonly dimension: string;
  readonly question: string;
  readonly group: string;
  /** An option, a commitment, a person, or a time before or after. */
  readonly item: string | FileMessage;
}

/** One value of the results with all that it is about. */
export interface ResultRow extends RowPlace {
  readonly measure: FileMessage;
  readonly value: FileValue;
}

export type Measure = readonly [measure: FileMessage, value: FileValue];

/** A place in the file; what is not said is empty. */
export function placeIn(section: FileMessage, place: Partial<Omit<RowPlace, 'section'>> = {}): RowPlace {
  return { section, dimension: '', question: '', group: '', item: '', ...place };
}

/** One row a measure. */
export function rowsAt(place: RowPlace, measures: readonly Measure[]): readonly ResultRow[] {
  return measures.map(([measure, value]) => ({ ...place, measure, value }));
}

/** The one row of a thing that is held, or its first row and those that `measures` gives of what is shown. */
export function rowsOfResult<Shown extends { readonly status: 'shown' }>(
  place: RowPlace,
  result: Shown | { readonly status: 'held'; readonly needed: number },
  measures: (shown: Shown) => readonly Measure[],
): readonly ResultRow[] {
  const status = fileWords('measure.status');
  if (result.status === 'held') return rowsAt(place, [[status, heldWords(result)]]);
  return rowsAt(place, [[status, fileWords('shown')], ...measures(result)]);
}

/** A figure as screens print it at their finest. */
export function figureValue(value: number | null): FileValue {
  return value === null ? message('cannot-say') : rounded(value);
}

/** A share of 1 as screens print it: 0 to 100. */
export function shareValue(share: number | null): FileValue {
  return share === null ? message('cannot-say') : percent(share);
}

/** A measure that is left out where there is none. */
export function whereThere(measure: FileMessage, value: number | null): readonly Measure[] {
  return value === null ? [] : [[measure, rounded(value)]];
}
