import { setTimeout as wait } from 'node:timers/promises';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { Answer, Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import { scaleOf } from '@plumbline/shared/domain/instrument/question';
import type { Direction } from '@plumbline/shared/domain/meeting/direct';
import type { Phase } from '@plumbline/shared/domain/meeting/phases';
import { isBefore } from '@plumbline/shared/domain/meeting/phases';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import type { Person } from './person.ts';

/** A meeting of the running service and the person who runs it. */
export class RunningMeeting {
  readonly id: MeetingId;
  readonly facilitator: Person;

  constructor(id: MeetingId, facilitator: Person) {
    this.id = id;
    this.facilitator = facilitator;
  }

  async view(as: Person = this.facilitator): Promise<MeetingView> {
    const reply = await as.insist('viewMeeting', { params: { meeting: this.id } });
    if (!reply.ok) throw new Error(`${as.name} could not see the meeting: ${JSON.stringify(reply.error)}`);
    return reply.value.value;
  }

  /** Gives a direction until the meeting is where it leads, whatever happens to the service in between. */
  async direct(direction: Direction, isDone: (view: MeetingView) => boolean): Promise<MeetingView> {
    const { id: meeting, facilitator } = this;
    for (;;) {
      const view = await this.view();
      if (isDone(view)) return view;
      const request = { params: { meeting }, input: direction, ifMatch: String(view.revision) };
      const reply = await facilitator.try('directMeeting', request);
      const mayPass = !reply.ok && (reply.error.status === null || reply.error.status === 503);
      if (!reply.ok && !mayPass && reply.error.kind !== 'revision.stale') {
        throw new Error(`${direction.type} was refused: ${JSON.stringify(reply.error)}`);
      }
      if (mayPass) await wait(30);
    }
  }

  moveTo(phase: Phase): Promise<MeetingView> {
    const isThere = (view: MeetingView): boolean => view.phase !== null && !isBefore(view.phase, phase);
    return this.direct({ type: 'move', to: phase }, isThere);
  }

  async round(purpose: RoundView['purpose']): Promise<RoundView> {
    const round = (await this.view()).rounds.findLast((candidate) => candidate.purpose === purpose);
    if (!round) throw new Error(`There is no ${purpose}`);
    return round;
  }
}

/** The demo company's meeting that is planned and not yet open, opened by the person who is to run it. */
export async function openPlannedMeeting(facilitator: Person): Promise<RunningMeeting> {
  const home = await facilitator.do('viewHome', { params: {} });
  const planned = home.teams.flatMap(({ meetings }) => meetings).find(({ status }) => status === 'draft');
  if (!planned) throw new Error('No meeting is planned');
  const { revision } = await facilitator.do('viewMeeting', { params: { meeting: planned.id } });
  const params = { meeting: planned.id };
  await facilitator.do('openMeeting', { params, input: { closesAt: null }, ifMatch: String(revision) });
  return new RunningMeeting(planned.id, facilitator);
}

/** One answer to each question, drawn by `random`. */
export function drawAnswers(questions: readonly Question[], random: () => number): Answers {
  return Object.fromEntries(questions.map((question) => [question.id, drawAnswer(question, random)]));
}

function drawAnswer(question: Question, random: () => number): Answer {
  const scale = scaleOf(question);
  if (scale) {
    const value = scale.low + Math.floor(random() * (scale.high - scale.low + 1));
    return scale.cannotSay && random() < 0.05 ? { kind: 'cannot-say' } : { kind: 'scale', value };
  }
  if (question.kind === 'rating' || question.kind === 'agreement' || question.kind === 'frequency') {
    throw new Error(`A ${question.kind} has a scale`);
  }
  const drawn = question.options.map(({ id }) => ({ id, place: random() })).sort((a, b) => a.place - b.place);
  const ids = drawn.map(({ id }) => id);
  switch (question.kind) {
    case 'ranking':
      return { kind: 'ranking', order: ids.slice(0, question.most) };
    case 'allocation':
      return { kind: 'allocation', points: drawPoints(ids, question.total, random) };
    case 'pairwise':
      return {
        kind: 'pairwise',
        choices: ids.flatMap((preferred, place) => ids.slice(place + 1).map((over) => ({ preferred, over }))),
      };
    case 'dots':
      return { kind: 'dots', on: ids.slice(0, question.dots) };
  }
}

/** Points thrown at the options one by one. */
function drawPoints(options: readonly string[], total: number, random: () => number): Readonly<Record<string, number>> {
  const points = Object.fromEntries(options.map((option): [string, number] => [option, 0]));
  for (let point = 0; point < total; point += 1) {
    const option = options[Math.floor(random() * options.length)] ?? '';
    points[option] = (points[option] ?? 0) + 1;
  }
  return points;
}
