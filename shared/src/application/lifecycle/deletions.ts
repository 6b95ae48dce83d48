import { assert } from '../../kernel/assert.ts';
import { lifecycleRecords, type Deletion } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { document, listAll, readKept } from '../documents.ts';
import type { Ports } from '../use-case.ts';
import { DELETIONS } from './places.ts';

/** The deletion of somebody or of a team that was begun and is not done, if there is one. */
export async function readDeletion(ports: Ports, id: string): Promise<Deletion | null> {
  return (await readKept(ports, lifecycleRecords.deletion, { place: DELETIONS, id }))?.value ?? null;
}

/** Every deletion that is not done. */
export async function allDeletions(ports: Ports): Promise<readonly Deletion[]> {
  return (await listAll(ports, DELETIONS, '')).map((stored) => decode(lifecycleRecords.deletion, stored));
}

/** Says what is still to be done, before any of it is. */
export async function keepDeletion(ports: Ports, deletion: Deletion): Promise<void> {
  await ports.store.put(DELETIONS, document(lifecycleRecords.deletion, deletionId(deletion), deletion));
}

/** Everything is done: the last trace goes too, and what was overwritten goes from the files as far as can be. */
export async function endDeletion(ports: Ports, deletion: Deletion): Promise<void> {
  await ports.store.delete(DELETIONS, deletionId(deletion));
  await ports.store.scrub();
}

/** Under which a deletion lies; there is one of a person or a team at a time. */
export function deletionId(
  deletion: { readonly tenant: string } & (
    { readonly of: 'person'; readonly person: string } | { readonly of: 'team'; readonly team: string }
  ),
): string {
  const whose = deletion.of === 'person' ? deletion.person : deletion.team;
  assert(!whose.includes('|'), 'ids have no bars');
  return `${deletion.tenant}|${whose}`;
}
