import { renamed, type Leaver } from '../../domain/meeting/former-member.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { decode, type RecordKind } from '../../records/record.ts';
import { endingDocument, PRACTICE, practicePlace } from '../coaching/practice-place.ts';
import { listAll } from '../documents.ts';
import type { Ports } from '../use-case.ts';

interface Leaving {
  readonly tenant: string;
  readonly team: TeamId;
  readonly leaver: Leaver;
}

/**
 * Takes a person out of what was logged and planned with a team: plans that they alone saw go, everything else stays under
 * an alias, as long as it would have. Whether all is done: not while somebody else changes the same thing. Their notes
 * lie with what is private to them, and go with it.
 */
export async function leavePractice(ports: Ports, leaving: Leaving): Promise<boolean> {
  const { tenant, team, leaver } = leaving;
  const place = practicePlace(tenant, team);
  for (const stored of await listAll(ports, place, PRACTICE.sessions)) {
    const { coach, shared } = decode(practiceRecords.session, stored);
    if (coach !== leaver.person || shared) continue;
    if (!(await ports.store.delete(place, stored.id, stored.etag)).ok) return false;
  }
  const { session, intervention, incident } = practiceRecords;
  const done = [
    await renameIn(ports, leaving, {
      prefix: PRACTICE.sessions,
      kind: session,
      under: (one) => ({ ...one, coach: renamed(one.coach, leaver) }),
      since: ({ plannedAt }) => plannedAt,
    }),
    await renameIn(ports, leaving, {
      prefix: PRACTICE.interventions,
      kind: intervention,
      under: (one) => ({ ...one, by: renamed(one.by, leaver) }),
      since: ({ loggedAt }) => loggedAt,
    }),
    await renameIn(ports, leaving, {
      prefix: PRACTICE.incidents,
      kind: incident,
      under: (one) => ({ ...one, by: renamed(one.by, leaver) }),
      since: ({ loggedAt }) => loggedAt,
    }),
  ];
  await ports.store.delete(place, `${PRACTICE.noters}${leaver.person}`);
  return done.every((isDone) => isDone);
}

interface Renaming<T extends object> {
  readonly prefix: string;
  readonly kind: RecordKind<T>;
  /** The same with the alias wherever the person was. */
  readonly under: (one: T) => T;
  readonly since: (one: T) => Instant;
}

/** Whether all of a kind is under the alias. */
async function renameIn<T extends object>(
  ports: Ports,
  { tenant, team }: Leaving,
  { prefix, kind, under, since }: Renaming<T>,
): Promise<boolean> {
  const place = practicePlace(tenant, team);
  for (const stored of await listAll(ports, place, prefix)) {
    const before = decode(kind, stored);
    const value = under(before);
    if (JSON.stringify(value) === JSON.stringify(before)) continue;
    const next = endingDocument(ports, tenant, { kind, id: stored.id, value, since: since(before) });
    if (!(await ports.store.replace(place, next, stored.etag)).ok) return false;
  }
  return true;
}
