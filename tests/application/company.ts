import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFileRoundKeys } from '@plumbline/bot/stores/round-keys/file-round-keys';
import { createRecounts } from '@plumbline/shared/application/ballots/recounts';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { remember } from '@plumbline/shared/application/recent';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import type { Actor, Call, Ports, Reply, UseCase } from '@plumbline/shared/application/use-case';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { OperationError } from '@plumbline/shared/contract/problem-kinds';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Direction } from '@plumbline/shared/domain/meeting/direct';
import type { Composition } from '@plumbline/shared/domain/meeting/meeting';
import { PHASES, type Phase } from '@plumbline/shared/domain/meeting/phases';
import { contractWords } from '@plumbline/shared/i18n/contract-words';
import type { Role } from '@plumbline/shared/domain/team/team';
import { makeId, type MeetingId, type RoundId, type TeamId } from '@plumbline/shared/kernel/ids';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { Language } from '@plumbline/shared/kernel/languages';
import type { Result } from '@plumbline/shared/kernel/result';
import { ASKING, COMPOSITION, NINE_O_CLOCK } from '@plumbline/shared/testing/meetings';
import { openCompanyStore } from './company-store.ts';

/** What a call sends; an idempotency key is made up where none is given, and the caller reads English. */
type Sent<N extends OperationName> = Pick<Call<Operations[N]>, 'params' | 'input'> & {
  readonly ifMatch?: string | null;
  readonly key?: string;
  readonly language?: Language;
};

type Reached<N extends OperationName> = Result<Reply<Operations[N]>, OperationError>;

