import { ok, type Result } from '@plumbline/shared/kernel/result';
import {
  acknowledged,
  answersOf,
  draftOf,
  hasChanges,
  isUnsent,
  NOTHING_MERGED,
  rebased,
  sendable,
  unfinished,
  withAnswer,
  type BallotAnswer,
  type BallotAnswers,
  type BallotDraft,
  type HeldBallot,
  type IsWhole,
  type Merge,
} from './ballot-draft.ts';
import type { DeviceStore } from './device-store.ts';

/** Why a ballot was not taken, as far as the keeper must tell one reason from another. */
export type Refusal<E> =
  | { readonly kind: 'unreachable'; readonly retryInMs: number }
  | { readonly kind: 'stale' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly error: E };

/** `late`: the round closed before these changes arrived; they stay on this device. */
export type Saving<E> =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'offline' }
  | { readonly status: 'late' }
  | { readonly status: 'refused'; readonly error: E };

export interface BallotState<E> {
  readonly answers: BallotAnswers;
  readonly saving: Saving<E>;
  /** Questions whose answers are on this device only, because they can't be sent before they are whole. */
  readonly unfinished: readonly string[];
  /** What came from another device since the person last looked. */
  readonly merge: Merge;
}

export interface BallotKeeper<E> {
  readonly state: () => BallotState<E>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly answer: (question: string, answer: BallotAnswer | null) => void;
  /**
   * Asks what the service holds now and sends what it lacks: at the start, and when the connection or the person is
   * back. Asking is in line with the sending, so an old reply can't undo a newer answer.
   */
  readonly refresh: () => Promise<void>;
  readonly dismissMerge: () => void;
  /**
   * Takes the whole ballot back, in line with the sending: no answer that was given before arrives after it and brings the
   * ballot back.
   */
  readonly withdraw: () => Promise<Result<null, E>>;
  /** Stops waiting; what is on its way still arrives. */
  readonly stop: () => void;
}

export interface BallotDoor<E> {
  cast(basedOn: string | null, answers: BallotAnswers): Promise<Result<{ readonly revision: string }, Refusal<E>>>;
  /** The person's ballot as the service holds it now. */
  fetchHeld(): Promise<Result<HeldBallot, Refusal<E>>>;
  /** Has the service delete the person's ballot. */
  withdraw(): Promise<Result<null, E>>;
  /** Runs something later; returns how to cancel it. */
  later(run: () => void, ms: number): () => void;
}

const MOST_REBASES = 5;

/**
 * Keeps one ballot: every answer is stored on the device at once, sent at once, and forgotten by the device when the
 * service has it. One request is under way at a time, so answers never overtake each other. What is not whole stays on
 * the device, and an earlier answer stands.
 */
export function keepBallot<E>(from: {
  readonly round: string;
  readonly held: HeldBallot;
  readonly store: DeviceStore;
  readonly door: BallotDoor<E>;
  readonly isWhole: IsWhole;
}): BallotKeeper<E> {
  const { round, store, door, isWhole } = from;
  const listeners = new Set<() => void>();
  const kept = store.ballot(round);
  const opened = kept ? rebased(kept, from.held) : { draft: draftOf(from.held), merge: NOTHING_MERGED };
  // What changed elsewhere before this screen was opened is news only to a person with unsent answers here.
  let tellTaken = kept !== null;
  let draft: BallotDraft = opened.draft;
  let merge: Merge = opened.merge;
  let saving: Saving<E> = { status: isUnsent(draft, isWhole) ? 'offline' : 'saved' };
  let underWay = false;
  let done = Promise.resolve();
  let cancelRetry: (() => void) | null = null;
  let state = stateNow();

  function stateNow(): BallotState<E> {
    return { answers: answersOf(draft), saving, unfinished: unfinished(draft, isWhole), merge };
  }

  function publish(): void {
    if (hasChanges(draft)) store.keepBallot(round, draft);
    else store.dropBallot(round);
    state = stateNow();
    for (const listener of listeners) listener();
  }

  function note(more: Merge): void {
    merge = {
      taken: [...new Set([...merge.taken, ...more.taken])],
      kept: [...new Set([...merge.kept, ...more.kept])],
    };
  }

  function send({ refreshFirst = false } = {}): Promise<void> {
    if (underWay || saving.status === 'late') return Promise.resolve();
    begin();
    done = sendAll({ refreshFirst });
    return done;
  }

  function begin(): void {
    underWay = true;
    cancelRetry?.();
    cancelRetry = null;
  }

  async function sendAll({ refreshFirst }: { readonly refreshFirst: boolean }): Promise<void> {
    let refusal = refreshFirst ? await catchUp() : null;
    tellTaken = true;
    for (let rebases = 0; refusal === null && isUnsent(draft, isWhole);) {
      saving = { status: 'saving' };
      publish();
      const sent = sendable(draft, isWhole);
      const reply = await door.cast(draft.held?.revision ?? null, sent);
      if (reply.ok) {
        draft = acknowledged(draft, sent, reply.value.revision);
      } else if (reply.error.kind === 'stale' && rebases < MOST_REBASES) {
        rebases += 1;
        refusal = await catchUp();
      } else {
        refusal = reply.error;
      }
    }
    underWay = false;
    if (!isUnsent(draft, isWhole)) saving = { status: 'saved' };
    else if (refusal) settle(refusal);
    publish();
  }

  async function catchUp(): Promise<Refusal<E> | null> {
    const fresh = await door.fetchHeld();
    if (!fresh.ok) return fresh.error;
    const result = rebased(draft, fresh.value);
    draft = result.draft;
    note(tellTaken ? result.merge : { taken: [], kept: result.merge.kept });
    return null;
  }

  async function withdraw(): Promise<Result<null, E>> {
    while (underWay) await done;
    begin();
    const reply = await door.withdraw();
    underWay = false;
    if (!reply.ok) {
      if (isUnsent(draft, isWhole)) void send();
      return reply;
    }
    // What was answered meanwhile goes, too: it was answered to a ballot that is no more.
    draft = draftOf(null);
    merge = NOTHING_MERGED;
    saving = { status: 'saved' };
    publish();
    return ok(null);
  }

  function settle(refusal: Refusal<E>): void {
    switch (refusal.kind) {
      case 'closed':
        saving = { status: 'late' };
        return;
      case 'refused':
        saving = { status: 'refused', error: refusal.error };
        return;
      case 'stale':
        wait(1_000);
        return;
      case 'unreachable':
        wait(refusal.retryInMs);
        return;
    }
  }

  function wait(ms: number): void {
    saving = { status: 'offline' };
    cancelRetry = door.later(() => void send(), ms);
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (question, answer) => {
      draft = withAnswer(draft, question, answer);
      if (underWay && isUnsent(draft, isWhole)) saving = { status: 'saving' };
      publish();
      void send();
    },
    refresh: () => send({ refreshFirst: true }),
    withdraw,
    dismissMerge: () => {
      merge = NOTHING_MERGED;
      publish();
    },
    stop: () => {
      cancelRetry?.();
      cancelRetry = null;
    },
  };
}
