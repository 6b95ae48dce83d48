import { openPorts, type PortOptions } from '@plumbline/bot/open-ports';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import type { Actor, Call, Engines, Ports, Reply, UseCase } from '@plumbline/shared/application/use-case';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { OperationError } from '@plumbline/shared/contract/problem-kinds';
import type { RoundView } from '@plumbline/shared/contract/views';
import { makeId, type MeetingId, type PersonId, type TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { Result } from '@plumbline/shared/kernel/result';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';

type Sent<N extends OperationName> = Pick<Call<Operations[N]>, 'params' | 'input'> & { readonly ifMatch?: string };

/** People who call the use cases on the engines that the service runs on, without HTTP in between. */
export class Callers {
  readonly ports: Ports;
  /** How far ahead of the machine's clock the service's is. */
  ahead = 0;
  #keys = 0;

  private constructor(engines: Engines) {
    const now = () => engines.now() + this.ahead;
    // Nobody watches the counts of a benchmark, and a fault ends it.
    const tellFault = (fault: unknown): void => {
      throw fault;
    };
    this.ports = { ...engines, now, recount: () => undefined, tellFault };
  }

  /** `watch` puts something between the use cases and the store. */
  static async open(
    options: Omit<PortOptions, 'now'>,
    watch: (engines: Engines) => Engines = (engines) => engines,
  ): Promise<Callers> {
    return new Callers(watch(await openPorts({ ...options, now: Date.now })));
  }

  person(number: number): Actor {
    return { tenant: 'tenant-1', person: makeId('person', `p${number}`), name: `Person ${number}`, administers: false };
  }

  async call<N extends OperationName>(
    name: N,
    actor: Actor,
    { params, input, ifMatch }: Sent<N>,
  ): Promise<Reply<Operations[N]>['output']> {
    this.#keys += 1;
    const useCase: UseCase<Operations[N]> = useCases[name];
    const by = { actor, ifMatch: ifMatch ?? null, key: `key-${this.#keys}`, language: 'en' } as const;
    const call: Call<Operations[N]> = { ...by, params, input };
    const reply: Result<Reply<Operations[N]>, OperationError> = await useCase(this.ports, call);
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
    return reply.value.output;
  }

  /** A team of so many leaders, persons 1 and on. */
  async team(leaders: number): Promise<TeamId> {
    const coach = this.person(0);
    const about = { name: 'Team', organisation: 'Org', scope: 'organisation', intact: false } as const;
    const team = (
      await this.call('foundTeam', coach, { params: {}, input: { ...about, myTitle: '', myRole: 'coach' } })
    ).id;
    for (let number = 1; number <= leaders; number += 1) {
      const { person, name } = this.person(number);
      const input = { person, name, title: '', role: 'leader' as const, group: '' };
      await this.call('addMember', coach, { params: { team }, input });
    }
    return team;
  }

  /** A pulse of a team, and of participants named page by page; it takes ballots. */
  async openPulse(
    team: TeamId,
    participants: readonly PersonId[] = [],
  ): Promise<{ meeting: MeetingId; round: RoundView }> {
    const coach = this.person(0);
    const input = { format: 'pulse' as const, composition: COMPOSITION };
    const params = { meeting: (await this.call('composeMeeting', coach, { params: { team }, input })).id };
    for (let from = 0; from < participants.length; from += 1_000) {
      const people = participants.slice(from, from + 1_000);
      await this.call('nameParticipants', coach, { params, input: { people } });
    }
    const { revision } = await this.call('viewMeeting', coach, { params, input: null });
    const closing = { closesAt: this.ports.now() + 7 * DAY };
    const opened = await this.call('openMeeting', coach, { params, input: closing, ifMatch: String(revision) });
    const [round] = opened.rounds;
    if (!round) throw new Error('A pulse that was opened has its round');
    return { meeting: params.meeting, round };
  }
}
