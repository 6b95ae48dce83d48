import { z } from 'zod';
import { LANGUAGES } from '../kernel/languages.ts';
import { coachingOperations } from './coaching-operations.ts';
import { askedOperations } from './asked-operations.ts';
import { chatOperations } from './chat-operations.ts';
import { directoryOperations } from './directory-operations.ts';
import { lifecycleOperations } from './lifecycle-operations.ts';
import type { Operation } from './operation.ts';
import { nudgeOperations } from './nudge-operations.ts';
import { organisationOperations } from './organisation-operations.ts';
import { practiceOperations } from './practice-operations.ts';
import { routes } from './routes.ts';
import {
  answers,
  checkInStatus,
  commitmentDraft,
  commitmentView,
  composition,
  dimensionDraft,
  direction,
  groupName,
  idOf,
  instant,
  instrument,
  questionId,
  role,
  scope,
} from './schemas.ts';
import { optionalText, text } from './text.ts';
import { homeView, meetingView, mineView, receipt, resultsView, sampleView, teamView } from './views.ts';

const aboutTeam = { name: text(80), organisation: text(80), scope, intact: z.boolean() };
const ofNothing = z.object({});
const ofTeam = z.object({ team: idOf('team') });
const ofMember = z.object({ team: idOf('team'), person: idOf('person') });
const ofInstrument = z.object({ team: idOf('team'), instrument: idOf('instrument') });
const ofTeamCommitment = z.object({ team: idOf('team'), commitment: idOf('commitment') });
const ofMeeting = z.object({ meeting: idOf('meeting') });
const ofRound = z.object({ meeting: idOf('meeting'), round: idOf('round') });
const ofMeetingCommitment = z.object({ meeting: idOf('meeting'), commitment: idOf('commitment') });
const ofMeetingQuestion = z.object({ meeting: idOf('meeting'), question: questionId });

