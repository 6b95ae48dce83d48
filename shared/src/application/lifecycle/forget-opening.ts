import { MOST_SHARDS } from '../../domain/ballot/shards.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { ratingId } from '../../domain/meeting/rounds.ts';
import { removeGate } from '../ballots/gate.ts';
import { forgetAll } from '../documents.ts';
import { ballotPlaces, IDS, meetingPlace, OPEN_MEETINGS } from '../places.ts';
import type { Ports } from '../use-case.ts';

/**
 * Deletes what an opening that came to nothing left of a draft that is gone: whom it was going to ask, and its gates. The
 * round keeps its key, under which nobody answered: whoever sends the plan again plans it under the same id.
 */
export async function forgetOpening(ports: Ports, { tenant, id }: Pick<Meeting, 'tenant' | 'id'>): Promise<void> {
  await forgetAll(ports, meetingPlace(tenant, id), IDS.participants);
  const places = ballotPlaces(tenant, { id: ratingId({ id }), shards: MOST_SHARDS });
  await Promise.all(places.map((place) => removeGate(ports, place)));
  await ports.store.delete(OPEN_MEETINGS, id);
}
