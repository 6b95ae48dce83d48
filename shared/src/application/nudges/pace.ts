import { MINUTE, SECOND } from '../../kernel/instant.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { document, readKept } from '../documents.ts';
import type { Ports } from '../use-case.ts';
import { pacePlace } from './places.ts';

/** What Teams' store asks of an app that notifies people. */
const MOST_A_MINUTE = 10;
/** Times are kept no finer than this: how long one message took is how long it was until the next. */
const GRAIN = 15 * SECOND;
const ID = 'pace';

/**
 * Takes one of the messages that an organisation's people may get in any minute; `false` where ten were taken within the
 * last one. All instances take from the same, and of two that take at once, one looks again.
 */
export async function takeRoom(ports: Ports, tenant: string): Promise<boolean> {
  const place = pacePlace(tenant);
  for (;;) {
    const now = ports.now();
    const kept = await readKept(ports, nudgeRecords.pace, { place, id: ID });
    const lately = (kept?.value.at ?? []).filter((at) => at > now - MINUTE);
    if (lately.length >= MOST_A_MINUTE) return false;
    // Later rather than sooner: no minute gets more than ten.
    const at = [...lately, Math.ceil(now / GRAIN) * GRAIN];
    const next = { ...document(nudgeRecords.pace, ID, { at }), lifetime: (2 * MINUTE) / SECOND };
    const taken = await (kept ? ports.store.replace(place, next, kept.etag) : ports.store.create(place, next));
    if (taken.ok) return true;
  }
}
