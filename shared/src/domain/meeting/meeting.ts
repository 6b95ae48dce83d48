import type { Instant } from '../../kernel/instant.ts';
import type { CommentId, InstrumentId, MeetingId, PersonId, RoundId, SentenceId, TeamId } from '../../kernel/ids.ts';
import type { CommitmentTerms } from '../commitment/commitment.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
import type { Clock } from './clock.ts';
import type { Phase, TimePlan, TopicStep } from './phases.ts';
import type { PlannedOpening } from './planned-opening.ts';

/** `anonymous`: answers are nobody's. `named`: everybody in the meeting sees every answer with its author's name. */
export const MODES = ['anonymous', 'named'] as const;
export type Mode = (typeof MODES)[number];

/**
 * How a team's priorities are asked: put in `ranking` order, with points to give (`allocation`), or two at a time
 * (`pairwise`).
 */
export const PRIORITIES_AS = ['ranking', 'allocation', 'pairwise'] as const;
export type PrioritiesAs = (typeof PRIORITIES_AS)[number];

/** More priorities than this make more pairs than anybody decides with care: 6 make 15. */
export const MOST_IN_PAIRS = 6;

/** The fewest leaders of a named meeting, and the fewest answers from which its figures are shown. */
export const FEWEST_NAMED = 2;

/** What a meeting or pulse is going to ask, while it can still be changed. */
export interface Composition {
  readonly title: string;
  readonly purpose: string;
  readonly mode: Mode;
  readonly scheduledFor: Instant | null;
  readonly instrument: { readonly id: InstrumentId; readonly version: number };
  /** Statements of the team's own, answered like the instrument's. */
  readonly ownQuestions: readonly string[];
  /** The team's official priorities; none or 2 to 10, in pairs at most 6. */
  readonly priorities: readonly string[];
  readonly prioritiesAs: PrioritiesAs;
  readonly minutes: TimePlan;
}

/** A dimension as one meeting asks it: the ids of its questions among the rating's. */
export interface DimensionFrame {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuestionId[];
}

/** People of one function or place, or stakeholders of one kind; nobody is in two. */
export interface LeaderGroup {
  readonly group: string;
  readonly people: readonly PersonId[];
}

/** People whom a pulse asks beside the leaders of its team. They answer, and are members of nothing. */
export interface Participants {
  /** In a draft as many as were named, some perhaps twice; once opened, different people who are no leaders. */
  readonly people: number;
  /** Over how many lists they are spread once opened; 0 before, and where there are none. */
  readonly lists: number;
}

/** Whose answers a meeting asks for: its team's, with whoever is asked beside it, or its stakeholders' alone. */
export const ASKED = ['team', 'stakeholders'] as const;
export type Asks = (typeof ASKED)[number];

/** What was promised when the meeting opened; nobody can change it afterwards. */
export interface Terms {
  readonly openedAt: Instant;
  readonly mode: Mode;
  /** For everybody who sees no names, also in a named meeting. */
  readonly minimumGroup: number;
  readonly asks: Asks;
  /** The leaders whose answers are asked for; none where stakeholders are asked. */
  readonly leaders: readonly PersonId[];
  /** Whoever else is asked, in a pulse. */
  readonly participants: Participants;
  /** By which results are also shown, by name; whoever is in no group is not in it. */
  readonly groups: readonly LeaderGroup[];
}

export type RoundPurpose = 'rating' | 'prediction' | 'dots' | 're-vote' | 'support' | 'marks' | 'worth';

/** One collecting of secret ballots. `closings` counts how often it was closed; a reopened one drops its snapshot. */
export interface Round {
  readonly id: RoundId;
  readonly purpose: RoundPurpose;
  readonly questions: readonly Question[];
  readonly closings: number;
  /** Ballots as screens may count them while the round is open. */
  readonly counted: number;
  /** Over how many places the ballots are spread; fixed when the round opens. */
  readonly shards: number;
  readonly state: { readonly status: 'open' } | { readonly status: 'closed'; readonly snapshot: string };
}

/** A question that the team talks about, and the round in which it answered again. */
export interface Topic {
  readonly question: QuestionId;
  readonly step: TopicStep | 'waiting' | 'done';
  readonly revote: RoundId | null;
  /** What the team takes from the talk, in a sentence of the facilitator's. */
  readonly change: string;
}

