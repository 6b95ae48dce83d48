import { z } from 'zod';
import type {
  AllocationResult,
  DimensionResult,
  DotsResult,
  GroupResult,
  MeanResult,
  PairwiseResult,
  PerceptionResult,
  QuestionResult,
  RankingResult,
  RatingResults,
  RevoteResult,
  ShownCamps,
  ShownScale,
} from '../domain/results/shown.ts';

const band = z.enum(['aligned', 'mixed', 'split']);
const shape = z.enum(['aligned-high', 'aligned-low', 'lukewarm', 'spread', 'camps', 'unknown']);
const grain = z.enum(['coarse', 'medium', 'fine', 'exact']);
const held = z.object({ status: z.literal('held'), needed: z.int() });

export const groupHeld = z.enum(['too-small', 'rest-too-small', 'with-others']);

const shownScale = z.object({
  status: z.literal('shown'),
  grain,
  level: z.number().nullable(),
  favour: z.number().nullable(),
  band: band.nullable(),
  together: z.number().nullable(),
  shape,
  distribution: z.array(z.object({ from: z.int(), to: z.int(), count: z.int() })).nullable(),
}) satisfies z.ZodType<ShownScale>;

const questionResult = z.object({
  question: z.string(),
  dimension: z.string().nullable(),
  text: z.string(),
  low: z.int(),
  high: z.int(),
  result: z.discriminatedUnion('status', [shownScale, held]),
}) satisfies z.ZodType<QuestionResult>;

export const dimensionResult = z.object({
  dimension: z.string(),
  title: z.string(),
  result: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('shown'),
      grain,
      level: z.number().nullable(),
      band: band.nullable(),
      together: z.number().nullable(),
      shape,
      gap: z.number().nullable(),
    }),
    held,
  ]),
  importance: z.number().nullable(),
}) satisfies z.ZodType<DimensionResult>;

const rankingResult = z.object({
  question: z.string(),
  text: z.string(),
  result: z.discriminatedUnion('status', [
    held,
    z.object({
      status: z.literal('shown'),
      order: z.array(z.object({ option: z.string(), text: z.string(), place: z.int(), meanRank: z.number() })),
      orders: z.enum(['one', 'another', 'several']).nullable(),
      agreement: z.number().nullable(),
      concordance: z.object({ people: z.int(), w: z.number().nullable() }).nullable(),
    }),
  ]),
}) satisfies z.ZodType<RankingResult>;

const allocationResult = z.object({
  question: z.string(),
  text: z.string(),
  total: z.number(),
  result: z.discriminatedUnion('status', [
    held,
    z.object({
      status: z.literal('shown'),
      grain,
      options: z.array(
        z.object({ option: z.string(), text: z.string(), mean: z.number(), median: z.number().nullable() }),
      ),
      inCommon: z.number(),
      againstChance: z.number().nullable(),
    }),
  ]),
}) satisfies z.ZodType<AllocationResult>;

const pairwiseResult = z.object({
  question: z.string(),
  text: z.string(),
  result: z.discriminatedUnion('status', [
    held,
    z.object({
      status: z.literal('shown'),
      grain,
      order: z.array(z.object({ option: z.string(), text: z.string(), place: z.int(), strength: z.number() })),
      agreement: z.number().nullable(),
      consistency: z.number().nullable(),
    }),
  ]),
}) satisfies z.ZodType<PairwiseResult>;

const camps = z.object({
  sizes: z.tuple([z.int(), z.int()]),
  questions: z.array(z.string()),
  p: z.number(),
  silhouette: z.number(),
}) satisfies z.ZodType<ShownCamps>;

export const perceptionResult = z.object({
  question: z.string(),
  text: z.string(),
  result: z.discriminatedUnion('status', [
    held,
    z.object({ status: z.literal('shown'), guess: z.number(), answer: z.number(), gap: z.number() }),
  ]),
}) satisfies z.ZodType<PerceptionResult>;

export const groupResult = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('shown'),
    group: z.string(),
    ballots: z.int(),
    dimensions: z.array(
      z.object({
        dimension: z.string(),
        title: z.string(),
        result: z.discriminatedUnion('status', [
          z.object({
            status: z.literal('shown'),
            band: band.nullable(),
            together: z.number().nullable(),
            shape,
          }),
          z.object({ status: z.literal('held'), because: z.enum(['few-answers', 'would-tell']) }),
        ]),
      }),
    ),
  }),
  z.object({ status: z.literal('held'), group: z.string(), because: groupHeld }),
]) satisfies z.ZodType<GroupResult>;

export const ratingResults = z.object({
  invited: z.int(),
  ballots: z.int().nullable(),
  minimumGroup: z.int(),
  dimensions: z.array(dimensionResult),
  questions: z.array(questionResult),
  rankings: z.array(rankingResult),
  allocations: z.array(allocationResult),
  pairwise: z.array(pairwiseResult),
  camps: camps.nullable(),
  groups: z.array(groupResult),
}) satisfies z.ZodType<RatingResults>;

export const revoteResult = z.discriminatedUnion('status', [
  z.object({ question: z.string(), status: z.literal('held'), needed: z.int() }),
  z.object({ question: z.string(), status: z.literal('unchanged') }),
  z.object({
    question: z.string(),
    status: z.literal('moved'),
    before: shownScale,
    after: shownScale,
    meter: z.enum(['closer', 'settled', 'further-apart']),
  }),
]) satisfies z.ZodType<RevoteResult>;

export const dotsResult = z.discriminatedUnion('status', [
  held,
  z.object({
    status: z.literal('shown'),
    ballots: z.int(),
    options: z.array(z.object({ option: z.string(), dots: z.int() })),
  }),
]) satisfies z.ZodType<DotsResult>;

export const meanResult = z.discriminatedUnion('status', [
  held,
  z.object({ status: z.literal('shown'), mean: z.number(), shape }),
]) satisfies z.ZodType<MeanResult>;
