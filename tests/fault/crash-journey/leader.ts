import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, RoundId } from '@plumbline/shared/kernel/ids';
import type { Person } from '../../running/person.ts';
import { drawAnswers } from '../../running/running-meeting.ts';

/** What one leader knows of the own ballot in a round. */
export interface Remembered {
  readonly acknowledged: Answers;
  readonly revision: string;
  /** What was sent last and refused as too late: it may have been kept before the service died unheard. */
  readonly unheard: Answers | null;
}

/** A leader who acts without a pause and remembers everything that the service acknowledged. */
export class RestlessLeader {
  readonly person: Person;
  readonly ballots = new Map<RoundId, Remembered>();
  readonly comments: string[] = [];

  constructor(person: Person) {
    this.person = person;
  }

  /** Casts a ballot and changes it again and again, until the round is closed. */
  async voteUntilClosed(meeting: MeetingId, round: RoundView): Promise<void> {
    for (;;) {
      const before = this.ballots.get(round.id);
      const answers = drawAnswers(round.questions, Math.random);
      const params = { meeting, round: round.id };
      const reply = await this.person.insist('castBallot', {
        params,
        input: { basedOn: before?.revision ?? null, answers },
      });
      if (reply.ok) {
        const { revision } = reply.value.value;
        this.ballots.set(round.id, { acknowledged: answers, revision, unheard: null });
      } else if (reply.error.kind === 'round.closed' && before) {
        this.ballots.set(round.id, { ...before, unheard: answers });
        return;
      } else {
        throw new Error(`A ballot of ${this.person.name} was refused: ${JSON.stringify(reply.error)}`);
      }
      await wait(Math.random() * 30);
    }
  }

  /** Releases one sentence after the other until told to stop. */
  async speakUntil(
    isOver: () => boolean,
    about: { readonly meeting: MeetingId; readonly question: string },
  ): Promise<void> {
    const { meeting, question } = about;
    while (!isOver()) {
      const text = `${this.person.name} says ${this.comments.length}`;
      const request = { params: { meeting }, input: { question, text, named: false }, key: randomUUID() };
      const reply = await this.person.insist('releaseComment', request);
      if (!reply.ok) throw new Error(`A comment was refused: ${JSON.stringify(reply.error)}`);
      this.comments.push(text);
      await wait(20 + Math.random() * 40);
    }
  }
}
