import type { View } from '../../app/api.ts';
import type { TabChoice } from '../../host/tab-config.ts';

type Team = View<'viewHome'>['teams'][number];
type Meeting = Team['meetings'][number];

export interface OfferedTab extends TabChoice {
  /** `null` for the team's own page. */
  readonly meeting: Meeting | null;
}

/** What a tab may show: each team's page, then its meetings that are not over. */
export function choicesOf(
  teams: readonly Team[],
): readonly { readonly team: Team; readonly choices: readonly OfferedTab[] }[] {
  return teams.map((team) => ({
    team,
    choices: [
      { entity: { kind: 'team', id: team.id }, name: team.name, meeting: null },
      ...team.meetings
        .filter(({ status }) => status !== 'closed')
        .map((meeting) => ({ entity: { kind: 'meeting', id: meeting.id }, name: meeting.title, meeting }) as const),
    ],
  }));
}
