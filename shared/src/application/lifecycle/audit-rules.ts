import type { Operation } from '../../contract/operation.ts';
import type { OperationName, Operations } from '../../contract/operations.ts';
import type { ResultsView } from '../../contract/views.ts';
import type { Act } from '../../domain/audit/audit.ts';
import type { MeetingId, PersonId, TeamId } from '../../kernel/ids.ts';
import type { Call, Reply } from '../use-case.ts';

/** What a log is to say of a call that was carried out. */
export interface Trace {
  readonly act: Act;
  /** `null`: that of the meeting; without one it is no team's business, and goes into the person's own log. */
  readonly team: TeamId | null;
  readonly meeting?: MeetingId;
  readonly about?: PersonId;
  /** Looking at the same thing again is written down once a day. */
  readonly daily?: true;
}

/** What is known before the call and cannot be told afterwards. */
export interface Before {
  /** That of a draft that is thrown away. */
  readonly team: TeamId | null;
  /** Whether the person had accepted the contract that there was. */
  readonly accepted: boolean;
}

type AuditRule<O extends Operation> = (
  call: Call<O>,
  reply: Reply<O>,
  before: Before,
) => Trace | readonly Trace[] | null;

/** An operation that leaves no trace in any log. */
const NONE = null;

/**
 * What each operation leaves in a log. Looking at what everybody may see leaves nothing. Neither does anything that would
 * say who answered, wrote a note, a wording or words for the stage, or when: not even that somebody looked at their own.
 */
