import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { groupsBeside } from './groups.ts';
import { leadersOf, type Team } from '../team/team.ts';
import type { MeetingError } from './errors.ts';
import {
  FEWEST_NAMED,
  type Composition,
  type DraftMeeting,
  type Meeting,
  type OpenMeeting,
  type Participants,
  type PrioritiesAs,
} from './meeting.ts';
import { askedBy, NO_PARTICIPANTS } from './participants.ts';
import { withoutMembers } from './stakeholders.ts';
import { newRound, ratingQuestions } from './rounds.ts';
import { OVERVIEW } from './show-page.ts';

/** The sentences that a meeting asks with beside its instrument, in the language of whoever opens it. */
export interface AskingWords {
  readonly own: string;
  readonly importance: string;
  readonly priorities: Readonly<Record<PrioritiesAs, string>>;
  readonly dots: string;
  readonly worth: string;
}

/** A meeting or pulse that nobody has been asked about yet. */
export function composeMeeting(
  team: Team,
  draft: {
    readonly id: MeetingId;
    readonly format: 'meeting' | 'pulse';
    readonly composition: Composition;
    readonly by: PersonId;
    readonly now: Instant;
  },
): DraftMeeting {
  return {
    status: 'draft',
    id: draft.id,
    tenant: team.tenant,
    team: team.id,
    format: draft.format,
    composition: draft.composition,
    facilitator: draft.by,
    createdAt: draft.now,
    participants: NO_PARTICIPANTS,
    stakeholders: [],
    opening: null,
    revision: 1,
  };
}

/** Changes what is going to be asked, as long as nobody was. Whoever is not of the team is asked without names only. */
export function recompose(meeting: Meeting, composition: Composition): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  const asksOthers = meeting.participants.people > 0 || meeting.stakeholders.length > 0;
  if (asksOthers && composition.mode === 'named') return fail({ kind: 'participants.anonymous-only' });
  return ok({ ...meeting, composition, revision: meeting.revision + 1 });
}

/**
 * Opens a meeting or pulse: freezes its terms and its questions and begins to take ballots. A team with fewer leaders
 * than its minimum group is refused, for none of its results could be shown; it can open a named one from two leaders on.
 * A pulse of stakeholders asks no leader.
 */
export function openMeeting(
  meeting: Meeting,
  opening: {
    readonly team: Team;
    readonly instrument: Instrument;
    readonly words: AskingWords;
    readonly closesAt: Instant | null;
    /** Whoever is asked beside the leaders. */
    readonly participants: Participants;
    readonly now: Instant;
  },
): Result<OpenMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  const { team, instrument, words, closesAt, participants, now } = opening;
  const stakeholders = withoutMembers(meeting.stakeholders, team);
  const asks = meeting.stakeholders.length > 0 ? 'stakeholders' : 'team';
  const leading = asks === 'team' ? leadersOf(team) : [];
  const leaders = leading.map((member) => member.person);
  const { mode } = meeting.composition;
  const asksOthers = participants.people > 0 || asks === 'stakeholders';
  if (asksOthers && mode === 'named') return fail({ kind: 'participants.anonymous-only' });
  if (mode === 'named' && leaders.length < FEWEST_NAMED) {
    return fail({ kind: 'meeting.too-few-for-named', leaders: leaders.length, fewest: FEWEST_NAMED });
  }
  const asked = askedBy({ leaders, participants });
  if (asks === 'stakeholders' && asked < team.minimumGroup) {
    return fail({ kind: 'stakeholders.too-few', people: asked, minimumGroup: team.minimumGroup });
  }
  if (mode === 'anonymous' && asked < team.minimumGroup) {
    return fail({ kind: 'meeting.too-few-leaders', leaders: leaders.length, minimumGroup: team.minimumGroup });
  }
  if (closesAt !== null && closesAt <= now) return fail({ kind: 'pulse.closes-in-the-past' });
  const { questions, dimensions } = ratingQuestions(meeting.composition, instrument, words);
  const { participants: _named, stakeholders: _asked, opening: _planned, ...draft } = meeting;
  const { minimumGroup } = team;
  const groups = asks === 'team' ? groupsBeside(leading, participants) : stakeholders;
  return ok({
    ...draft,
    status: 'open',
    terms: { openedAt: now, mode, minimumGroup, asks, leaders, participants, groups },
    dimensions,
    rounds: [newRound(meeting, { place: 0, voters: asked }, { purpose: 'rating', questions })],
    topics: [],
    comments: [],
    sentences: [],
    message: null,
    commitments: [],
    log: [],
    phase: 'collecting',
    clock: { status: 'untimed' },
    page: OVERVIEW,
    entered: { collecting: now },
    closesAt: meeting.format === 'pulse' ? closesAt : null,
    activeAt: now,
    revision: meeting.revision + 1,
  });
}
