import type { Cell, Grid, Head, Listing, Report, Value } from './report.ts';
import { SOURCES } from './sources.ts';
import type { SourceName } from './sources.ts';

const DIGITS = 4;
const GAP = '  ';

/** Gives every paper its number and every reason its letter, in the order of their first use. */
class Footnotes {
  readonly #sources: SourceName[] = [];

  mark(source: SourceName | undefined): string {
    if (source === undefined) return '';
    if (!this.#sources.includes(source)) this.#sources.push(source);
    return `[${this.#sources.indexOf(source) + 1}]`;
  }

  lines(): readonly string[] {
    return this.#sources.map((source, index) => `[${index + 1}] ${SOURCES[source]}`);
  }
}

/** A report for people: text of aligned columns, its sources as footnotes. */
export function printReport(report: Report): string {
  const notes = new Footnotes();
  const sections = report.sections.flatMap((section) => [
    '',
    section.title,
    '-'.repeat(section.title.length),
    ...(section.note === undefined ? [] : [section.note]),
    ...(section.kind === 'listing' ? listing(section, notes) : grid(section, notes)),
  ]);
  const footnotes = notes.lines();
  return [
    `${report.file}: ${report.size}`,
    ...report.notes.map((note) => `- ${note}`),
    ...sections,
    '',
    'Sources',
    '-------',
    ...footnotes,
    '',
    'Rounded here; --json has every digit.',
    '',
  ].join('\n');
}

function listing({ lines }: Listing, notes: Footnotes): readonly string[] {
  return columns(
    lines.map(({ head, cell }) => [
      head.name,
      cell.value === null ? '-' : shown(cell.value),
      [`reason` in cell ? `none, because ${cell.reason}` : '', head.r ?? '', notes.mark(head.source)]
        .filter((part) => part !== '')
        .join(GAP),
    ]),
    ['left', 'right', 'left'],
  );
}

function grid({ heads, lines }: Grid, notes: Footnotes): readonly string[] {
  const reasons: string[] = [];
  const text = (cell: Cell, column: number) => {
    if (cell.value !== null) return shown(cell.value, isBroken[column]);
    if (!reasons.includes(cell.reason)) reasons.push(cell.reason);
    return `- (${letter(reasons.indexOf(cell.reason))})`;
  };
  const isBroken = heads.map((_, column) => lines.some(({ cells }) => isFraction(cells[column]?.value)));
  const table = [
    ['', ...heads.map(({ name }) => name)],
    ...lines.map(({ label, cells }) => [label, ...cells.map(text)]),
  ];
  return [
    ...columns(table, ['left', ...heads.map(() => 'right' as const)]),
    ...reasons.map((reason, index) => `${GAP}(${letter(index)}) none, because ${reason}`),
    ...columns(explanations(heads, notes), ['left', 'left', 'left']),
  ];
}

/** Where the figures of a grid come from; those from one place share a line. */
function explanations(heads: readonly Head[], notes: Footnotes): readonly (readonly string[])[] {
  const names = new Map<string, { readonly head: Head; readonly names: string[] }>();
  for (const head of heads) {
    if (head.r === undefined && head.source === undefined) continue;
    const key = JSON.stringify([head.r, head.source]);
    const line = names.get(key) ?? { head, names: [] };
    line.names.push(head.name);
    names.set(key, line);
  }
  return [...names.values()].map(({ head, names: of }) => [`${of.join(', ')}:`, head.r ?? '', notes.mark(head.source)]);
}

function isFraction(value: Cell['value'] | undefined): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** A whole number keeps its form among whole numbers only. */
function shown(value: Value | readonly Value[], isAmongFractions = false): string {
  if (typeof value === 'object') return value.map((part) => shown(part, true)).join(' ');
  if (typeof value !== 'number' || (Number.isInteger(value) && !isAmongFractions)) return String(value);
  if (value === 0) return value.toFixed(DIGITS);
  return Math.abs(value) < 0.5 / 10 ** DIGITS ? value.toExponential(1) : value.toFixed(DIGITS);
}

function columns(rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[]): readonly string[] {
  const widths = sides.map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return sides[column] === 'right' ? cell.padStart(width) : cell.padEnd(width);
    });
    return `${GAP}${cells.join(GAP)}`.trimEnd();
  });
}
