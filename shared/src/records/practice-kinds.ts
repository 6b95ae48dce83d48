import { z } from 'zod';
import type { Incident } from '../domain/coaching/incident.ts';
import { MEASURE_BECAUSE, type Intervention } from '../domain/coaching/intervention.ts';
import { SHAPES } from '../domain/coaching/library.ts';
import type { Observation } from '../domain/coaching/observation.ts';
import { PLAIN_PARTS, type Session, type SessionPart } from '../domain/coaching/session.ts';
import { id } from './id-form.ts';
import { first } from './record.ts';

const instant = z.number();

const observation: z.ZodType<Observation> = z.object({
  id: id('observation'),
  team: id('team'),
  text: z.string(),
  day: z.string(),
  tags: z.array(z.string()),
  notedAt: instant,
});

const intervention: z.ZodType<Intervention> = z.object({
  id: id('intervention'),
  team: id('team'),
  by: id('person'),
  title: z.string(),
  entry: z.string().nullable(),
  dimension: z.string(),
  day: z.string(),
  measureOn: z.string(),
  measureBecause: z.enum(MEASURE_BECAUSE),
  loggedAt: instant,
  revision: z.number(),
});

const incident: z.ZodType<Incident> = z.object({
  id: id('incident'),
  team: id('team'),
  kind: z.string(),
  day: z.string(),
  text: z.string(),
  by: id('person'),
  loggedAt: instant,
  revision: z.number(),
});

const part: z.ZodType<SessionPart> = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), minutes: z.number(), kind: z.enum(PLAIN_PARTS) }),
  z.object({ id: z.string(), minutes: z.number(), kind: z.literal('block'), entry: z.string() }),
  z.object({ id: z.string(), minutes: z.number(), kind: z.literal('own'), title: z.string() }),
]);

const session: z.ZodType<Session> = z.object({
  id: id('session'),
  team: id('team'),
  coach: id('person'),
  title: z.string(),
  day: z.string().nullable(),
  dimension: z.string().nullable(),
  shape: z.enum(SHAPES).nullable(),
  people: z.number(),
  parts: z.array(part),
  shared: z.boolean(),
  plannedAt: instant,
  revision: z.number(),
});

/** The kinds of document in which a coach's work with a team is kept. */
export const practiceRecords = {
  observation: first('observation', observation),
  /** That somebody has notes of a team or on a meeting, so that they are found when it is deleted: nothing of what they say. */
  noter: first('noter', z.object({ person: id('person') })),
  intervention: first('intervention', intervention),
  incident: first('incident', incident),
  session: first('session', session),
} as const;
