import type { MyData } from '../../contract/my-data.ts';
import type { Answers } from '../../domain/ballot/ballot.ts';
import type { Meeting, OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import type { MeetingId } from '../../kernel/ids.ts';
import { ownBallot } from '../ballots/own-ballot.ts';
import { loadMeeting } from '../in-team.ts';
import { readSnapshots } from '../meetings.ts';
import type { Actor, Ports } from '../use-case.ts';
import { sentenceAuthor } from '../use-cases/speak.ts';

type OwnAnswers = MyData['ballots'][number];

/** What somebody said, answered or did in one meeting, as far as it is theirs. */
interface Mine {
  readonly line: MyData['meetings'][number];
  readonly ballots: readonly OwnAnswers[];
  readonly namedAnswers: readonly OwnAnswers[];
  readonly words: MyData['words'];
  readonly wordings: MyData['wordings'];
}

/** Gathers it; `null` where the meeting is gone, or a plan that somebody else made. */
export async function mineInMeeting(
  ports: Ports,
  actor: Actor,
  {
    meeting: id,
    names,
    asked = false,
  }: {
    readonly meeting: MeetingId;
    readonly names: readonly string[];
    /** Whether a pulse asks the person beside its team. */
    readonly asked?: boolean;
  },
): Promise<Mine | null> {
  const meeting = (await loadMeeting(ports, actor.tenant, id))?.value;
  if (!meeting) return null;
  const line = lineOf(meeting, actor, asked);
  if (meeting.status === 'draft') {
    return line.facilitated ? { line, ballots: [], namedAnswers: [], words: [], wordings: [] } : null;
  }
  const words = meeting.comments.flatMap(({ question, text, name }) =>
    name !== null && names.includes(name) ? [{ meeting: id, question, text, name }] : [],
  );
  if (meeting.status === 'open') return { line, ...(await ofOpen(ports, actor, meeting)), namedAnswers: [], words };
  const namedAnswers = await namedOf(ports, actor, meeting);
  return { line, ballots: [], namedAnswers, words, wordings: [] };
}

function lineOf(meeting: Meeting, { person }: Actor, asked: boolean): Mine['line'] {
  const { id, team, status } = meeting;
  const invited = asked || (meeting.status !== 'draft' && meeting.terms.leaders.includes(person));
  return { id, team, title: meeting.composition.title, status, facilitated: meeting.facilitator === person, invited };
}

/** The tie between ballots and their authors is there until the meeting is sealed. */
async function ofOpen(ports: Ports, actor: Actor, meeting: OpenMeeting): Promise<Pick<Mine, 'ballots' | 'wordings'>> {
  const found = await Promise.all(
    meeting.rounds.map(async (round) => {
      const ballot = await ownBallot(ports, round, actor);
      return ballot && answersIn(meeting, round, ballot.answers);
    }),
  );
  const tag = await sentenceAuthor(ports, actor, meeting);
  const mine = meeting.sentences.filter(({ author }) => tag !== null && author === tag);
  return {
    ballots: found.filter((ballot) => ballot !== null),
    wordings: mine.map(({ text }) => ({ meeting: meeting.id, text })),
  };
}

async function namedOf(ports: Ports, { person }: Actor, meeting: Exclude<Meeting, { status: 'draft' }>) {
  const snapshots = await readSnapshots(ports, meeting);
  return meeting.rounds.flatMap((round): readonly OwnAnswers[] => {
    const mine = snapshots.get(round.id)?.named?.find((one) => one.person === person);
    return mine ? [answersIn(meeting, round, mine.answers)] : [];
  });
}

function answersIn({ id }: Pick<Meeting, 'id'>, round: Round, answers: Answers): OwnAnswers {
  const asked = round.questions.filter((question) => question.id in answers);
  const questions = Object.fromEntries(asked.map((question) => [question.id, question.text]));
  return { meeting: id, round: round.id, purpose: round.purpose, questions, answers };
}
