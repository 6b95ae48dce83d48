import type { MeetingView } from '@plumbline/shared/contract/views';

export type Phase = NonNullable<MeetingView['phase']>;
export type TimedPhase = Exclude<Phase, 'collecting'>;

/** The place of each phase in a meeting; the compiler asks for every one. */
const PLACES: Readonly<Record<Phase, number>> = {
  collecting: 0,
  opening: 1,
  rating: 2,
  predicting: 3,
  revealing: 4,
  choosing: 5,
  discussing: 6,
  committing: 7,
  messaging: 8,
  closing: 9,
};

/** The phases that have a planned length, in order. */
export const TIMED_PHASES: readonly TimedPhase[] = [
  'opening',
  'rating',
  'predicting',
  'revealing',
  'choosing',
  'discussing',
  'committing',
  'messaging',
  'closing',
];

/** Whether one phase comes before another. */
export function isBefore(one: Phase, other: Phase): boolean {
  return PLACES[one] < PLACES[other];
}

/** The phase before, or `null` before the first. */
export function phaseBefore(phase: Phase): Phase | null {
  if (phase === 'opening') return 'collecting';
  return TIMED_PHASES.find((candidate) => PLACES[candidate] === PLACES[phase] - 1) ?? null;
}

/** The phases that one can go to by leaving some out: those after the next. */
export function phasesToSkipTo(phase: Phase): readonly TimedPhase[] {
  return TIMED_PHASES.filter((candidate) => PLACES[candidate] > PLACES[phase] + 1);
}
