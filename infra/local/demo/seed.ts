import { useCases } from '@plumbline/shared/application/use-cases/index';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Call, Engines, Ports, Reply, UseCase } from '@plumbline/shared/application/use-case';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { MeetingView } from '@plumbline/shared/contract/views';
import type { Answer, Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import type { Direction } from '@plumbline/shared/domain/meeting/direct';
import { IMPORTANCE, PRIORITIES } from '@plumbline/shared/domain/meeting/rounds';
import { makeId, type MeetingId, type PersonId, type TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, dayOf, HOUR, MINUTE, type Instant } from '@plumbline/shared/kernel/instant';
import { WRITTEN_IN } from '@plumbline/shared/kernel/languages';
import type { Result } from '@plumbline/shared/kernel/result';
import { coachTeam, type Act } from './coach.ts';
import { DEMO_COMPANY, DEMO_LEADERS, DEMO_PEOPLE, DEMO_TENANT, type DemoPerson } from './people.ts';
import { DEMO_MINUTES, DEMO_PRIORITIES, NEXT_MEETING, OWN_STATEMENT, QUARTERS, type Quarter } from './story.ts';
import { WIDER_COACH, WIDER_LEADERS, WIDER_PULSE, WIDER_TEAM, widerAnswer } from './wider-team.ts';

const INSTRUMENT = { id: makeId('instrument', 'alignment'), version: 1 };

const COMPOSITION = {
  mode: 'anonymous' as const,
  instrument: INSTRUMENT,
  prioritiesAs: 'ranking' as const,
  minutes: DEMO_MINUTES,
};

/**
 * Fills an empty store with the demo company: two closed meetings in past quarters and one ready to open, what the coach
 * kept between them, and a closed pulse of a larger team, whose results are also shown by group. Everything is done
 * through the operations that the product itself offers, at times that lie in the past.
 */
export async function seedDemo(ports: Engines): Promise<void> {
  const today = ports.now() - (ports.now() % DAY) + 9 * HOUR;
  const demo = new DemoCompany(ports, today - 200 * DAY);
  const team = await demo.found();
  for (const quarter of QUARTERS) await demo.hold(team, quarter, today - quarter.daysAgo * DAY);
  await demo.plan(team, today - 3 * DAY, today + NEXT_MEETING.inDays * DAY);
  await demo.coach(team, today);
  await demo.holdWiderPulse(today - WIDER_PULSE.daysAgo * DAY);
  await demo.keepHouse(ports.now);
}

/** Acts as the people of the demo company, one operation after another, at a time of its own. */
class DemoCompany {
  readonly #ports: Ports;
  #now: Instant;
  #keys = 0;

  constructor(ports: Engines, from: Instant) {
    this.#now = from;
    // Closing counts everything, and nobody watches before; a demo that cannot be written is not begun.
    this.#ports = {
      ...ports,
      now: () => this.#now,
      recount: () => undefined,
      tellFault(fault) {
        throw new Error('The demo could not be written', { cause: fault });
      },
    };
  }

  keepHouse(now: () => Instant): Promise<void> {
    return keepHouse({ ...this.#ports, now });
  }

  async found(): Promise<TeamId> {
    const coach = known('ruth');
    const team = await this.#do('foundTeam', coach, {
      params: {},
      input: {
        name: 'Executive team',
        organisation: DEMO_COMPANY,
        scope: 'organisation',
        intact: true,
        myTitle: coach.title,
        myRole: 'coach',
      },
    });
    for (const { oid, name, title, role } of DEMO_PEOPLE.filter(({ id }) => id !== coach.id)) {
      const input = { person: makeId('person', oid), name, title, role, group: '' };
      await this.#do('addMember', coach, { params: { team: team.id }, input });
    }
    return team.id;
  }

  /** A team one level down answers a pulse; enough people of two of its functions do. */
  async holdWiderPulse(start: Instant): Promise<void> {
    this.#now = start - DAY;
    const { id: team } = await this.#do('foundTeam', WIDER_COACH, {
      params: {},
      input: {
        name: WIDER_TEAM,
        organisation: DEMO_COMPANY,
        scope: 'department',
        intact: false,
        myTitle: WIDER_COACH.title,
        myRole: 'coach',
      },
    });
    for (const { person, group } of WIDER_LEADERS) {
      const input = { person: idOf(person), name: person.name, title: person.title, role: 'leader' as const, group };
      await this.#do('addMember', WIDER_COACH, { params: { team }, input });
    }
    const { title, purpose } = WIDER_PULSE;
    const composition = { ...COMPOSITION, title, purpose, ownQuestions: [], priorities: [], scheduledFor: null };
    const planned = await this.#do('composeMeeting', WIDER_COACH, {
      params: { team },
      input: { format: 'pulse', composition },
    });
    this.#now = start;
    const params = { meeting: planned.id };
    const input = { closesAt: start + WIDER_PULSE.days * DAY };
    const opened = await this.#do('openMeeting', WIDER_COACH, { params, input, ifMatch: String(planned.revision) });
    const [round] = opened.rounds;
    if (!round) throw new Error('The demo pulse has no rating');
    for (const [place, leader] of WIDER_LEADERS.entries()) {
      const answers: Answers = Object.fromEntries(
        round.questions.map((question, i): readonly [string, Answer] => [
          question.id,
          question.kind === 'ranking'
            ? { kind: 'ranking', order: ['priorities', 'across-functions', place % 2 === 0 ? 'strategy' : 'roles'] }
            : scale(widerAnswer(leader, question.id.split('.').at(-2) ?? '', place + i)),
        ]),
      );
      const to = { meeting: planned.id, round: round.id };
      await this.#do('castBallot', leader.person, { params: to, input: { basedOn: null, answers, consent: false } });
    }
    const { revision } = await this.#do('viewMeeting', WIDER_COACH, { params, input: null });
    await this.#do('directMeeting', WIDER_COACH, { params, input: { type: 'close' }, ifMatch: String(revision) });
  }

  async plan(team: TeamId, now: Instant, scheduledFor: Instant): Promise<MeetingId> {
    this.#now = now;
    const { title, purpose } = NEXT_MEETING;
    return this.#compose(team, { title, purpose, scheduledFor });
  }

  coach(team: TeamId, today: Instant): Promise<void> {
    const act: Act = (name, { by, at }, sent) => {
      this.#now = at;
      return this.#do(name, by, sent);
    };
    return coachTeam(act, { team, today });
  }

  async hold(team: TeamId, quarter: Quarter, start: Instant): Promise<void> {
    this.#now = start - 5 * DAY;
    const meeting = await this.#compose(team, { ...quarter, scheduledFor: start });
    await this.#do('openMeeting', FACILITATOR, {
      params: { meeting },
      input: { closesAt: null },
      ifMatch: await this.#seen(meeting),
    });
    this.#now = start;
    await this.#direct(meeting, { type: 'move', to: 'opening' });
    await this.#direct(meeting, { type: 'move', to: 'rating' });
    await this.#everybodyAnswers(meeting, 'rating', (question, i) => ratingAnswer(question, quarter, i));
    await this.#direct(meeting, { type: 'move', to: 'predicting' });
    await this.#everybodyAnswers(meeting, 'prediction', (_question, i) => scale(i % 3 === 0 ? 6 : 5));
    await this.#direct(meeting, { type: 'move', to: 'revealing' });
    await this.#direct(meeting, { type: 'move', to: 'choosing' });
    await this.#everybodyAnswers(meeting, 'dots', (_question, i) => ({ kind: 'dots', on: dotsOf(i) }));
    await this.#direct(meeting, { type: 'move', to: 'discussing' });
    await this.#discuss(meeting, quarter);
    await this.#commit(meeting, quarter, start);
    await this.#agreeOnMessage(meeting, quarter);
    await this.#direct(meeting, { type: 'move', to: 'closing' });
    await this.#everybodyAnswers(meeting, 'worth', (_question, i) => scale(quarter.worth[i] ?? 4));
    await this.#direct(meeting, { type: 'close' });
    await this.#checkIn(team, meeting, { quarter, start });
  }

  async #discuss(meeting: MeetingId, quarter: Quarter): Promise<void> {
    const { topics } = await this.#view(meeting);
    for (const [i, { question }] of topics.entries()) {
      await this.#direct(meeting, { type: 'topic-step', question, to: 'talking' });
      const change = quarter.changes[i];
      const answers = quarter.revote[question];
      if (answers) {
        await this.#direct(meeting, { type: 'topic-step', question, to: 're-voting' });
        await this.#everybodyAnswers(meeting, 're-vote', (_question, person) => scale(answers[person] ?? 4));
        await this.#direct(meeting, { type: 'topic-step', question, to: 'comparing' });
      }
      if (change !== undefined) await this.#direct(meeting, { type: 'note-change', question, change });
      await this.#direct(meeting, { type: 'topic-step', question, to: 'done' });
    }
  }

  async #commit(meeting: MeetingId, quarter: Quarter, start: Instant): Promise<void> {
    await this.#direct(meeting, { type: 'move', to: 'committing' });
    for (const { owner, dueInDays, sentence, evidence, displaces, question } of quarter.commitments) {
      const due = dayOf(start + dueInDays * DAY);
      const input = { sentence, evidence, displaces, question, due, owner: idOf(known(owner)) };
      await this.#do('proposeCommitment', known(owner), { params: { meeting }, input });
    }
    await this.#direct(meeting, { type: 'ask-support' });
    await this.#everybodyAnswers(meeting, 'support', (_question, i) => scale(i % 4 === 0 ? 5 : 4));
    await this.#direct(meeting, { type: 'close-support' });
  }

  async #agreeOnMessage(meeting: MeetingId, quarter: Quarter): Promise<void> {
    await this.#direct(meeting, { type: 'move', to: 'messaging' });
    for (const [i, text] of quarter.sentences.entries()) {
      await this.#do('putSentence', leader(i), { params: { meeting }, input: { text } });
    }
    await this.#direct(meeting, { type: 'ask-marks' });
    await this.#everybodyAnswers(meeting, 'marks', (question, i) =>
      scale((question.text.length + i) % 3 === 0 ? 0 : 1),
    );
    await this.#direct(meeting, { type: 'close-marks' });
    await this.#direct(meeting, { type: 'settle-message', text: quarter.message });
  }

  async #checkIn(
    team: TeamId,
    meeting: MeetingId,
    { quarter, start }: { quarter: Quarter; start: Instant },
  ): Promise<void> {
    const page = await this.#do('viewTeam', FACILITATOR, { params: { team }, input: null });
    for (const { sentence, owner, checkIns } of quarter.commitments) {
      const made = page.commitments.find(
        (candidate) => candidate.meeting === meeting && candidate.sentence === sentence,
      );
      if (!made) throw new Error(`The demo team made no commitment "${sentence}"`);
      for (const { afterDays, status, note } of checkIns) {
        this.#now = start + afterDays * DAY;
        await this.#do('checkIn', known(owner), { params: { team, commitment: made.id }, input: { status, note } });
      }
    }
  }

  async #compose(
    team: TeamId,
    about: { readonly title: string; readonly purpose: string; readonly scheduledFor: Instant },
  ): Promise<MeetingId> {
    const { title, purpose, scheduledFor } = about;
    const composition = {
      ...COMPOSITION,
      title,
      purpose,
      scheduledFor,
      ownQuestions: [OWN_STATEMENT],
      priorities: DEMO_PRIORITIES,
    };
    const input = { format: 'meeting' as const, composition };
    return (await this.#do('composeMeeting', FACILITATOR, { params: { team }, input })).id;
  }

  async #everybodyAnswers(
    meeting: MeetingId,
    purpose: MeetingView['rounds'][number]['purpose'],
    answer: (question: Question, person: number) => Answer | null,
  ): Promise<void> {
    const round = (await this.#view(meeting)).rounds.findLast((candidate) => candidate.purpose === purpose);
    if (!round) throw new Error(`The demo meeting has no ${purpose}`);
    for (const [i, person] of DEMO_LEADERS.entries()) {
      const given = round.questions.flatMap((question): readonly (readonly [string, Answer])[] => {
        const one = answer(question, i);
        return one ? [[question.id, one]] : [];
      });
      const answers: Answers = Object.fromEntries(given);
      const params = { meeting, round: round.id };
      await this.#do('castBallot', person, { params, input: { basedOn: null, answers, consent: false } });
    }
  }

  async #direct(meeting: MeetingId, direction: Direction): Promise<void> {
    this.#now += MINUTE;
    const ifMatch = await this.#seen(meeting);
    await this.#do('directMeeting', FACILITATOR, { params: { meeting }, input: direction, ifMatch });
  }

  #view(meeting: MeetingId): Promise<MeetingView> {
    return this.#do('viewMeeting', FACILITATOR, { params: { meeting }, input: null });
  }

  async #seen(meeting: MeetingId): Promise<string> {
    return String((await this.#view(meeting)).revision);
  }

  async #do<N extends OperationName>(
    name: N,
    person: DemoPerson,
    {
      params,
      input,
      ifMatch = null,
    }: Pick<Call<Operations[N]>, 'params' | 'input'> & { readonly ifMatch?: string | null },
  ): Promise<Reply<Operations[N]>['output']> {
    this.#keys += 1;
    const actor = { tenant: DEMO_TENANT, person: idOf(person), name: person.name, administers: false };
    const useCase: UseCase<Operations[N]> = useCases[name];
    const call: Call<Operations[N]> = {
      actor,
      params,
      input,
      ifMatch,
      key: `demo-${this.#keys}`,
      language: WRITTEN_IN,
    };
    const reply: Result<Reply<Operations[N]>, { readonly kind: string }> = await useCase(this.#ports, call);
    if (!reply.ok) throw new Error(`The demo could not ${name} as ${person.name}: ${JSON.stringify(reply.error)}`);
    return reply.value.output;
  }
}

