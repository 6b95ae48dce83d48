import type { CommitmentView, LastTime } from '../../contract/views.ts';
import { isOpen, statusOf, type Commitment } from '../../domain/commitment/commitment.ts';
import type { RatingResults } from '../../domain/results/shown.ts';
import type { Member, Team } from '../../domain/team/team.ts';
import { access } from '../access.ts';
import { relationTo } from '../in-team.ts';
import { nameIn } from './meeting.ts';

/** A commitment as a member of its team sees it. */
export function presentCommitment(
  commitment: Commitment,
  { team, member, today }: { readonly team: Team; readonly member: Member; readonly today: string },
): CommitmentView {
  const { id, sentence, due, evidence, question, questionText, meeting, madeAt, revision } = commitment;
  const owns = commitment.owner === member.person;
  return {
    id,
    team: team.id,
    teamName: team.name,
    meeting,
    sentence,
    owner: { person: commitment.owner, name: nameIn(team, commitment.owner) },
    due,
    overdue: isOpen(commitment) && due < today,
    evidence,
    question: question === null || questionText === null ? null : { id: question, text: questionText },
    status: statusOf(commitment),
    madeAt,
    checkIns: commitment.checkIns.map((entry) => ({ ...entry, by: nameIn(team, entry.by) })),
    mayCheckIn:
      statusOf(commitment) !== 'dropped' && access.checkIn({ ...relationTo(team, null, member.person), owns }),
    revision,
  };
}

/** Whether the question of a commitment moved between two ratings, from what both of them show. */
export function movedSince(
  question: string | null,
  before: RatingResults | null,
  now: RatingResults | null,
): LastTime['moved'] {
  const then = place(question, before);
  const today = place(question, now);
  if (then === null || today === null) return null;
  if (today > then) return 'closer';
  return today < then ? 'further-apart' : 'settled';
}

function place(question: string | null, results: RatingResults | null): number | null {
  const found = results?.questions.find((candidate) => candidate.question === question)?.result;
  return found?.status === 'shown' ? found.together : null;
}
