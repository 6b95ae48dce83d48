import { setTimeout as wait } from 'node:timers/promises';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import type { Person } from '../running/person.ts';
import { COMPOSITION } from '../security/office.ts';

/** Where the load is. */
export interface Scene {
  readonly team: TeamId;
  readonly meeting: MeetingId;
  readonly round: RoundView['id'];
}

/** People at work until they are told to end. */
export interface Load {
  /** What each leader was last told is kept. */
  readonly kept: ReadonlyMap<Person, Answers>;
  /** Every meeting that was acknowledged as planned. */
  readonly planned: readonly MeetingId[];
  /** What was refused or not answered. */
  readonly lost: readonly string[];
  /** How much was done so far. */
  readonly done: () => number;
  /** Resolves when everybody has ended what they were at. */
  readonly end: () => Promise<void>;
}

const QUESTION = 'al.roles.1';
const PAUSE = 100;

/** Leaders change their answers, the coach plans meetings, everybody looks: each asks again as soon as there is an answer. */
export function startLoad(scene: Scene, people: { readonly coach: Person; readonly leaders: readonly Person[] }): Load {
  const kept = new Map<Person, Answers>();
  const planned: MeetingId[] = [];
  const lost: string[] = [];
  let done = 0;
  let isOver = false;

  async function repeat(act: () => Promise<string | null>): Promise<void> {
    while (!isOver) {
      const fault = await act();
      if (fault === null) done += 1;
      else lost.push(fault);
      await wait(PAUSE);
    }
  }

  function castsOf(leader: Person): () => Promise<string | null> {
    let basedOn: string | null = null;
    let value = 0;
    return async () => {
      value = (value % 7) + 1;
      const answers: Answers = { [QUESTION]: { kind: 'scale', value } };
      const params = { meeting: scene.meeting, round: scene.round };
      const reply = await leader.try('castBallot', { params, input: { basedOn, answers } });
      if (!reply.ok) return `castBallot of ${leader.name}: ${JSON.stringify(reply.error)}`;
      basedOn = reply.value.value.revision;
      kept.set(leader, answers);
      return null;
    };
  }

  async function plan(): Promise<string | null> {
    const input = { format: 'meeting', composition: COMPOSITION } as const;
    const reply = await people.coach.try('composeMeeting', { params: { team: scene.team }, input });
    if (!reply.ok) return `composeMeeting: ${JSON.stringify(reply.error)}`;
    planned.push(reply.value.value.id);
    return null;
  }

  function looksOf(person: Person): () => Promise<string | null> {
    return async () => {
      const reply = await person.try('viewMeeting', { params: { meeting: scene.meeting } });
      return reply.ok ? null : `viewMeeting of ${person.name}: ${JSON.stringify(reply.error)}`;
    };
  }

  const { coach, leaders } = people;
  const work = [plan, ...leaders.map(castsOf), ...[coach, ...leaders].map(looksOf)].map(repeat);
  return {
    kept,
    planned,
    lost,
    done: () => done,
    async end() {
      isOver = true;
      await Promise.all(work);
    },
  };
}

/** Somebody whose screen watches through the product's own client. */
export interface Watcher {
  /** What the screen was told, in order: what moved, to which revision. */
  readonly heard: readonly { readonly topic: string; readonly revision: string | null }[];
  readonly leave: () => void;
}

/** Begins to watch topics as somebody. */
export function watchAs(person: Person, topics: readonly string[]): Watcher {
  const heard: { topic: string; revision: string | null }[] = [];
  const leave = person.client.watchLive({
    topics,
    onSignal: (news) => heard.push(news),
    onState: () => undefined,
  });
  return { heard, leave };
}

/** Waits until something is so; fails after two minutes, saying what was waited for. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    if (await isSo()) return;
    await wait(20);
  }
  throw new Error(`Waited in vain until ${what}`);
}
