import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PersonId, SessionId, TeamId } from '../../kernel/ids.ts';
import type { Shape } from '../results/shown.ts';

/** Parts that every plan has, and breaks. */
export const PLAIN_PARTS = ['check-in', 'frame', 'break', 'commitments', 'check-out'] as const;
export type PlainPart = (typeof PLAIN_PARTS)[number];

/** One part of a plan: a plain one, a way of working from the library, or one in the coach's own words. */
export type SessionPart = { readonly id: string; readonly minutes: number } & (
  | { readonly kind: PlainPart }
  | { readonly kind: 'block'; readonly entry: string }
  | { readonly kind: 'own'; readonly title: string }
);

/** A timed agenda of a coach for a team. Until it is shared, it is the coach's alone. */
export interface Session {
  readonly id: SessionId;
  readonly team: TeamId;
  readonly coach: PersonId;
  readonly title: string;
  readonly day: string | null;
  /** What it is about; a plan has at least one of the two. */
  readonly dimension: string | null;
  readonly shape: Shape | null;
  readonly people: number;
  readonly parts: readonly SessionPart[];
  readonly shared: boolean;
  readonly plannedAt: Instant;
  readonly revision: number;
}

/** An edit of a plan. */
export type SessionChange =
  | { readonly type: 'move'; readonly part: string; readonly to: number }
  | { readonly type: 'minutes'; readonly part: string; readonly minutes: number }
  | { readonly type: 'replace'; readonly part: string; readonly entry: string }
  | { readonly type: 'own'; readonly title: string; readonly minutes: number; readonly at: number }
  | { readonly type: 'remove'; readonly part: string }
  | { readonly type: 'name'; readonly title: string; readonly day: string | null }
  | { readonly type: 'share'; readonly shared: boolean };

export type SessionError =
  | { readonly kind: 'session.part-unknown' }
  | { readonly kind: 'session.too-long'; readonly minutes: number; readonly most: number }
  | { readonly kind: 'session.too-many-parts'; readonly most: number }
  | { readonly kind: 'session.last-part' };

/** A working day: a plan that is longer is several. */
export const LONGEST_SESSION = 480;
/** An agenda of more parts is not read any more, however short each is. */
const MOST_PARTS = 40;

/**
 * A plan after an edit. Its length is that of its parts, so an edit never leaves minutes over or short. Sharing what is
 * shared, or keeping to oneself what nobody else sees, is no edit: then it is the very plan.
 */
export function changeSession(session: Session, change: SessionChange): Result<Session, SessionError> {
  if (change.type === 'share' && change.shared === session.shared) return ok(session);
  const changed = apply(session, change);
  if (!changed.ok) return changed;
  const { parts } = changed.value;
  const minutes = minutesOf(parts);
  if (minutes > LONGEST_SESSION) return fail({ kind: 'session.too-long', minutes, most: LONGEST_SESSION });
  if (parts.length > MOST_PARTS) return fail({ kind: 'session.too-many-parts', most: MOST_PARTS });
  return ok({ ...changed.value, revision: session.revision + 1 });
}

/** How long parts take together. */
export function minutesOf(parts: readonly { readonly minutes: number }[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0);
}

/** Parts with the minute of the plan in which each begins. */
export function timed<P extends { readonly minutes: number }>(
  parts: readonly P[],
): readonly (P & { readonly starts: number })[] {
  let starts = 0;
  return parts.map((part) => {
    const from = starts;
    starts += part.minutes;
    return { ...part, starts: from };
  });
}

function apply(session: Session, change: SessionChange): Result<Session, SessionError> {
  switch (change.type) {
    case 'name':
      return ok({ ...session, title: change.title, day: change.day });
    case 'share':
      return ok({ ...session, shared: change.shared });
    case 'own': {
      const { title, minutes, at } = change;
      const own: SessionPart = { id: freePartId(session.parts), kind: 'own', title, minutes };
      return ok({ ...session, parts: session.parts.toSpliced(at, 0, own) });
    }
    case 'move':
    case 'minutes':
    case 'replace':
    case 'remove':
      return changePart(session, change);
  }
}

function changePart(
  session: Session,
  change: Extract<SessionChange, { readonly part: string }>,
): Result<Session, SessionError> {
  const { parts } = session;
  const index = parts.findIndex(({ id }) => id === change.part);
  const part = parts[index];
  if (!part) return fail({ kind: 'session.part-unknown' });
  const without = parts.toSpliced(index, 1);
  switch (change.type) {
    case 'move':
      return ok({ ...session, parts: without.toSpliced(change.to, 0, part) });
    case 'minutes':
      return ok({ ...session, parts: parts.with(index, { ...part, minutes: change.minutes }) });
    case 'replace': {
      const { id, minutes } = part;
      return ok({ ...session, parts: parts.with(index, { id, minutes, kind: 'block', entry: change.entry }) });
    }
    case 'remove':
      return without.length === 0 ? fail({ kind: 'session.last-part' }) : ok({ ...session, parts: without });
  }
}

/**
 * The first id that is free. Ids only have to differ within a plan, for an edit names the revision that it was made on; so
 * they stay as short as the door takes them, however often parts come and go.
 */
function freePartId(parts: readonly SessionPart[]): string {
  const taken = new Set(parts.map(({ id }) => id));
  let number = 1;
  while (taken.has(`part-${number}`)) number += 1;
  return `part-${number}`;
}
