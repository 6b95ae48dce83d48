import type { Instant } from '../../kernel/instant.ts';
import type { MeetingId, RoundId } from '../../kernel/ids.ts';
import type { Question } from '../instrument/question.ts';
import type { RoundTally } from '../results/tally.ts';
import type { RoundPurpose } from './meeting.ts';

/**
 * The immutable result of one closing of a round. A re-vote's holds the team's whole picture after it, where those who
 * did not vote again keep their answer, and only when two or more people changed theirs.
 */
export interface Snapshot {
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly purpose: RoundPurpose;
  readonly closedAt: Instant;
  readonly minimumGroup: number;
  readonly questions: readonly Question[];
  readonly tally: RoundTally;
  readonly moved: boolean;
}
