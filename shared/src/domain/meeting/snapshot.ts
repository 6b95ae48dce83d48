import type { Instant } from '../../kernel/instant.ts';
import type { MeetingId, PersonId, RoundId } from '../../kernel/ids.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import type { GroupResult } from '../results/shown.ts';
import type { RoundTally } from '../results/tally.ts';
import type { RoundPurpose } from './meeting.ts';

interface SnapshotCore {
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly purpose: RoundPurpose;
  readonly closedAt: Instant;
  readonly minimumGroup: number;
  readonly questions: readonly Question[];
  readonly tally: RoundTally;
  readonly moved: boolean;
  /** Of a rating, what is shown of groups, and nothing else of them: no tally, no answer. */
  readonly groups: readonly GroupResult[];
}

/** One person's answers as everybody in a named meeting sees them. */
export interface NamedAnswers {
  readonly person: PersonId;
  readonly answers: Answers;
}

/** Of an anonymous round nothing is kept that could be tied to a person. */
export interface AnonymousSnapshot extends SnapshotCore {
  readonly mode: 'anonymous';
  readonly named: null;
}

/** Of a named round, who answered what, in the order of the people's ids. */
export interface NamedSnapshot extends SnapshotCore {
  readonly mode: 'named';
  readonly named: readonly NamedAnswers[];
}

/**
 * The immutable result of one closing of a round. A re-vote's holds the team's whole picture after it, where those who
 * did not vote again keep their answer, and only when two or more people changed theirs (one, in a named meeting).
 */
export type Snapshot = AnonymousSnapshot | NamedSnapshot;
