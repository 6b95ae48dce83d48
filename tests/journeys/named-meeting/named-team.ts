import type { RoundView } from '@plumbline/shared/contract/views';
import type { Answer, Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { persona, type Person } from '../../running/person.ts';
import { RunningMeeting } from '../../running/running-meeting.ts';

const LEADERS = ['maya', 'tomas', 'ngozi'] as const;

/** A team of three leaders, too small for an anonymous meeting, with its coach and its sponsor. */
export interface NamedTeam {
  readonly id: TeamId;
  readonly coach: Person;
  /** Maya answers on her own screen; the others do without one. */
  readonly leaders: readonly Person[];
}

export async function foundNamedTeam(origin: string): Promise<NamedTeam> {
  const coach = await persona(origin, 'ruth');
  const input = {
    name: 'Harbour desk',
    organisation: 'Calder Marine Logistics',
    scope: 'team',
    intact: true,
    myTitle: 'Coach',
    myRole: 'coach',
  } as const;
  const { id } = await coach.do('foundTeam', { params: {}, input, key: 'harbour' });
  for (const [name, role] of [...LEADERS.map((leader) => [leader, 'leader'] as const), ['helen', 'sponsor'] as const]) {
    const { person } = await (await persona(origin, name)).do('viewHome', { params: {} });
    await coach.do('addMember', { params: { team: id }, input: { ...person, title: '', role }, key: `add-${name}` });
  }
  const leaders = await Promise.all(LEADERS.map((leader) => persona(origin, leader)));
  return { id, coach, leaders };
}

/** The meeting of the team that is open. */
export async function openMeetingOf({ id, coach }: NamedTeam): Promise<RunningMeeting> {
  const { meetings } = await coach.do('viewTeam', { params: { team: id } });
  const open = meetings.find(({ status }) => status === 'open');
  if (!open) throw new Error('The named meeting is not open');
  return new RunningMeeting(open.id, coach);
}

/** Answers everything that a round asks, with consent, over what the person answered before. */
export async function answerAll(
  person: Person,
  at: { readonly meeting: MeetingId; readonly round: RoundView },
  value: (place: number) => number | null,
): Promise<void> {
  const { meeting, round } = at;
  const { ballots } = await person.do('viewMine', { params: { meeting } });
  const basedOn = ballots.find((ballot) => ballot.round === round.id)?.revision ?? null;
  const answers: Answers = Object.fromEntries(
    round.questions.map((question, place): [string, Answer] => [question.id, answerTo(question, value(place))]),
  );
  const input = { basedOn, answers, consent: true };
  await person.do('castBallot', { params: { meeting, round: round.id }, input });
}

function answerTo(question: Question, value: number | null): Answer {
  switch (question.kind) {
    case 'ranking':
      return { kind: 'ranking', order: question.options.slice(0, question.most).map(({ id }) => id) };
    case 'dots':
      return { kind: 'dots', on: question.options.slice(0, question.dots).map(({ id }) => id) };
    case 'allocation':
    case 'pairwise':
      throw new Error(`The demo asks no ${question.kind}`);
    default:
      return value === null ? { kind: 'cannot-say' } : { kind: 'scale', value };
  }
}
