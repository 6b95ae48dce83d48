import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { Phase } from './screen-now.ts';
import type { DeviceStore } from './device-store.ts';
import { unfinished } from './ballot-draft.ts';
import { canBeSent } from './progress.ts';

/** Answers that did not reach a round before it closed; they are on this device only. */
export interface Late {
  readonly round: RoundView;
  /** When the phase of the round ended, as far as the meeting says. */
  readonly closedAt: number | null;
  /** How many answers the service had taken when it last said so. */
  readonly saved: number;
  /** Questions whose answer came too late. */
  readonly questions: readonly string[];
  /** Texts of the questions whose points were not all given, and so never sent. */
  readonly unfinished: readonly string[];
  /** Titles of the dimensions that they belong to. */
  readonly dimensions: readonly string[];
}

const NEXT_PHASE: Partial<Record<RoundView['purpose'], Phase>> = {
  rating: 'predicting',
  prediction: 'revealing',
  dots: 'discussing',
  support: 'messaging',
  marks: 'closing',
};

/** Finds what came too late to the closed rounds of a meeting. */
export function lateAnswers(view: MeetingView, store: DeviceStore): readonly Late[] {
  return view.rounds
    .filter(({ status }) => status === 'closed')
    .flatMap((round): readonly Late[] => {
      const draft = store.ballot(round.id);
      if (!draft) return [];
      const waiting = unfinished(draft, (id, answer) => {
        const asked = round.questions.find((question) => question.id === id);
        return asked === undefined || canBeSent(asked, answer);
      });
      const questions = Object.keys(draft.changes).filter((question) => !waiting.includes(question));
      const next = NEXT_PHASE[round.purpose];
      const closedAt = (next === undefined ? undefined : view.entered[next]) ?? view.closedAt;
      const dimensions = view.dimensions
        .filter((dimension) => dimension.questions.some((question) => questions.includes(question)))
        .map(({ title }) => title);
      const texts = round.questions.filter(({ id }) => waiting.includes(id)).map(({ text }) => text);
      const saved = Object.keys(draft.held?.answers ?? {}).length;
      return [{ round, closedAt, saved, questions, unfinished: texts, dimensions }];
    });
}
