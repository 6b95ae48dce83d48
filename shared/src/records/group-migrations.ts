import { z } from 'zod';

const document = z.looseObject({});
const team = z.looseObject({ members: z.array(document) });
const meeting = z.looseObject({ terms: document.optional() });

/** Before groups, nobody was in one. */
export function teamWithGroups(body: unknown): unknown {
  const { members, ...older } = team.parse(body);
  return { ...older, members: members.map((member) => ({ ...member, group: '' })) };
}

/** Terms that were frozen before groups promise results of the whole only; a draft has no terms. */
export function meetingWithGroups(body: unknown): unknown {
  const { terms, ...older } = meeting.parse(body);
  return terms === undefined ? older : { ...older, terms: { ...terms, groups: [] } };
}

/** What was counted before groups was counted of the whole only. */
export function withoutGroups(body: unknown): unknown {
  return { ...document.parse(body), groups: [] };
}
