import { z } from 'zod';
import type { Answer, Answers } from '../domain/ballot/ballot.ts';

const scale = z.object({ kind: z.literal('scale'), value: z.number() });
const others = [
  z.object({ kind: z.literal('cannot-say') }),
  z.object({ kind: z.literal('ranking'), order: z.array(z.string()) }),
  z.object({ kind: z.literal('allocation'), points: z.record(z.string(), z.number()) }),
  z.object({
    kind: z.literal('pairwise'),
    choices: z.array(z.object({ preferred: z.string(), over: z.string() })),
  }),
  z.object({ kind: z.literal('dots'), on: z.array(z.string()) }),
] as const;

const answer: z.ZodType<Answer, Answer> = z.discriminatedUnion('kind', [scale, ...others]);

/** Answers as they are in memory. */
export const answers: z.ZodType<Answers> = z.record(z.string(), answer);

type Unscaled = Exclude<Answer, { readonly kind: 'scale' }>;
type KeptAnswer = number | Unscaled;

const keptAnswer: z.ZodType<KeptAnswer, KeptAnswer> = z.union([z.number(), z.discriminatedUnion('kind', [...others])]);

/**
 * Answers as a ballot keeps them: one on a scale is its number alone, so that a whole questionnaire stays below a KB, up
 * to which Cosmos writes at its lowest price.
 */
export const ballotAnswers: z.ZodType<Answers> = z.record(
  z.string(),
  z.codec(keptAnswer, answer, {
    decode: (kept) => (typeof kept === 'number' ? { kind: 'scale' as const, value: kept } : kept),
    encode: (given) => (given.kind === 'scale' ? given.value : given),
  }),
);

const older = z.looseObject({ answers: z.record(z.string(), z.unknown()) });

/** Ballots were kept with each answer on a scale as it is in memory. */
export function ballotWithNumbers(body: unknown): unknown {
  const { answers: given, ...rest } = older.parse(body);
  const short = Object.entries(given).map(([question, one]): [string, unknown] => {
    const scaled = scale.safeParse(one);
    return [question, scaled.success ? scaled.data.value : one];
  });
  return { ...rest, answers: Object.fromEntries(short) };
}
