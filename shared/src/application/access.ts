import type { OperationName } from '../contract/operations.ts';
import type { Role } from '../domain/team/team.ts';

/** What somebody is to the thing that an operation is about. */
export interface Relation {
  /** The role in the team, `null` for somebody who is not in it. */
  readonly role: Role | null;
  readonly facilitates: boolean;
  /** Whether the meeting asks for this person's answers. */
  readonly invited: boolean;
  /** Whether a pulse asks for this person's answers beside those of its leaders. */
  readonly participates: boolean;
  /** Whether the thing is this person's: a commitment, an engagement that they coach, an incident that they told, a plan. */
  readonly owns: boolean;
  /** Whether this person administers the organisation whose thing it is; it opens nothing of what a team said. */
  readonly administers: boolean;
}

export type AccessRule = (relation: Relation) => boolean;

const anybody: AccessRule = () => true;
const members: AccessRule = ({ role }) => role !== null;
const coaches: AccessRule = ({ role }) => role === 'coach';
/** The one coach whose engagement it is. */
const itsCoach: AccessRule = ({ role, owns }) => role === 'coach' && owns;
const leadersAndCoaches: AccessRule = ({ role }) => role === 'leader' || role === 'coach';
const facilitator: AccessRule = ({ facilitates, role }) => facilitates && role !== null;
const participants: AccessRule = ({ participates }) => participates;
const invitedLeaders: AccessRule = ({ invited, role }) => invited && role !== null;
const everybodyAsked: AccessRule = (relation) => invitedLeaders(relation) || participants(relation);
const membersAndParticipants: AccessRule = (relation) => members(relation) || participants(relation);
const peopleInTheRoom: AccessRule = (relation) => invitedLeaders(relation) || facilitator(relation);
const everybodyButAnalysts: AccessRule = ({ role }) => role !== null && role !== 'analyst';
const ownerOrPlanner: AccessRule = (relation) => relation.owns || leadersAndCoaches(relation);
const authorOrCoach: AccessRule = ({ owns, role }) => role === 'coach' || (owns && role === 'leader');
const administrators: AccessRule = ({ administers }) => administers;

/** Who may do what. Somebody outside a team is told that the thing is not there; a member is told that it is denied. */
export const access: Readonly<Record<OperationName, AccessRule>> = {
  viewHome: anybody,
  foundTeam: anybody,
  viewTeam: members,
  addMember: leadersAndCoaches,
  viewDirectory: leadersAndCoaches,
  viewDirectoryTeam: leadersAndCoaches,
  changeRole: leadersAndCoaches,
  changeGroup: leadersAndCoaches,
  removeMember: leadersAndCoaches,
  changeTeam: leadersAndCoaches,
  raiseMinimumGroup: leadersAndCoaches,
  copyInstrument: leadersAndCoaches,
  editInstrument: leadersAndCoaches,
  checkIn: ownerOrPlanner,
  composeMeeting: leadersAndCoaches,
  recompose: leadersAndCoaches,
  discardDraft: leadersAndCoaches,
  openMeeting: leadersAndCoaches,
  planOpening: leadersAndCoaches,
  callOffOpening: leadersAndCoaches,
  nameParticipants: leadersAndCoaches,
  clearParticipants: leadersAndCoaches,
  nameStakeholders: leadersAndCoaches,
  viewMeeting: membersAndParticipants,
  directMeeting: facilitator,
  takeControls: leadersAndCoaches,
  tieChat: leadersAndCoaches,
  viewMine: membersAndParticipants,
  castBallot: everybodyAsked,
  withdrawBallot: invitedLeaders,
  viewResults: members,
  viewSample: membersAndParticipants,
  keepNote: members,
  releaseComment: invitedLeaders,
  putSentence: invitedLeaders,
  proposeCommitment: peopleInTheRoom,
  changeCommitment: peopleInTheRoom,
  withdrawCommitment: peopleInTheRoom,
  viewAudit: leadersAndCoaches,
  deleteTeam: leadersAndCoaches,
  beginEngagement: coaches,
  viewEngagement: everybodyButAnalysts,
  endEngagement: leadersAndCoaches,
  draftContract: itsCoach,
  acceptContract: everybodyButAnalysts,
  viewAsSponsor: everybodyButAnalysts,
  viewRecommendation: leadersAndCoaches,
  setGoals: itsCoach,
  noteObservation: coaches,
  viewObservations: coaches,
  forgetObservation: coaches,
  suggestInterventions: coaches,
  logIntervention: coaches,
  viewInterventions: coaches,
  withdrawIntervention: coaches,
  logIncident: leadersAndCoaches,
  viewIncidents: leadersAndCoaches,
  withdrawIncident: authorOrCoach,
  planSession: coaches,
  viewSessions: leadersAndCoaches,
  changeSession: itsCoach,
  discardSession: itsCoach,
  viewNudgePreferences: anybody,
  setNudgePreferences: anybody,
  snooze: anybody,
  remind: leadersAndCoaches,
  exportMine: anybody,
  deleteMine: anybody,
  viewOrganisation: administrators,
  viewOrganisationTeams: administrators,
  viewOrganisationLog: administrators,
  appointLead: administrators,
};
