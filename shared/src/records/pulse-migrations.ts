import { z } from 'zod';

const document = z.looseObject({});
const meeting = z.looseObject({ rounds: z.array(z.looseObject({})).optional(), terms: z.looseObject({}).optional() });

/** Before large pulses, the ballots of a round lay in one place; a draft has no rounds. */
export function meetingWithShards(body: unknown): unknown {
  const { rounds, ...older } = meeting.parse(body);
  return rounds === undefined ? older : { ...older, rounds: rounds.map((round) => ({ ...round, shards: 1 })) };
}

/** Before participants, only leaders were asked. */
export function meetingOfLeaders(body: unknown): unknown {
  const { terms, ...older } = meeting.parse(body);
  const participants = { people: 0, lists: 0 };
  return terms === undefined ? { ...older, participants } : { ...older, terms: { ...terms, participants } };
}

/** Before stakeholders, every meeting and pulse asked its team. */
export function meetingOfTeam(body: unknown): unknown {
  const { terms, ...older } = meeting.parse(body);
  return terms === undefined ? { ...older, stakeholders: [] } : { ...older, terms: { ...terms, asks: 'team' } };
}

/** The same of its line in lists. */
export function cardOfTeam(body: unknown): unknown {
  return { ...document.parse(body), asks: 'team' };
}
