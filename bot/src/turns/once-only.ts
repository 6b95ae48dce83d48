import { createHash } from 'node:crypto';
import { document, readKept } from '@plumbline/shared/application/documents';
import type { DocumentStore, NewDocument, Place } from '@plumbline/shared/application/ports/document-store';
import { chatRecords } from '@plumbline/shared/records/chat-kinds';
import { MINUTE, type Instant } from '@plumbline/shared/kernel/instant';

/** For so many seconds a delivery is known again; Teams gives up long before. */
const LIFETIME = 86_400;
/** A turn that is not done by then was cut short, and may be done by whoever is asked next. */
const CUT_SHORT: number = 2 * MINUTE;

export interface Claims {
  /** Whether this delivery is to be worked on: of one activity only one is, over all instances. */
  readonly take: (tenant: string, delivery: readonly string[], now: Instant) => Promise<boolean>;
  readonly done: (tenant: string, delivery: readonly string[], now: Instant) => Promise<void>;
}

/** Keeps an activity that is delivered again from being worked on again, also at another instance. */
export function createClaims(store: DocumentStore): Claims {
  return {
    async take(tenant, delivery, now) {
      const place = placeOf(tenant);
      const claim = claimOf(delivery, { since: now, done: false });
      const created = await store.create(place, claim);
      if (created.ok) return true;
      const kept = await readKept({ store }, chatRecords.delivery, { place, id: claim.id });
      if (!kept || kept.value.done || now - kept.value.since < CUT_SHORT) return false;
      return (await store.replace(place, claim, kept.etag)).ok;
    },
    async done(tenant, delivery, now) {
      await store.put(placeOf(tenant), claimOf(delivery, { since: now, done: true }));
    },
  };
}

/** Not among what is watched: that somebody wrote to the bot is nobody's business. */
function placeOf(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|turns` };
}

/**
 * Not waited for on the disk: whatever the turn changes comes after it and brings it there, and where it changes nothing the
 * worst that a power cut can do is that something is said twice.
 */
function claimOf(delivery: readonly string[], body: { readonly since: Instant; readonly done: boolean }): NewDocument {
  const id = createHash('sha256').update(JSON.stringify(delivery)).digest('base64url');
  return { ...document(chatRecords.delivery, id, body), lifetime: LIFETIME, survives: 'restart' };
}