/** Words that their author released; the name only where the author chose so. */
export interface Comment {
  readonly id: CommentId;
  readonly question: QuestionId;
  readonly text: string;
  readonly name: string | null;
}

/** One leader's wording of the message, on the table without a name; `author` is a secret tag, gone after closing. */
export interface Sentence {
  readonly id: SentenceId;
  readonly text: string;
  readonly author: string | null;
}

/** What the stage shows of the reveal. A page of questions is known by one on it, for stages hold one or three at a time. */
export type RevealPage =
  | { readonly kind: 'overview' }
  | { readonly kind: 'camps' }
  | { readonly kind: 'guesses' }
  /** `dimension`: opened, with its own questions alone; `null`: among all questions. */
  | { readonly kind: 'question'; readonly question: QuestionId; readonly dimension: string | null };

/** What a facilitator did that everybody may know of. */
export type LogEntry =
  | { readonly kind: 'skipped'; readonly at: Instant; readonly from: Phase; readonly to: Phase }
  | { readonly kind: 'went-back'; readonly at: Instant; readonly from: Phase; readonly to: Phase }
  | { readonly kind: 'handed-over'; readonly at: Instant; readonly to: PersonId }
  | {
      readonly kind: 'topics-overridden';
      readonly at: Instant;
      readonly dots: readonly QuestionId[];
      readonly instead: readonly QuestionId[];
    };

interface MeetingCore {
  readonly id: MeetingId;
  readonly tenant: string;
  readonly team: TeamId;
  readonly format: 'meeting' | 'pulse';
  readonly composition: Composition;
  readonly facilitator: PersonId;
  readonly createdAt: Instant;
  readonly revision: number;
}

export interface DraftMeeting extends MeetingCore {
  readonly status: 'draft';
  readonly participants: Participants;
  /** Whom a pulse asks instead of its team, by groups; none: the team is asked. */
  readonly stakeholders: readonly LeaderGroup[];
  /** `null`: somebody opens it. */
  readonly opening: PlannedOpening | null;
}

interface HeldMeeting extends MeetingCore {
  readonly terms: Terms;
  readonly dimensions: readonly DimensionFrame[];
  readonly rounds: readonly Round[];
  readonly topics: readonly Topic[];
  readonly comments: readonly Comment[];
  readonly sentences: readonly Sentence[];
  readonly message: string | null;
  readonly commitments: readonly CommitmentTerms[];
  readonly log: readonly LogEntry[];
}

export interface OpenMeeting extends HeldMeeting {
  readonly status: 'open';
  readonly phase: Phase;
  readonly clock: Clock;
  /** The page of the reveal that every stage shows. */
  readonly page: RevealPage;
  /** When each phase was first entered: the real run beside the planned one. */
  readonly entered: Readonly<Partial<Record<Phase, Instant>>>;
  /** When a pulse closes by itself; `null` for a meeting. */
  readonly closesAt: Instant | null;
  readonly activeAt: Instant;
}

/** Over. `sealed` once the answers lie under random ids and the round keys are destroyed. */
export interface ClosedMeeting extends HeldMeeting {
  readonly status: 'closed';
  readonly entered: Readonly<Partial<Record<Phase, Instant>>>;
  readonly closedAt: Instant;
  readonly sealed: boolean;
}

export type Meeting = DraftMeeting | OpenMeeting | ClosedMeeting;

/** At most so many topics are discussed, and so many commitments made, in one meeting. */
export const MOST_TOPICS = 3;
export const MOST_COMMITMENTS = 3;
/** A stage cannot hold more released words; the store's largest document could, many times over. */
export const MOST_COMMENTS = 200;
/** Of what a facilitator did, the latest entries are kept. */
export const MOST_LOG_ENTRIES = 200;
/** So many participants of a pulse can be named at once. */
export const MOST_NAMED_AT_ONCE = 1_000;
/** So many stakeholders one pulse can ask, in so many groups: of more groups hardly anything could be told. */
export const MOST_STAKEHOLDERS = 500;
export const MOST_STAKEHOLDER_GROUPS = 6;
/** So many people one pulse can ask beside its team. */
export const MOST_PARTICIPANTS = 200_000;
