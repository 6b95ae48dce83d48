import type { MyData } from '../../contract/my-data.ts';
import type { SessionPart } from '../../domain/coaching/session.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { OBSERVATIONS, PRACTICE, practicePlace } from '../coaching/practice-place.ts';
import { allOf } from '../documents.ts';
import { privatePlace } from '../places.ts';
import type { Actor, Ports } from '../use-case.ts';

/** What somebody logged and planned with a team. */
type Practice = Pick<MyData, 'interventions' | 'incidents' | 'sessions'>;

/** A coach's own notes of all teams, also of those that they have left. */
export async function myObservations(ports: Ports, { tenant, person }: Actor): Promise<MyData['observations']> {
  const place = privatePlace(tenant, person);
  const notes = await allOf(ports, practiceRecords.observation, { place, prefix: OBSERVATIONS });
  return notes.map(({ team, day, text, tags, notedAt }) => ({ team, day, text, tags, notedAt }));
}

/** Gathers it, and nothing that is somebody else's. */
export async function myPractice(ports: Ports, { tenant, person }: Actor, team: TeamId): Promise<Practice> {
  const place = practicePlace(tenant, team);
  const { intervention, incident, session } = practiceRecords;
  const interventions = await allOf(ports, intervention, { place, prefix: PRACTICE.interventions });
  const incidents = await allOf(ports, incident, { place, prefix: PRACTICE.incidents });
  const sessions = await allOf(ports, session, { place, prefix: PRACTICE.sessions });
  return {
    interventions: interventions
      .filter(({ by }) => by === person)
      .map(({ day, title, entry, dimension }) => ({ team, day, title, entry, dimension })),
    incidents: incidents.filter(({ by }) => by === person).map(({ day, kind, text }) => ({ team, day, kind, text })),
    sessions: sessions
      .filter(({ coach }) => coach === person)
      .map(({ day, title, shared, parts }) => ({ team, day, title, shared, parts: parts.map(partOf) })),
  };
}

function partOf(part: SessionPart): MyData['sessions'][number]['parts'][number] {
  const { kind, minutes } = part;
  return { kind, minutes, what: part.kind === 'block' ? part.entry : part.kind === 'own' ? part.title : null };
}
