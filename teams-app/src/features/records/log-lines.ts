import type { AuditView } from '@plumbline/shared/contract/my-data';

type TeamEntry = AuditView['entries'][number];

/** One line of a log: its newest entry, and how many entries in a row say the same. */
export interface LogLine<E = TeamEntry> {
  readonly entry: E;
  readonly times: number;
}

/** What of an entry its line says. */
type Said = Pick<TeamEntry, 'act' | 'by' | 'role' | 'about'> & {
  readonly meeting?: TeamEntry['meeting'];
  readonly team?: { readonly id: string };
};

/** Puts entries that say the same, one after the other, into one line: whoever runs a meeting moves it on often. */
export function logLines<E extends Said>(entries: readonly E[]): readonly LogLine<E>[] {
  const lines: { entry: E; times: number }[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && saying(last.entry) === saying(entry)) last.times += 1;
    else lines.push({ entry, times: 1 });
  }
  return lines;
}

function saying({ act, by, role, meeting, about, team }: Said): string {
  return JSON.stringify([act, by.person, role, meeting?.id, about?.person, team?.id]);
}
