import { z } from 'zod';
import { CAUTIONS, MISSING } from '../domain/coaching/did-it-help.ts';
import { MEASURE_BECAUSE } from '../domain/coaching/intervention.ts';
import { RISKS, SHAPES } from '../domain/coaching/library.ts';
import { PLAIN_PARTS } from '../domain/coaching/session.ts';
import { RULES } from '../domain/coaching/suggest.ts';
import type { DeepReadonly } from './operation.ts';
import { day, idOf, instant, mode } from './schemas.ts';

export const shape = z.enum(SHAPES);

/** The name is empty for somebody who has left the team. */
const somebody = z.object({ person: idOf('person'), name: z.string() });
const dimension = z.object({ id: z.string(), title: z.string() });

const range = z.object({ least: z.int(), most: z.int() });

/** An entry of the library, as it stands there. */
const libraryEntry = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  minutes: range,
  people: range,
  risk: z.object({ level: z.enum(RISKS), because: z.string() }),
  whenNot: z.string(),
  steps: z.array(z.string()),
  shapes: z.array(shape),
  dimensions: z.array(z.string()),
});

/** An entry by its name, for lists; and with what is done, for a plan. */
const entryName = libraryEntry.pick({ id: true, title: true });
const entrySteps = libraryEntry.pick({ id: true, title: true, purpose: true, steps: true });

const observation = z.object({
  id: idOf('observation'),
  text: z.string(),
  day,
  tags: z.array(dimension),
  notedAt: instant,
});

export const notedView = z.object({
  observation,
  /** The dimensions that the text itself speaks of, with the words that say so. */
  suggested: z.array(z.object({ dimension, words: z.array(z.string()) })),
});

/** Newest first; `total` counts also those that are too many for one list. */
export const observationsView = z.object({ observations: z.array(observation), total: z.int() });

const shownBy = z.object({
  meeting: idOf('meeting'),
  title: z.string(),
  closedAt: instant,
  ballots: z.int(),
  invited: z.int(),
});

export const suggestionsView = z.object({
  dimension: dimension.nullable(),
  /** How the team divides there; `null` where nothing shows it. */
  shape: shape.nullable(),
  /** The results that show the shape; `null` where it was asked for, or is not known. */
  shownBy: shownBy.nullable(),
  suggestions: z.array(z.object({ intervention: libraryEntry, because: z.array(z.enum(RULES)) })),
});

/** A dimension as a closed meeting or pulse shows it. */
const measurement = shownBy.extend({
  mode,
  grain: z.enum(['coarse', 'medium', 'fine', 'exact']),
  level: z.number().nullable(),
  together: z.number().nullable(),
  band: z.enum(['aligned', 'mixed', 'split']).nullable(),
  shape,
});

const helped = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('compared'),
    before: measurement,
    after: measurement,
    /** In points of 100. */
    level: z.number().nullable(),
    together: z.number().nullable(),
    direction: z.enum(['better', 'worse', 'same', 'unclear']),
    cautions: z.array(z.enum(CAUTIONS)),
    reading: z.literal('association-not-proof'),
  }),
  z.object({
    status: z.literal('missing'),
    missing: z.enum(MISSING),
    /** The next measurement that can count, planned or set; `null` where there is none, or nothing to put it beside. */
    next: z.object({ day, because: z.enum(['planned', 'set']) }).nullable(),
  }),
]);

export const interventionView = z.object({
  id: idOf('intervention'),
  title: z.string(),
  entry: entryName.nullable(),
  dimension,
  day,
  measureOn: day,
  measureBecause: z.enum(MEASURE_BECAUSE),
  by: somebody,
  helped,
  revision: z.int(),
});

/** The latest first; `total` counts also those that are too many for one list. */
export const interventionsView = z.object({ interventions: z.array(interventionView), total: z.int() });

const symptomKind = z.object({ id: z.string(), text: z.string(), dimension });

export const incidentView = z.object({
  id: idOf('incident'),
  kind: symptomKind,
  day,
  text: z.string(),
  by: somebody,
  mine: z.boolean(),
  revision: z.int(),
});

/**
 * The latest first; `total` counts also those that are too many for one list, and `kinds` what the whole period has of
 * each kind that occurred.
 */
export const incidentsView = z.object({
  incidents: z.array(incidentView),
  total: z.int(),
  kinds: z.array(z.object({ kind: symptomKind, count: z.int() })),
});

const sessionPart = z.object({
  id: z.string(),
  kind: z.enum([...PLAIN_PARTS, 'block', 'own']),
  /** Minutes from the beginning of the session. */
  starts: z.int(),
  minutes: z.int(),
  /** Of a block or the coach's own part; `null` for a plain one, which its kind names. */
  title: z.string().nullable(),
});

export const sessionView = z.object({
  id: idOf('session'),
  title: z.string(),
  day: day.nullable(),
  dimension: dimension.nullable(),
  shape: shape.nullable(),
  people: z.int(),
  minutes: z.int(),
  parts: z.array(sessionPart.extend({ entry: entrySteps.nullable() })),
  coach: somebody,
  mine: z.boolean(),
  shared: z.boolean(),
  revision: z.int(),
});

const listedSession = sessionView.extend({ parts: z.array(sessionPart.extend({ entry: entryName.nullable() })) });

/** The latest first, without the steps of their blocks; `total` counts also those that are too many for one list. */
export const sessionsView = z.object({ sessions: z.array(listedSession), total: z.int() });

export type InterventionView = DeepReadonly<z.infer<typeof interventionView>>;
export type IncidentView = DeepReadonly<z.infer<typeof incidentView>>;
export type SessionView = DeepReadonly<z.infer<typeof sessionView>>;
export type ListedSession = DeepReadonly<z.infer<typeof listedSession>>;