export const auditRules: { readonly [N in OperationName]: AuditRule<Operations[N]> | null } = {
  viewHome: NONE,
  foundTeam: (_call, { output }) => ({ act: 'foundTeam', team: output.id }),
  viewTeam: NONE,
  addMember: ({ params, input }) => ({ act: 'addMember', team: params.team, about: input.person }),
  viewDirectory: NONE,
  viewDirectoryTeam: NONE,
  changeRole: ({ params }) => ({ act: 'changeRole', team: params.team, about: params.person }),
  changeGroup: ({ params }) => ({ act: 'changeGroup', team: params.team, about: params.person }),
  removeMember: ({ params }) => ({ act: 'removeMember', team: params.team, about: params.person }),
  changeTeam: ({ params }) => ({ act: 'changeTeam', team: params.team }),
  raiseMinimumGroup: ({ params }) => ({ act: 'raiseMinimumGroup', team: params.team }),
  copyInstrument: ({ params }) => ({ act: 'copyInstrument', team: params.team }),
  editInstrument: ({ params }) => ({ act: 'editInstrument', team: params.team }),
  checkIn: ({ params }) => ({ act: 'checkIn', team: params.team }),
  composeMeeting: ({ params }, { output }) => ({ act: 'composeMeeting', team: params.team, meeting: output.id }),
  recompose: (_call, { output }) => inMeeting('recompose', output),
  discardDraft: ({ params }, _reply, { team }) => ({ act: 'discardDraft', team, meeting: params.meeting }),
  openMeeting: (_call, { output }) => inMeeting('openMeeting', output),
  planOpening: (_call, { output }) => inMeeting('planOpening', output),
  callOffOpening: (_call, { output }) => inMeeting('callOffOpening', output),
  nameParticipants: (_call, { output }) => inMeeting('nameParticipants', output),
  clearParticipants: (_call, { output }) => inMeeting('clearParticipants', output),
  nameStakeholders: (_call, { output }) => inMeeting('nameStakeholders', output),
  viewMeeting: NONE,
  directMeeting: ({ input }, { output }) => {
    // Turning a page changes nothing but what everybody looks at.
    if (input.type === 'show') return null;
    return { ...inMeeting('directMeeting', output), ...(input.type === 'hand-over' ? { about: input.to } : {}) };
  },
  takeControls: (_call, { output }) => inMeeting('takeControls', output),
  // That somebody opened a meeting in Teams is nobody's business.
  tieChat: NONE,
  viewMine: NONE,
  castBallot: NONE,
  withdrawBallot: NONE,
  viewResults: ({ params }, { output }, { team }) => {
    const seen = { team, meeting: params.meeting, daily: true } as const;
    return [
      ...(showsSomething(output) ? [{ act: 'viewResults' as const, ...seen }] : []),
      ...(output.named.length > 0 ? [{ act: 'seeNamedAnswers' as const, ...seen }] : []),
    ];
  },
  viewSample: NONE,
  keepNote: NONE,
  releaseComment: NONE,
  putSentence: NONE,
  proposeCommitment: (_call, { output }) => inMeeting('proposeCommitment', output),
  changeCommitment: (_call, { output }) => inMeeting('changeCommitment', output),
  withdrawCommitment: (_call, { output }) => inMeeting('withdrawCommitment', output),
  viewAudit: ({ params }) => ({ act: 'viewAudit', team: params.team, daily: true }),
  beginEngagement: ({ params }) => ({ act: 'beginEngagement', team: params.team }),
  viewEngagement: NONE,
  endEngagement: ({ params }) => ({ act: 'endEngagement', team: params.team }),
  draftContract: ({ params }) => ({ act: 'draftContract', team: params.team }),
  // The same yes once more changes nothing.
  acceptContract: ({ params }, _reply, { accepted }) =>
    accepted ? null : { act: 'acceptContract', team: params.team },
  // What the team's page shows, or less.
  viewAsSponsor: NONE,
  viewRecommendation: ({ params }) => ({ act: 'viewRecommendation', team: params.team, daily: true }),
  setGoals: ({ params }) => ({ act: 'setGoals', team: params.team }),
  // A coach's notes are the coach's: no log says that there are any, or when they are read.
  noteObservation: NONE,
  viewObservations: NONE,
  forgetObservation: NONE,
  // It shows the library, and of results what the team's page shows.
  suggestInterventions: NONE,
  logIntervention: ({ params }) => ({ act: 'logIntervention', team: params.team }),
  viewInterventions: NONE,
  withdrawIntervention: ({ params }) => ({ act: 'withdrawIntervention', team: params.team }),
  logIncident: ({ params }) => ({ act: 'logIncident', team: params.team }),
  viewIncidents: NONE,
  withdrawIncident: ({ params }) => ({ act: 'withdrawIncident', team: params.team }),
  // A plan is its coach's until it is shared, and so is that there is one.
  planSession: NONE,
  viewSessions: NONE,
  changeSession: ({ params, input, ifMatch }, { output, revision }) => {
    const isTheTeams = output.shared || input.type === 'share';
    return isTheTeams && revision !== ifMatch ? { act: 'changeSession', team: params.team } : null;
  },
  discardSession: ({ params }, { output }) => (output.shared ? { act: 'discardSession', team: params.team } : null),
  // Whether and when somebody wants to be spoken to is nobody else's business.
  viewNudgePreferences: NONE,
  setNudgePreferences: NONE,
  snooze: NONE,
  remind: ({ params }) => ({ act: 'remind', team: params.team }),
  exportMine: () => ({ act: 'exportMine', team: null }),
  deleteTeam: () => ({ act: 'deleteTeam', team: null }),
  // Told to each of the person's teams by the deletion itself, under the alias that stands for the person there.
  deleteMine: NONE,
  viewOrganisation: () => ({ act: 'viewOrganisation', team: null, daily: true }),
  // A part of the same page.
  viewOrganisationTeams: NONE,
  viewOrganisationLog: () => ({ act: 'viewOrganisationLog', team: null, daily: true }),
  appointLead: ({ params, input }) => ({ act: 'appointLead', team: params.team, about: input.person }),
};

function inMeeting(
  act: Act,
  { id, team }: { readonly id: MeetingId; readonly team: { readonly id: TeamId } },
): Trace & { readonly meeting: MeetingId } {
  return { act, team: team.id, meeting: id };
}

/** Before anything is shown, asking for results tells no more than that somebody has the meeting open. */
function showsSomething({ rating, predictions, dots, revotes, support, marks, worth }: ResultsView): boolean {
  const single = [rating, predictions, dots, marks, worth];
  return single.some((shown) => shown !== null) || revotes.length > 0 || support.length > 0;
}
