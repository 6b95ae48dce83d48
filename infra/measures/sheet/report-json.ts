import type { Cell, Head, Report, Section } from './report.ts';
import { SOURCES } from './sources.ts';

/** A report for programs: every digit, and beside each figure its call in R and its paper. */
export function reportAsJson(report: Report): unknown {
  return { file: report.file, size: report.size, notes: report.notes, sections: report.sections.map(sectionAsJson) };
}

function sectionAsJson(section: Section): unknown {
  const { title, note } = section;
  if (section.kind === 'listing') {
    return { title, note, figures: section.lines.map(({ head, cell }) => ({ ...headAsJson(head), ...cell })) };
  }
  return {
    title,
    note,
    figures: section.heads.map(headAsJson),
    lines: section.lines.map(({ label, cells }) => ({ label, values: named(section.heads, cells) })),
  };
}

function headAsJson({ key, name, r, source }: Head): object {
  return { key, name, r, source: source === undefined ? undefined : SOURCES[source] };
}

function named(heads: readonly Head[], cells: readonly Cell[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    heads.map(({ key }, column) => {
      const cell = cells[column];
      return [key, cell !== undefined && 'reason' in cell ? { value: null, reason: cell.reason } : cell?.value];
    }),
  );
}