const FACILITATOR = known('ruth');

function known(id: string): DemoPerson {
  const person = DEMO_PEOPLE.find((candidate) => candidate.id === id);
  if (!person) throw new Error(`Nobody in the demo company is called ${id}`);
  return person;
}

function leader(i: number): DemoPerson {
  const person = DEMO_LEADERS[i];
  if (!person) throw new Error(`The demo team has no leader ${i}`);
  return person;
}

function idOf(person: DemoPerson): PersonId {
  return makeId('person', person.oid);
}

function scale(value: number): Answer {
  return { kind: 'scale', value };
}

function ratingAnswer(question: Question, quarter: Quarter, person: number): Answer | null {
  if (question.id === IMPORTANCE) return { kind: 'ranking', order: quarter.importance[person] ?? [] };
  if (question.id === PRIORITIES) return { kind: 'ranking', order: (quarter.order[person] ?? []).map((p) => `p${p}`) };
  const dimension = question.id.split('.').at(-2) ?? '';
  const stand = quarter.stand[dimension]?.[person];
  if (stand === null) return { kind: 'cannot-say' };
  if (stand === undefined) return null;
  return scale(clamp(stand + nudge(question.id, person, stand)));
}

/** Keeps a person's answers within a dimension from being all the same; who feels strongly stays there. */
function nudge(question: string, person: number, stand: number): number {
  if (stand <= 1 || stand >= 6) return 0;
  const place = (Number(question.at(-1)) * 5 + person * 3) % 7;
  if (place === 0) return 1;
  return place === 3 ? -1 : 0;
}

function clamp(value: number): number {
  return Math.min(7, Math.max(1, value));
}

function dotsOf(person: number): readonly string[] {
  const third = ['al.strategy.2', 'al.responsibilities.1', 'al.expectations.2'][person % 3] ?? 'al.strategy.2';
  return ['al.priorities.2', person % 4 === 3 ? 'al.vision.3' : 'al.across-functions.1', third];
}
