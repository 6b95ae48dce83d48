import { isBefore, phaseAfter, PHASES, type Phase, type TimedPhase } from '@plumbline/shared/domain/meeting/phases';

/** The phases that have a planned length, in order. */
export const TIMED_PHASES: readonly TimedPhase[] = PHASES.filter((phase) => phase !== 'collecting');

/** The phases that one can go to by leaving some out: those after the next. */
export function phasesToSkipTo(phase: Phase): readonly TimedPhase[] {
  const next = phaseAfter(phase);
  return next === null ? [] : TIMED_PHASES.filter((candidate) => isBefore(next, candidate));
}