/** A company in a store of its own, in which people call the real use cases on the real adapter of either engine. */
export class Company {
  readonly store: DocumentStore;
  readonly ports: Ports;
  /** The service's time; tests move it. */
  now: Instant = NINE_O_CLOCK;
  /** How long the company keeps closed meetings; tests set it. */
  keptMonths: number | null = null;
  /** What whoever runs the service was told. */
  readonly faults: unknown[] = [];
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'plumbline-'));
  readonly #recounts = createRecounts();
  #keys = 0;

  /**
   * `wrap` puts something between the use cases and the store, to watch it or to make it fail; `open` brings another store,
   * and `roundKeys` other keys than files.
   */
  constructor(
    wrap: (store: DocumentStore) => DocumentStore = (store) => store,
    open: () => DocumentStore = () => openCompanyStore(),
    roundKeys?: RoundKeys,
  ) {
    this.store = open();
    let draw = 0;
    const now = (): Instant => this.now;
    this.ports = {
      ...remember(wrap(this.store), now),
      recount: this.#recounts.ask,
      roundKeys: roundKeys ?? openFileRoundKeys(path.join(this.#folder, 'keys')),
      now,
      random: () => {
        draw += 1;
        return createHmac('sha256', 'test').update(String(draw)).digest().readUInt32BE() / 2 ** 32;
      },
      idFrom: (kind, parts) =>
        makeId(kind, createHmac('sha256', 'test').update(JSON.stringify(parts)).digest('hex').slice(0, 26)),
      words: ASKING,
      contractWords,
      version: '1.2.3',
      keptMonths: () => this.keptMonths,
      tellFault: (fault) => void this.faults.push(fault),
    };
  }

  async leave(): Promise<void> {
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A person called by number; the tenant is the company's own unless another is named. */
  person(number: number, tenant = 'tenant-1'): Actor {
    return { tenant, person: makeId('person', `p${number}`), name: `Person ${number}`, administers: false };
  }

  /** The same with the app role of whoever administers the organisation. */
  administrator(number: number, tenant = 'tenant-1'): Actor {
    return { ...this.person(number, tenant), administers: true };
  }

  async call<N extends OperationName>(
    name: N,
    actor: Actor,
    { params, input, ifMatch = null, key, language = 'en' }: Sent<N>,
  ): Promise<Reached<N>> {
    this.#keys += 1;
    const useCase: UseCase<Operations[N]> = useCases[name];
    const call = { actor, params, input, ifMatch, key: key ?? `key-${this.#keys}`, language };
    const reply = await useCase(this.ports, call);
    await this.count();
    return reply;
  }

  /** Counts what ballots asked for; after every call it is done by itself. */
  async count(): Promise<void> {
    await this.#recounts.run(this.ports);
  }

  /** The same, for calls that a test takes for granted. */
  async get<N extends OperationName>(name: N, actor: Actor, sent: Sent<N>): Promise<Reply<Operations[N]>['output']> {
    const reply = await this.call(name, actor, sent);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value.output;
  }

  /** A team: person 0 is its coach, 1 to `leaders` lead, and whoever else is named follows. */
  async team(leaders = 6, others: readonly Role[] = []): Promise<TeamId> {
    const coach = this.person(0);
    const input = {
      name: 'Team',
      organisation: 'Org',
      scope: 'team',
      intact: true,
      myTitle: 'Coach',
      myRole: 'coach',
    } as const;
    const { id } = await this.get('foundTeam', coach, { params: {}, input });
    const roles = [...Array.from({ length: leaders }, (): Role => 'leader'), ...others];
    for (const [i, role] of roles.entries()) {
      const { person, name } = this.person(i + 1);
      await this.get('addMember', coach, { params: { team: id }, input: { person, name, title: '', role, group: '' } });
    }
    return id;
  }

  /** A meeting on the built-in instrument, or a pulse where `closesAt` is given, that takes ballots. */
  async meeting(team: TeamId, closesAt: Instant | null = null, changes: Partial<Composition> = {}): Promise<MeetingId> {
    const coach = this.person(0);
    const composition = { ...COMPOSITION, ...changes };
    const format = closesAt === null ? 'meeting' : 'pulse';
    const { id } = await this.get('composeMeeting', coach, { params: { team }, input: { format, composition } });
    await this.get('openMeeting', coach, { params: { meeting: id }, input: { closesAt }, ifMatch: '1' });
    return id;
  }

  view(meeting: MeetingId, actor = this.person(0)): Promise<MeetingView> {
    return this.get('viewMeeting', actor, { params: { meeting }, input: null });
  }

  async direct(meeting: MeetingId, direction: Direction): Promise<MeetingView> {
    const ifMatch = String((await this.view(meeting)).revision);
    return this.get('directMeeting', this.person(0), { params: { meeting }, input: direction, ifMatch });
  }

  /** Moves on, phase by phase. */
  async moveTo(meeting: MeetingId, phase: Phase): Promise<void> {
    const from = (await this.view(meeting)).phase ?? 'collecting';
    for (const next of PHASES.slice(PHASES.indexOf(from) + 1, PHASES.indexOf(phase) + 1)) {
      await this.direct(meeting, { type: 'move', to: next });
    }
  }

  async round(meeting: MeetingId, purpose: RoundView['purpose']): Promise<RoundView> {
    const round = (await this.view(meeting)).rounds.findLast((candidate) => candidate.purpose === purpose);
    if (!round) throw new Error(`there is no ${purpose}`);
    return round;
  }

  cast(
    meeting: MeetingId,
    round: RoundId,
    ballot: {
      readonly by: number;
      readonly answers: Answers;
      readonly basedOn?: string;
      readonly consent?: boolean;
    },
  ): Promise<Reached<'castBallot'>> {
    const { basedOn = null, answers, consent = false } = ballot;
    const input = { basedOn, answers, consent };
    return this.call('castBallot', this.person(ballot.by), { params: { meeting, round }, input });
  }

  /** Leaders 1 to n give these values to one question, in that order. */
  async vote(
    meeting: MeetingId,
    round: RoundView,
    { question, values }: { readonly question: string; readonly values: readonly number[] },
  ): Promise<void> {
    for (const [i, value] of values.entries()) {
      const answers: Answers = { [question]: { kind: 'scale', value } };
      const cast = await this.cast(meeting, round.id, { by: i + 1, answers });
      if (!cast.ok) throw new Error(JSON.stringify(cast.error));
    }
  }
}
