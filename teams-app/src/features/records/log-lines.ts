import type { AuditView } from '@plumbline/shared/contract/my-data';

type Entry = AuditView['entries'][number];

/** One line of a log: its newest entry, and how many entries in a row say the same. */
export interface LogLine {
  readonly entry: Entry;
  readonly times: number;
}

/** Puts entries that say the same, one after the other, into one line: whoever runs a meeting moves it on often. */
export function logLines(entries: readonly Entry[]): readonly LogLine[] {
  const lines: { entry: Entry; times: number }[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && saying(last.entry) === saying(entry)) last.times += 1;
    else lines.push({ entry, times: 1 });
  }
  return lines;
}

function saying({ act, by, role, meeting, about }: Entry): string {
  return JSON.stringify([act, by.person, role, meeting?.id, about?.person]);
}
