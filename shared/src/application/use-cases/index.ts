import type { OperationName, Operations } from '../../contract/operations.ts';
import type { UseCase } from '../use-case.ts';
import { castBallot } from './cast-ballot.ts';
import { checkIn } from './check-in.ts';
import { changeCommitment, proposeCommitment, withdrawCommitment } from './commit.ts';
import { composeMeeting, discardDraft, openMeeting, recompose } from './compose.ts';
import { directMeeting } from './direct-meeting.ts';
import { takeControls } from './take-controls.ts';
import { copyInstrument, editInstrument } from './instruments.ts';
import { keepNote, putSentence, releaseComment } from './speak.ts';
import { addMember, changeGroup, changeRole, foundTeam, raiseMinimumGroup, removeMember, viewTeam } from './teams.ts';
import { viewHome } from './view-home.ts';
import { withdrawBallot } from './withdraw-ballot.ts';
import { viewMeeting, viewMine, viewResults, viewSample } from './view-meeting.ts';

/** What each operation of the contract does. */
export const useCases: { readonly [N in OperationName]: UseCase<Operations[N]> } = {
  viewHome,
  foundTeam,
  viewTeam,
  addMember,
  changeRole,
  changeGroup,
  removeMember,
  raiseMinimumGroup,
  copyInstrument,
  editInstrument,
  checkIn,
  composeMeeting,
  recompose,
  discardDraft,
  openMeeting,
  viewMeeting,
  directMeeting,
  takeControls,
  viewMine,
  castBallot,
  withdrawBallot,
  viewResults,
  viewSample,
  keepNote,
  releaseComment,
  putSentence,
  proposeCommitment,
  changeCommitment,
  withdrawCommitment,
};
