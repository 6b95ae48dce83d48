import type { TeamId } from '../../kernel/ids.ts';
import { DAY, MINUTE, type Instant } from '../../kernel/instant.ts';
import { decode, type RecordKind } from '../../records/record.ts';
import { document, listAll } from '../documents.ts';
import type { Place, StoredDocument } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

interface Aging {
  readonly tenant: string;
  readonly team: TeamId;
}

/** What grows too old, over all tenants, by the minute at which its age is looked at again. */
export interface AgingList<T extends Aging> {
  readonly place: Place;
  readonly kind: RecordKind<T>;
  /** Deletes what is too old; whether nothing is left that could still grow too old. */
  readonly isGone: (ports: Ports, aging: T) => Promise<boolean>;
}

/** How often an age is looked at: a shorter time that was set is kept to within a day. */
const LOOKED_AT_EVERY = DAY;
const MANY = 100;

/** Lets an age be looked at from then on; done twice, it is there once. */
export async function listAging<T extends Aging>(
  ports: Ports,
  { place, kind }: AgingList<T>,
  { at, name, aging }: { readonly at: Instant; readonly name: string; readonly aging: T },
): Promise<void> {
  await ports.store.put(place, document(kind, idAt(at, name), aging));
}

/**
 * Looks at what is due, and at what is left a day later. What cannot be looked at is told to whoever runs the service, and
 * keeps nothing else waiting.
 */
export async function endAgedOf<T extends Aging>(ports: Ports, list: AgingList<T>): Promise<void> {
  const now = ports.now();
  const { documents } = await ports.store.list(list.place, { prefix: '', limit: MANY });
  for (const entry of documents) {
    if (entry.id > idAt(now, '~')) return;
    // Written anew before the old one goes: a crash in between has it looked at twice.
    if (!(await isGone(ports, list, entry))) {
      const name = entry.id.slice(entry.id.indexOf('|') + 1);
      const { schema, body } = entry;
      await ports.store.put(list.place, { id: idAt(now + LOOKED_AT_EVERY, name), schema, body });
    }
    await ports.store.delete(list.place, entry.id);
  }
}

/** Looks at a team's no more. */
export async function forgetAgingOf<T extends Aging>(
  ports: Ports,
  { place, kind }: AgingList<T>,
  { tenant, team }: Aging,
): Promise<void> {
  for (const entry of await listAll(ports, place, '')) {
    const aging = decode(kind, entry);
    if (aging.tenant === tenant && aging.team === team) await ports.store.delete(place, entry.id);
  }
}

async function isGone<T extends Aging>(ports: Ports, list: AgingList<T>, entry: StoredDocument): Promise<boolean> {
  try {
    return await list.isGone(ports, decode(list.kind, entry));
  } catch (fault) {
    ports.tellFault(fault);
    return false;
  }
}

function idAt(at: Instant, name: string): string {
  return `${String(Math.ceil(at / MINUTE)).padStart(9, '0')}|${name}`;
}
