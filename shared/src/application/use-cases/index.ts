import type { OperationName, Operations } from '../../contract/operations.ts';
import type { UseCase } from '../use-case.ts';
import { admitted } from '../admitted.ts';
import { audited } from '../lifecycle/audited.ts';
import { coachingUseCases } from './coaching/index.ts';
import { practiceUseCases } from './coaching/practice.ts';
import { castBallot } from './cast-ballot.ts';
import { checkIn } from './check-in.ts';
import { changeCommitment, proposeCommitment, withdrawCommitment } from './commit.ts';
import { composeMeeting, discardDraft, openMeeting, recompose } from './compose.ts';
import { deleteMine } from './delete-mine.ts';
import { deleteTeam } from './delete-team.ts';
import { directMeeting } from './direct-meeting.ts';
import { exportMine } from './export-mine.ts';
import { clearParticipants, nameParticipants } from './name-participants.ts';
import { callOffOpening, planOpening } from './plan-opening.ts';
import { nameStakeholders } from './name-stakeholders.ts';
import { nudgeUseCases } from './nudge-preferences.ts';
import { organisationUseCases } from './organisation.ts';
import { takeControls } from './take-controls.ts';
import { tieChat } from './tie-chat.ts';
import { copyInstrument, editInstrument } from './instruments.ts';
import { keepNote, putSentence, releaseComment } from './speak.ts';
import {
  addMember,
  changeGroup,
  changeRole,
  changeTeam,
  foundTeam,
  raiseMinimumGroup,
  removeMember,
  viewTeam,
} from './teams.ts';
import { viewAudit } from './view-audit.ts';
import { viewDirectory, viewDirectoryTeam } from './view-directory.ts';
import { viewHome } from './view-home.ts';
import { withdrawBallot } from './withdraw-ballot.ts';
import { viewMeeting, viewMine, viewResults, viewSample } from './view-meeting.ts';

/** What each operation of the contract does, and writes down that it was done. */
export const useCases: { readonly [N in OperationName]: UseCase<Operations[N]> } = {
  ...coachingUseCases,
  ...practiceUseCases,
  ...nudgeUseCases,
  ...organisationUseCases,
  viewHome: audited('viewHome', admitted('viewHome', viewHome)),
  foundTeam: audited('foundTeam', admitted('foundTeam', foundTeam)),
  viewTeam: audited('viewTeam', viewTeam),
  addMember: audited('addMember', addMember),
  changeRole: audited('changeRole', changeRole),
  changeGroup: audited('changeGroup', changeGroup),
  removeMember: audited('removeMember', removeMember),
  changeTeam: audited('changeTeam', changeTeam),
  raiseMinimumGroup: audited('raiseMinimumGroup', raiseMinimumGroup),
  copyInstrument: audited('copyInstrument', copyInstrument),
  editInstrument: audited('editInstrument', editInstrument),
  checkIn: audited('checkIn', checkIn),
  composeMeeting: audited('composeMeeting', composeMeeting),
  recompose: audited('recompose', recompose),
  discardDraft: audited('discardDraft', discardDraft),
  openMeeting: audited('openMeeting', openMeeting),
  planOpening: audited('planOpening', planOpening),
  callOffOpening: audited('callOffOpening', callOffOpening),
  nameParticipants: audited('nameParticipants', nameParticipants),
  clearParticipants: audited('clearParticipants', clearParticipants),
  nameStakeholders: audited('nameStakeholders', nameStakeholders),
  tieChat: audited('tieChat', tieChat),
  viewDirectory,
  viewDirectoryTeam,
  viewMeeting: audited('viewMeeting', viewMeeting),
  directMeeting: audited('directMeeting', directMeeting),
  takeControls: audited('takeControls', takeControls),
  viewMine: audited('viewMine', viewMine),
  castBallot: audited('castBallot', castBallot),
  withdrawBallot: audited('withdrawBallot', withdrawBallot),
  viewResults: audited('viewResults', viewResults),
  viewSample: audited('viewSample', viewSample),
  keepNote: audited('keepNote', keepNote),
  releaseComment: audited('releaseComment', releaseComment),
  putSentence: audited('putSentence', putSentence),
  proposeCommitment: audited('proposeCommitment', proposeCommitment),
  changeCommitment: audited('changeCommitment', changeCommitment),
  withdrawCommitment: audited('withdrawCommitment', withdrawCommitment),
  viewAudit: audited('viewAudit', viewAudit),
  deleteTeam: audited('deleteTeam', deleteTeam),
  exportMine: audited('exportMine', admitted('exportMine', exportMine)),
  deleteMine: audited('deleteMine', admitted('deleteMine', deleteMine)),
};
