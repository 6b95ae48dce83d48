import type { LastTime, MeetingView, RoundView } from '../../contract/views.ts';
import { countStep } from '../../domain/ballot/count-step.ts';
import {
  FEWEST_NAMED,
  type Asks,
  type DraftMeeting,
  type LeaderGroup,
  type LogEntry,
  type Meeting,
  type Mode,
  type Round,
  type Terms,
} from '../../domain/meeting/meeting.ts';
import { isShown, scaleQuestions } from '../../domain/meeting/rounds.ts';
import { groupsThatCouldShow } from '../../domain/results/group-results.ts';
import { groupsBeside } from '../../domain/meeting/groups.ts';
import { askedBy } from '../../domain/meeting/participants.ts';
import { peopleIn } from '../../domain/meeting/stakeholders.ts';
import { leadersOf, type Standing, type Team } from '../../domain/team/team.ts';
import type { OperationName } from '../../contract/operations.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { access } from '../access.ts';
import { relationTo, type Viewer } from '../in-team.ts';
import { depthFor } from './results.ts';

/** A person's name in a team, or an empty text for somebody who has left it. */
export function nameIn(team: Team, person: PersonId): string {
  return team.members.find((member) => member.person === person)?.name ?? '';
}

/** What a meeting is going to be, or was opened as. */
export function modeOf(meeting: Meeting): Mode {
  return meeting.status === 'draft' ? meeting.composition.mode : meeting.terms.mode;
}

/** Whose answers a meeting is going to ask for, or asks for. */
export function asksOf(meeting: Meeting): Asks {
  if (meeting.status !== 'draft') return meeting.terms.asks;
  return meeting.stakeholders.length > 0 ? 'stakeholders' : 'team';
}

/** From how many answers on a role is shown figures: where it may see names, all that there are. */
function shownFrom(mode: Mode, role: Standing, minimumGroup: number): number {
  return mode === 'named' && depthFor(role, 'closed') === 'full' ? FEWEST_NAMED : minimumGroup;
}

/** The groups of a meeting: which could be shown at all, and which is the member's own. */
function presentGroups(
  terms: Pick<Terms, 'mode' | 'minimumGroup' | 'groups'> & { readonly asked: number },
  { person }: Viewer,
): MeetingView['groups'] {
  return groupsThatCouldShow(terms).map((could) => {
    const own = terms.groups.find(({ group }) => group === could.group);
    return { ...could, mine: own?.people.includes(person) ?? false };
  });
}

/** Who looks, and whether a pulse asks for this person's answers beside those of its leaders. */
interface Onlooker extends Viewer {
  readonly participates: boolean;
}

/** A meeting as one member may see it. Nothing in it depends on what anybody answered, but for counts in steps. */
export function presentMeeting(
  meeting: Meeting,
  {
    team,
    viewer,
    lastTime,
    told,
    keptMonths,
  }: {
    readonly team: Team;
    readonly viewer: Onlooker;
    readonly lastTime: readonly LastTime[];
    /** How many participants have been told of the pulse so far. */
    readonly told: number | null;
    readonly keptMonths: number | null;
  },
): MeetingView {
  const named = (person: PersonId) => ({ person, name: nameIn(team, person) });
  const base = {
    id: meeting.id,
    team: { id: team.id, name: team.name, organisation: team.organisation },
    format: meeting.format,
    asks: asksOf(meeting),
    mode: modeOf(meeting),
    keptMonths,
    status: meeting.status,
    composition: meeting.composition,
    facilitator: named(meeting.facilitator),
    // Whoever is let in for being asked alone is not told who is in the team.
    people: viewer.role === 'participant' ? [] : team.members,
    me: presentMe(meeting, team, viewer),
    participants: presentParticipants(meeting, told),
    lastTime,
    revision: meeting.revision,
  };
  if (meeting.status === 'draft') {
    const { minimumGroup } = team;
    const { leaders, asked, groups } = goingToAsk(meeting, team);
    return {
      ...base,
      ...NOT_OPEN,
      opening: presentOpening(meeting, named),
      minimumGroup: shownFrom(modeOf(meeting), viewer.role, minimumGroup),
      leaders,
      groups: presentGroups({ mode: modeOf(meeting), minimumGroup, asked, groups }, viewer),
    };
  }
  const seesQuestions = depthFor(viewer.role, meeting.status) === 'full';
  const texts = new Map(scaleQuestions(meeting).map(({ id, text }) => [id, text]));
  return {
    ...base,
    ...(meeting.status === 'open'
      ? { phase: meeting.phase, clock: meeting.clock, closesAt: meeting.closesAt, closedAt: null, sealed: false }
      : { phase: null, clock: null, closesAt: null, closedAt: meeting.closedAt, sealed: meeting.sealed }),
    // In what order questions are shown tells where the team divides.
    page: seesQuestions && meeting.status === 'open' && meeting.phase === 'revealing' ? meeting.page : null,
    opening: null,
    entered: meeting.entered,
    openedAt: meeting.terms.openedAt,
    minimumGroup: shownFrom(meeting.terms.mode, viewer.role, meeting.terms.minimumGroup),
    leaders: meeting.terms.leaders.length,
    groups: presentGroups({ ...meeting.terms, asked: askedBy(meeting.terms) }, viewer),
    dimensions: meeting.dimensions,
    rounds: meeting.rounds.map((round) => presentRound(meeting, round, viewer)),
    topics: seesQuestions ? meeting.topics.map((topic) => ({ ...topic, text: texts.get(topic.question) ?? '' })) : [],
    comments: mayFacilitate(viewer) ? meeting.comments : [],
    sentencesCounted: countStep(meeting.sentences.length, meeting.terms.leaders.length),
    message: meeting.message,
    commitments: meeting.commitments.map((terms) => ({ ...terms, owner: named(terms.owner) })),
    log: meeting.log.map((entry) => presentEntry(entry, team)),
  };
}

