import type { View } from '../../app/api.ts';

/** A meeting or pulse that has something to show. */
export interface FoundMeeting {
  readonly id: string;
  readonly title: string;
  readonly team: string;
  readonly teamId: string;
  readonly format: 'meeting' | 'pulse';
  /** `null` while it is open. */
  readonly closedAt: number | null;
}

type Team = View<'viewHome'>['teams'][number];

/** What could be shown of all teams, the most recent first; what is open comes before everything. */
export function meetingsWithResults(teams: readonly Team[]): readonly FoundMeeting[] {
  return teams
    .flatMap((team) =>
      team.meetings
        .filter(({ status }) => status !== 'draft')
        .map(({ id, title, format, closedAt }) => ({ id, title, format, closedAt, team: team.name, teamId: team.id })),
    )
    .toSorted((a, b) => (b.closedAt ?? Infinity) - (a.closedAt ?? Infinity) || a.title.localeCompare(b.title));
}

/** Those whose names hold every word of a search, in any order and case, with or without accents. */
export function searched(meetings: readonly FoundMeeting[], search: string): readonly FoundMeeting[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return meetings.filter(({ title, team }) => {
    const text = folded(`${team} ${title}`);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
