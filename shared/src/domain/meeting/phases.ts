/** The phases of an open meeting, in order. A pulse stays in `collecting`. */
export const PHASES = [
  'collecting',
  'opening',
  'rating',
  'predicting',
  'revealing',
  'choosing',
  'discussing',
  'committing',
  'messaging',
  'closing',
] as const;
export type Phase = (typeof PHASES)[number];

/** The phases with a planned length; `collecting` lasts until the meeting starts. */
export type TimedPhase = Exclude<Phase, 'collecting'>;

/** Minutes planned for each phase. */
export type TimePlan = Readonly<Record<TimedPhase, number>>;

/** The sixty-minute meeting. */
export const SIXTY_MINUTES: TimePlan = {
  opening: 4,
  rating: 8,
  predicting: 3,
  revealing: 5,
  choosing: 4,
  discussing: 24,
  committing: 8,
  messaging: 3,
  closing: 1,
};

/** The steps of discussing one topic. */
export const TOPIC_STEPS = ['reading', 'talking', 're-voting', 'comparing'] as const;
export type TopicStep = (typeof TOPIC_STEPS)[number];

/** Whole minutes that each topic has of those planned for all talks; 0 where they have no timer. */
export function minutesPerTopic(discussing: number, topics: number): number {
  return discussing === 0 || topics === 0 ? 0 : Math.max(TOPIC_STEPS.length, Math.floor(discussing / topics));
}

/**
 * Whole minutes of one step of a topic, from those that the topic has: one to read, to vote again and to compare, and
 * whatever is left to talk; 0 where it has no timer.
 */
export function minutesOfStep(step: TopicStep, ofTopic: number): number {
  if (ofTopic === 0) return 0;
  return step === 'talking' ? ofTopic - (TOPIC_STEPS.length - 1) : 1;
}

/** Whether one phase comes before another. */
export function isBefore(one: Phase, other: Phase): boolean {
  return PHASES.indexOf(one) < PHASES.indexOf(other);
}

/** The phase after, or `null` after the last. */
export function phaseAfter(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

/** The phase before, or `null` before the first. */
export function phaseBefore(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) - 1] ?? null;
}
