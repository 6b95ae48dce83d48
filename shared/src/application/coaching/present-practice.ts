import type { IncidentView, InterventionView, ListedSession, SessionView } from '../../contract/practice-views.ts';
import { didItHelp, nextMeasurement, type Measurement } from '../../domain/coaching/did-it-help.ts';
import { symptomKinds, type Incident } from '../../domain/coaching/incident.ts';
import type { Intervention } from '../../domain/coaching/intervention.ts';
import { libraryEntry, type LibraryEntry } from '../../domain/coaching/library.ts';
import { minutesOf, timed, type Session, type SessionPart } from '../../domain/coaching/session.ts';
import type { Team } from '../../domain/team/team.ts';
import { assert } from '../../kernel/assert.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { nameIn } from '../present/meeting.ts';
import { titled, type DimensionTitles } from './dimension-titles.ts';
import type { TeamMeasured } from './measured.ts';

/** Who looks at plans, and with which titles. */
interface LookingAtPlans {
  readonly team: Team;
  readonly viewer: PersonId;
  readonly titles: DimensionTitles;
}

/** An intervention with what was measured before and after it, or what is missing for that. */
export function presentIntervention(
  intervention: Intervention,
  {
    team,
    measured,
    all,
    now,
  }: {
    readonly team: Team;
    readonly measured: TeamMeasured;
    /** Every intervention with the team. */
    readonly all: readonly Intervention[];
    readonly now: Instant;
  },
): InterventionView {
  const { id, title, entry, dimension, day, measureOn, measureBecause, revision } = intervention;
  const known = entry === null ? null : libraryEntry(entry);
  return {
    id,
    title: title === '' ? (known?.title ?? entry ?? '') : title,
    entry: known && nameOf(known),
    dimension: titled(measured.titles, dimension),
    day,
    measureOn,
    measureBecause,
    by: somebody(team, intervention.by),
    helped: helpedBy(intervention, { measured, all, now }),
    revision,
  };
}

/** An incident as the leaders and coaches of its team see it. */
export function presentIncident(
  incident: Incident,
  { team, viewer }: { readonly team: Team; readonly viewer: PersonId },
): IncidentView {
  const { id, day, text, by, revision } = incident;
  return { id, kind: kindOf(incident), day, text, by: somebody(team, by), mine: by === viewer, revision };
}

/** The symptom kind of an incident, with its words. */
export function kindOf({ kind }: Pick<Incident, 'kind'>): IncidentView['kind'] {
  const known = symptomKinds().find(({ id }) => id === kind);
  assert(known, 'an incident is of a symptom kind');
  return known;
}

/** A session plan with its times. */
export function presentSession(session: Session, { team, viewer, titles }: LookingAtPlans): SessionView {
  const { id, title, day, dimension, shape, people, parts, coach, shared, revision } = session;
  return {
    id,
    title,
    day,
    dimension: dimension === null ? null : titled(titles, dimension),
    shape,
    people,
    minutes: minutesOf(parts),
    parts: timed(parts).map(presentPart),
    coach: somebody(team, coach),
    mine: coach === viewer,
    shared,
    revision,
  };
}

/** A session plan as it stands in a list, without the steps of its blocks. */
export function listSession(session: Session, looking: LookingAtPlans): ListedSession {
  const shown = presentSession(session, looking);
  return { ...shown, parts: shown.parts.map((part) => ({ ...part, entry: part.entry && nameOf(part.entry) })) };
}

/** Where a measurement comes from. */
export function shownByOf({ meeting, title, closedAt, ballots, invited }: Measurement) {
  return { meeting, title, closedAt, ballots, invited };
}

function presentPart(part: SessionPart & { readonly starts: number }): SessionView['parts'][number] {
  const { id, kind, starts, minutes } = part;
  const base = { id, kind, starts, minutes };
  if (part.kind === 'own') return { ...base, title: part.title, entry: null };
  if (part.kind !== 'block') return { ...base, title: null, entry: null };
  const entry = libraryEntry(part.entry);
  if (entry === null) return { ...base, title: part.entry, entry };
  const { title, purpose, steps } = entry;
  return { ...base, title, entry: { ...nameOf(entry), purpose, steps } };
}

function nameOf({ id, title }: Pick<LibraryEntry, 'id' | 'title'>) {
  return { id, title };
}

function helpedBy(
  intervention: Intervention,
  {
    measured,
    all,
    now,
  }: { readonly measured: TeamMeasured; readonly all: readonly Intervention[]; readonly now: Instant },
): InterventionView['helped'] {
  const { id, day, dimension } = intervention;
  const others = all.filter((other) => other.id !== id && other.dimension === dimension).map((other) => other.day);
  const compared = didItHelp({ day, measurements: measured.of(dimension), others });
  if (compared.status === 'missing') {
    const { planned } = measured;
    return { ...compared, next: nextMeasurement(intervention, { missing: compared.missing, planned, now }) };
  }
  const { before, after } = compared;
  return {
    ...compared,
    before: presentMeasurement(before),
    after: presentMeasurement(after),
    reading: 'association-not-proof',
  };
}

function presentMeasurement(measurement: Measurement) {
  const { grain, level, together, band, shape } = measurement.result;
  return { ...shownByOf(measurement), mode: measurement.mode, grain, level, together, band, shape };
}

function somebody(team: Team, person: PersonId) {
  return { person, name: nameIn(team, person) };
}
