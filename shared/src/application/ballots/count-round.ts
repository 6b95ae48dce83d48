import type { Answer, Answers } from '../../domain/ballot/ballot.ts';
import { FEWEST_NAMED } from '../../domain/meeting/meeting.ts';
import type { OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import { askedBy } from '../../domain/meeting/participants.ts';
import { ratingRound } from '../../domain/meeting/rounds.ts';
import type { NamedAnswers, Snapshot } from '../../domain/meeting/snapshot.ts';
import { groupResults, groupsToldHeld, resultsOfGroups } from '../../domain/results/group-results.ts';
import { finishTally, tallyRound } from '../../domain/results/tally-round.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Ports } from '../use-case.ts';
import { countShards } from './count-shards.ts';
import { ownBallot } from './own-ballot.ts';

/**
 * Counts the ballots of a round whose gate is shut. Only a named meeting's keep who answered what. Of groups, a rating
 * keeps what is shown of them and nothing else: none that its terms said would not be.
 */
export async function countRound(ports: Ports, meeting: OpenMeeting, round: Round): Promise<Snapshot> {
  const { minimumGroup, mode, groups } = meeting.terms;
  const { questions, purpose } = round;
  const base = { meeting: meeting.id, round: round.id, purpose, questions, closedAt: ports.now(), minimumGroup };
  const smallestSide = mode === 'named' ? FEWEST_NAMED : minimumGroup;
  const asked = { questions, invited: askedBy(meeting.terms), smallestSide };
  const tallied = (ballots: readonly Answers[]) => tallyRound({ ballots, ...asked });
  const told = groupsToldHeld({ mode, groups, asked: asked.invited, minimumGroup });
  const grouped = { mode, questions, dimensions: meeting.dimensions, minimumGroup, told };
  if (mode === 'named') {
    const { answered, changed } = await answersByPerson(ports, meeting, round);
    const named = [...answered].sort((a, b) => (a.person < b.person ? -1 : 1));
    const tally = tallied(named.map(({ answers }) => answers));
    const inGroups = purpose === 'rating' ? groupResults({ ...grouped, groups, answered: named }) : [];
    return { ...base, mode, named, tally, moved: purpose !== 're-vote' || changed >= 1, groups: inGroups };
  }
  if (purpose === 're-vote') {
    const { answered, changed } = await answersByPerson(ports, meeting, round);
    const moved = changed >= 2;
    const tally = tallied(moved ? answered.map(({ answers }) => answers) : []);
    return { ...base, mode, named: null, tally, moved, groups: [] };
  }
  const { whole, byGroup: counted } = await countShards(ports, meeting, round);
  const tally = finishTally({ partial: whole, ...asked });
  const names = groups.map(({ group }) => group);
  const inGroups = purpose === 'rating' ? resultsOfGroups({ ...grouped, groups: names, counted, whole: tally }) : [];
  return { ...base, mode, named: null, tally, moved: true, groups: inGroups };
}

/**
 * What each person answered, and how many changed an answer. In a re-vote that is everybody's answer after it: the new
 * one, or the one from the rating where nobody gave a new one.
 */
async function answersByPerson(
  ports: Ports,
  meeting: OpenMeeting,
  round: Round,
): Promise<{ readonly answered: readonly NamedAnswers[]; readonly changed: number }> {
  const { tenant, terms } = meeting;
  const of = async (one: Round, person: PersonId) => (await ownBallot(ports, one, { tenant, person }))?.answers ?? null;
  const ballots = await Promise.all(
    terms.leaders.map(async (person) => ({ person, answers: await of(round, person) })),
  );
  if (round.purpose !== 're-vote') {
    return { answered: ballots.flatMap(({ person, answers }) => (answers ? [{ person, answers }] : [])), changed: 0 };
  }
  const rating = ratingRound(meeting);
  const asked = round.questions[0]?.id ?? '';
  const pairs = await Promise.all(
    ballots.map(async ({ person, answers }) => {
      const before = (await of(rating, person))?.[asked];
      return { person, before, after: answers?.[asked] };
    }),
  );
  const answered = pairs.flatMap(({ person, before, after }): readonly NamedAnswers[] => {
    const answer = after ?? before;
    return answer ? [{ person, answers: { [asked]: answer } }] : [];
  });
  return { answered, changed: pairs.filter(isChanged).length };
}

function isChanged({
  before,
  after,
}: {
  readonly before: Answer | undefined;
  readonly after: Answer | undefined;
}): boolean {
  return after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
}
