import type { OperationError } from '../../contract/problem-kinds.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import { HOUR, SECOND, startOfDay, type Instant } from '../../kernel/instant.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import type { RecordKind } from '../../records/record.ts';
import { allOf, document, forgetAll, readKept } from '../documents.ts';
import { monthsLong } from '../lifecycle/audit-log.ts';
import { onceOf, rememberOnce, seenBefore, type Creation } from '../once.ts';
import { privatePlace } from '../places.ts';
import type { NewDocument, Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/**
 * What coaches log and plan with a team. It is kept apart from the team's own page and among what watchers are never told
 * of, so that no signal says that a coach writes something.
 */
export function practicePlace(tenant: string, team: TeamId): Place {
  return { container: 'private', partition: `t|${tenant}|practice|${team}` };
}

export const PRACTICE = {
  interventions: 'intervention|',
  incidents: 'incident|',
  sessions: 'session|',
  noters: 'noted|',
} as const;

/** In a coach's private place: their notes of all teams. */
export const OBSERVATIONS = 'observation|';

/** Under what a coach's notes of one team lie. */
export function observationsOf(team: TeamId): string {
  return `${OBSERVATIONS}${team}|`;
}

/** A document to be kept, and since when its time runs. */
interface Ending<T extends object> {
  readonly kind: RecordKind<T>;
  readonly id: string;
  readonly value: T;
  readonly since: Instant;
}

/** A document that ends by itself where the organisation keeps things for some months, counted from when it was made. */
export function endingDocument<T extends object>(
  ports: Ports,
  tenant: string,
  { kind, id, value, since }: Ending<T>,
): NewDocument {
  const months = ports.keptMonths(tenant);
  const kept = document(kind, id, value);
  if (months === null) return kept;
  return { ...kept, lifetime: Math.max(1, Math.ceil((since + monthsLong(months) - ports.now()) / SECOND)) };
}

/** Creates a document once, however often its call is sent; sent again, it answers with what is there now. */
export async function createOnce<T extends object>(
  ports: Ports,
  creation: Creation,
  { place, ...made }: Omit<Ending<T>, 'since'> & { readonly place: Place },
): Promise<Result<T, OperationError>> {
  const once = onceOf(ports, creation);
  const created = endingDocument(ports, creation.actor.tenant, { ...made, since: ports.now() });
  const written = await ports.store.batch(place, [{ type: 'create', document: created }, rememberOnce(once)]);
  if (written.ok) return ok(made.value);
  if ((await seenBefore(ports, place, once)) !== 'same') return fail({ kind: 'idempotency.reused' });
  const kept = await readKept(ports, made.kind, { place, id: made.id });
  return kept ? ok(kept.value) : fail({ kind: 'thing.not-found' });
}

/** Whether a calendar day has not begun anywhere on earth: it is fourteen hours ahead of UTC at the most. */
export function isAhead(ports: Ports, day: string): boolean {
  return startOfDay(day) > ports.now() + 14 * HOUR;
}

/** Deletes what coaches logged and planned with a team, and every coach's notes of it, also of those who had left. */
export async function forgetPractice(
  ports: Ports,
  { tenant, team, people }: { readonly tenant: string; readonly team: TeamId; readonly people: readonly PersonId[] },
): Promise<void> {
  const place = practicePlace(tenant, team);
  const noters = await allOf(ports, practiceRecords.noter, { place, prefix: PRACTICE.noters });
  for (const person of new Set([...people, ...noters.map((noter) => noter.person)])) {
    await forgetAll(ports, privatePlace(tenant, person), observationsOf(team));
  }
  await forgetAll(ports, place);
}
