/**
 * How many ballots a screen says there are while a round is open. It moves by two people at the least, so that
 * nobody's answering can be watched: 0, 2, 4, 6, 8 of eight; 0, 2, 4, 7 of seven; in quarters above eight.
 */
export function countStep(ballots: number, invited: number): number {
  if (ballots >= invited) return ballots;
  const step = Math.max(2, Math.ceil(invited / 4));
  const shown = Math.floor(ballots / step) * step;
  return shown > invited - step ? shown - step : shown;
}
