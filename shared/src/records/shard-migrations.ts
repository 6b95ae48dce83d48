import { z } from 'zod';

const meeting = z.looseObject({ rounds: z.array(z.looseObject({})).optional() });

/** Before large pulses, the ballots of a round lay in one place; a draft has no rounds. */
export function meetingWithShards(body: unknown): unknown {
  const { rounds, ...older } = meeting.parse(body);
  return rounds === undefined ? older : { ...older, rounds: rounds.map((round) => ({ ...round, shards: 1 })) };
}
