import { DEMO_LEADERS } from '@plumbline/infra/local/demo/people';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { Answer } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import type { Composition } from '@plumbline/shared/domain/meeting/meeting';
import type { TopicStep } from '@plumbline/shared/domain/meeting/phases';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { persona, type Person } from '../../running/person.ts';
import { openPlannedMeeting, RunningMeeting } from '../../running/running-meeting.ts';
import { answerOf, WORDINGS } from './fourth-quarter.ts';

const DAY = 86_400_000;

/** The demo company with its next meeting planned: its people act over HTTP, as their screens would let them. */
export class DemoMeeting {
  readonly id: MeetingId;
  readonly team: TeamId;
  /** Closed ones, oldest first. */
  readonly past: readonly MeetingId[];
  readonly coach: Person;
  readonly leaders: readonly Person[];
  #running: RunningMeeting | null = null;

  private constructor(of: Pick<DemoMeeting, 'id' | 'team' | 'past' | 'coach' | 'leaders'>) {
    this.id = of.id;
    this.team = of.team;
    this.past = of.past;
    this.coach = of.coach;
    this.leaders = of.leaders;
  }

  static async find(origin: string): Promise<DemoMeeting> {
    const coach = await persona(origin, 'ruth');
    const leaders = await Promise.all(DEMO_LEADERS.map(({ id }) => persona(origin, id)));
    const { teams } = await coach.do('viewHome', { params: {} });
    const team = teams[0];
    const draft = team?.meetings.find(({ status }) => status === 'draft');
    if (!team || !draft) throw new Error('The demo company has planned no meeting');
    const { trend } = await coach.do('viewTeam', { params: { team: team.id } });
    return new DemoMeeting({ id: draft.id, team: team.id, past: trend.map(({ meeting }) => meeting), coach, leaders });
  }

  get running(): RunningMeeting {
    if (!this.#running) throw new Error('The meeting is not open yet');
    return this.#running;
  }

  async open(): Promise<void> {
    this.#running = await openPlannedMeeting(this.coach);
  }

  /** Plans and opens another meeting or pulse of the team, which asks what the first one does but for changes. */
  async openAnother(format: 'meeting' | 'pulse', changes: Partial<Composition> = {}): Promise<DemoMeeting> {
    const { coach, team, past, leaders } = this;
    const first = await coach.do('viewMeeting', { params: { meeting: this.id } });
    const title = format === 'pulse' ? 'Pulse in between' : 'With few of us';
    const composition = { ...first.composition, title, ...changes };
    const planned = await coach.do('composeMeeting', { params: { team }, input: { format, composition } });
    const params = { meeting: planned.id };
    const closesAt = format === 'pulse' ? Date.now() + 5 * DAY : null;
    await coach.do('openMeeting', { params, input: { closesAt }, ifMatch: String(planned.revision) });
    const another = new DemoMeeting({ id: planned.id, team, past, coach, leaders });
    another.#running = new RunningMeeting(planned.id, coach);
    return another;
  }

  /** Lets leaders cast their ballots, or cast them anew, in the round that is open for a purpose. */
  async answer(
    purpose: RoundView['purpose'],
    who: readonly Person[] = this.leaders,
    answer: (question: Question, leader: number) => Answer | null = answerOf,
  ): Promise<void> {
    const round = await this.running.round(purpose);
    const { mode } = await this.running.view();
    for (const person of who) {
      const leader = this.leaders.indexOf(person);
      const answers = Object.fromEntries(
        round.questions.flatMap((question) => {
          const given = answer(question, leader);
          return given === null ? [] : [[question.id, given] as const];
        }),
      );
      const { ballots } = await person.do('viewMine', { params: { meeting: this.id } });
      const basedOn = ballots.find((ballot) => ballot.round === round.id)?.revision ?? null;
      const input = { basedOn, answers, consent: mode === 'named' };
      await person.do('castBallot', { params: { meeting: this.id, round: round.id }, input });
    }
  }

  async stepTopic(place: number, to: TopicStep | 'done'): Promise<void> {
    const question = await this.topic(place);
    await this.running.direct({ type: 'topic-step', question, to }, ({ topics }) => topics[place]?.step === to);
  }

  async topic(place: number): Promise<string> {
    return (await this.running.view()).topics[place]?.question ?? '';
  }

  /** Two leaders put words on the stage, one of them with a name. */
  async speak(question: string): Promise<void> {
    const words = [
      'I learnt from the timetable that I no longer own bookings.',
      'We settled it twice and wrote it down neither time.',
    ];
    for (const [i, text] of words.entries()) {
      const input = { question, text, named: i === 1 };
      await this.leaders[i + 2]?.do('releaseComment', { params: { meeting: this.id }, input });
    }
  }

  async propose(
    sentence: string,
    about: {
      readonly evidence: string;
      readonly displaces?: string;
      readonly question: string;
      readonly owner: number;
    },
  ) {
    const { evidence, displaces, question } = about;
    const { people } = await this.running.view();
    const owner = people.find(({ name }) => name === DEMO_LEADERS[about.owner]?.name)?.person ?? null;
    const due = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10);
    const input = { sentence, owner, due, evidence, displaces, question };
    await this.leaders[about.owner]?.do('proposeCommitment', { params: { meeting: this.id }, input });
  }

  async word(): Promise<void> {
    for (const [i, person] of this.leaders.entries()) {
      const input = { text: WORDINGS[i] ?? '' };
      await person.do('putSentence', { params: { meeting: this.id }, input });
    }
  }
}
