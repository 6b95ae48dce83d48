import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { SheetOptions } from '../arguments.ts';
import type { Fault } from '../fault.ts';
import { allocationSections } from './allocation.ts';
import { changeSections } from './change.ts';
import { textOf } from './decode.ts';
import { teamGrids } from './groups.ts';
import { pairwiseSections } from './pairwise.ts';
import { rankingSections } from './ranking.ts';
import { itemGrids } from './rating-items.ts';
import { ratingSheet } from './rating-sheet.ts';
import { sheetListings } from './rating-whole.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet } from './read-sheet.ts';
import type { Report, Section } from './report.ts';

/** A file with the name it is shown by. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Computes everything about a csv, or tells every fault in it. */
export function reportOn(given: {
  readonly file: NamedFile;
  readonly before: NamedFile | undefined;
  readonly options: SheetOptions;
}): Result<Report, readonly Fault[]> {
  const { file, before, options } = given;
  const sheet = readSheet(textOf(file.bytes), options);
  if (!sheet.ok) return sheet;
  if (options.as === 'ratings') return ratingsReport({ sheet: sheet.value, file, before, options });
  const sections = sectionsOf(sheet.value, options.as);
  if (!sections.ok) return sections;
  return ok({
    file: file.name,
    size: sizeOf(sheet.value, options.as),
    notes: sheet.value.notes,
    sections: sections.value,
  });
}

function sectionsOf(
  sheet: Sheet,
  as: Exclude<SheetOptions['as'], 'ratings'>,
): Result<readonly Section[], readonly Fault[]> {
  switch (as) {
    case 'ranking':
      return ok(rankingSections(sheet));
    case 'allocation':
      return allocationSections(sheet);
    case 'pairwise':
      return pairwiseSections(sheet);
  }
}

function ratingsReport(given: {
  readonly sheet: Sheet;
  readonly file: NamedFile;
  readonly before: NamedFile | undefined;
  readonly options: SheetOptions;
}): Result<Report, readonly Fault[]> {
  const { file, before, options } = given;
  const sheet = ratingSheet(given.sheet, options);
  if (!sheet.ok) return sheet;
  const { low, high } = sheet.value;
  const change = before === undefined ? ok([]) : changeFrom(before, { ...options, low, high }, sheet.value);
  if (!change.ok) return change;
  const teams = sheet.value.teams === undefined ? [] : teamGrids(sheet.value, sheet.value.teams);
  return ok({
    file: file.name,
    size: sizeOf(sheet.value, options.as),
    notes: sheet.value.notes,
    sections: [...itemGrids(sheet.value), ...sheetListings(sheet.value), ...teams, ...change.value],
  });
}

/** Both sheets are on one scale: that of the later one. */
function changeFrom(
  before: NamedFile,
  options: SheetOptions,
  after: Parameters<typeof changeSections>[1],
): Result<readonly Section[], readonly Fault[]> {
  const earlier = readEarlier(textOf(before.bytes), options);
  const scaled = earlier.ok ? ratingSheet(earlier.value, options) : earlier;
  if (!scaled.ok) return fail(scaled.error.map((fault) => ({ ...fault, detail: `${before.name}: ${fault.detail}` })));
  return changeSections(scaled.value, after);
}

/** The teams may stand in both sheets, or in the later one only. */
function readEarlier(text: string, options: SheetOptions): Result<Sheet, readonly Fault[]> {
  const sheet = readSheet(text, options);
  if (sheet.ok || sheet.error[0]?.kind !== 'csv.no-such-column') return sheet;
  return readSheet(text, { ...options, groups: undefined });
}

function sizeOf({ rows, items }: Sheet, as: SheetOptions['as']): string {
  if (as === 'pairwise') return counted(items.length, 'option');
  return `${counted(rows.length, 'rater')}, ${counted(items.length, 'item')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
