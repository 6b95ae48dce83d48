import type { SponsorView } from '../../../contract/coaching-views.ts';
import { NEVER_FOR_SPONSORS } from '../../../contract/coaching-views.ts';
import type { Operations } from '../../../contract/operations.ts';
import { sponsorSees } from '../../../domain/coaching/engagement.ts';
import type { Member, Team } from '../../../domain/team/team.ts';
import { earliestToday } from '../../../kernel/instant.ts';
import { ok } from '../../../kernel/result.ts';
import { builtInTitles } from '../../coaching/dimension-titles.ts';
import { presentEngagement } from '../../coaching/present-engagement.ts';
import { listAll } from '../../documents.ts';
import { enterTeam } from '../../in-team.ts';
import { teamPlace } from '../../places.ts';
import { openFolder, presentTeam, type TeamFolder } from '../../present/team.ts';
import type { Ports, UseCase } from '../../use-case.ts';

/**
 * Literally what a sponsor is shown. A sponsor who asks gets their own; everybody else looks as the sponsor of the
 * engagement, or else as any sponsor would, through the functions that answer a sponsor.
 */
export const viewAsSponsor: UseCase<Operations['viewAsSponsor']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'viewAsSponsor', call);
  if (!entered.ok) return entered;
  const { team, member } = entered.value;
  const folder = openFolder(await listAll(ports, teamPlace(team.tenant, team.id), ''));
  const sponsor = member.role === 'sponsor' ? member : sponsorOf(team, folder);
  const today = earliestToday(ports.now());
  return ok({ output: sponsorViewOf(team, { sponsor, anyone: anySponsor(ports), folder, today }), revision: null });
};

function sponsorViewOf(
  team: Team,
  {
    sponsor,
    anyone,
    folder,
    today,
  }: {
    readonly sponsor: Member | null;
    readonly anyone: Member;
    readonly folder: TeamFolder;
    readonly today: string;
  },
): SponsorView {
  const member = sponsor ?? anyone;
  const { meetings, commitments, trend } = presentTeam(team, { member, folder, today, hasDirectory: false });
  const titles = builtInTitles();
  const engagement = folder.engagement && presentEngagement(folder.engagement, { team, member, titles });
  return {
    team: { id: team.id, name: team.name, organisation: team.organisation },
    as: sponsor && { person: sponsor.person, name: sponsor.name },
    sees: sponsorSees(team, folder.engagement),
    engagement,
    themes: [...new Map((engagement?.goals ?? []).map(({ dimension }) => [dimension.id, dimension])).values()],
    meetings,
    commitments,
    trend,
    never: [...NEVER_FOR_SPONSORS],
  };
}

/** The sponsor of the engagement, else the first that the team has. */
function sponsorOf({ members }: Team, { engagement }: TeamFolder): Member | null {
  const sponsors = members.filter(({ role }) => role === 'sponsor');
  return sponsors.find(({ person }) => person === engagement?.sponsor) ?? sponsors[0] ?? null;
}

/** A sponsor who is nobody, owns nothing and is no party to anything. */
function anySponsor({ idFrom }: Ports): Member {
  return { person: idFrom('person', ['any sponsor']), name: '', title: '', role: 'sponsor', group: '' };
}
