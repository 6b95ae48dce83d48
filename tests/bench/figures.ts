/** The value that so large a share of the values does not pass (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * The same over five equal stretches of a run, and of those the one in the middle: a machine that had other work in one
 * stretch does not decide it.
 */
export function steadyQuantile(values: readonly number[], share: number): number {
  const length = Math.ceil(values.length / 5);
  const stretches = Array.from({ length: 5 }, (_, i) => values.slice(i * length, (i + 1) * length));
  return quantile(
    stretches.map((stretch) => quantile(stretch, share)),
    0.5,
  );
}

/** One line of the table. A line without a goal is there to be known. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  readonly ratio: number;
  /** What the ratio must not pass. */
  readonly goal: number | null;
}

/** The table with its verdicts, and a sentence that says what missed. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['', 'Plumbline', 'reference', 'ratio', 'goal', ''];
  const rows = lines.map(({ what, ours, reference, ratio, goal }) => [
    what,
    ours,
    reference,
    ratio.toFixed(2),
    goal === null ? '' : `<= ${goal}`,
    goal === null ? '' : ratio <= goal ? 'pass' : 'MISSED',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const text = [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const missed = lines.filter(({ ratio, goal }) => goal !== null && ratio > goal);
  const verdict = missed.length === 0 ? 'Every goal is met.' : `Missed: ${missed.map(({ what }) => what).join('; ')}.`;
  return [...text, '', verdict].join('\n');
}
