import type { MineView } from '@plumbline/shared/contract/views';

export type BallotAnswers = MineView['ballots'][number]['answers'];
export type BallotAnswer = BallotAnswers[string];

/** What the service holds: `null` before the first ballot. */
export type HeldBallot = { readonly revision: string; readonly answers: BallotAnswers } | null;

/**
 * A ballot as this device knows it: what the service held when it last said so, and what was changed here since and is
 * not acknowledged. A change to `null` takes an answer back.
 */
export interface BallotDraft {
  readonly held: HeldBallot;
  readonly changes: Readonly<Record<string, BallotAnswer | null>>;
}

/** What became of a ballot that was also answered on another device, question by question. */
export interface Merge {
  /** Answers that came from the other device. */
  readonly taken: readonly string[];
  /** Questions answered differently on both: the answer of this device stands. */
  readonly kept: readonly string[];
}

export const NOTHING_MERGED: Merge = { taken: [], kept: [] };

/** A draft on top of what the service holds, with nothing to send. */
export function draftOf(held: HeldBallot): BallotDraft {
  return { held, changes: {} };
}

/** All answers, those that are not acknowledged included. */
export function answersOf(draft: BallotDraft): BallotAnswers {
  const answers = { ...draft.held?.answers, ...draft.changes };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]])),
  );
}

/** The draft after an answer, or after taking one back with `null`. */
export function withAnswer(draft: BallotDraft, question: string, answer: BallotAnswer | null): BallotDraft {
  return { held: draft.held, changes: unheld({ ...draft.changes, [question]: answer }, draft.held) };
}

/** Whether something was changed here that the service does not hold. */
export function hasChanges(draft: BallotDraft): boolean {
  return Object.keys(draft.changes).length > 0;
}

/** Whether an answer can be sent; points that do not add up yet wait on the device until they do. */
export type IsWhole = (question: string, answer: BallotAnswer) => boolean;

/** Whether something waits to be sent or acknowledged. */
export function isUnsent(draft: BallotDraft, isWhole: IsWhole): boolean {
  return Object.entries(draft.changes).some(([question, answer]) => answer === null || isWhole(question, answer));
}

/** Questions whose answers wait on the device until they are whole. */
export function unfinished(draft: BallotDraft, isWhole: IsWhole): readonly string[] {
  return Object.entries(draft.changes).flatMap(([question, answer]) =>
    answer === null || isWhole(question, answer) ? [] : [question],
  );
}

/** What to send: every answer that is whole, and of the others what the service holds already. */
export function sendable(draft: BallotDraft, isWhole: IsWhole): BallotAnswers {
  const waiting = unfinished(draft, isWhole);
  const changes = Object.entries(draft.changes).filter(([question]) => !waiting.includes(question));
  return answersOf({ held: draft.held, changes: Object.fromEntries(changes) });
}

/** The draft after the service took `sent`; what was changed while it was on its way still waits. */
export function acknowledged(draft: BallotDraft, sent: BallotAnswers, revision: string): BallotDraft {
  const held = { revision, answers: sent };
  return { held, changes: unheld(draft.changes, held) };
}

/**
 * Puts the changes of this device on top of what the service holds now. Answers that came from elsewhere are taken;
 * where both sides answered differently, the answer of this device stands and the merge names the question.
 */
export function rebased(draft: BallotDraft, held: HeldBallot): { readonly draft: BallotDraft; readonly merge: Merge } {
  if (held?.revision === draft.held?.revision) return { draft, merge: NOTHING_MERGED };
  const before = draft.held?.answers ?? {};
  const now = held?.answers ?? {};
  const moved = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (question) => !sameAnswer(before[question], now[question]),
  );
  const changes = unheld(draft.changes, held);
  return {
    draft: { held, changes },
    merge: {
      taken: moved.filter((question) => !(question in draft.changes)),
      kept: moved.filter((question) => question in changes),
    },
  };
}

/** Whether two answers say the same. */
export function sameAnswer(one: BallotAnswer | null | undefined, other: BallotAnswer | null | undefined): boolean {
  if (!one || !other) return !one && !other;
  switch (one.kind) {
    case 'scale':
      return other.kind === 'scale' && one.value === other.value;
    case 'cannot-say':
      return other.kind === 'cannot-say';
    case 'ranking':
      return other.kind === 'ranking' && sameList(one.order, other.order);
    case 'allocation':
      return other.kind === 'allocation' && sameList(pointsGiven(one.points), pointsGiven(other.points));
    case 'pairwise':
      return other.kind === 'pairwise' && sameList(choicesMade(one.choices), choicesMade(other.choices));
    case 'dots':
      return other.kind === 'dots' && sameList([...one.on].sort(), [...other.on].sort());
  }
}

function pointsGiven(points: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(points)
    .flatMap(([option, given]) => (given > 0 ? [`${option} ${String(given)}`] : []))
    .sort();
}

function choicesMade(choices: Extract<BallotAnswer, { kind: 'pairwise' }>['choices']): readonly string[] {
  return choices.map(({ preferred, over }) => `${preferred} ${over}`).sort();
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place]);
}

/** The changes that the service does not hold already. */
function unheld(changes: BallotDraft['changes'], held: HeldBallot): BallotDraft['changes'] {
  return Object.fromEntries(
    Object.entries(changes).filter(([question, answer]) => !sameAnswer(answer, held?.answers[question])),
  );
}
