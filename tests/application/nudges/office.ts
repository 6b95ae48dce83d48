import { createNudger, type Nudger } from '@plumbline/shared/application/nudges/nudger';
import { forgetChat, rememberChat } from '@plumbline/shared/application/nudges/chats';
import type { Letter, Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { MINUTE, SECOND, type Duration } from '@plumbline/shared/kernel/instant';
import { Company } from '../company.ts';

/** What left the service: when, into whose chat, and what it said. */
export interface Sent {
  readonly at: number;
  readonly to: number;
  readonly letter: Letter;
}

/** Teams' connector as a test wants it: it takes messages, or does what it is told to do instead. */
class Line implements Messenger {
  readonly sent: Sent[] = [];
  readonly tried: number[] = [];
  /** What becomes of a message to somebody; a fault is thrown. */
  fate: (to: number, tenant: string) => Awaited<ReturnType<Messenger['send']>> | Error = () => 'sent';
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  send(chat: Parameters<Messenger['send']>[0], letter: Letter): ReturnType<Messenger['send']> {
    const to = Number(chat['number']);
    this.tried.push(to);
    const { tenant } = chat;
    if (typeof tenant !== 'string') throw new Error('A chat of a test says whose it is');
    const fate = this.fate(to, tenant);
    if (fate instanceof Error) return Promise.reject(fate);
    if (fate === 'sent') this.sent.push({ at: this.#now(), to, letter });
    return Promise.resolve(fate);
  }
}

/** A company with a bot, whose people talk with it. */
export class BotCompany extends Company {
  readonly line = new Line(() => this.now);
  readonly nudger: Nudger;
  /** The organisation of whoever is called by number from now on. */
  organisation = 'tenant-1';

  constructor(...how: ConstructorParameters<typeof Company>) {
    super(...how);
    this.nudger = this.another();
  }

  override person(number: number, tenant = this.organisation): ReturnType<Company['person']> {
    return super.person(number, tenant);
  }

  /** One more instance of the service, or the same one started anew. */
  another(ports: Ports = this.ports): Nudger {
    return createNudger(ports, this.line);
  }

  chat(number: number, timeZone: string | null = 'UTC'): Promise<void> {
    const reference = { number, tenant: this.organisation };
    return rememberChat(this.ports, this.person(number), { reference, locale: 'en-GB', timeZone });
  }

  async chats(from: number, to: number): Promise<void> {
    for (let number = from; number <= to; number += 1) await this.chat(number);
  }

  unchat(number: number): Promise<void> {
    return forgetChat(this.ports, this.person(number));
  }

  /** Lets time pass, and has the service look again and again while it does. */
  async pass(time: Duration, every: Duration = MINUTE): Promise<void> {
    const until = this.now + time;
    while (this.now < until) {
      this.now = Math.min(until, this.now + every);
      await this.nudger.run();
    }
  }

  async passUntil(moment: string, every: Duration = 10 * MINUTE): Promise<void> {
    await this.pass(Date.parse(`${moment}Z`) - this.now, every);
  }

  /** Who got what, in order: "1 invitation". */
  get told(): readonly string[] {
    return this.line.sent.map(({ to, letter }) => `${to} ${letter.nudges.map(({ kind }) => kind).join('+')}`);
  }

  answer(meeting: MeetingId, by: number): Promise<void> {
    return this.round(meeting, 'rating').then(async (round) => {
      const answers = { [round.questions[0]?.id ?? '']: { kind: 'scale', value: 4 } } as const;
      const cast = await this.cast(meeting, round.id, { by, answers });
      if (!cast.ok) throw new Error(cast.error.kind);
    });
  }
}

/** Long enough for a meeting to be announced, and for everybody it asks to be looked at. */
export const SOON: Duration = 2 * MINUTE + 30 * SECOND;
