import type { Session } from '../../domain/coaching/session.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/instant.ts';
import { dayAfter } from '../../kernel/time-zone.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { allOf } from '../documents.ts';
import type { Actor, Ports } from '../use-case.ts';
import { PRACTICE, practicePlace } from './practice-place.ts';

/** What was tried so lately is not suggested again first. */
const LATELY_DAYS = 42;

/**
 * Library ids of what was tried with a team in the last six weeks, and of the session that was planned last, as far as the
 * person may see it: another coach's plan that is not shared tells nothing.
 */
export async function latelyUsed(ports: Ports, { tenant, person }: Actor, team: TeamId): Promise<readonly string[]> {
  const place = practicePlace(tenant, team);
  const since = dayAfter(dayOf(ports.now()), -LATELY_DAYS);
  const tried = await allOf(ports, practiceRecords.intervention, { place, prefix: PRACTICE.interventions });
  const sessions = await allOf(ports, practiceRecords.session, { place, prefix: PRACTICE.sessions });
  const [last] = sessions.filter((session) => maySee(session, person)).sort((a, b) => b.plannedAt - a.plannedAt);
  const entries = [
    ...tried.filter(({ day }) => day >= since).flatMap(({ entry }) => entry ?? []),
    ...(last?.parts ?? []).flatMap((part) => (part.kind === 'block' ? [part.entry] : [])),
  ];
  return [...new Set(entries)];
}

/** A plan is its coach's until it is shared. */
export function maySee({ coach, shared }: Session, person: Actor['person']): boolean {
  return shared || coach === person;
}