/** Every operation of the product, by name. */
export const operations = {
  ...coachingOperations,
  ...practiceOperations,
  ...nudgeOperations,
  ...askedOperations,
  ...organisationOperations,
  ...chatOperations,
  ...directoryOperations,
  ...lifecycleOperations,
  viewHome: {
    ...routes.viewHome,
    name: 'viewHome',
    summary: 'What waits for me, my commitments and my teams',
    params: ofNothing,
    input: null,
    output: homeView,
  },
  foundTeam: {
    ...routes.foundTeam,
    name: 'foundTeam',
    summary: 'Make a team, with its maker as the first member',
    params: ofNothing,
    input: z.object({
      ...aboutTeam,
      myTitle: optionalText(80),
      myRole: z.enum(['leader', 'coach']),
    }),
    output: teamView,
  },
  viewTeam: {
    ...routes.viewTeam,
    name: 'viewTeam',
    summary: "A team's profile over time, meetings, commitments, members and instruments",
    params: ofTeam,
    input: null,
    output: teamView,
  },
  addMember: {
    ...routes.addMember,
    name: 'addMember',
    summary: 'Add a person to a team',
    params: ofTeam,
    input: z.object({
      person: idOf('person'),
      name: text(80),
      title: optionalText(80),
      role,
      group: groupName.default(''),
    }),
    output: teamView,
  },
  changeRole: {
    ...routes.changeRole,
    name: 'changeRole',
    summary: "Change a member's role",
    params: ofMember,
    input: z.object({ role }),
    output: teamView,
  },
  changeGroup: {
    ...routes.changeGroup,
    name: 'changeGroup',
    summary: 'Put a member into a group by which results are also shown, or into none',
    params: ofMember,
    input: z.object({ group: groupName }),
    output: teamView,
  },
  removeMember: {
    ...routes.removeMember,
    name: 'removeMember',
    summary: 'Take a member out of a team',
    params: ofMember,
    input: null,
    output: teamView,
  },
  changeTeam: {
    ...routes.changeTeam,
    name: 'changeTeam',
    summary: 'Say anew what a team is called, where it belongs, whom it leads, and whether it has one shared purpose',
    params: ofTeam,
    input: z.object(aboutTeam),
    output: teamView,
  },
  raiseMinimumGroup: {
    ...routes.raiseMinimumGroup,
    name: 'raiseMinimumGroup',
    summary: "Raise a team's minimum group; it can't be lowered",
    params: ofTeam,
    input: z.object({ minimumGroup: z.int().min(5).max(1000) }),
    output: teamView,
  },
  copyInstrument: {
    ...routes.copyInstrument,
    name: 'copyInstrument',
    summary: "Copy an instrument into a team's own",
    params: ofTeam,
    input: z.object({
      from: z.object({ id: idOf('instrument'), version: z.int().positive() }),
      title: text(120),
      /** Of a set that comes with the product, the language that is copied. */
      language: z.enum(LANGUAGES).default('en'),
    }),
    output: instrument,
  },
  editInstrument: {
    ...routes.editInstrument,
    name: 'editInstrument',
    summary: "Make the next version of a team's own instrument",
    params: ofInstrument,
    input: z.object({
      basedOn: z.int().positive(),
      title: text(120),
      dimensions: z.array(dimensionDraft).min(1).max(12),
    }),
    output: instrument,
  },
  checkIn: {
    ...routes.checkIn,
    name: 'checkIn',
    summary: 'Say how a commitment stands',
    params: ofTeamCommitment,
    input: z.object({ status: checkInStatus, note: optionalText(500) }),
    output: commitmentView,
  },
  composeMeeting: {
    ...routes.composeMeeting,
    name: 'composeMeeting',
    summary: 'Plan a meeting or a pulse',
    params: ofTeam,
    input: z.object({ format: z.enum(['meeting', 'pulse']), composition }),
    output: meetingView,
  },
  recompose: {
    ...routes.recompose,
    name: 'recompose',
    summary: 'Change what a meeting or pulse is going to ask',
    params: ofMeeting,
    input: composition,
    output: meetingView,
  },
  discardDraft: {
    ...routes.discardDraft,
    name: 'discardDraft',
    summary: 'Throw away a plan that nobody was asked about',
    params: ofMeeting,
    input: null,
    output: z.object({ discarded: z.literal(true) }),
  },
  openMeeting: {
    ...routes.openMeeting,
    name: 'openMeeting',
    summary: 'Open a meeting or pulse: freeze its terms and begin to take ballots',
    params: ofMeeting,
    input: z.object({ closesAt: instant.nullable() }),
    output: meetingView,
  },
  planOpening: {
    ...routes.planOpening,
    name: 'planOpening',
    summary: 'Have a plan open by itself at a moment, as me, by what I may do then',
    params: ofMeeting,
    input: z.object({ opensAt: instant, closesAt: instant.nullable() }),
    output: meetingView,
  },
  callOffOpening: {
    ...routes.callOffOpening,
    name: 'callOffOpening',
    summary: 'Have a plan not open by itself any more',
    params: ofMeeting,
    input: null,
    output: meetingView,
  },
  viewMeeting: {
    ...routes.viewMeeting,
    name: 'viewMeeting',
    summary: 'Where a meeting or pulse stands',
    params: ofMeeting,
    input: null,
    output: meetingView,
  },
  directMeeting: {
    ...routes.directMeeting,
    name: 'directMeeting',
    summary: 'Run the meeting: move on, go back, pause, extend, choose, ask, close',
    params: ofMeeting,
    input: direction,
    output: meetingView,
  },
  takeControls: {
    ...routes.takeControls,
    name: 'takeControls',
    summary: 'Take the controls of an open meeting, when whoever has them is gone; logged and shown',
    params: ofMeeting,
    input: null,
    output: meetingView,
  },
  viewMine: {
    ...routes.viewMine,
    name: 'viewMine',
    summary: 'My ballots, notes and wording in an open meeting',
    params: ofMeeting,
    input: null,
    output: mineView,
  },
  castBallot: {
    ...routes.castBallot,
    name: 'castBallot',
    summary: 'Cast or change my ballot; `basedOn` is the revision that it replaces, null for the first',
    params: ofRound,
    input: z.object({
      basedOn: z.string().max(100).nullable(),
      answers,
      /** Whether the person agrees that everybody in a named meeting sees these answers with their name. */
      consent: z.boolean().default(false),
    }),
    output: receipt,
  },
  withdrawBallot: {
    ...routes.withdrawBallot,
    name: 'withdrawBallot',
    summary: 'Take my named ballot back before its round closes; it is deleted',
    params: ofRound,
    input: null,
    output: z.object({ withdrawn: z.literal(true) }),
  },
  viewResults: {
    ...routes.viewResults,
    name: 'viewResults',
    summary: 'The results that may be looked at now',
    params: ofMeeting,
    input: null,
    output: resultsView,
  },
  viewSample: {
    ...routes.viewSample,
    name: 'viewSample',
    summary: 'What could they see? Each role’s exact view, on made-up answers',
    params: ofMeeting,
    input: null,
    output: sampleView,
  },
  keepNote: {
    ...routes.keepNote,
    name: 'keepNote',
    summary: 'Keep a private note on a question',
    params: ofMeetingQuestion,
    input: z.object({ text: optionalText(2000) }),
    output: z.object({ kept: z.literal(true) }),
  },
  releaseComment: {
    ...routes.releaseComment,
    name: 'releaseComment',
    summary: 'Put my words on the stage, with or without my name',
    params: ofMeeting,
    input: z.object({ question: questionId, text: text(280), named: z.boolean() }),
    output: meetingView,
  },
  putSentence: {
    ...routes.putSentence,
    name: 'putSentence',
    summary: 'Put my wording of the message on the table, without my name',
    params: ofMeeting,
    input: z.object({ text: text(280) }),
    output: z.object({ kept: z.literal(true) }),
  },
  proposeCommitment: {
    ...routes.proposeCommitment,
    name: 'proposeCommitment',
    summary: 'Propose a commitment: owner, date, evidence, linked question',
    params: ofMeeting,
    input: commitmentDraft,
    output: meetingView,
  },
  changeCommitment: {
    ...routes.changeCommitment,
    name: 'changeCommitment',
    summary: 'Change a proposed commitment',
    params: ofMeetingCommitment,
    input: commitmentDraft,
    output: meetingView,
  },
  withdrawCommitment: {
    ...routes.withdrawCommitment,
    name: 'withdrawCommitment',
    summary: 'Take a proposed commitment back',
    params: ofMeetingCommitment,
    input: null,
    output: meetingView,
  },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
