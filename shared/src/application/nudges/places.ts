import type { PersonId } from '../../kernel/ids.ts';
import { MINUTE, type Instant } from '../../kernel/instant.ts';
import { privatePlace } from '../places.ts';
import type { Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/** Somebody who may be spoken to. */
export interface Receiver {
  readonly tenant: string;
  readonly person: PersonId;
}

/** Everybody who can be reached, by the minute at which to look at them, over all tenants. */
export const NUDGE_QUEUE: Place = { container: 'private', partition: 'nudge-queue' };

/** Open meetings whose people are looked at for an invitation, over all tenants. */
export const ANNOUNCED: Place = { container: 'private', partition: 'nudge-announced' };

/** How fast an organisation's people get messages. */
export function pacePlace(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|nudge-pace` };
}

/** In a person's private place; all of it begins with the same word. */
export const NUDGE_IDS = {
  all: 'nudge|',
  chat: 'nudge|chat',
  preferences: 'nudge|preferences',
  state: 'nudge|state',
} as const;

export function nudgePlace({ tenant, person }: Receiver): Place {
  return privatePlace(tenant, person);
}

/** Where in the queue somebody stands who is to be looked at from an instant on. The order within a minute says nothing. */
export function entryAt(ports: Ports, { tenant, person }: Receiver, at: Instant): string {
  return `${minuteOf(Math.ceil(at / MINUTE))}|${ports.idFrom('comment', ['nudge queue', tenant, person])}`;
}

/** The id after all entries that are due. */
export function lastDue(now: Instant): string {
  return `${minuteOf(Math.floor(now / MINUTE))}|~`;
}

/** From when on an entry is due. */
export function dueOf(entry: string): Instant {
  return Number(entry.split('|')[0]) * MINUTE;
}

function minuteOf(minute: number): string {
  return String(Math.max(0, minute)).padStart(9, '0');
}
