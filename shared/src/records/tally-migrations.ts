import { z } from 'zod';

const tallied = z.looseObject({
  tally: z.looseObject({ questions: z.record(z.string(), z.looseObject({ kind: z.string() })) }),
});

/**
 * Version 2 counts who was put before whom, and two groups over the whole sheet. What was counted before knows neither;
 * its ballots are gone or sealed, so it never will.
 */
export function countBeforeWhom(body: unknown): unknown {
  const older = tallied.parse(body);
  const questions = Object.entries(older.tally.questions).map(([id, tally]): [string, object] => [
    id,
    tally.kind === 'ranking' ? { ...tally, wins: null } : tally,
  ]);
  return { ...older, tally: { ...older.tally, questions: Object.fromEntries(questions), camps: null } };
}
