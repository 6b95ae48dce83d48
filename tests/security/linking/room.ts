import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileRoundKeys } from '@plumbline/bot/stores/round-keys/file-round-keys';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import type { OperationName } from '@plumbline/shared/contract/operations';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import { makeId, type MeetingId, type RoundId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { NINE_O_CLOCK } from '@plumbline/shared/testing/meetings';
import { shuffled, type Random } from '@plumbline/shared/kernel/random';
import { Company } from '../../application/company.ts';
import { drawAnswers } from '../../running/running-meeting.ts';
import { keysIn, openEngine, type Engine, type EngineName } from './engines.ts';
import { keptAnswers, type Busy, type Evidence, type Told } from './evidence.ts';

export const TENANT = 'tenant-1';

/** What stands between the service and its store or its keys: a weaker program does something else there. */
export interface Between {
  readonly store?: (store: DocumentStore, now: () => number) => DocumentStore;
  readonly keys?: (keys: RoundKeys) => RoundKeys;
}

/** Numbers in [0, 1) that a seed gives, the same on every machine (Park & Miller 1988). */
export function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A company on an engine that can be stolen from, and somebody who notes everything that anybody could come to know. */
export class Room {
  readonly company: Company;
  readonly engine: Engine;
  readonly random: Random;
  readonly told: Told[] = [];
  /** Who wrote which answers, by round: what the attacker wants to know. */
  readonly truth = new Map<string, ReadonlyMap<string, string>>();
  readonly #sent = new Map<string, readonly Busy[]>();
  readonly #busy = new Map<string, readonly Busy[]>();
  readonly #asked = new Set<string>();
  readonly #folder: string;
  readonly #keyFolder: string;
  #stolenKeys: ReadonlyMap<string, Buffer> = new Map();

  private constructor(at: {
    readonly folder: string;
    readonly engine: Engine;
    readonly between: Between;
    readonly clock: { now: () => number };
    readonly seed: number;
  }) {
    const { folder, engine, between, clock, seed } = at;
    this.#folder = folder;
    this.#keyFolder = join(folder, 'keys');
    this.engine = engine;
    this.random = randomFrom(seed);
    const store = between.store?.(engine.store, () => clock.now()) ?? engine.store;
    this.company = new Company(undefined, () => store);
    const keys = openFileRoundKeys(this.#keyFolder);
    Object.assign(this.company.ports, { roundKeys: between.keys?.(keys) ?? keys, random: randomFrom(seed + 1) });
    clock.now = () => this.company.now;
    engine.store.watch(({ id, document }) => {
      // The live stream says only that something is at a revision.
      const revision = document?.body['revision'];
      if (id === 'meeting') this.#tell({ kind: 'frame', who: null, text: `meeting ${JSON.stringify(revision)}` });
    });
  }

  static async open(name: EngineName, seed: number, between: Between = {}): Promise<Room> {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-room-'));
    mkdirSync(join(folder, 'store'));
    return Room.#in(folder, { name, seed, between });
  }

  /** The same room as it is now once more, with something else between: what is done in one is not done in the other. */
  async again(seed: number, between: Between = {}): Promise<Room> {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-room-'));
    cpSync(this.#folder, folder, { recursive: true });
    const room = await Room.#in(folder, { name: this.engine.name, seed, between });
    room.company.now = this.company.now;
    room.told.push(...this.told);
    for (const [round, truth] of this.truth) room.truth.set(round, truth);
    for (const [round, sent] of this.#sent) room.#sent.set(round, sent);
    for (const [round, busy] of this.#busy) room.#busy.set(round, busy);
    for (const person of this.#asked) room.#asked.add(person);
    room.#stolenKeys = this.#stolenKeys;
    return room;
  }

  static async #in(
    folder: string,
    { name, seed, between }: { readonly name: EngineName; readonly seed: number; readonly between: Between },
  ): Promise<Room> {
    const clock = { now: () => NINE_O_CLOCK };
    const engine = await openEngine(name, join(folder, 'store'), () => clock.now());
    return new Room({ folder, engine, between, clock, seed });
  }

  async leave(): Promise<void> {
    await this.company.leave();
    await this.engine.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A call whose answer is noted; the answers in it, which only their author is shown, are left out. */
  async call<N extends OperationName>(name: N, number: number, sent: Parameters<typeof this.company.call<N>>[2]) {
    const actor = this.company.person(number);
    const reply = await this.company.call(name, actor, sent);
    const text = JSON.stringify(reply, (key, value: unknown) => (key === 'answers' ? undefined : value));
    this.#tell({ kind: 'reply', who: actor.person, text });
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value.output;
  }

  /**
   * A round as it goes: at different moments, in any order, people take up their phones. Some send their answers, some
   * change them later, and some send nothing. Everybody looks at what is theirs.
   */
  async answer(
    meeting: MeetingId,
    round: { readonly id: RoundId; readonly questions: readonly Question[] },
    { voters, silent = [] }: { readonly voters: readonly number[]; readonly silent?: readonly number[] },
  ): Promise<void> {
    const params = { meeting, round: round.id };
    const truth = new Map<string, string>();
    const sent = new Map<string, Busy>();
    const busy: Busy[] = [];
    const send = async (number: number, basedOn: string | null): Promise<string> => {
      const answers = drawAnswers(round.questions, this.random);
      const { person } = this.company.person(number);
      truth.set(person, keptAnswers(answers));
      sent.delete(person);
      sent.set(person, { person, at: this.company.now });
      const input = { basedOn, answers, consent: false };
      return (await this.call('castBallot', number, { params, input })).revision;
    };
    const sends = new Set(voters);
    for (const number of shuffled([...voters, ...silent], this.random)) {
      this.company.now += 1_000 + Math.floor(this.random() * 20_000);
      const { person } = this.company.person(number);
      this.#asked.add(person);
      busy.push({ person, at: this.company.now });
      const revision = sends.has(number) ? await send(number, null) : null;
      if (revision !== null && this.random() < 0.1) await send(number, revision);
      await this.call('viewMine', number, { params: { meeting }, input: null });
    }
    this.truth.set(round.id, truth);
    this.#sent.set(round.id, [...sent.values()]);
    this.#busy.set(round.id, busy);
    if (new Set(truth.values()).size < truth.size) throw new Error('Two people answered the same: ask more.');
  }

  /** Copies the keys that lie there now: more than what is promised grants the attacker. */
  stealKeys(): void {
    this.#stolenKeys = keysIn(this.#keyFolder);
  }

  /** Everything that there is to know now. */
  evidence(): Evidence {
    return {
      tenant: TENANT,
      papers: this.engine.papers(),
      files: this.engine.files(),
      keys: keysIn(this.#keyFolder),
      stolenKeys: this.#stolenKeys,
      told: this.told,
      asked: [...this.#asked],
      sent: this.#sent,
      busy: this.#busy,
    };
  }

  #tell(what: Omit<Told, 'at'>): void {
    this.told.push({ ...what, at: this.company.now });
  }
}

/** A meeting that is about to be closed, and its rounds of which the attacker wants to know who answered what. */
export interface Held {
  readonly meeting: MeetingId;
  readonly rounds: readonly RoundId[];
}

/** A meeting of people who rate, predict, note, speak and look. */
export async function holdMeeting(
  room: Room,
  { voters = 24, silent = 0 }: { readonly voters?: number; readonly silent?: number } = {},
): Promise<Held> {
  const { company } = room;
  const numbers = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);
  const meeting = await company.meeting(await company.team(voters + silent));
  const people = { voters: numbers(voters, 1), silent: numbers(silent, 1 + voters) };
  const rating = await company.round(meeting, 'rating');
  await room.answer(meeting, rating, people);
  await company.moveTo(meeting, 'predicting');
  const prediction = await company.round(meeting, 'prediction');
  await room.answer(meeting, prediction, people);
  room.stealKeys();
  const question = rating.questions[0]?.id ?? '';
  for (const number of people.voters.slice(0, 4)) {
    const note = { params: { meeting, question }, input: { text: `A note of ${number}.` } };
    await room.call('keepNote', number, note);
    await room.call('exportMine', number, { params: {}, input: null });
  }
  await company.moveTo(meeting, 'discussing');
  const topic = (await company.view(meeting)).topics[0]?.question ?? '';
  await company.direct(meeting, { type: 'topic-step', question: topic, to: 'talking' });
  for (const number of people.voters.slice(0, 4)) {
    const input = { question: topic, text: `Words of ${number}.`, named: number % 2 === 0 };
    await room.call('releaseComment', number, { params: { meeting }, input });
  }
  return { meeting, rounds: [rating.id, prediction.id] };
}

/** A pulse of so many people beside the team, which has several shards, with everybody whose number is named answering. */
export async function holdPulse(room: Room, { people, voters }: { people: number; voters: number }): Promise<Held> {
  const { company } = room;
  const first = 1_000;
  const { id: meeting } = await company.get('composeMeeting', company.person(0), {
    params: { team: await company.team(3) },
    input: {
      format: 'pulse',
      composition: { ...PULSE, instrument: { id: makeId('instrument', 'alignment'), version: 1 } },
    },
  });
  for (let from = 0; from < people; from += 1_000) {
    const some = Array.from(
      { length: Math.min(1_000, people - from) },
      (_, i) => company.person(first + from + i).person,
    );
    await company.get('nameParticipants', company.person(0), { params: { meeting }, input: { people: some } });
  }
  const ifMatch = String((await company.view(meeting)).revision);
  const input = { closesAt: company.now + DAY };
  await company.get('openMeeting', company.person(0), { params: { meeting }, input, ifMatch });
  const rating = await company.round(meeting, 'rating');
  const every = Math.floor(people / voters);
  await room.answer(meeting, rating, { voters: Array.from({ length: voters }, (_, i) => first + i * every) });
  room.stealKeys();
  return { meeting, rounds: [rating.id] };
}

const PULSE = {
  title: 'How clear are we?',
  purpose: '',
  mode: 'anonymous',
  scheduledFor: null,
  ownQuestions: [],
  priorities: [],
  prioritiesAs: 'ranking',
  minutes: SIXTY_MINUTES,
} as const;

/** Closes the meeting, which seals it. */
export async function close({ company }: Room, { meeting }: Held): Promise<void> {
  const ifMatch = String((await company.view(meeting)).revision);
  const sent = { params: { meeting }, input: { type: 'close' }, ifMatch, key: 'close' } as const;
  await company.get('directMeeting', company.person(0), sent);
}

/** What people look at once the meeting is over. */
export async function lookAround(room: Room, { meeting }: Held): Promise<void> {
  for (const number of [0, 1, 2, 3]) {
    for (const name of ['viewMeeting', 'viewResults', 'viewMine'] as const) {
      await room.call(name, number, { params: { meeting }, input: null });
    }
    await room.call('exportMine', number, { params: {}, input: null });
  }
}