function presentOpening(
  { opening }: DraftMeeting,
  named: (person: PersonId) => MeetingView['facilitator'],
): MeetingView['opening'] {
  if (opening === null) return null;
  const { opensAt, closesAt, by, missed } = opening;
  return { opensAt, closesAt, by: named(by), notOpened: missed?.because ?? null };
}

/** Whom a draft asks once it is opened, as far as is known now. */
export function goingToAsk(
  { participants, stakeholders }: DraftMeeting,
  team: Team,
): { readonly leaders: number; readonly asked: number; readonly groups: readonly LeaderGroup[] } {
  if (stakeholders.length > 0) return { leaders: 0, asked: peopleIn(stakeholders).length, groups: stakeholders };
  const leading = leadersOf(team);
  const asked = leading.length + participants.people;
  return { leaders: leading.length, asked, groups: groupsBeside(leading, participants) };
}

const NOT_OPEN = {
  phase: null,
  clock: null,
  page: null,
  entered: {},
  openedAt: null,
  closesAt: null,
  closedAt: null,
  sealed: false,
  dimensions: [],
  rounds: [],
  topics: [],
  comments: [],
  sentencesCounted: 0,
  message: null,
  commitments: [],
  log: [],
} as const;

function presentMe(meeting: Meeting, team: Team, viewer: Onlooker): MeetingView['me'] {
  const { participates } = viewer;
  const relation = { ...relationTo(team, meeting, viewer.person), participates };
  const may = (name: OperationName) => access[name](relation);
  const open = meeting.status === 'open';
  return {
    person: viewer.person,
    role: viewer.role,
    invited: relation.invited || participates,
    abilities: {
      direct: open && may('directMeeting'),
      facilitate: mayFacilitate(viewer),
      compose: meeting.status === 'draft' && may('recompose'),
      answer: open && may('castBallot'),
      commit: open && may('proposeCommitment'),
      release: open && may('releaseComment'),
    },
  };
}

/** Whether somebody can be handed the controls of a meeting. */
export function mayFacilitate({ role }: { readonly role: Standing }): boolean {
  return role === 'leader' || role === 'coach';
}

/** Whoever is asked beside the leaders; `null` where nobody is. */
function presentParticipants(meeting: Meeting, told: number | null): MeetingView['participants'] {
  if (meeting.status !== 'draft') return shownParticipants(meeting.terms.participants.people, told);
  const { participants, stakeholders } = meeting;
  return shownParticipants(participants.people + peopleIn(stakeholders).length, told ?? 0);
}

function shownParticipants(people: number, told: number | null): MeetingView['participants'] {
  return people === 0 ? null : { people, told };
}

function presentRound(meeting: Exclude<Meeting, { status: 'draft' }>, round: Round, viewer: Viewer): RoundView {
  return {
    id: round.id,
    purpose: round.purpose,
    status: round.state.status,
    questions: round.questions,
    counted: round.counted,
    invited: askedBy(meeting.terms),
    shown: isShown(meeting, round) && depthFor(viewer.role, meeting.status) !== null,
  };
}

function presentEntry(entry: LogEntry, team: Team): MeetingView['log'][number] {
  return entry.kind === 'handed-over' ? { ...entry, to: nameIn(team, entry.to) } : entry;
}
