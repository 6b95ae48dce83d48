import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClientError } from '@plumbline/shared/client/client-error';
import type { CallReply, CallRequest } from '@plumbline/shared/client/client';
import type { OperationName } from '@plumbline/shared/contract/operations';
import type { MineView, RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { makeId, type CommitmentId, type MeetingId, type TeamId } from '@plumbline/shared/kernel/ids';
import type { Result } from '@plumbline/shared/kernel/result';
import type { Person } from '../../running/person.ts';
import { drawAnswers } from '../../running/running-meeting.ts';

/** What a restless person works on. */
export interface Desk {
  readonly team: TeamId;
  readonly meeting: MeetingId;
  readonly round: RoundView;
  readonly commitment: CommitmentId;
}

/** What all of them together did so far. */
export interface Tally {
  /** Calls that were answered. */
  calls: number;
  /** Nobody waits for an answer any more. */
  isAborted: boolean;
  /** How often each kind of failure was answered. */
  readonly failures: Map<string, number>;
  /** Failures that were no problem with a next step, or that nothing explains. */
  readonly unexplained: string[];
}

/** A team's page is read whole: so many check-ins and instruments from one person. */
const MOST_MADE = 8;

/** Works without a pause, sends everything again until it is answered, and remembers all that was acknowledged. */
export class RestlessPerson {
  readonly instruments: string[] = [];
  readonly checkIns: string[] = [];
  readonly notes = new Map<string, string>();
  ballot: { readonly answers: Answers; readonly revision: string } | null = null;
  readonly person: Person;
  readonly desk: Desk;
  readonly #tally: Tally;
  readonly #random: () => number;

  constructor(person: Person, desk: Desk, { tally, random }: { readonly tally: Tally; readonly random: () => number }) {
    this.person = person;
    this.desk = desk;
    this.#tally = tally;
    this.#random = random;
  }

  /** One thing after the other until told to stop. */
  async workUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const draw = this.#random();
      if (draw < 0.5) await this.#vote();
      else if (draw < 0.7) this.check(await this.look(), 'while faults happened');
      else if (draw < 0.85) await this.#note();
      else if (draw < 0.9 && this.instruments.length < MOST_MADE) await this.#copy();
      else if (draw < 0.95 && this.checkIns.length < MOST_MADE) await this.#checkIn();
      else await this.#insist('viewMeeting', { params: { meeting: this.desk.meeting } });
    }
  }

  async look(): Promise<MineView> {
    return this.#insist('viewMine', { params: { meeting: this.desk.meeting } });
  }

  /** Compares what the service has of this person with what it acknowledged. */
  check({ ballots, notes }: MineView, moment: string): void {
    const kept = ballots.find(({ round }) => round === this.desk.round.id);
    const same = JSON.stringify(kept?.answers ?? null) === JSON.stringify(this.ballot?.answers ?? null);
    if (!same) this.#tally.unexplained.push(`${this.person.name} lost a ballot ${moment}`);
    for (const [question, text] of this.notes) {
      if (notes[question] !== text) this.#tally.unexplained.push(`${this.person.name} lost a note ${moment}`);
    }
  }

  async #vote(): Promise<void> {
    const { meeting, round } = this.desk;
    const answers = drawAnswers(round.questions, this.#random);
    const params = { meeting, round: round.id };
    const input = { basedOn: this.ballot?.revision ?? null, answers };
    const { revision } = await this.#insist('castBallot', { params, input });
    this.ballot = { answers, revision };
  }

  async #note(): Promise<void> {
    const { meeting, round } = this.desk;
    const question = round.questions[Math.floor(this.#random() * 5)]?.id ?? '';
    const text = `Note ${this.#random()}`;
    await this.#insist('keepNote', { params: { meeting, question }, input: { text } });
    this.notes.set(question, text);
  }

  async #copy(): Promise<void> {
    const title = `Copy ${this.instruments.length} of ${this.person.name}`;
    const from = { id: makeId('instrument', 'alignment'), version: 1 };
    const params = { team: this.desk.team };
    await this.#insist('copyInstrument', { params, input: { from, title }, key: randomUUID() });
    this.instruments.push(title);
  }

  async #checkIn(): Promise<void> {
    const { team, commitment } = this.desk;
    const note = `${this.person.name} at ${this.checkIns.length}`;
    const input = { status: 'on-track', note } as const;
    await this.#insist('checkIn', { params: { team, commitment }, input, key: randomUUID() });
    this.checkIns.push(note);
  }

  /** Sends the very same call until it is answered, and looks at every failure on the way. */
  async #insist<N extends OperationName>(name: N, request: CallRequest<N>): Promise<CallReply<N>['value']> {
    for (;;) {
      const reply: Result<CallReply<N>, ClientError> = await this.person.try(name, request);
      if (reply.ok || reply.error.status !== null) this.#tally.calls += 1;
      if (reply.ok) return reply.value.value;
      const { kind, status, detail } = reply.error;
      this.#tally.failures.set(kind, (this.#tally.failures.get(kind) ?? 0) + 1);
      const isAway = status === null || status === 503;
      if (this.#tally.isAborted) throw new Error('The run was given up');
      if (!isAway) throw new Error(`${name} of ${this.person.name} was refused: ${JSON.stringify(reply.error)}`);
      if (status === 503 && (detail ?? '') === '') this.#tally.unexplained.push(`a 503 of ${name} had no next step`);
      await wait(20 + this.#random() * 60);
    }
  }
}
