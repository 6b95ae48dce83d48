import type { Instant } from '../../kernel/instant.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import type { Role } from '../team/team.ts';

/**
 * What a log tells of. What would say who answered, wrote or put words on the table, or when, is no act: ballots, notes,
 * wordings and released words are not in it.
 */
export const ACTS = [
  'foundTeam',
  'addMember',
  'changeRole',
  'changeGroup',
  'removeMember',
  'changeTeam',
  'raiseMinimumGroup',
  'copyInstrument',
  'editInstrument',
  'checkIn',
  'composeMeeting',
  'recompose',
  'discardDraft',
  'openMeeting',
  'planOpening',
  'callOffOpening',
  'nameParticipants',
  'clearParticipants',
  'nameStakeholders',
  'directMeeting',
  'takeControls',
  'proposeCommitment',
  'changeCommitment',
  'withdrawCommitment',
  'viewResults',
  'seeNamedAnswers',
  'viewAudit',
  'beginEngagement',
  'endEngagement',
  'draftContract',
  'acceptContract',
  'setGoals',
  'viewRecommendation',
  'logIntervention',
  'withdrawIntervention',
  'logIncident',
  'withdrawIncident',
  'changeSession',
  'discardSession',
  'remind',
  'exportMine',
  'deleteMine',
  'deleteTeam',
  'viewOrganisation',
  'viewOrganisationLog',
  'appointLead',
] as const;
export type Act = (typeof ACTS)[number];

/** What a coach does with a team, which is between the two. */
const OF_COACHING: ReadonlySet<Act> = new Set<Act>([
  'beginEngagement',
  'endEngagement',
  'draftContract',
  'acceptContract',
  'setGoals',
  'viewRecommendation',
  'logIntervention',
  'withdrawIntervention',
  'logIncident',
  'withdrawIncident',
  'changeSession',
  'discardSession',
]);

/** Whether an act is the coaching's, and nothing that is told outside of the team. */
export function isOfCoaching(act: Act): boolean {
  return OF_COACHING.has(act);
}

/** That somebody did or saw something: never what it said. */
export interface AuditEntry {
  readonly act: Act;
  /** After a deletion, the alias of a former member. */
  readonly person: PersonId;
  /** As what; `null` for somebody who was no member any more, or where there is no team. */
  readonly role: Role | null;
  /** To the minute. */
  readonly at: Instant;
  readonly meeting: MeetingId | null;
  /** The member whom it was done to. */
  readonly about: PersonId | null;
}
