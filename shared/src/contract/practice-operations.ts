import { z } from 'zod';
import { symptomKinds } from '../domain/coaching/incident.ts';
import { SOONEST_DAYS } from '../domain/coaching/intervention.ts';
import { interventionLibrary } from '../domain/coaching/library.ts';
import { FEWEST_PEOPLE, LONGEST_PLAN, MOST_PEOPLE, SHORTEST_PLAN } from '../domain/coaching/plan-session.ts';
import { LONGEST_SESSION } from '../domain/coaching/session.ts';
import { dayAfter } from '../kernel/time-zone.ts';
import { refusedAs } from './faults.ts';
import type { Operation } from './operation.ts';
import { practiceRoutes } from './practice-routes.ts';
import {
  incidentsView,
  incidentView,
  interventionsView,
  interventionView,
  notedView,
  observationsView,
  sessionsView,
  sessionView,
  shape,
  suggestionsView,
} from './practice-views.ts';
import { day, idOf, questionId } from './schemas.ts';
import { optionalText, text } from './text.ts';

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
// Two dots alone would be taken for the folder above.
const PERIOD = new RegExp(`^(?:all|${DAY}\\.\\.(?:${DAY})?|\\.\\.${DAY})$`);

/** `all`, or two days with `..` between, of which one may be left out: `2026-05-01..` is since May. */
const period = z
  .string()
  .regex(PERIOD)
  .meta({ description: 'all, or FROM..UNTIL, calendar days of which one may be left out' });

const ofTeam = z.object({ team: idOf('team') });
const dimension = questionId.meta({ description: 'the id of a dimension' });
const entry = z.enum(interventionLibrary().map(({ id }) => id));
const symptom = z.enum(symptomKinds().map(({ id }) => id));
const part = z.string().regex(/^part-\d{1,3}$/);
const place = z.int().min(0).max(100);
const minutes = z.int().min(1).max(LONGEST_SESSION);

const sessionChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('move'), part, to: place }),
  z.object({ type: z.literal('minutes'), part, minutes }),
  z.object({ type: z.literal('replace'), part, entry }),
  z.object({ type: z.literal('own'), title: text(120), minutes, at: place }),
  z.object({ type: z.literal('remove'), part }),
  z.object({ type: z.literal('name'), title: optionalText(120), day: day.nullable() }),
  z.object({ type: z.literal('share'), shared: z.boolean() }),
]);

