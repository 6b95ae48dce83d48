import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { CommitmentId, PersonId } from '../../kernel/ids.ts';
import { checkTerms, type CommitmentTerms } from '../commitment/commitment.ts';
import type { QuestionId } from '../instrument/question.ts';
import type { MeetingError } from './errors.ts';
import { MOST_COMMENTS, MOST_COMMITMENTS, type Comment, type OpenMeeting, type Sentence } from './meeting.ts';
import type { Phase } from './phases.ts';
import { latestRound, scaleQuestions } from './rounds.ts';

type Outcome = Result<OpenMeeting, MeetingError>;

/** A commitment as it was typed: owner and date may still be missing, and are then refused with the reason. */
export interface CommitmentDraft {
  readonly id: CommitmentId;
  readonly sentence: string;
  readonly owner: PersonId | null;
  readonly due: string | null;
  readonly evidence: string;
  readonly displaces: string;
  readonly question: QuestionId | null;
}

/** Adds a commitment, or replaces the one with the same id, while the team commits and does not yet vote on it. */
export function setCommitment(
  meeting: OpenMeeting,
  draft: CommitmentDraft,
  context: { readonly members: readonly PersonId[]; readonly today: string; readonly now: Instant },
): Outcome {
  const fault = commitmentFault(meeting);
  if (fault) return fail(fault);
  const incomplete = checkTerms(draft, context.today);
  if (incomplete) return fail(incomplete);
  const { owner, due } = draft;
  if (owner === null || due === null || !context.members.includes(owner)) {
    return fail({ kind: 'commitment.owner-unknown' });
  }
  if (draft.question !== null && !scaleQuestions(meeting).some((question) => question.id === draft.question)) {
    return fail({ kind: 'topic.unknown-question', question: draft.question });
  }
  const terms: CommitmentTerms = { ...draft, owner, due };
  const known = meeting.commitments.some((commitment) => commitment.id === terms.id);
  if (!known && meeting.commitments.length >= MOST_COMMITMENTS) {
    return fail({ kind: 'commitment.too-many', most: MOST_COMMITMENTS });
  }
  const commitments = known
    ? meeting.commitments.map((commitment) => (commitment.id === terms.id ? terms : commitment))
    : [...meeting.commitments, terms];
  return ok(changed({ ...meeting, commitments }, context.now));
}

/** Takes a commitment back before the team votes on it. */
export function withdrawCommitment(meeting: OpenMeeting, id: CommitmentId, now: Instant): Outcome {
  const fault = commitmentFault(meeting);
  if (fault) return fail(fault);
  const commitments = meeting.commitments.filter((commitment) => commitment.id !== id);
  if (commitments.length === meeting.commitments.length) return fail({ kind: 'commitment.unknown' });
  return ok(changed({ ...meeting, commitments }, now));
}

/** Puts a person's words on the stage; the same comment sent twice stands once. */
export function releaseComment(meeting: OpenMeeting, comment: Comment, now: Instant): Outcome {
  if (meeting.comments.some((known) => known.id === comment.id)) return ok(meeting);
  if (!meeting.topics.some((topic) => topic.question === comment.question)) {
    return fail({ kind: 'topic.not-current' });
  }
  if (meeting.terms.mode === 'named' && comment.name === null) return fail({ kind: 'comment.name-needed' });
  if (meeting.comments.length >= MOST_COMMENTS) return fail({ kind: 'comment.too-many', most: MOST_COMMENTS });
  return ok(changed({ ...meeting, comments: [...meeting.comments, comment] }, now));
}

/**
 * Puts a leader's wording of the message on the table, in place of the same leader's earlier one. Wordings lie in the
 * order of their ids, which are drawn from a secret: the order in which they came would point at who typed when.
 */
export function putSentence(meeting: OpenMeeting, sentence: Sentence, now: Instant): Outcome {
  const fault = phaseFault(meeting, 'messaging');
  if (fault) return fail(fault);
  if (latestRound(meeting, 'marks')) return fail({ kind: 'sentence.marks-have-begun' });
  const others = meeting.sentences.filter((other) => other.author !== sentence.author);
  const sentences = [...others, sentence].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ok(changed({ ...meeting, sentences }, now));
}

function commitmentFault(meeting: OpenMeeting): MeetingError | null {
  if (latestRound(meeting, 'support')?.state.status === 'open') return { kind: 'commitment.being-voted-on' };
  return phaseFault(meeting, 'committing');
}

function phaseFault(meeting: OpenMeeting, needed: Phase): MeetingError | null {
  return meeting.phase === needed ? null : { kind: 'meeting.wrong-phase', phase: meeting.phase, needed };
}

function changed(meeting: OpenMeeting, now: Instant): OpenMeeting {
  return { ...meeting, activeAt: now, revision: meeting.revision + 1 };
}
