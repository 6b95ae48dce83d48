import type { CommitmentView, LastTime } from '../../contract/views.ts';
import { isOfTeam } from '../../domain/coaching/evidence.ts';
import { isOpen, statusOf, type Commitment } from '../../domain/commitment/commitment.ts';
import { ratingResults } from '../../domain/results/rating-results.ts';
import type { RatingResults } from '../../domain/results/shown.ts';
import type { Member, Team } from '../../domain/team/team.ts';
import type { Card, ClosedResult } from '../../records/kinds.ts';
import { access } from '../access.ts';
import { relationTo } from '../in-team.ts';
import { nameIn } from './meeting.ts';
import { depthFor } from './results.ts';

/** Says what the question of a commitment has done since it was made. */
export type Movements = (commitment: Commitment) => CommitmentView['moved'];

/** A commitment as a member of its team sees it. */
export function presentCommitment(
  commitment: Commitment,
  {
    team,
    member,
    movements,
    today,
  }: { readonly team: Team; readonly member: Member; readonly movements: Movements; readonly today: string },
): CommitmentView {
  const { id, sentence, due, evidence, displaces, question, questionText, meeting, madeAt, revision } = commitment;
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
    displaces,
    question: question === null || questionText === null ? null : { id: question, text: questionText },
    moved: movements(commitment),
    status: statusOf(commitment),
    madeAt,
    checkIns: commitment.checkIns.map((entry) => ({ ...entry, by: nameIn(team, entry.by) })),
    mayCheckIn:
      statusOf(commitment) !== 'dropped' && access.checkIn({ ...relationTo(team, null, member.person), owns }),
    revision,
  };
}

/**
 * From what the team's closed meetings and pulses show, oldest first, to whoever sees their questions. One counts that was
 * opened once the commitment was made, as answers from before it can't be its doing, and that asked the leaders alone.
 */
export function movementsIn(
  { results, cards }: { readonly results: readonly ClosedResult[]; readonly cards: readonly Card[] },
  member: Member,
): Movements {
  if (depthFor(member.role, 'closed') !== 'full') return () => null;
  const openedAt = new Map(cards.map((card) => [card.id, card.openedAt]));
  const ofTeam = results.filter(({ leaders, tally }) => isOfTeam(leaders.length, tally));
  const worked = new Map<ClosedResult, RatingResults>();
  const shownOf = (result: ClosedResult): RatingResults => {
    const shown = worked.get(result) ?? ratingResults(result);
    worked.set(result, shown);
    return shown;
  };
  return ({ question, meeting, madeAt }) => {
    const asked = ofTeam.filter(({ questions }) => questions.some(({ id }) => id === question));
    const made = asked.find((result) => result.meeting === meeting);
    if (!made) return null;
    const since = asked.filter((result) => result !== made && (openedAt.get(result.meeting) ?? 0) >= madeAt);
    const latest = since.findLast((result) => place(question, shownOf(result)) !== null);
    return latest ? movedSince(question, shownOf(made), shownOf(latest)) : null;
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