/** What a coach notes, tries, logs and plans with a team, by name. */
export const practiceOperations = {
  noteObservation: {
    ...practiceRoutes.noteObservation,
    name: 'noteObservation',
    summary: 'Note something about a team, for myself alone',
    params: ofTeam,
    input: z.object({
      text: text(2000),
      day,
      /** Dimensions; left out, they follow from the words. */
      tags: z.array(dimension).max(5).nullable().default(null),
    }),
    output: notedView,
  },
  viewObservations: {
    ...practiceRoutes.viewObservations,
    name: 'viewObservations',
    summary: 'My own notes of a team: on a dimension or `all`, in a period or `all`',
    params: z.object({ team: idOf('team'), tag: questionId, period }),
    input: null,
    output: observationsView,
  },
  forgetObservation: {
    ...practiceRoutes.forgetObservation,
    name: 'forgetObservation',
    summary: 'Delete a note of mine; says the same where there is none',
    params: z.object({ team: idOf('team'), observation: idOf('observation') }),
    input: null,
    output: z.object({ forgotten: z.literal(true) }),
  },
  suggestInterventions: {
    ...practiceRoutes.suggestInterventions,
    name: 'suggestInterventions',
    summary: 'Three ways to work on a dimension or a shape, each with the rules that speak for it',
    params: ofTeam,
    input: z.object({
      dimension: dimension.nullable().default(null),
      /** Left out, it is the one that the latest results show of the dimension. */
      shape: shape.nullable().default(null),
      minutes: minutes.nullable().default(null),
    }),
    output: suggestionsView,
  },
  logIntervention: {
    ...practiceRoutes.logIntervention,
    name: 'logIntervention',
    summary: 'Write down what was tried, which dimension it should move, and when to measure again',
    params: ofTeam,
    input: z
      .object({
        /** In own words; empty where `entry` says it. */
        title: optionalText(120).default(''),
        entry: entry.nullable().default(null),
        dimension,
        day,
        /** Left out, it is the next meeting or pulse in two to twelve weeks, else six weeks later. */
        measureOn: day.nullable().default(null),
      })
      .refine(({ title, entry: from }) => title !== '' || from !== null, {
        path: ['title'],
        ...refusedAs('field.title-or-entry'),
      })
      .refine(({ day: done, measureOn }) => measureOn === null || measureOn >= dayAfter(done, SOONEST_DAYS), {
        path: ['measureOn'],
        ...refusedAs('field.measured-too-soon', { days: SOONEST_DAYS }),
      }),
    output: interventionView,
  },
  viewInterventions: {
    ...practiceRoutes.viewInterventions,
    name: 'viewInterventions',
    summary: 'What was tried with a team, and what was measured before and after',
    params: ofTeam,
    input: null,
    output: interventionsView,
  },
  withdrawIntervention: {
    ...practiceRoutes.withdrawIntervention,
    name: 'withdrawIntervention',
    summary: 'Take an intervention back that was written down',
    params: z.object({ team: idOf('team'), intervention: idOf('intervention') }),
    input: null,
    output: z.object({ withdrawn: z.literal(true) }),
  },
  logIncident: {
    ...practiceRoutes.logIncident,
    name: 'logIncident',
    summary: 'Write down something that happened, of a symptom kind, for the leaders and coaches of the team',
    params: ofTeam,
    input: z.object({ kind: symptom, day, text: text(500) }),
    output: incidentView,
  },
  viewIncidents: {
    ...practiceRoutes.viewIncidents,
    name: 'viewIncidents',
    summary: 'What happened: of a symptom kind or `all`, in a period or `all`',
    params: z.object({ team: idOf('team'), kind: z.union([z.literal('all'), symptom]), period }),
    input: null,
    output: incidentsView,
  },
  withdrawIncident: {
    ...practiceRoutes.withdrawIncident,
    name: 'withdrawIncident',
    summary: 'Take an incident back: whoever wrote it down, or a coach',
    params: z.object({ team: idOf('team'), incident: idOf('incident') }),
    input: null,
    output: z.object({ withdrawn: z.literal(true) }),
  },
  planSession: {
    ...practiceRoutes.planSession,
    name: 'planSession',
    summary: 'Plan a timed session by rule; it is mine alone until I share it',
    params: ofTeam,
    input: z.object({
      minutes: z.int().min(SHORTEST_PLAN).max(LONGEST_PLAN),
      dimension: dimension.nullable().default(null),
      /** Left out, it is the one that the latest results show of the dimension. */
      shape: shape.nullable().default(null),
      title: optionalText(120).default(''),
      day: day.nullable().default(null),
      /** Left out, as many as lead the team. */
      people: z.int().min(FEWEST_PEOPLE).max(MOST_PEOPLE).nullable().default(null),
    }),
    output: sessionView,
  },
  viewSessions: {
    ...practiceRoutes.viewSessions,
    name: 'viewSessions',
    summary: 'My session plans, and those that are shared with the team',
    params: ofTeam,
    input: null,
    output: sessionsView,
  },
  changeSession: {
    ...practiceRoutes.changeSession,
    name: 'changeSession',
    summary: 'Edit a session plan of mine: its parts, its name, whether it is shared',
    params: z.object({ team: idOf('team'), session: idOf('session') }),
    input: sessionChange,
    output: sessionView,
  },
  discardSession: {
    ...practiceRoutes.discardSession,
    name: 'discardSession',
    summary: 'Throw a session plan of mine away',
    params: z.object({ team: idOf('team'), session: idOf('session') }),
    input: null,
    output: z.object({ discarded: z.literal(true), shared: z.boolean() }),
  },
} as const satisfies Record<string, Operation>;
